#include "design/state.hpp"

#include <algorithm>
#include <array>

#include "procedure/toml_tree.hpp"

namespace motcua::design {
namespace {

void change(procedure::Files& files, const FileChanges& changes) {
  for (const auto& [name, text] : changes) {
    if (text) {
      files[name] = *text;
    } else {
      files.erase(name);
    }
  }
}

void note_editor(Draft& draft, const Actor& actor) {
  if (std::ranges::find(draft.editors, actor.id, &Actor::id) == draft.editors.end()) {
    draft.editors.push_back(actor);
  }
}

struct DraftFold {
  Draft& draft;
  const Record& record;

  void operator()(const DraftBegun& e) const {
    draft.code = record.code;
    draft.subject = e.subject;
    draft.base = e.base;
    draft.title = e.title;
    draft.author = record.actor;
    draft.files = e.files;
    note_editor(draft, record.actor);
  }
  void operator()(const FilesSaved& e) const {
    change(draft.files, e.files);
    note_editor(draft, record.actor);
  }
  void operator()(const Submitted& e) const {
    change(draft.files, e.files);
    draft.asked = e;
    draft.asked.files.clear();
    draft.returned_because.clear();
    draft.state = DraftState::Submitted;
    note_editor(draft, record.actor);
  }
  void operator()(const Returned& e) const {
    draft.returned_because = e.reason;
    draft.state = DraftState::Draft;
  }
  void operator()(const Discarded&) const { draft.state = DraftState::Discarded; }
  void operator()(const Published& e) const {
    draft.published = e;
    draft.state = DraftState::Published;
  }
  template <class Other>
  void operator()(const Other&) const {}
};

struct ProposalFold {
  Proposal& proposal;
  const Record& record;

  void operator()(const Proposed& e) const {
    proposal.code = record.code;
    proposal.proposed = e;
    proposal.proposed_by = record.actor;
    proposal.proposed_at = record.at;
  }
  void operator()(const ProposalDecided& e) const {
    proposal.state = e.accepted ? ProposalState::Accepted : ProposalState::Refused;
    proposal.decision = e.decision;
    proposal.decided_by = record.actor.name;
    proposal.reason = e.reason;
  }
  void operator()(const ProposalWithdrawn& e) const {
    proposal.state = ProposalState::Withdrawn;
    proposal.reason = e.reason;
  }
  void operator()(const CarriedOut& e) const {
    proposal.state = ProposalState::CarriedOut;
    proposal.carried_out_at = record.at;
    proposal.abolished = e.abolished;
  }
  template <class Other>
  void operator()(const Other&) const {}
};

// Where the lines of tables begin.
std::size_t end_of_top(std::string_view toml) {
  std::size_t at = 0;
  while (at < toml.size()) {
    if (toml[at] == '[') return at;
    const auto end = toml.find('\n', at);
    at = end == std::string_view::npos ? toml.size() : end + 1;
  }
  return toml.size();
}

bool sets_key(std::string_view line, std::string_view key) {
  if (!line.starts_with(key)) return false;
  line.remove_prefix(key.size());
  const auto next = line.find_first_not_of(" \t");
  return next != std::string_view::npos && line[next] == '=';
}

}  // namespace

std::string_view write_draft_state(DraftState state) {
  constexpr std::array<std::string_view, 4> names{"draft", "submitted", "published", "discarded"};
  return names[static_cast<std::size_t>(state)];
}

std::string_view write_proposal_state(ProposalState state) {
  constexpr std::array<std::string_view, 5> names{"proposed", "accepted", "refused", "carried-out",
                                                  "withdrawn"};
  return names[static_cast<std::size_t>(state)];
}

Text describe_proposal_state(ProposalState state) {
  switch (state) {
    case ProposalState::Proposed:
      return {"Đã đề xuất", "Proposed"};
    case ProposalState::Accepted:
      return {"Được chấp thuận", "Accepted"};
    case ProposalState::Refused:
      return {"Không chấp thuận", "Refused"};
    case ProposalState::CarriedOut:
      return {"Đã thực hiện", "Carried out"};
    case ProposalState::Withdrawn:
      return {"Đã rút", "Withdrawn"};
  }
  return {};
}

Text describe_proposal_kind(ProposalKind kind) {
  switch (kind) {
    case ProposalKind::Abolish:
      return {"Bãi bỏ", "Abolish"};
    case ProposalKind::Merge:
      return {"Gộp", "Merge"};
    case ProposalKind::Delegate:
      return {"Phân cấp", "Delegate"};
    case ProposalKind::Simplify:
      return {"Đơn giản hóa", "Simplify"};
  }
  return {};
}

void apply(Draft& draft, const Record& record) {
  std::visit(DraftFold{draft, record}, record.event);
  draft.version = record.version;
  draft.last_actor = record.actor;
  draft.changed_at = record.at;
}

void apply(Proposal& proposal, const Record& record) {
  std::visit(ProposalFold{proposal, record}, record.event);
  proposal.version = record.version;
}

bool is_of_proposal(std::string_view code) { return code.starts_with(proposal_prefix); }

std::string_view main_file(Kind kind) {
  return kind == Kind::Procedure ? "procedure.toml" : "matrix.toml";
}

Declared declared(Kind kind, const procedure::Files& files) {
  Declared found;
  const auto file = files.find(main_file(kind));
  if (file == files.end()) return found;
  const auto tree = procedure::read_toml(file->second);
  if (!tree) return found;
  const auto* id = tree->find(kind == Kind::Procedure ? "procedure" : "matrix");
  if (id != nullptr && id->as<std::string>() != nullptr) found.id = *id->as<std::string>();
  const auto* number = tree->find("version");
  if (number != nullptr && number->as<std::int64_t>() != nullptr) {
    const auto given = *number->as<std::int64_t>();
    if (given >= 1 && given <= 9999) found.number = static_cast<int>(given);
  }
  const auto* from = tree->find("in_force_from");
  if (from != nullptr && from->as<Date>() != nullptr) found.in_force_from = *from->as<Date>();
  return found;
}

std::string with_key(std::string_view toml, std::string_view key, std::string_view value) {
  const std::string line = std::string(key) + " = " + std::string(value);
  const auto top = end_of_top(toml);
  for (std::size_t at = 0; at < top;) {
    auto end = toml.find('\n', at);
    if (end == std::string_view::npos) end = toml.size();
    if (sets_key(toml.substr(at, end - at), key)) {
      return std::string(toml.substr(0, at)) + line + std::string(toml.substr(end));
    }
    at = end + 1;
  }
  std::string before(toml.substr(0, top));
  if (!before.empty() && before.back() != '\n') before += '\n';
  return before + line + "\n" + std::string(toml.substr(top));
}

}  // namespace motcua::design

#include "commands/design_desk.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "base/assertion.hpp"
#include "commands/chain.hpp"
#include "commands/design_check.hpp"
#include "design/blank.hpp"
#include "design/event_json.hpp"
#include "procedure/version_file.hpp"

namespace motcua::commands {
namespace {

template <class T>
std::shared_ptr<const T> after(const std::shared_ptr<const T>& before,
                               const design::Record& record) {
  auto next = before ? std::make_shared<T>(*before) : std::make_shared<T>();
  design::apply(*next, record);
  return next;
}

std::size_t at_work(const std::map<std::string, DraftSnapshot, std::less<>>& drafts) {
  return static_cast<std::size_t>(std::ranges::count_if(drafts, [](const auto& entry) {
    const auto state = entry.second->state;
    return state == design::DraftState::Draft || state == design::DraftState::Submitted;
  }));
}

// The version's files as they stand in its folder.
procedure::Files sealed(const procedure::Files& files, const std::string& digest) {
  procedure::Files all = files;
  all[std::string(procedure::digest_file)] = digest + "\n";
  return all;
}

}  // namespace

DesignDesk::DesignDesk(Uses uses, Library shipped)
    : uses_(uses), library_(std::make_shared<const Library>(std::move(shipped))) {}

DraftSnapshot DesignDesk::find_draft(std::string_view code) const {
  const std::lock_guard lock(mutex_);
  const auto found = drafts_.find(code);
  return found == drafts_.end() ? nullptr : found->second;
}

ProposalSnapshot DesignDesk::find_proposal(std::string_view code) const {
  const std::lock_guard lock(mutex_);
  const auto found = proposals_.find(code);
  return found == proposals_.end() ? nullptr : found->second;
}

std::vector<DraftSnapshot> DesignDesk::drafts() const {
  const std::lock_guard lock(mutex_);
  std::vector<DraftSnapshot> all;
  for (const auto& [code, draft] : drafts_) all.push_back(draft);
  return all;
}

std::vector<ProposalSnapshot> DesignDesk::proposals() const {
  const std::lock_guard lock(mutex_);
  std::vector<ProposalSnapshot> all;
  for (const auto& [code, proposal] : proposals_) all.push_back(proposal);
  return all;
}

LibrarySnapshot DesignDesk::library() const {
  const std::lock_guard lock(mutex_);
  return library_;
}

void DesignDesk::replace(LibrarySnapshot library) {
  const std::lock_guard lock(mutex_);
  library_ = std::move(library);
}

std::optional<design::Published> DesignDesk::publication(const design::Subject& subject,
                                                         int number) const {
  const std::lock_guard lock(mutex_);
  const auto found = publications_.find({subject, number});
  if (found == publications_.end()) return std::nullopt;
  return found->second;
}

procedure::Problems DesignDesk::check(const design::Subject& subject,
                                      const procedure::Files& files) const {
  return check_design({*library(), uses_.world, uses_.clock.now()}, subject, files);
}

DesignOutcome DesignDesk::perform(const DesignRequest& request) {
  const std::lock_guard turn(turn_);
  try {
    return perform_in_turn(request);
  } catch (const Bug& bug) {  // the act is abandoned and reported; the book is untouched
    return Failure{FailureKind::Unavailable, bug.what(), false};
  }
}

DesignOutcome DesignDesk::perform_in_turn(const DesignRequest& request) {
  const Date today = date_of(uses_.clock.now());
  if (const auto* wanted = std::get_if<BeginDraft>(&request.command)) {
    const auto library = this->library();
    const auto numbers = library->numbers(wanted->subject);
    design::DraftBegun begun{wanted->subject, wanted->base, wanted->title, {}};
    if (wanted->base == 0) {
      if (!numbers.empty()) {
        return Rejection{&design::subject_taken, {{"subject", wanted->subject.id}}};
      }
      begun.files = design::blank_files(wanted->subject, wanted->title, today);
      return begin(request, std::move(begun));
    }
    const auto* base = library->find(wanted->subject, wanted->base);
    if (base == nullptr) {
      return Rejection{&design::version_unknown,
                       {{"subject", wanted->subject.id}, {"number", std::to_string(wanted->base)}}};
    }
    begun.files = design::designed_files(wanted->subject.kind, *base);
    auto& main = begun.files[std::string(design::main_file(wanted->subject.kind))];
    main = design::with_key(main, "version", std::to_string(*numbers.rbegin() + 1));
    return begin(request, std::move(begun));
  }
  if (const auto* brought = std::get_if<ImportDraft>(&request.command)) {
    const auto& file = brought->file;
    return begin(request, {file.subject, 0, file.subject.id, file.files});
  }
  if (const auto* proposed = std::get_if<design::Proposed>(&request.command)) {
    auto event = design::decide_proposal(*proposed, facts(request));
    if (!event) return event.error();
    return keep(request, next_code(design::proposal_prefix, uses_.clock.now()), std::move(*event));
  }
  if (const auto* on = std::get_if<ActOnDraft>(&request.command)) return act(request, *on);
  return act(request, std::get<ActOnProposal>(request.command));
}

design::Facts DesignDesk::facts(const DesignRequest& request) const {
  design::Facts facts;
  facts.now = uses_.clock.now();
  facts.officer = request.officer;
  return facts;
}

DesignOutcome DesignDesk::begin(const DesignRequest& request, design::DraftBegun begun) {
  {
    const std::lock_guard lock(mutex_);
    if (at_work(drafts_) >= design::most_drafts_at_work) {
      return Rejection{&design::too_many_designs,
                       {{"most", std::to_string(design::most_drafts_at_work)}}};
    }
  }
  auto event = design::decide_begin(std::move(begun), facts(request));
  if (!event) return event.error();
  return keep(request, next_code(design::draft_prefix, uses_.clock.now()), std::move(*event));
}

void DesignDesk::judge(design::Facts& facts, const design::Draft& draft, Language language) const {
  facts.numbers_taken = library()->numbers(draft.subject);
  for (const auto& problem : check(draft.subject, draft.files)) {
    if (problem.severity != procedure::Severity::Error) continue;
    if (facts.errors++ == 0) facts.first_error = problem.what.in(language);
  }
}

OrRejection<design::Event> DesignDesk::decide(const design::Draft& draft, const DraftAct& act,
                                              const design::Facts& facts) const {
  if (const auto* saved = std::get_if<design::FilesSaved>(&act)) {
    return design::decide_save(draft, saved->files, facts);
  }
  if (const auto* asked = std::get_if<design::Submitted>(&act)) {
    return design::decide_submit(draft, *asked, facts);
  }
  if (const auto* returned = std::get_if<design::Returned>(&act)) {
    return design::decide_return(draft, returned->reason, facts);
  }
  if (const auto* discarded = std::get_if<design::Discarded>(&act)) {
    return design::decide_discard(draft, discarded->reason, facts);
  }
  return design::decide_publish(draft, facts);
}

DesignOutcome DesignDesk::act(const DesignRequest& request, const ActOnDraft& act) {
  const auto draft = find_draft(act.code);
  if (!draft) return DesignUnknown{};
  if (act.seen && *act.seen != draft->version) {
    return DesignChanged{draft->version, draft->last_actor.name};
  }
  auto known = facts(request);
  const bool publishes = std::holds_alternative<design::Published>(act.act);
  if (publishes || std::holds_alternative<design::Submitted>(act.act)) {
    judge(known, *draft, request.language);
  }
  auto event = decide(*draft, act.act, known);
  if (!event) return event.error();
  if (publishes) return publish(request, *draft, std::move(*event));
  return keep(request, draft->code, std::move(*event));
}

DesignOutcome DesignDesk::act(const DesignRequest& request, const ActOnProposal& act) {
  const auto proposal = find_proposal(act.code);
  if (!proposal) return DesignUnknown{};
  const auto known = facts(request);
  if (const auto* decided = std::get_if<design::ProposalDecided>(&act.act)) {
    auto event = design::decide_on(*proposal, *decided, known);
    return event ? keep(request, act.code, std::move(*event)) : DesignOutcome{event.error()};
  }
  if (const auto* withdrawn = std::get_if<design::ProposalWithdrawn>(&act.act)) {
    auto event = design::decide_withdrawal(*proposal, withdrawn->reason, known);
    return event ? keep(request, act.code, std::move(*event)) : DesignOutcome{event.error()};
  }
  auto event = design::decide_carrying_out(*proposal, std::get<design::CarriedOut>(act.act).reason,
                                           newest_of(design::ended_by(*proposal)), known);
  if (!event) return event.error();
  return carry_out(request, *proposal, std::move(*event));
}

// Nobody sees the version before its record is kept; then everybody does.
DesignOutcome DesignDesk::publish(const DesignRequest& request, const design::Draft& draft,
                                  design::Event event) {
  const auto published = std::get<design::Published>(event);
  const auto folder = folder_of(published.subject, published.number);
  const auto files = sealed(draft.files, published.digest);
  auto library = std::make_shared<Library>(*this->library());
  library->versions[{published.subject, published.number}] = files;
  auto catalogue = catalogue_of(*library);
  if (!catalogue) return catalogue.error();
  auto matrices = matrices_of(*library);
  if (!matrices) return matrices.error();
  if (auto prepared = uses_.folders.prepare(folder, files); !prepared) return prepared.error();
  auto outcome = keep(request, draft.code, std::move(event));
  if (!std::holds_alternative<DraftSnapshot>(outcome)) return outcome;
  replace(std::move(library));
  uses_.world.replace_catalogue(std::move(*catalogue));
  uses_.world.replace_matrices(std::move(*matrices));
  // Kept and in force; a folder that did not come into its place is put there at the next start.
  (void)uses_.folders.put(folder);
  return outcome;
}

std::vector<design::Abolition> DesignDesk::newest_of(
    const std::vector<std::string>& procedures) const {
  std::vector<design::Abolition> newest;
  for (const auto& procedure : procedures) {
    const procedure::Version* last = nullptr;
    for (const auto& version : uses_.world.catalogue().versions()) {
      if (version.procedure != procedure || version.abolished_on) continue;
      if (version.lifecycle == procedure::Lifecycle::Published) last = &version;
    }
    if (last != nullptr) newest.push_back({procedure, last->number, {}, {}});
  }
  return newest;
}

DesignOutcome DesignDesk::carry_out(const DesignRequest& request, const design::Proposal& proposal,
                                    design::Event event) {
  const auto done = std::get<design::CarriedOut>(event);
  auto library = std::make_shared<Library>(*this->library());
  for (const auto& one : done.abolished) {
    auto& files = library->versions[{{design::Kind::Procedure, one.procedure}, one.number}];
    files[std::string(abolition_file)] = abolition_text(one);
  }
  auto catalogue = catalogue_of(*library);
  if (!catalogue) return catalogue.error();
  auto outcome = keep(request, proposal.code, std::move(event));
  if (!std::holds_alternative<ProposalSnapshot>(outcome)) return outcome;
  replace(std::move(library));
  uses_.world.replace_catalogue(std::move(*catalogue));
  for (const auto& one : done.abolished) {  // what is not written now is at the next start
    (void)uses_.folders.put_file(folder_of({design::Kind::Procedure, one.procedure}, one.number),
                                 std::string(abolition_file), abolition_text(one));
  }
  return outcome;
}

DesignOutcome DesignDesk::keep(const DesignRequest& request, const std::string& code,
                               design::Event event) {
  const auto draft = find_draft(code);
  const auto proposal = find_proposal(code);
  ports::StoredDesignRecord stored;
  stored.sequence = sequence_ + 1;
  stored.record = {code,
                   (draft      ? draft->version
                    : proposal ? proposal->version
                               : 0) +
                       1,
                   uses_.clock.now(), request.officer.actor, std::move(event)};
  stored.type = design::event_name(stored.record.event);
  stored.body = write_json(design::event_body(stored.record.event));
  stored.chain = chain_after(chain_, stored);
  if (const auto kept = uses_.book.keep(stored); !kept) return kept.error();
  chain_ = stored.chain;
  if (const auto taken = take(stored.record, stored.sequence); !taken) return taken.error();
  if (design::is_of_proposal(code)) return find_proposal(code);
  return find_draft(code);
}

OrFailure<Nothing> DesignDesk::take(const design::Record& record, std::uint64_t sequence) {
  const std::lock_guard lock(mutex_);
  sequence_ = sequence;
  const bool of_proposal = design::is_of_proposal(record.code);
  const std::uint64_t before =
      of_proposal ? (proposals_[record.code] ? proposals_[record.code]->version : 0)
                  : (drafts_[record.code] ? drafts_[record.code]->version : 0);
  if (record.version != before + 1) {
    return Unexpected{Failure{FailureKind::Storage,
                              "the book of designs is damaged: " + record.code +
                                  " lacks records; motcua verify tells more",
                              false}};
  }
  if (of_proposal) {
    auto& proposal = proposals_[record.code];
    proposal = after(proposal, record);
  } else {
    auto& draft = drafts_[record.code];
    draft = after(draft, record);
  }
  if (const auto* published = std::get_if<design::Published>(&record.event)) {
    publications_[{published->subject, published->number}] = *published;
  }
  return Nothing{};
}

std::string DesignDesk::next_code(std::string_view prefix, Moment now) const {
  const std::chrono::year_month_day day{date_of(now)};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02d%02u%02u-", int(day.year()) % 100,
                unsigned(day.month()), unsigned(day.day()));
  const std::string begin = std::string(prefix) + text.data();
  int last = 0;
  const auto look = [&](const auto& all) {
    for (auto found = all.lower_bound(begin); found != all.end() && found->first.starts_with(begin);
         ++found) {
      int number = 0;
      const auto digits = std::string_view(found->first).substr(begin.size());
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
      last = std::max(last, number);
    }
  };
  const std::lock_guard lock(mutex_);
  look(drafts_);
  look(proposals_);
  std::snprintf(text.data(), text.size(), "%04d", last + 1);
  return begin + text.data();
}

}  // namespace motcua::commands

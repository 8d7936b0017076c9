#include "design/act.hpp"

#include <algorithm>
#include <array>

#include "document/wording.hpp"
#include "procedure/version_file.hpp"

namespace motcua::design {
namespace {

// Only what a version's folder may hold. published.digest and abolished.toml are the program's.
constexpr std::array<std::string_view, 7> procedure_files{
    "procedure.toml",   "texts.vi.toml", "texts.en.toml", "process.bpmn",
    "form.schema.json", "form.ui.json",  "decisions.dmn"};
constexpr std::array<std::string_view, 4> matrix_files{"matrix.toml", "matrix.dmn", "texts.vi.toml",
                                                       "texts.en.toml"};

// The form of a user task: task.<id>.schema.json, task.<id>.ui.json.
bool is_task_form_name(std::string_view name) {
  for (const std::string_view end : {".schema.json", ".ui.json"}) {
    if (!name.starts_with("task.") || !name.ends_with(end)) continue;
    const auto rest = name.size() - std::min(name.size(), 5 + end.size());
    return is_subject_id(name.substr(5, rest));
  }
  return false;
}

bool is_list_name(std::string_view name) {
  return name.starts_with("list.") && name.ends_with(".toml") &&
         is_subject_id(name.substr(5, name.size() - std::min<std::size_t>(name.size(), 10)));
}

OrRejection<Nothing> check_editable(const Draft& draft) {
  switch (draft.state) {
    case DraftState::Draft:
      return Nothing{};
    case DraftState::Submitted:
      return reject(draft_is_submitted);
    case DraftState::Discarded:
      return reject(draft_is_discarded);
    case DraftState::Published:
      break;
  }
  return reject(draft_is_published, {{"number", std::to_string(draft.published.number)}});
}

OrRejection<Nothing> check_submitted(const Draft& draft) {
  if (draft.state == DraftState::Submitted) return Nothing{};
  if (draft.state == DraftState::Draft) return reject(draft_is_not_submitted);
  return check_editable(draft);
}

OrRejection<Nothing> check_day(Date day, const Facts& facts) {
  const Date today = date_of(facts.now);
  if (day < today) return reject(day_is_past, {{"today", write_vietnamese(today)}});
  return Nothing{};
}

bool wrote_in(const Draft& draft, const dossier::Officer& officer) {
  return std::ranges::find(draft.editors, officer.actor.id, &Actor::id) != draft.editors.end();
}

std::string names_of(const std::vector<Actor>& actors) {
  std::string names;
  for (const auto& actor : actors) names += (names.empty() ? "" : ", ") + actor.name;
  return names;
}

int free_number(const std::set<int>& taken) { return taken.empty() ? 1 : *taken.rbegin() + 1; }

}  // namespace

bool may_draft(const dossier::Officer& officer) {
  return officer.has_role("head") || officer.has_role("director") || officer.has_role("designer");
}

bool may_approve(const dossier::Officer& officer) { return officer.has_role("director"); }

std::vector<std::string_view> offers(const Draft& draft, const dossier::Officer& officer) {
  if (!may_draft(officer)) return {};
  if (draft.state == DraftState::Draft) return {"edit", "submit", "discard"};
  if (draft.state != DraftState::Submitted) return {};
  std::vector<std::string_view> may;
  if (may_approve(officer) && !wrote_in(draft, officer)) may.emplace_back("publish");
  may.emplace_back("return");
  return may;
}

bool is_subject_id(std::string_view id) {
  if (id.empty() || id.size() > 60 || id.front() < 'a' || id.front() > 'z') return false;
  bool after_hyphen = false;
  for (char c : id) {
    const bool hyphen = c == '-';
    if (!hyphen && !is_ascii_digit(c) && (c < 'a' || c > 'z')) return false;
    if (hyphen && after_hyphen) return false;
    after_hyphen = hyphen;
  }
  return !after_hyphen;
}

bool is_file_name(Kind kind, std::string_view name) {
  if (kind == Kind::Matrix) return std::ranges::find(matrix_files, name) != matrix_files.end();
  return std::ranges::find(procedure_files, name) != procedure_files.end() || is_list_name(name) ||
         is_task_form_name(name);
}

std::string clean(std::string_view text) { return document::printable(text); }

OrRejection<Nothing> check_files(Kind kind, const procedure::Files& files) {
  if (files.size() > most_files) {
    return reject(too_many_texts, {{"most", std::to_string(most_files)}});
  }
  for (const auto& [name, text] : files) {
    if (!is_file_name(kind, name)) return reject(file_name_unknown, {{"file", clean(name)}});
    if (text.size() > most_bytes_of_a_file) return reject(file_too_long, {{"file", name}});
  }
  return Nothing{};
}

OrRejection<Event> decide_begin(DraftBegun begun, const Facts& facts) {
  if (!may_draft(facts.officer)) return reject(not_a_designer);
  const auto well = check_files(begun.subject.kind, begun.files);
  if (!well) return Unexpected{well.error()};
  const auto said = declared(begun.subject.kind, begun.files);
  if (said.id != begun.subject.id) {
    return reject(subject_differs, {{"found", clean(said.id)}, {"subject", begun.subject.id}});
  }
  return Event{std::move(begun)};
}

OrRejection<Event> decide_save(const Draft& draft, FileChanges changes, const Facts& facts) {
  if (!may_draft(facts.officer)) return reject(not_a_designer);
  if (const auto open = check_editable(draft); !open) return Unexpected{open.error()};
  procedure::Files after = draft.files;
  for (auto& [name, text] : changes) {
    if (!is_file_name(draft.subject.kind, name)) {
      return reject(file_name_unknown, {{"file", clean(name)}});
    }
    if (text) {
      text = clean(*text);
      after[name] = *text;
    } else {
      after.erase(name);
    }
  }
  if (const auto well = check_files(draft.subject.kind, after); !well) {
    return Unexpected{well.error()};
  }
  if (after == draft.files) return reject(nothing_changed);
  return Event{FilesSaved{std::move(changes)}};
}

OrRejection<Event> decide_submit(const Draft& draft, Submitted asked, const Facts& facts) {
  if (!may_draft(facts.officer)) return reject(not_a_designer);
  if (const auto open = check_editable(draft); !open) return Unexpected{open.error()};
  if (const auto day = check_day(asked.in_force_from, facts); !day) return Unexpected{day.error()};
  if (asked.decision.date > date_of(facts.now)) return reject(decision_is_later);
  const auto said = declared(draft.subject.kind, draft.files);
  if (said.id != draft.subject.id) {
    return reject(subject_differs, {{"found", clean(said.id)}, {"subject", draft.subject.id}});
  }
  if (facts.errors > 0) {
    return reject(draft_has_problems,
                  {{"count", std::to_string(facts.errors)}, {"first", facts.first_error}});
  }
  const bool taken = said.number == 0 || facts.numbers_taken.contains(said.number);
  const int number = taken ? free_number(facts.numbers_taken) : said.number;
  const std::string name(main_file(draft.subject.kind));
  std::string text = with_key(draft.files.at(name), "version", std::to_string(number));
  text = with_key(text, "in_force_from", write_date(asked.in_force_from));
  asked.files.clear();
  if (text != draft.files.at(name)) asked.files[name] = std::move(text);
  return Event{std::move(asked)};
}

OrRejection<Event> decide_return(const Draft& draft, const std::string& reason,
                                 const Facts& facts) {
  if (!may_draft(facts.officer)) return reject(not_a_designer);
  if (const auto there = check_submitted(draft); !there) return Unexpected{there.error()};
  return Event{Returned{reason}};
}

OrRejection<Event> decide_publish(const Draft& draft, const Facts& facts) {
  if (!may_approve(facts.officer)) return reject(not_an_approver);
  if (const auto there = check_submitted(draft); !there) return Unexpected{there.error()};
  if (wrote_in(draft, facts.officer)) {
    return reject(own_draft, {{"editors", names_of(draft.editors)}});
  }
  if (const auto day = check_day(draft.asked.in_force_from, facts); !day) {
    return Unexpected{day.error()};
  }
  const auto said = declared(draft.subject.kind, draft.files);
  if (facts.numbers_taken.contains(said.number)) {
    return reject(number_taken, {{"number", std::to_string(said.number)}});
  }
  if (facts.errors > 0) {
    return reject(draft_has_problems,
                  {{"count", std::to_string(facts.errors)}, {"first", facts.first_error}});
  }
  return Event{Published{draft.subject, said.number, procedure::digest_of(draft.files),
                         draft.asked.in_force_from, draft.asked.decision}};
}

OrRejection<Event> decide_discard(const Draft& draft, const std::string& reason,
                                  const Facts& facts) {
  if (!may_draft(facts.officer)) return reject(not_a_designer);
  if (const auto open = check_editable(draft); !open) return Unexpected{open.error()};
  return Event{Discarded{reason}};
}

}  // namespace motcua::design

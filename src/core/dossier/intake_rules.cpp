#include "dossier/intake_rules.hpp"

#include <algorithm>
#include <array>

#include "dossier/acts/rules.hpp"
#include "dossier/acts/variables.hpp"
#include "dossier/powers.hpp"

namespace motcua::dossier {
namespace {

OrRejection<const procedure::Case*> case_of(const Intake& intake, const Facts& facts) {
  if (!facts.version.open_for_applications) return reject(not_open_for_applications);
  const auto* chosen = facts.version.find_case(intake.case_id);
  if (chosen == nullptr) return reject(case_unknown, {{"case", intake.case_id}});
  if (!chosen->terms.contains(intake.channel)) return reject(case_not_offered);
  return chosen;
}

OrRejection<Nothing> check_applicant(const Applicant& applicant) {
  if (fold(applicant.name).empty()) return reject(field_missing, {{"field", "name"}});
  if (applicant.kind != "person" && applicant.kind != "organisation") {
    return reject(field_invalid, {{"field", "kind"}});
  }
  return Nothing{};
}

OrRejection<Nothing> check_known_papers(const Intake& intake, const procedure::Version& version) {
  for (const auto& given : intake.papers) {
    if (version.find_paper(given.paper) == nullptr) {
      return reject(paper_unknown, {{"paper", given.paper}});
    }
    if (given.originals < 0 || given.copies < 0 || given.originals > 99 || given.copies > 99) {
      return reject(field_invalid, {{"field", given.paper}});
    }
  }
  for (const auto& file : intake.files) {
    if (version.find_paper(file.paper) == nullptr) {
      return reject(paper_unknown, {{"paper", file.paper}});
    }
  }
  return Nothing{};
}

// Where a matrix says who decides and the case follows from it, no officer's choice overrides it.
// What the answers do not let be judged stays with the officer.
OrRejection<Nothing> check_case_by_matrix(const Intake& intake, const Facts& facts) {
  if (!facts.version.case_decision || facts.version.authority.empty()) return Nothing{};
  const auto judgement = judgement_of(intake, facts);
  if (!judgement || judgement->decider == nullptr) return Nothing{};
  const auto answers = read_json(intake.answers);
  if (!answers) return Nothing{};
  const auto by_rule = choose_case(facts.version, *answers, "", authority_variables(judgement));
  if (!by_rule || *by_rule == intake.case_id) return Nothing{};
  const Text& name = facts.version.find_case(*by_rule)->name;
  const Text& who = judgement->decider->name;
  return reject(case_by_matrix,
                {{"case", name.vi}, {"case_en", name.en}, {"who", who.vi}, {"who_en", who.en}});
}

bool was_given(const Intake& intake, std::string_view paper) {
  const bool by_count =
      std::any_of(intake.papers.begin(), intake.papers.end(), [&](const PaperGiven& given) {
        return given.paper == paper && given.originals + given.copies > 0;
      });
  return by_count || std::any_of(intake.files.begin(), intake.files.end(),
                                 [&](const PaperFile& file) { return file.paper == paper; });
}

OrRejection<Nothing> check_required_papers(const Intake& intake, const procedure::Case& chosen,
                                           const procedure::Version& version) {
  const auto answers = read_json(intake.answers);
  if (!answers) return reject(field_invalid, {{"field", "answers"}});
  for (const auto* paper : asked_papers(version, chosen, *answers)) {
    if (paper->required && !was_given(intake, paper->id)) {
      return reject(paper_missing, {{"paper", paper->name.vi}, {"paper_en", paper->name.en}});
    }
  }
  return Nothing{};
}

}  // namespace

std::vector<const procedure::Paper*> asked_papers(const procedure::Version& version,
                                                  const procedure::Case& chosen,
                                                  const json::value& answers) {
  std::vector<const procedure::Paper*> asked;
  const auto variables = answer_variables(answers);
  for (const auto& id : chosen.papers) {
    const auto* paper = version.find_paper(id);
    if (paper == nullptr) continue;
    if (!paper->condition.empty()) {
      const auto condition = feel::Expression::compile(paper->condition);
      if (condition && !condition->is_true(variables)) continue;
    }
    asked.push_back(paper);
  }
  return asked;
}

OrRejection<Promise> first_promise(const Intake& intake, const Facts& facts) {
  const auto* chosen = facts.version.find_case(intake.case_id);
  if (chosen == nullptr) return reject(case_unknown, {{"case", intake.case_id}});
  Promise promise;
  promise.given_at = facts.now;
  promise.author = facts.officer.actor.name;
  if (const auto term = chosen->term(intake.channel); term) {
    const auto due = calendar::reckon_due(facts.calendar,
                                          {*term, intake.received_at, facts.version.receipt, {}});
    if (!due) return Unexpected{due.error()};
    promise.due = due->due;
  }
  return promise;
}

OrRejection<Event> decide_submission(Intake intake, const Facts& facts,
                                     const std::optional<calendar::Term>& answer_within) {
  // What an officer types for somebody came over the counter, and is registered there.
  if (!facts.officer.has_role("applicant")) {
    return reject(not_allowed, who_may(std::array<std::string_view, 1>{"applicant"}, facts));
  }
  intake.channel = procedure::Channel::Online;
  intake.received_at = facts.now;
  intake.authority_version = matrix_of_the_day(intake, facts);
  const auto chosen = case_of(intake, facts);
  if (!chosen) return Unexpected{chosen.error()};
  for (auto&& checked :
       {check_applicant(intake.applicant), check_known_papers(intake, facts.version),
        check_required_papers(intake, **chosen, facts.version)}) {
    if (!checked) return Unexpected{checked.error()};
  }
  auto promise = first_promise(intake, facts);
  if (!promise) return Unexpected{promise.error()};
  Submitted event{std::move(intake), std::move(*promise), {}};
  if (answer_within) {
    const auto due = calendar::reckon_due(facts.calendar,
                                          {*answer_within, facts.now, facts.version.receipt, {}});
    if (due) event.answer_due = due->due;
  }
  return Event{std::move(event)};
}

OrRejection<Event> decide_registration(const Registration& registration, const Facts& facts) {
  Intake intake = registration.intake;
  if (!facts.officer.has_role("reception")) {
    return reject(not_allowed, who_may(std::array<std::string_view, 1>{"reception"}, facts));
  }
  if (registration.actual_at) {
    if (*registration.actual_at > facts.now) return reject(actual_time_not_past);
    if (registration.actual_reason.empty()) {
      return reject(field_missing, {{"field", "actual_reason"}});
    }
  }
  intake.received_at = registration.actual_at.value_or(facts.now);
  intake.authority_version = matrix_of_the_day(intake, facts);
  const auto chosen = case_of(intake, facts);
  if (!chosen) return Unexpected{chosen.error()};
  for (auto&& checked :
       {check_applicant(intake.applicant), check_known_papers(intake, facts.version)}) {
    if (!checked) return Unexpected{checked.error()};
  }
  if (auto checked = check_case_by_matrix(intake, facts); !checked) {
    return Unexpected{checked.error()};
  }
  if (registration.outcome == CounterOutcome::Refused) {
    if (registration.reason.empty()) return reject(field_missing, {{"field", "reason"}});
    return Event{Refused{std::move(intake), registration.reason, {}}};
  }
  if (registration.outcome == CounterOutcome::Guided) {
    if (registration.lacking.empty()) return reject(nothing_asked);
    return Event{Guided{std::move(intake), registration.lacking, registration.reason}};
  }
  if (auto checked = check_required_papers(intake, **chosen, facts.version); !checked) {
    return Unexpected{checked.error()};
  }
  auto promise = first_promise(intake, facts);
  if (!promise) return Unexpected{promise.error()};
  promise->reason = registration.actual_reason;
  auto move = acts::first_move(intake, facts.now, facts);
  if (!move) return Unexpected{move.error()};
  return Event{Received{std::move(intake), std::move(*promise), std::move(*move)}};
}

}  // namespace motcua::dossier

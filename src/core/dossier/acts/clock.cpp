// Acts that concern the clock: supplements, suspensions, apologies.

#include <algorithm>

#include "dossier/acts/corrections.hpp"
#include "dossier/acts/rules.hpp"
#include "dossier/deadline.hpp"
#include "procedure/reopened.hpp"

namespace motcua::dossier::acts {
namespace {

using procedure::StopReason;

// Until when a pause may last at most, by the version's cap.
std::optional<Moment> cap_of(const procedure::ClockRule& rule, const Facts& facts) {
  if (!rule.cap) return std::nullopt;
  const auto reckoned = calendar::reckon(
      facts.calendar, {*rule.cap, facts.now, {{}, calendar::MonthEnd::LastDay}, {}});
  return reckoned ? reckoned->due : std::nullopt;
}

bool is_question(std::string_view field, const Dossier& dossier, const Facts& facts) {
  const auto answers = read_json(dossier.intake.answers);
  if (!answers) return false;
  return std::ranges::any_of(procedure::questions_of(facts.version, *answers),
                             [&](const auto& question) { return question.path == field; });
}

OrRejection<Nothing> check_items(const Dossier& dossier, const Input& input, const Facts& facts) {
  if (input.items.empty()) return reject(nothing_asked);
  for (const auto& item : input.items) {
    if (item.what.empty()) return reject(nothing_asked);
    if (item.field.empty() && facts.version.find_paper(item.paper) == nullptr) {
      return reject(paper_unknown, {{"paper", item.paper}});
    }
    if (!item.field.empty() && (!item.paper.empty() || !is_question(item.field, dossier, facts))) {
      return reject(question_unknown, {{"field", item.field}});
    }
  }
  return Nothing{};
}

// Another case has another term: the date is reckoned anew from the beginning, stops included.
OrRejection<std::optional<Promise>> promise_of_case(const Dossier& changed, const Facts& facts) {
  const auto due = recomputed_due(changed, facts);
  if (!due) return Unexpected{due.error()};
  const auto* current = changed.current_promise();
  if (current != nullptr && current->due == *due) return std::optional<Promise>{};
  return std::optional{Promise{*due, facts.now, PromiseKind::Supplement, changed.supplement->reason,
                               changed.supplement->document, facts.officer.actor.name}};
}

}  // namespace

OrRejection<std::optional<ClockStop>> make_stop(StopReason why, const Input& input,
                                                const Facts& facts) {
  const auto rule = facts.version.clock.find(why);
  if (rule == facts.version.clock.end()) return std::optional<ClockStop>{};
  if (rule->second.policy == calendar::ClockPolicy::Run) return std::optional<ClockStop>{};
  if (rule->second.document_required && input.document.empty()) return reject(document_required);
  ClockStop stop;
  stop.why = why;
  stop.policy = rule->second.policy;
  stop.from = facts.now;
  stop.capped_at = cap_of(rule->second, facts);
  stop.reason = input.reason;
  stop.document = input.document;
  return std::optional{stop};
}

int times_stopped(const Dossier& dossier, StopReason why) {
  int times = 0;
  for (const auto& stop : dossier.stops) times += stop.why == why ? 1 : 0;
  return times;
}

OrRejection<std::optional<Promise>> promise_after_stop(const Dossier& dossier, const Facts& facts,
                                                       PromiseKind kind) {
  const auto* open = dossier.open_stop();
  if (open == nullptr) return std::optional<Promise>{};
  Dossier after = dossier;
  after.stops.back().to = facts.now;
  auto due = recomputed_due(after, facts);
  if (!due) return Unexpected{due.error()};
  const bool unchanged =
      dossier.current_promise() != nullptr && dossier.current_promise()->due == *due;
  if (!due->has_value() || unchanged) return std::optional<Promise>{};
  return std::optional{
      Promise{*due, facts.now, kind, open->reason, open->document, facts.officer.actor.name}};
}

OrRejection<Event> request_supplement(const Dossier& dossier, const Input& input,
                                      const Facts& facts) {
  if (dossier.supplement || dossier.open_stop() != nullptr) return reject(awaits_the_applicant);
  if (const auto checked = check_items(dossier, input, facts); !checked) {
    return Unexpected{checked.error()};
  }
  const auto rule = facts.version.clock.find(StopReason::Supplement);
  const int at_most = rule == facts.version.clock.end() ? 1 : rule->second.at_most;
  if (dossier.supplements_requested >= at_most && input.approved_by.empty()) {
    return reject(supplement_already_asked_once);
  }
  auto stop = make_stop(StopReason::Supplement, input, facts);
  if (!stop) return Unexpected{stop.error()};
  return Event{SupplementRequested{input.items, input.reason, input.document, input.approved_by,
                                   std::move(*stop)}};
}

OrRejection<Event> supplement(const Dossier& dossier, const Input& input, const Facts& facts) {
  if (!dossier.supplement) return reject(no_supplement_asked);
  auto intake = answered_again(dossier, input, facts);
  if (!intake) return Unexpected{intake.error()};
  if (auto checked = check_papers_sent(dossier, *intake, input, facts); !checked) {
    return Unexpected{checked.error()};
  }
  Dossier changed = dossier;
  changed.intake = std::move(*intake);
  const bool other_case = changed.intake.case_id != dossier.intake.case_id;
  auto promise = other_case && dossier.open_stop() == nullptr
                     ? promise_of_case(changed, facts)
                     : promise_after_stop(changed, facts, PromiseKind::Supplement);
  if (!promise) return Unexpected{promise.error()};
  Supplemented event;
  event.corrected = change_of(dossier.intake, changed.intake);
  event.files = input.files;
  event.note = input.note;
  event.promise = std::move(*promise);
  return Event{std::move(event)};
}

OrRejection<Event> suspend(const Dossier& dossier, const Input& input, const Facts& facts) {
  if (const auto* open = dossier.open_stop(); open != nullptr) {
    return reject(dossier_is_suspended, {{"why", open->reason}});
  }
  const auto why = input.stop_reason.value_or(StopReason::Opinion);
  const auto rule = facts.version.clock.find(why);
  if (why == StopReason::Supplement || rule == facts.version.clock.end() ||
      rule->second.policy == calendar::ClockPolicy::Run ||
      times_stopped(dossier, why) >= rule->second.at_most) {
    return reject(clock_may_not_stop);
  }
  auto stop = make_stop(why, input, facts);
  if (!stop) return Unexpected{stop.error()};
  return Event{Suspended{**stop}};
}

OrRejection<Event> resume(const Dossier& dossier, const Input& input, const Facts& facts) {
  if (dossier.open_stop() == nullptr) return reject(dossier_is_not_suspended);
  if (dossier.supplement) return reject(awaits_the_applicant);
  auto promise = promise_after_stop(dossier, facts, PromiseKind::Suspension);
  if (!promise) return Unexpected{promise.error()};
  return Event{Resumed{input.note, std::move(*promise)}};
}

// [facts-3.6] Re-appointed at most once. An apology that comes later than one day before the date
// is still owed to the applicant; replaced_in_time() keeps it from making the promise look kept.
OrRejection<Event> apologise(const Dossier& dossier, const Input& input, const Facts& facts) {
  const auto* current = dossier.current_promise();
  if (current == nullptr || !current->due) return reject(no_promise_to_change);
  if (!dossier.apologies.empty()) return reject(already_reappointed);
  const Date new_date = *input.new_due;
  if (!facts.calendar.covers(new_date)) {
    return reject(calendar::calendar_has_no_data, {{"date", write_vietnamese(new_date)}});
  }
  if (new_date <= date_of(*current->due) || new_date <= date_of(facts.now) ||
      !facts.calendar.is_working_day(new_date)) {
    return reject(new_date_not_later, {{"due", write_vietnamese(*current->due)}});
  }
  const Promise promise{facts.calendar.end_of_reception(new_date),
                        facts.now,
                        PromiseKind::Apology,
                        input.reason,
                        input.document,
                        facts.officer.actor.name};
  return Event{Apologised{input.reason, input.responsible_unit, input.document, promise}};
}

}  // namespace motcua::dossier::acts

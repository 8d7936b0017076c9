// Acts that begin or end the office's work on a dossier, and the correction of an intake.

#include "dossier/acts/rules.hpp"
#include "dossier/intake_rules.hpp"

namespace motcua::dossier::acts {

OrRejection<Event> accept(const Dossier& dossier, const Input& input, const Facts& facts) {
  if (dossier.supplement) return reject(awaits_the_applicant);
  auto move = first_move(dossier.intake, facts.now, facts);
  if (!move) return Unexpected{move.error()};
  return Event{Accepted{std::move(*move), input.note}};
}

OrRejection<Event> refuse(const Dossier&, const Input& input, const Facts&) {
  return Event{Refused{{}, input.reason, input.document}};
}

OrRejection<Event> stop(const Dossier&, const Input& input, const Facts&) {
  return Event{Stopped{input.reason, input.document}};
}

OrRejection<Event> withdraw(const Dossier&, const Input& input, const Facts&) {
  return Event{Withdrawn{input.reason}};
}

OrRejection<Event> record_result(const Dossier& dossier, const Input& input, const Facts& facts) {
  if (dossier.result) return reject(result_already_recorded);
  if (task_for(dossier, "return-result", "", facts.version) == nullptr) return reject(not_the_step);
  const std::string outcome = input.outcome.empty() ? dossier.last_outcome : input.outcome;
  if (outcome != "granted" && outcome != "refused") {
    return reject(field_invalid, {{"field", "outcome"}});
  }
  return Event{ResultRecorded{input.document, input.document_date, outcome, input.note}};
}

OrRejection<Event> correct_intake(const Dossier& dossier, const Input& input, const Facts& facts) {
  IntakeCorrected event;
  event.before = dossier.intake.applicant;
  event.after = input.corrections.value_or(event.before);
  event.case_before = dossier.intake.case_id;
  event.case_after = input.case_id.empty() ? event.case_before : input.case_id;
  event.reason = input.reason;
  if (event.after == event.before && event.case_after == event.case_before) {
    return reject(nothing_corrected);
  }
  if (event.after.name.empty()) return reject(field_missing, {{"field", "name"}});
  if (event.case_after != event.case_before) {
    Intake intake = dossier.intake;
    intake.case_id = event.case_after;
    auto promise = first_promise(intake, facts);
    if (!promise) return Unexpected{promise.error()};
    promise->kind = PromiseKind::IntakeCorrection;
    promise->reason = input.reason;
    event.promise = std::move(*promise);
  }
  return Event{std::move(event)};
}

}  // namespace motcua::dossier::acts

// Acts that begin or end the office's work on a dossier, and the correction of an intake.

#include "dossier/acts/corrections.hpp"
#include "dossier/acts/rules.hpp"
#include "dossier/intake_rules.hpp"
#include "dossier/result.hpp"

namespace motcua::dossier::acts {
namespace {

// The intake as it reads with the corrections; what the officer left as it was changes nothing.
OrRejection<Intake> corrected(const Intake& before, const Input& input, const Facts& facts) {
  Intake after = before;
  if (!input.answers.empty()) {
    auto checked = correct_answers(after, input.answers, facts);
    if (!checked) return Unexpected{checked.error()};
  }
  if (!input.summary.empty() && input.summary != before.summary) after.summary = input.summary;
  if (input.corrections && *input.corrections != before.applicant) {
    after.applicant = *input.corrections;
  }
  if (!input.case_id.empty() && input.case_id != before.case_id) after.case_id = input.case_id;
  return after;
}

}  // namespace

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

OrRejection<Event> rate(const Dossier& dossier, const Input& input, const Facts&) {
  if (dossier.rating) return reject(already_rated);
  auto marks = sorted_marks(input.marks);
  if (!marks) return Unexpected{marks.error()};
  return Event{Rated{std::move(*marks), input.note}};
}

OrRejection<Event> record_result(const Dossier& dossier, const Input& input, const Facts& facts) {
  if (dossier.result) return reject(result_already_recorded);
  if (task_for(dossier, "return-result", "", facts.version) == nullptr) return reject(not_the_step);
  const std::string outcome = input.outcome.empty() ? dossier.last_outcome : input.outcome;
  if (outcome != "granted" && outcome != "refused") {
    return reject(field_invalid, {{"field", "outcome"}});
  }
  ResultRecorded event{input.document, input.document_date, outcome, input.note, {}};
  if (event.document.empty()) {
    if (!facts.next_number) return reject(field_missing, {{"field", "Số văn bản"}});
    event.document = facts.next_number->written;
    event.registered = facts.next_number->number;
    if (!event.document_date) event.document_date = date_of(facts.now);
  }
  return Event{std::move(event)};
}

OrRejection<Event> revoke_result(const Dossier& dossier, const Input& input, const Facts&) {
  if (dossier.result->revoked) return reject(result_is_revoked);
  return Event{ResultRevoked{input.reason, input.document}};
}

OrRejection<Event> send_back_paper(const Dossier& dossier, const Input& input, const Facts& facts) {
  if (auto turn = check_signer(dossier, facts); !turn) return Unexpected{turn.error()};
  return Event{PaperSentBack{input.reason}};
}

OrRejection<Event> correct_intake(const Dossier& dossier, const Input& input, const Facts& facts) {
  const Intake& before = dossier.intake;
  const auto after = corrected(before, input, facts);
  if (!after) return Unexpected{after.error()};
  auto change = change_of(before, *after);
  if (!change) return reject(nothing_corrected);
  IntakeCorrected event{std::move(*change), input.reason, {}};
  if (after->case_id != before.case_id) {
    auto promise = first_promise(*after, facts);
    if (!promise) return Unexpected{promise.error()};
    promise->kind = PromiseKind::IntakeCorrection;
    promise->reason = input.reason;
    event.promise = std::move(*promise);
  }
  return Event{std::move(event)};
}

}  // namespace motcua::dossier::acts

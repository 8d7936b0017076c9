// Acts that begin or end the office's work on a dossier, and the correction of an intake.

#include "dossier/acts/rules.hpp"
#include "dossier/intake_rules.hpp"
#include "dossier/result.hpp"
#include "procedure/form.hpp"

namespace motcua::dossier::acts {
namespace {

// Answers given on-line are whole; what an officer copied from paper may have gaps.
std::string first_fault(const Intake& intake, const procedure::Version& version,
                        const json::value& answers) {
  for (const auto& error : procedure::check_answers(version, answers)) {
    const bool gap = error.code == "required" && intake.channel != procedure::Channel::Online;
    if (!gap) return error.message.vi;
  }
  return {};
}

// What was taken from the answers follows them: the applicant, the summary, and on-line the case
// where a decision finds it.
OrRejection<Nothing> correct_answers(Intake& intake, const std::string& answers,
                                     const procedure::Version& version) {
  const auto before = read_json(intake.answers);
  const auto now = read_json(answers);
  if (!before || !now) return reject(field_invalid, {{"field", "answers"}});
  if (*before == *now) return Nothing{};
  if (auto fault = first_fault(intake, version, *now); !fault.empty()) {
    return reject(field_invalid, {{"field", std::move(fault)}});
  }
  intake.answers = answers;
  if (intake.applicant == applicant_of(version, *before)) {
    intake.applicant = applicant_of(version, *now);
  }
  if (intake.summary == procedure::answer_summary(version, *before)) {
    intake.summary = procedure::answer_summary(version, *now);
  }
  if (!decides_the_case(version, intake.channel)) return Nothing{};
  auto chosen = choose_case(version, *now, "");
  if (!chosen) return Unexpected{chosen.error()};
  intake.case_id = std::move(*chosen);
  return Nothing{};
}

// The intake as it reads with the corrections; what the officer left as it was changes nothing.
OrRejection<Intake> corrected(const Intake& before, const Input& input,
                              const procedure::Version& version) {
  Intake after = before;
  if (!input.answers.empty()) {
    auto checked = correct_answers(after, input.answers, version);
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

OrRejection<Event> send_back_paper(const Dossier& dossier, const Input& input,
                                   const Facts& facts) {
  if (auto turn = check_signer(dossier, facts); !turn) return Unexpected{turn.error()};
  return Event{PaperSentBack{input.reason}};
}

OrRejection<Event> correct_intake(const Dossier& dossier, const Input& input, const Facts& facts) {
  const Intake& before = dossier.intake;
  const auto after = corrected(before, input, facts.version);
  if (!after) return Unexpected{after.error()};
  IntakeCorrected event;
  event.before = before.applicant;
  event.after = after->applicant;
  event.case_before = before.case_id;
  event.case_after = after->case_id;
  event.reason = input.reason;
  if (after->summary != before.summary) {
    event.summary_before = before.summary;
    event.summary_after = after->summary;
  }
  if (after->answers != before.answers) {
    event.answers_before = before.answers;
    event.answers_after = after->answers;
  }
  if (event.after == event.before && event.case_after == event.case_before &&
      event.summary_after.empty() && event.answers_after.empty()) {
    return reject(nothing_corrected);
  }
  if (event.case_after != event.case_before) {
    auto promise = first_promise(*after, facts);
    if (!promise) return Unexpected{promise.error()};
    promise->kind = PromiseKind::IntakeCorrection;
    promise->reason = input.reason;
    event.promise = std::move(*promise);
  }
  return Event{std::move(event)};
}

}  // namespace motcua::dossier::acts

// Acts that move the dossier along its process.

#include "authority/office.hpp"
#include "dossier/acts/rules.hpp"
#include "dossier/acts/timers.hpp"
#include "dossier/acts/variables.hpp"
#include "dossier/deadline.hpp"
#include "dossier/powers.hpp"
#include "dossier/supplement.hpp"
#include "procedure/form.hpp"

namespace motcua::dossier::acts {
namespace {

std::string unit_of(const procedure::ProcessNode& node, const Facts& facts) {
  const auto& unit = node.task.unit == "division" ? facts.division : node.task.unit;
  const auto* office = facts.powers.office;
  return office == nullptr ? unit : office->successor_of(unit, date_of(facts.now));
}

struct Completion {
  StepEnd how;
  std::string_view completes;  // the task attribute `act`
  std::string outcome;
};

// A task inside another's share keeps that one's due moment.
std::optional<Moment> due_of(const Dossier* dossier, const Intake& intake,
                             const procedure::ProcessNode& node, Moment opened,
                             const Facts& facts) {
  if (node.task.share_of.empty()) {
    return share_due(facts.version, intake.case_id, node.id, opened, facts.calendar);
  }
  std::optional<Moment> due;
  if (dossier != nullptr) {
    for (const auto& holding : dossier->holdings) {
      if (holding.task == node.task.share_of) due = holding.due;
    }
  }
  return due;
}

OrRejection<ProcessMove> make_move(const Dossier* dossier, const Intake& intake,
                                   const procedure::ProgressStep& step, Moment opened,
                                   const Facts& facts) {
  ProcessMove move;
  for (const auto& task : step.opened) {
    const auto* node = node_of(facts.version, task);
    move.opened.push_back(
        {task, unit_of(*node, facts), due_of(dossier, intake, *node, opened, facts)});
  }
  move.joining_flows = step.instance.joining_flows;
  move.ended = step.instance.ended;
  move.interrupted = step.interrupted;
  move.state = step.instance.state;
  for (const auto& found : step.automatic) {
    move.found_out.push_back({found.node, found.result, found.value, found.rule});
  }
  const auto had = dossier == nullptr ? std::vector<PendingTimer>{} : dossier->timers;
  auto timers = timers_after(had, step, opened, facts);
  if (!timers) return Unexpected{timers.error()};
  move.timers = std::move(*timers);
  return move;
}

feel::Context variables_of(const Intake& intake, std::string_view outcome, const Facts& facts) {
  auto variables = process_variables(intake, outcome);
  variables.merge(authority_variables(intake, facts));
  return variables;
}

// With what was filled in at earlier steps.
feel::Context variables_of(const Dossier& dossier, std::string_view outcome, const Facts& facts) {
  auto variables = variables_of(dossier.intake, outcome, facts);
  variables.merge(found_variables(dossier));
  return variables;
}

// The form of the task, where it has one, as filled in with the act.
OrRejection<std::string> task_answers(const OpenTask& task, const Completion& completion,
                                      const Input& input, const Facts& facts) {
  const auto form = facts.version.task_forms.find(task.task);
  const bool asked =
      form != facts.version.task_forms.end() && completion.how != StepEnd::ReturnedForRework;
  if (!asked) return std::string();
  const auto answers = read_json(input.answers.empty() ? "{}" : input.answers);
  if (!answers) return reject(field_invalid, {{"field", "answers"}});
  auto errors =
      procedure::check_answers_on({facts.version, form->second}, *answers, date_of(facts.now));
  if (errors.empty()) return write_json(*answers);
  const auto count = std::to_string(errors.size());
  return reject(step_answers_wrong, {{"count", count}}, in_answers(std::move(errors)));
}

struct Outcome {
  std::string_view outcome;  // what the gateway behind may ask: approved, rework, granted …
  std::string_view answers;  // of the task's form, JSON; empty: it has none
};

OrRejection<ProcessMove> complete_task(const Dossier& dossier, const OpenTask& task,
                                       const Outcome& with, const Facts& facts) {
  auto variables = with.answers.empty() ? feel::Context{} : found_variables(with.answers);
  variables.merge(variables_of(dossier, with.outcome, facts));
  auto step = procedure::complete(facts.version.process, dossier.process, task.task, variables);
  if (!step) return Unexpected{step.error()};
  auto move = make_move(&dossier, dossier.intake, *step, facts.now, facts);
  if (move) move->closed = task.task;
  return move;
}

OrRejection<Event> complete_step(const Dossier& dossier, const Input& input, const Facts& facts,
                                 const Completion& completion) {
  const auto& [how, completes, outcome] = completion;
  const auto* task = task_for(dossier, completes, input.task, facts.version);
  if (task == nullptr) return reject(not_the_step);
  auto answers = task_answers(*task, completion, input, facts);
  if (!answers) return Unexpected{answers.error()};
  auto move = complete_task(dossier, *task, {outcome, *answers}, facts);
  if (!move) return Unexpected{move.error()};
  StepCompleted event;
  event.answers = std::move(*answers);
  event.how = how;
  event.move = std::move(*move);
  event.reason = input.reason;
  event.note = input.note;
  event.document = input.document;
  event.document_date = input.document_date;
  event.outcome = how == StepEnd::SignedOff || how == StepEnd::OpinionRecorded ? outcome : "";
  const bool by_approval =
      how == StepEnd::Approved && node_of(facts.version, task->task)->task.decides;
  if (by_approval) event.outcome = "granted";
  if (how == StepEnd::SignedOff || by_approval) {
    auto decided = check_decider(dossier, task->unit, capacities(facts), facts);
    if (!decided) return Unexpected{decided.error()};
    event.decided = std::move(*decided);
  }
  return Event{std::move(event)};
}

}  // namespace

const procedure::ProcessNode* node_of(const procedure::Version& version, std::string_view task) {
  const auto found = version.process.nodes.find(task);
  return found == version.process.nodes.end() ? nullptr : &found->second;
}

const OpenTask* task_for(const Dossier& dossier, std::string_view completes, std::string_view task,
                         const procedure::Version& version) {
  for (const auto& open : dossier.tasks) {
    if (!task.empty() && open.task != task) continue;
    const auto* node = node_of(version, open.task);
    if (node != nullptr && (completes.empty() || node->task.act == completes)) return &open;
  }
  return nullptr;
}

OrRejection<ProcessMove> first_move(const Intake& intake, Moment opened, const Facts& facts) {
  auto step = procedure::start(facts.version.process, variables_of(intake, "", facts));
  if (!step) return Unexpected{step.error()};
  return make_move(nullptr, intake, *step, opened, facts);
}

OrRejection<Event> let_timer_come(const Dossier& d, const PendingTimer& timer, Moment due,
                                  const Facts& f) {
  const auto step = procedure::timer_came(f.version.process, d.process,
                                          {timer.execution, timer.node}, variables_of(d, "", f));
  if (!step) return Unexpected{step.error()};
  auto move = make_move(&d, d.intake, *step, f.now, f);
  if (!move) return Unexpected{move.error()};
  return Event{TimerCame{timer.node, due, std::move(*move)}};
}

OrRejection<Event> hand_over(const Dossier& d, const Input& in, const Facts& f) {
  return complete_step(d, in, f, {StepEnd::HandedOver, "hand-over", ""});
}

OrRejection<Event> propose(const Dossier& d, const Input& in, const Facts& f) {
  return complete_step(d, in, f, {StepEnd::Proposed, "propose", ""});
}

OrRejection<Event> approve(const Dossier& d, const Input& in, const Facts& f) {
  return complete_step(d, in, f, {StepEnd::Approved, "approve", "approved"});
}

OrRejection<Event> return_for_rework(const Dossier& d, const Input& in, const Facts& f) {
  return complete_step(d, in, f, {StepEnd::ReturnedForRework, "approve", "rework"});
}

OrRejection<Event> sign_off(const Dossier& d, const Input& in, const Facts& f) {
  if (in.outcome != "granted" && in.outcome != "refused") {
    return reject(field_invalid, {{"field", "outcome"}});
  }
  return complete_step(d, in, f, {StepEnd::SignedOff, "sign-off", in.outcome});
}

OrRejection<Event> record_opinion(const Dossier& d, const Input& in, const Facts& f) {
  return complete_step(d, in, f, {StepEnd::OpinionRecorded, "record-opinion", "answered"});
}

namespace {

// The step by which the result leaves the office; not before its fees are paid.
OrRejection<ProcessMove> hand_over_result(const Dossier& d, const Input& in, const Facts& f) {
  if (d.result_awaits_payment()) {
    return reject(fee_unpaid, {{"due", write_dong(d.owed(), Language::Vietnamese)}});
  }
  const auto* task = task_for(d, "return-result", in.task, f.version);
  if (task == nullptr) return reject(not_the_step);
  return complete_task(d, *task, {d.result->outcome, ""}, f);
}

}  // namespace

OrRejection<Event> return_result(const Dossier& d, const Input& in, const Facts& f) {
  auto move = hand_over_result(d, in, f);
  if (!move) return Unexpected{move.error()};
  return Event{ResultReturned{in.returned_to, in.note, std::move(*move), in.shown}};
}

// [facts-8.3] A hand-over record with the carrier.
OrRejection<Event> post_result(const Dossier& d, const Input& in, const Facts& f) {
  auto move = hand_over_result(d, in, f);
  if (!move) return Unexpected{move.error()};
  if (in.document_date && *in.document_date > date_of(f.now)) {
    return reject(field_invalid, {{"field", "document_date"}});
  }
  return Event{ResultPosted{in.carrier, in.document, in.document_date, in.note, std::move(*move)}};
}

OrRejection<Event> record_delivery(const Dossier& d, const Input& in, const Facts& f) {
  const Date on = in.document_date.value_or(date_of(f.now));
  if (on < d.result->posting->date || on > date_of(f.now)) {
    return reject(field_invalid, {{"field", "document_date"}});
  }
  return Event{DeliveryRecorded{in.returned_to, in.document_date, in.note}};
}

}  // namespace motcua::dossier::acts

#include "dossier/act.hpp"

#include <algorithm>

#include "dossier/acts/rules.hpp"
#include "dossier/result.hpp"

namespace motcua::dossier {
namespace {

bool is_empty(const ActInput& input, std::string_view field) {
  if (field == "reason") return input.reason.empty();
  if (field == "note") return input.note.empty();
  if (field == "document") return input.document.empty();
  if (field == "document_date") return !input.document_date;
  if (field == "approved_by") return input.approved_by.empty();
  if (field == "items") return input.items.empty();
  if (field == "to") return input.to.empty();
  if (field == "new_due") return !input.new_due;
  if (field == "responsible_unit") return input.responsible_unit.empty();
  if (field == "outcome") return input.outcome.empty();
  if (field == "stop_reason") return !input.stop_reason;
  if (field == "paper") return input.paper.empty();
  if (field == "check") return input.check.empty();
  if (field == "actual_at") return !input.actual_at;
  if (field == "returned_to") return input.returned_to.empty();
  if (field == "shown") return input.shown.empty();
  if (field == "carrier") return input.carrier.empty();
  if (field == "amount") return !input.amount;
  if (field == "payment") return input.payment.empty();
  if (field == "marks") return input.marks.empty();
  if (field == "corrections.kind") return input.corrections && input.corrections->kind.empty();
  if (field == "corrections.name") return input.corrections && input.corrections->name.empty();
  report_bug("a field of the act table is unknown", __FILE__, __LINE__);
}

// Money comes and goes whatever became of the dossier; the ledger says what may be.
bool is_about_money(const ActRule& rule) {
  return rule.name == "record-cash" || rule.name == "record-transfer" || rule.name == "refund";
}

bool hands_over(const ActRule& rule) {
  return rule.name == "return-result" || rule.name == "post-result";
}

// The phase in which an act makes sense at all.
bool fits_phase(const ActRule& rule, const Dossier& dossier) {
  if (rule.name == "accept" || rule.name == "refuse") return dossier.phase == Phase::Submitted;
  if (hands_over(rule)) return dossier.phase == Phase::Settled;
  if (rule.name == "record-delivery") {
    return dossier.result && dossier.result->posting && !dossier.result->posting->delivered;
  }
  if (rule.name == "send-back-paper") return dossier.result && dossier.result->signing;
  if (rule.name == "correct-intake") return dossier.is_open() || dossier.phase == Phase::Settled;
  if (rule.name == "rate") return dossier.is_finished();
  if (rule.name == "revoke-result") return dossier.result.has_value();
  if (is_about_money(rule)) return dossier.phase != Phase::None;
  if (rule.name == "record-result" && dossier.phase == Phase::Settled) return true;  // says so
  if (rule.name == "request-supplement" || rule.name == "supplement" || rule.name == "withdraw" ||
      rule.name == "check-paper") {
    return dossier.is_open();
  }
  return dossier.phase == Phase::Running;
}

// Acts that work on the dossier rest while its clock stands still; those about the clock do not,
// and no fee keeps a result from being recorded.
bool may_act_while_stopped(const ActRule& rule, const ClockStop& stop) {
  if (rule.name == "record-result") return stop.why == procedure::StopReason::Payment;
  static constexpr std::array<std::string_view, 8> allowed{
      "supplement",     "resume", "withdraw",  "stop",
      "correct-intake", "assign", "apologise", "refuse"};
  return std::find(allowed.begin(), allowed.end(), rule.name) != allowed.end();
}

std::string who_may(const ActRule& rule, const procedure::ProcessNode* node) {
  if (rule.roles.empty() && node != nullptr) return node->task.role;
  std::string who;
  for (const auto& role : rule.roles) who += (who.empty() ? "" : ", ") + std::string(role);
  return who;
}

// A liaison records what an agency outside the system answered.
bool records_for_others(const Officer& officer, const procedure::ProcessNode& node) {
  return node.task.role == "liaison" && officer.has_role("liaison");
}

// [design-6] Authority by the task's role, or by the act's own roles; inside units only by their
// people.
OrRejection<Nothing> check_authority(const ActRule& rule, const OpenTask* task,
                                     const Facts& facts) {
  const auto* node = task == nullptr ? nullptr : acts::node_of(facts.version, task->task);
  const bool by_task_role = rule.roles.empty() && node != nullptr;
  const bool allowed =
      by_task_role ? facts.officer.has_role(node->task.role)
                   : std::any_of(rule.roles.begin(), rule.roles.end(), [&](std::string_view role) {
                       return facts.officer.has_role(role);
                     });
  if (!allowed) return reject(not_allowed, {{"who", who_may(rule, node)}});
  const bool inside_the_unit = by_task_role || rule.name == "take";
  if (inside_the_unit && node != nullptr && !records_for_others(facts.officer, *node) &&
      facts.officer.actor.unit != task->unit) {
    return reject(not_your_unit, {{"unit", task->unit}});
  }
  return Nothing{};
}

// A task somebody took is his; a head may reassign it.
OrRejection<Nothing> check_assignee(const ActRule& rule, const OpenTask* task, const Facts& facts) {
  if (rule.completes.empty() || task == nullptr || task->assignee.empty()) return Nothing{};
  if (task->assignee == facts.officer.actor.id) return Nothing{};
  return reject(taken_by_another, {{"officer", task->assignee}});
}

OrRejection<Nothing> check_actual_time(const Dossier& dossier, const ActInput& input,
                                       const Facts& facts) {
  if (!input.actual_at) return Nothing{};
  if (*input.actual_at > facts.now || *input.actual_at < dossier.intake.received_at) {
    return reject(actual_time_not_past);
  }
  if (input.note.empty() && input.reason.empty()) return reject(field_missing, {{"field", "note"}});
  return Nothing{};
}

OrRejection<Nothing> check_fields(const ActRule& rule, const ActInput& input) {
  for (const auto& field : rule.fields) {
    if (field.required && is_empty(input, field.name)) {
      return reject(field_missing, {{"field", field.label.vi}});
    }
  }
  return Nothing{};
}

OrRejection<Nothing> check_state(const ActRule& rule, const Dossier& dossier) {
  if (!fits_phase(rule, dossier)) {
    if (rule.name == "rate") return reject(dossier_not_finished);
    return hands_over(rule) && dossier.phase == Phase::Running ? reject(result_not_recorded)
                                                               : reject(dossier_not_open);
  }
  if (is_about_money(rule)) return Nothing{};
  if (const auto* stop = dossier.open_stop(); stop != nullptr) {
    if (may_act_while_stopped(rule, *stop)) return Nothing{};
    if (dossier.supplement) return reject(awaits_the_applicant);
    return reject(dossier_is_suspended, {{"why", stop->reason}});
  }
  return Nothing{};
}

bool is_offered(const ActRule& about_money, const Dossier& dossier) {
  if (about_money.name != "refund") return dossier.owed() > Dong{};
  return std::ranges::any_of(dossier.ledger.payments(), [&](const payment::Payment& payment) {
    return dossier.ledger.refundable(payment) > Dong{};
  });
}

}  // namespace

bool Officer::has_role(std::string_view role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

OrRejection<Event> decide(const Dossier& dossier, std::string_view act, const ActInput& input,
                          const Facts& facts) {
  const auto* rule = find_act(act);
  if (rule == nullptr) return reject(act_unknown, {{"act", std::string(act)}});
  if (auto checked = check_state(*rule, dossier); !checked) return Unexpected{checked.error()};
  const auto* task = acts::task_for(dossier, rule->completes, input.task, facts.version);
  if (task == nullptr && !rule->completes.empty()) return reject(not_the_step);
  if (auto checked = check_authority(*rule, task, facts); !checked) {
    return Unexpected{checked.error()};
  }
  if (auto checked = check_assignee(*rule, task, facts); !checked)
    return Unexpected{checked.error()};
  if (auto checked = check_fields(*rule, input); !checked) return Unexpected{checked.error()};
  if (auto checked = check_actual_time(dossier, input, facts); !checked) {
    return Unexpected{checked.error()};
  }
  return rule->decide(dossier, input, facts);
}

std::vector<ActOffer> offers(const Dossier& dossier, const Facts& facts) {
  std::vector<ActOffer> offered;
  for (const auto& rule : act_table()) {
    if (!check_state(rule, dossier)) continue;
    const auto* task = acts::task_for(dossier, rule.completes, "", facts.version);
    if (task == nullptr && !rule.completes.empty()) continue;
    if (!check_authority(rule, task, facts) || !check_assignee(rule, task, facts)) continue;
    const std::string id = task == nullptr ? "" : task->task;
    if (rule.name == "supplement" && !dossier.supplement) continue;
    if (rule.name == "resume" && (dossier.open_stop() == nullptr || dossier.supplement)) continue;
    if (rule.name == "take" && (task == nullptr || !task->assignee.empty())) continue;
    if (rule.name == "record-result" && dossier.result) continue;
    if (is_about_money(rule) && !is_offered(rule, dossier)) continue;
    if (rule.name == "rate" && dossier.rating) continue;
    if (hands_over(rule) && dossier.result_awaits_payment()) continue;
    if (rule.name == "send-back-paper" && !is_next_signer(dossier, facts)) continue;
    if (rule.name == "apologise" && !dossier.apologies.empty()) continue;
    offered.push_back({&rule, id});
  }
  return offered;
}

}  // namespace motcua::dossier

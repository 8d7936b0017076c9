#include "dossier/act.hpp"

#include <algorithm>

#include "authority/office.hpp"
#include "dossier/acts/rules.hpp"
#include "dossier/powers.hpp"
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
  static constexpr std::array<std::string_view, 9> allowed{
      "supplement", "resume", "withdraw",        "stop", "correct-intake", "assign",
      "apologise",  "refuse", "declare-conflict"};
  return std::find(allowed.begin(), allowed.end(), rule.name) != allowed.end();
}

const procedure::ProcessNode* node_of(const OpenTask* task, const Facts& facts) {
  return task == nullptr ? nullptr : acts::node_of(facts.version, task->task);
}

RejectionDetails who_may_do(const ActRule& rule, const procedure::ProcessNode* node,
                            const Facts& facts) {
  if (!rule.roles.empty() || node == nullptr) {
    return who_may(rule.roles, facts);
  }
  const std::string_view role = node->task.role;
  return who_may({&role, 1}, facts);
}

// A liaison records what an agency outside the system answered.
bool records_for_others(const authority::Capacity& as, const procedure::ProcessNode& node) {
  return node.task.role == "liaison" && as.has_role("liaison");
}

// The posts as which he may do it, his own first.
using Capacities = std::vector<authority::Capacity>;

// [design-6] Authority by the task's role, or by the act's own roles; inside units only by their
// people. Roles are those of the posts he holds today, or fills in another's place.
OrRejection<Capacities> check_authority(const ActRule& rule, const OpenTask* task,
                                        const Facts& facts) {
  const auto* node = node_of(task, facts);
  const bool by_task_role = rule.roles.empty() && node != nullptr;
  auto able = capacities(facts);
  std::erase_if(able, [&](const authority::Capacity& as) {
    if (by_task_role) return !as.has_role(node->task.role);
    return std::ranges::none_of(rule.roles, [&](auto role) { return as.has_role(role); });
  });
  if (able.empty()) return reject(not_allowed, who_may_do(rule, node, facts));
  const bool inside_the_unit = by_task_role || rule.name == "take";
  if (!inside_the_unit || node == nullptr) return able;
  std::erase_if(able, [&](const authority::Capacity& as) {
    return !records_for_others(as, *node) && !has_work_of(as.tenure.unit, task->unit, facts);
  });
  if (able.empty()) return reject(not_your_unit, unit_details(task->unit, facts));
  return able;
}

// A signature decides the case, and an approval where the process says so.
bool decides(const ActRule& rule, const OpenTask* task, const Facts& facts) {
  if (rule.completes == "sign-off") return true;
  const auto* node = node_of(task, facts);
  return rule.name == "approve" && node != nullptr && node->task.decides;
}

// Two keys: what one proposed, another approves, signs or decides.
bool is_second_key(const ActRule& rule, const OpenTask* task, const Facts& facts) {
  if (rule.completes == "approve") return true;
  const auto* node = node_of(task, facts);
  return rule.completes == "sign-off" && node != nullptr && node->task.role != "liaison";
}

// Beside the role: no stake of his own, not both keys, and the case is his to decide.
OrRejection<Nothing> check_powers(const ActRule& rule, const Dossier& dossier, const OpenTask* task,
                                  const Capacities& as, const Facts& facts) {
  const bool hands_on = rule.name == "declare-conflict" || rule.name == "assign";
  if (!hands_on && has_stake(dossier, facts.officer.actor.id, facts)) {
    return reject(conflict_of_interest, {{"officer", facts.officer.actor.name}});
  }
  if (is_second_key(rule, task, facts)) {
    const auto acting = as.empty() ? std::nullopt : as.front().acting_for;
    if (auto checked = check_four_eyes(dossier, acting, facts); !checked) return checked;
  }
  if (task == nullptr || !decides(rule, task, facts)) return Nothing{};
  if (auto checked = check_decider(dossier, task->unit, as, facts); !checked) {
    return Unexpected{checked.error()};
  }
  return Nothing{};
}

// A task somebody took is his; a head may reassign it.
OrRejection<Nothing> check_assignee(const ActRule& rule, const OpenTask* task, const Facts& facts) {
  if (rule.completes.empty() || task == nullptr || task->assignee.empty()) return Nothing{};
  if (task->assignee == facts.officer.actor.id) return Nothing{};
  const auto* office = facts.powers.office;
  const auto* person = office == nullptr ? nullptr : office->find_person(task->assignee);
  return reject(taken_by_another, {{"officer", person == nullptr ? task->assignee : person->name}});
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

// Worth offering to whoever might work on it.
bool may_declare(const Dossier& dossier, const Facts& facts) {
  return facts.powers.office != nullptr && !has_stake(dossier, facts.officer.actor.id, facts);
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
  const auto as = check_authority(*rule, task, facts);
  if (!as) return Unexpected{as.error()};
  if (auto checked = check_powers(*rule, dossier, task, *as, facts); !checked) {
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
    const auto as = check_authority(rule, task, facts);
    if (!as || !check_powers(rule, dossier, task, *as, facts)) continue;
    if (!check_assignee(rule, task, facts)) continue;
    if (rule.name == "declare-conflict" && !may_declare(dossier, facts)) continue;
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
    offered.push_back({&rule, id, decides(rule, task, facts)});
  }
  return offered;
}

std::vector<Withheld> withheld(const Dossier& dossier, const Facts& facts) {
  std::vector<Withheld> kept_back;
  for (const auto& rule : act_table()) {
    if (!check_state(rule, dossier) || rule.completes.empty()) continue;
    const auto* task = acts::task_for(dossier, rule.completes, "", facts.version);
    if (task == nullptr) continue;
    const auto as = check_authority(rule, task, facts);
    if (!as) continue;
    const auto checked = check_powers(rule, dossier, task, *as, facts);
    if (!checked) kept_back.push_back({&rule, checked.error()});
  }
  return kept_back;
}

std::optional<authority::ActingFor> acting_for(const Dossier& dossier, std::string_view act,
                                               const ActInput& input, const Facts& facts) {
  const auto* rule = find_act(act);
  if (rule == nullptr) return std::nullopt;
  const auto* task = acts::task_for(dossier, rule->completes, input.task, facts.version);
  const auto as = check_authority(*rule, task, facts);
  if (!as || as->empty()) return std::nullopt;
  if (!decides(*rule, task, facts)) return as->front().acting_for;
  const auto judgement = judgement_of(dossier.intake, facts);
  if (!judgement || judgement->decider == nullptr) return as->front().acting_for;
  const auto as_decider = std::ranges::find_if(*as, [&](const authority::Capacity& one) {
    return one.tenure.post == judgement->decider->post;
  });
  return as_decider == as->end() ? as->front().acting_for : as_decider->acting_for;
}

}  // namespace motcua::dossier

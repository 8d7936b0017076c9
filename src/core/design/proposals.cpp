// Proposals (đề xuất): proposed, decided or withdrawn, carried out. [design/act.hpp]

#include <algorithm>

#include "design/act.hpp"

namespace motcua::design {

std::vector<std::string_view> offers(const Proposal& proposal, const dossier::Officer& officer) {
  if (!may_draft(officer)) return {};
  const bool own = proposal.proposed_by.id == officer.actor.id;
  std::vector<std::string_view> may;
  if (proposal.state == ProposalState::Proposed) {
    if (may_approve(officer) && !own) may.emplace_back("decide");
    if (may_approve(officer) || own) may.emplace_back("withdraw");
  }
  if (proposal.state == ProposalState::Accepted && may_approve(officer)) {
    may.emplace_back("carry-out");
  }
  return may;
}

OrRejection<Event> decide_proposal(Proposed proposed, const Facts& facts) {
  if (!may_draft(facts.officer)) return reject(not_a_designer);
  if (proposed.in_force_from < date_of(facts.now)) {
    return reject(day_is_past, {{"today", write_vietnamese(date_of(facts.now))}});
  }
  std::ranges::sort(proposed.subjects);
  const auto twice = std::ranges::unique(proposed.subjects);
  proposed.subjects.erase(twice.begin(), twice.end());
  const bool merges = proposed.kind == ProposalKind::Merge;
  const bool among = std::ranges::find(proposed.subjects, proposed.into) != proposed.subjects.end();
  if (merges != !proposed.into.empty() || (merges && among)) return reject(merger_into_unknown);
  return Event{std::move(proposed)};
}

OrRejection<Event> decide_on(const Proposal& proposal, ProposalDecided decided,
                             const Facts& facts) {
  if (!may_approve(facts.officer)) return reject(not_an_approver);
  if (proposal.state != ProposalState::Proposed) return reject(proposal_is_decided);
  if (proposal.proposed_by.id == facts.officer.actor.id) return reject(own_proposal);
  if (decided.decision.date > date_of(facts.now)) return reject(decision_is_later);
  if (!decided.accepted && decided.reason.empty()) return reject(proposal_reason_missing);
  return Event{std::move(decided)};
}

OrRejection<Event> decide_withdrawal(const Proposal& proposal, const std::string& reason,
                                     const Facts& facts) {
  if (proposal.state != ProposalState::Proposed) return reject(proposal_is_decided);
  const bool own = proposal.proposed_by.id == facts.officer.actor.id;
  if (!own && !may_approve(facts.officer)) return reject(proposal_is_not_yours);
  if (reason.empty()) return reject(proposal_reason_missing);
  return Event{ProposalWithdrawn{reason}};
}

OrRejection<Event> decide_carrying_out(const Proposal& proposal, const std::string& reason,
                                       const std::vector<Abolition>& newest, const Facts& facts) {
  if (!may_approve(facts.officer)) return reject(not_an_approver);
  if (proposal.state != ProposalState::Accepted) return reject(proposal_not_accepted);
  CarriedOut event{reason, newest};
  // Carried out late, it works from today: what was received meanwhile stands.
  const Date on = std::max(proposal.proposed.in_force_from, date_of(facts.now));
  for (auto& one : event.abolished) {
    one.on = on;
    one.by = proposal.decision->number;
  }
  return Event{std::move(event)};
}

std::vector<std::string> ended_by(const Proposal& proposal) {
  const auto kind = proposal.proposed.kind;
  if (kind != ProposalKind::Abolish && kind != ProposalKind::Merge) return {};
  return proposal.proposed.subjects;
}

}  // namespace motcua::design

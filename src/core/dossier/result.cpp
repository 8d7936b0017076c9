#include "dossier/result.hpp"

#include <algorithm>
#include <array>

#include "authority/office.hpp"
#include "dossier/powers.hpp"

namespace motcua::dossier {
namespace {

constexpr std::array<std::string_view, 3> origin_names{"composed", "received", "digitised"};
constexpr std::array<std::string_view, 4> standing_names{"valid", "expired", "replaced", "revoked"};

OrRejection<Nothing> check_roles(const Facts& facts, std::string_view one, std::string_view other) {
  const auto as = capacities(facts);
  const bool may = std::any_of(as.begin(), as.end(), [&](const authority::Capacity& capacity) {
    return capacity.has_role(one) || capacity.has_role(other);
  });
  if (may) return Nothing{};
  return reject(not_allowed, who_may(std::array{one, other}, facts));
}

std::size_t signed_so_far(const Dossier& dossier) {
  const bool begun = dossier.result && dossier.result->signing;
  return begun ? dossier.result->signing->by.size() : 0;
}

// Who signs decides; who keeps the counter takes in what others signed and seals copies.
OrRejection<Nothing> check_issuer(const Dossier& dossier, ResultOrigin origin, const Facts& facts) {
  if (origin == ResultOrigin::Composed) return check_signer(dossier, facts);
  return check_roles(facts, "reception", "director");
}

}  // namespace

std::string_view write_result_origin(ResultOrigin origin) {
  return origin_names[static_cast<std::size_t>(origin)];
}

std::optional<ResultOrigin> parse_result_origin(std::string_view text) {
  const auto found = std::find(origin_names.begin(), origin_names.end(), text);
  if (found == origin_names.end()) return std::nullopt;
  return static_cast<ResultOrigin>(found - origin_names.begin());
}

const procedure::Signer* next_signer(const Dossier& dossier, const procedure::Version& version) {
  const auto at = signed_so_far(dossier);
  return at < version.signers.size() ? &version.signers[at] : nullptr;
}

std::size_t signers_after_next(const Dossier& dossier, const procedure::Version& version) {
  const auto with_next = signed_so_far(dossier) + 1;
  return version.signers.size() > with_next ? version.signers.size() - with_next : 0;
}

OrRejection<Nothing> check_signer(const Dossier& dossier, const Facts& facts) {
  const auto* next = next_signer(dossier, facts.version);
  if (next == nullptr) return check_roles(facts, "director", "head");
  if (signed_so_far(dossier) > 0) {
    const auto& by = dossier.result->signing->by;
    if (std::find(by.begin(), by.end(), facts.officer.actor.id) != by.end()) {
      return reject(signed_already);
    }
  }
  auto as = capacities(facts);
  std::erase_if(as, [&](const authority::Capacity& one) { return !one.has_role(next->role); });
  if (as.empty())
    return reject(not_allowed, who_may(std::array{std::string_view(next->role)}, facts));
  const auto unit = next->unit == "division" ? facts.division : next->unit;
  const bool there = unit.empty() || std::any_of(as.begin(), as.end(), [&](const auto& one) {
                       return has_work_of(one.tenure.unit, unit, facts);
                     });
  if (!there) return reject(not_your_unit, unit_details(unit, facts));
  return Nothing{};
}

namespace {

// The last signature under a paper the office composed decides it.
OrRejection<std::optional<DecidedBy>> check_signature(const Dossier& dossier, const Issue& issue,
                                                      const Facts& facts) {
  if (issue.origin != ResultOrigin::Composed) return std::optional<DecidedBy>{};
  if (has_stake(dossier, facts.officer.actor.id, facts)) {
    return reject(conflict_of_interest, {{"officer", facts.officer.actor.name}});
  }
  if (auto checked = check_four_eyes(dossier, signing_for(dossier, facts), facts); !checked) {
    return Unexpected{checked.error()};
  }
  if (signers_after_next(dossier, facts.version) > 0) return std::optional<DecidedBy>{};
  return check_decider(dossier, "", capacities(facts), facts);
}

}  // namespace

std::optional<authority::ActingFor> signing_for(const Dossier& dossier, const Facts& facts) {
  const auto* next = next_signer(dossier, facts.version);
  for (const auto& one : capacities(facts)) {
    const bool signs = next == nullptr ? one.has_role("director") || one.has_role("head")
                                       : one.has_role(next->role);
    if (signs) return one.acting_for;
  }
  return std::nullopt;
}

bool is_next_signer(const Dossier& dossier, const Facts& facts) {
  return check_signer(dossier, facts).ok();
}

OrRejection<Nothing> check_issue(const Dossier& dossier, const Issue& issue, const Facts& facts) {
  if (!dossier.result) return reject(result_not_recorded);
  if (auto allowed = check_issuer(dossier, issue.origin, facts); !allowed) return allowed;
  if (auto decides = check_signature(dossier, issue, facts); !decides) {
    return Unexpected{decides.error()};
  }
  if (dossier.result->revoked) return reject(result_is_revoked);
  const bool explained = !issue.reason.empty() || signed_so_far(dossier) > 0;
  if (!dossier.result->issued.empty() && !explained) return reject(replacement_unexplained);
  if (issue.valid_until && *issue.valid_until < date_of(facts.now)) {
    return reject(field_invalid, {{"field", "valid_until"}});
  }
  return Nothing{};
}

OrRejection<Event> decide_issue(const Dossier& dossier, const Issue& issue, const Facts& facts) {
  if (auto allowed = check_issue(dossier, issue, facts); !allowed) {
    return Unexpected{allowed.error()};
  }
  const bool composed = issue.origin == ResultOrigin::Composed;
  const auto* begun = composed && signed_so_far(dossier) > 0 ? &*dossier.result->signing : nullptr;
  const auto until = begun == nullptr ? issue.valid_until : begun->valid_until;
  const auto& reason = begun == nullptr ? issue.reason : begun->reason;
  if (composed && signers_after_next(dossier, facts.version) > 0) {
    return Event{PaperSigned{issue.file, issue.signers, until, reason}};
  }
  auto decided = check_signature(dossier, issue, facts);
  if (!decided) return Unexpected{decided.error()};
  return Event{ResultIssued{issue.file, std::string(write_result_origin(issue.origin)),
                            issue.signers, until, reason, std::move(*decided)}};
}

std::string_view write_standing(Standing standing) {
  return standing_names[static_cast<std::size_t>(standing)];
}

Standing standing_of(const ResultPaper& result, const IssuedPaper& paper, Date today) {
  if (result.revoked) return Standing::Revoked;
  if (&paper != &result.issued.back()) return Standing::Replaced;
  if (paper.valid_until && *paper.valid_until < today) return Standing::Expired;
  return Standing::Valid;
}

}  // namespace motcua::dossier

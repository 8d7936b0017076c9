#include "dossier/result.hpp"

#include <algorithm>
#include <array>

namespace motcua::dossier {
namespace {

constexpr std::array<std::string_view, 3> origin_names{"composed", "received", "digitised"};
constexpr std::array<std::string_view, 4> standing_names{"valid", "expired", "replaced", "revoked"};

// Who signs decides; who keeps the counter takes in what others signed and seals copies.
std::vector<std::string_view> roles_for(ResultOrigin origin) {
  if (origin == ResultOrigin::Composed) return {"director", "head"};
  return {"reception", "director"};
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

OrRejection<Nothing> check_issue(const Dossier& dossier, const Issue& issue, const Facts& facts) {
  if (!dossier.result) return reject(result_not_recorded);
  const auto roles = roles_for(issue.origin);
  if (std::none_of(roles.begin(), roles.end(),
                   [&](std::string_view role) { return facts.officer.has_role(role); })) {
    return reject(not_allowed, {{"who", std::string(roles[0]) + ", " + std::string(roles[1])}});
  }
  if (dossier.result->revoked) return reject(result_is_revoked);
  if (!dossier.result->issued.empty() && issue.reason.empty())
    return reject(replacement_unexplained);
  if (issue.valid_until && *issue.valid_until < date_of(facts.now)) {
    return reject(field_invalid, {{"field", "valid_until"}});
  }
  return Nothing{};
}

OrRejection<Event> decide_issue(const Dossier& dossier, const Issue& issue, const Facts& facts) {
  if (auto allowed = check_issue(dossier, issue, facts); !allowed) {
    return Unexpected{allowed.error()};
  }
  return Event{ResultIssued{issue.file, std::string(write_result_origin(issue.origin)),
                            issue.signers, issue.valid_until, issue.reason}};
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

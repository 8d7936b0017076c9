#include "identity/account.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace motcua::identity {
namespace {

bool contains(std::span<const std::string> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

MandateState state_of(const Mandate& mandate, Date day) {
  if (mandate.revoked_at) return MandateState::Revoked;
  if (mandate.until && *mandate.until < day) return MandateState::Over;
  return day < mandate.from ? MandateState::NotBegun : MandateState::InForce;
}

bool is_in_force(const Mandate& mandate, Date day) {
  return state_of(mandate, day) == MandateState::InForce;
}

bool allows(const Mandate& mandate, std::string_view procedure, Date day) {
  const auto& named = mandate.procedures;
  return is_in_force(mandate, day) && (named.empty() || contains(named, procedure));
}

std::vector<std::string> parties_of(std::string_view account, std::span<const Mandate> mandates,
                                    Date day) {
  std::vector<std::string> parties{std::string(account)};
  for (const auto& mandate : mandates) {
    if (mandate.representative != account || !is_in_force(mandate, day)) continue;
    if (!contains(parties, mandate.principal)) parties.push_back(mandate.principal);
  }
  return parties;
}

bool may_appoint(std::string_view account, std::string_view principal,
                 std::span<const Mandate> mandates, Date day) {
  if (account == principal) return true;
  return std::ranges::any_of(mandates, [&](const Mandate& m) {
    return m.representative == account && m.principal == principal && m.may_appoint &&
           is_in_force(m, day);
  });
}

OrRejection<Nothing> check_mandate(const Mandate& mandate, Date today) {
  if (mandate.representative == mandate.principal) return reject(mandate_for_oneself);
  const bool over = mandate.until && (*mandate.until < today || *mandate.until < mandate.from);
  if (over) return reject(mandate_over);
  return Nothing{};
}

OrRejection<Nothing> check_password(std::string_view password, const dossier::Applicant& holder) {
  if (count_code_points(password) < shortest_password) {
    return reject(password_too_short, {{"least", std::to_string(shortest_password)}});
  }
  const std::string folded = fold(password);
  if (folded == fold(holder.name) || folded == fold(holder.email)) return reject(password_is_name);
  return Nothing{};
}

std::string sign_in_name(std::string_view email) {
  const auto first = email.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  std::string name(email.substr(first, email.find_last_not_of(" \t") - first + 1));
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return name;
}

}  // namespace motcua::identity

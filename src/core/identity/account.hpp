// Who applies through the network: accounts of persons, organisations, and mandates to act for
// another. What an account says of itself is its holder's word until the office has seen a paper.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/rejection.hpp"
#include "dossier/intake.hpp"
#include "procedure/address.hpp"

namespace motcua::identity {

// One that may apply: a person (who has an account) or an organisation (which has mandates).
struct Party {
  std::string id;
  dossier::Applicant details;  // fills in applications; its address is one line
  Moment made_at{};
  procedure::Address address = {};  // the same in its parts; none where only a line is known
};

// The right to act for a party: to apply, to follow its dossiers, to answer for it.
struct Mandate {
  std::string id;
  std::string principal;                     // the party acted for
  std::string representative;                // account of the person who acts
  std::vector<std::string> procedures = {};  // none named: all
  bool may_appoint = false;                  // may give and revoke mandates of the principal
  Date from{};
  std::optional<Date> until = {};  // the last day
  Moment given_at{};
  std::string given_by;  // account
  std::optional<Moment> revoked_at = {};
  std::string revoked_by;
};

enum class MandateState { InForce, NotBegun, Over, Revoked };
MandateState state_of(const Mandate& mandate, Date day);
bool is_in_force(const Mandate& mandate, Date day);
bool allows(const Mandate& mandate, std::string_view procedure, Date day);

// The parties somebody may act for today: himself first, each once.
std::vector<std::string> parties_of(std::string_view account, std::span<const Mandate> mandates,
                                    Date day);
// Whether somebody may give and revoke mandates of a party.
bool may_appoint(std::string_view account, std::string_view principal,
                 std::span<const Mandate> mandates, Date day);

OrRejection<Nothing> check_mandate(const Mandate& mandate, Date today);

// Ten letters at least and not the holder's own name or address; nothing else is asked of it, as
// rules of composition make passwords no harder to guess (NIST SP 800-63B, 5.1.1.2).
inline constexpr std::size_t shortest_password = 10;
OrRejection<Nothing> check_password(std::string_view password, const dossier::Applicant& holder);

std::string sign_in_name(std::string_view email);  // trimmed, in lower case

inline constexpr RejectionKind password_too_short{"password_too_short",
                                                  "Mật khẩu phải có ít nhất {least} ký tự.",
                                                  "A password needs at least {least} characters."};
inline constexpr RejectionKind password_is_name{
    "password_is_name", "Mật khẩu không được là tên hay địa chỉ thư của bạn.",
    "The password must not be your own name or e-mail address."};
inline constexpr RejectionKind mandate_over{
    "mandate_over", "Ngày hết hiệu lực của ủy quyền phải từ hôm nay và không trước ngày bắt đầu.",
    "A mandate must end today or later, and not before it begins."};
inline constexpr RejectionKind mandate_for_oneself{"mandate_for_oneself",
                                                   "Không cần ủy quyền cho chính mình.",
                                                   "Nobody needs a mandate for himself."};

}  // namespace motcua::identity

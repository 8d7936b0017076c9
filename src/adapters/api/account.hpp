// Citizens' accounts as the API shows them, and who may act for whom.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "api/desk.hpp"
#include "api/input.hpp"

namespace motcua::api {

struct SignedCitizen {
  ports::Citizen citizen;
  ports::Session session;
  const std::string& id() const { return citizen.party.id; }
};

using CitizenEndpoint = std::function<http::Response(http::Request&, const SignedCitizen&)>;

// Lets signed-in citizens through; 401 for others, 403 without the session's CSRF token.
http::Endpoint for_citizens(Desk& desk, CitizenEndpoint endpoint);

// Who is signed in with this request, if anybody.
std::optional<SignedCitizen> citizen_of(Desk& desk, const http::Request& request);

// The parties somebody may act for today, himself first.
OrFailure<std::vector<std::string>> parties_of(Desk& desk, std::string_view citizen);

// The mandate by which somebody may apply for a party; empty for himself, nothing when he may not.
OrFailure<std::optional<std::string>> mandate_for(Desk& desk, std::string_view citizen,
                                                  std::string_view party,
                                                  std::string_view procedure);

// Whether the request may follow a dossier: it was opened with its look-up code, or is_party_to().
bool may_follow(Desk& desk, const http::Request& request, std::string_view code);

// Whether the request comes from the account a dossier was filed from, or one that may act for its
// party today.
bool is_party_to(Desk& desk, const http::Request& request, const dossier::Dossier& dossier);

// A person or organisation by its id.
OrFailure<std::optional<identity::Party>> find_party(Desk& desk, std::string_view id);

// The address of a party: in its parts (`address_parts`), of which its line is made; or a line
// alone (`address`), of an older browser.
void read_address(Input& input, identity::Party& party);
json::object write_party(const identity::Party& party);
json::value write_account(Desk& desk, const SignedCitizen& who);

inline constexpr ProblemKind not_your_party{
    403,
    {"not_your_party", "Bạn không được thay mặt người hoặc tổ chức này.",
     "You may not act for this person or organisation."}};

inline constexpr ProblemKind too_many_parties{
    409,
    {"too_many_parties", "Một tài khoản được thay mặt tối đa {most} tổ chức.",
     "One account acts for at most {most} organisations."}};
inline constexpr ProblemKind last_representative{
    409,
    {"last_representative",
     "Đây là người cuối cùng được ủy quyền thay tổ chức. Hãy cử người khác trước.",
     "Nobody else may appoint for this organisation. Please appoint somebody first."}};
inline constexpr ProblemKind too_many_mandates{
    409,
    {"too_many_mandates", "Đã có {most} ủy quyền; hãy thu hồi bớt.",
     "There are {most} mandates already; please revoke some."}};

}  // namespace motcua::api

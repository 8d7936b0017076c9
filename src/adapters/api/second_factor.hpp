// The second factor of officers and citizens: setting up an authenticator, checking its codes.
//
// An authenticator's secret is derived from the office's key, who it is for and a random enrolment,
// so that neither a stolen store nor a copy of one account's row shows it. Spare codes, each good
// once, are for the day the authenticator is lost.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/parts.hpp"
#include "api/problems.hpp"

namespace motcua::api {

// Whose factor it is.
struct FactorHolder {
  ports::Realm realm = ports::Realm::Officer;
  std::string id;    // user name of an officer, id of a citizen
  std::string name;  // as the authenticator shows it
};

// What an authenticator is told; nothing is kept until a code of it is confirmed.
json::value write_enrolment(const Parts& parts, const FactorHolder& holder);

struct NewFactor {
  ports::SecondFactor factor;
  std::vector<std::string> spare_codes;  // shown once
};
http::Response spare_codes_once(const NewFactor& made);

// The order to set one up: which enrolment, a code of it, and one of the factor it replaces.
struct FactorOrder {
  std::string enrolment;
  std::string code;
  std::string present;
};
std::optional<FactorOrder> read_factor_order(const http::Request& request, http::Response& refused);

// Nothing when the code is not of that enrolment.
std::optional<NewFactor> confirmed(const Parts& parts, const FactorHolder& holder,
                                   std::string_view enrolment, std::string_view code);

// Whether `code` is right, of the authenticator or a spare one; it is used up then.
OrFailure<bool> use_code(const Parts& parts, const FactorHolder& holder,
                         const ports::SecondFactor& factor, std::string_view code);

}  // namespace motcua::api

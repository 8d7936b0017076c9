// The burden (gánh nặng) a procedure lays on people: numbers that are counted the same way wherever
// two versions are compared or a proposal is judged. docs/design.md explains them to designers.
#pragma once

#include <optional>

#include "base/json.hpp"
#include "procedure/procedure.hpp"

namespace motcua::procedure {

struct Burden {
  int papers = 0;     // different papers, those only sometimes asked for included
  int originals = 0;  // originals of all of them together
  // Ways of the applicant to the counter by the channel that asks fewest: none by post, none
  // on-line unless an original is asked for (one, to bring it), two where only the counter receives
  // (to hand in and to fetch the result).
  int trips = 0;
  int steps = 0;    // user tasks of the process
  int offices = 0;  // different units that hold the dossier, outside agencies included
  // Working days of the longest term of any case, by channel; calendar days count as they are,
  // hours are raised to whole days; none where the channel is not offered or has no term.
  std::optional<int> online;
  std::optional<int> counter;
  std::optional<int> post;
  std::int64_t fee = 0;  // đồng: every rule once, at its full amount
  bool operator==(const Burden&) const = default;
};

Burden burden_of(const Version& version);
json::object write_burden(const Burden& burden);  // schema DesignBurden

}  // namespace motcua::procedure

// What an application costs: the fee rules of its procedure version, met with its case and answers.
//
// Pure; the answers were checked by the form's schema before. A number that is not given (an
// officer may leave gaps) counts nothing: correcting the intake reckons anew.
#pragma once

#include <string>
#include <vector>

#include "base/money.hpp"
#include "procedure/procedure.hpp"

namespace motcua::payment {

struct Line {
  std::string fee;  // id of the version's rule
  Dong each;
  std::int64_t quantity = 1;
  bool operator==(const Line&) const = default;
  Dong amount() const { return each * quantity; }
};

// In the order of the rules; a rule that does not apply has no line.
std::vector<Line> reckon(const procedure::Version& version, std::string_view case_id,
                         const json::value& answers);

Dong total(const std::vector<Line>& lines);

// "30.000 đồng × 2 = 60.000 đồng"; a single one is the amount alone.
Text explain(const Line& line);

}  // namespace motcua::payment

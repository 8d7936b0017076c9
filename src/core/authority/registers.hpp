// What registers of the office say of the people an application names, for matrices to ask.
//
// A register is asked through a snapshot: asking is a pure function of the question, and what it
// answered is kept with the decision, so that nothing decided depends on what the register says
// later.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/moment.hpp"
#include "feel/value.hpp"

namespace motcua::authority {

struct RegisterQuestion {
  std::string_view procedure;
  const json::value& answers;
  std::string_view applicant;  // his name
  std::string_view dossier;    // its code: what comes of it does not count; empty: none yet
  Moment at{};                 // as the register stood then
};

struct RegisterFact {
  std::string name;  // as matrices ask for it: "trips_this_year"
  std::int64_t value = 0;
  std::string of;                    // the person it is true of; empty: of nobody
  std::vector<std::string> records;  // codes of what it was counted from
  bool operator==(const RegisterFact&) const = default;
};
using RegisterFacts = std::vector<RegisterFact>;

// No facts: this register knows nothing of such an application.
using Registers = std::function<RegisterFacts(const RegisterQuestion&)>;

inline feel::Context as_variables(const RegisterFacts& facts) {
  feel::Context variables;
  for (const auto& fact : facts) variables[fact.name] = feel::Value(fact.value);
  return variables;
}

}  // namespace motcua::authority

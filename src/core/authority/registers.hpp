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
#include "base/text.hpp"
#include "feel/value.hpp"

namespace motcua::authority {

struct RegisterQuestion {
  std::string_view procedure;
  const json::value& answers;
  std::string_view applicant;  // his name
  std::string_view dossier;    // its code: what comes of it does not count; empty: none yet
  Moment at{};                 // as the register stood then
};

// What may be a person's too: records of a namesake nobody has told apart from him yet. They count
// for nobody, and are told beside what was counted.
struct Doubt {
  std::string of;
  std::int64_t counted = 0;          // for him, without doubt
  std::int64_t more = 0;             // greater than 0
  std::vector<std::string> records;  // codes of those
  bool operator==(const Doubt&) const = default;
};

struct RegisterFact {
  std::string name;  // as matrices ask for it: "trips_this_year"
  std::int64_t value = 0;
  std::string of;                    // the person it is true of; empty: of nobody
  std::vector<std::string> records;  // codes of what it was counted from
  std::vector<Doubt> doubts = {};    // of everybody the fact was asked of
  bool operator==(const RegisterFact&) const = default;
  // The value if all that is in doubt counted.
  std::int64_t at_most() const;
};
using RegisterFacts = std::vector<RegisterFact>;

// "Nguyễn Văn An: đã tính 1 chuyến, còn 2 chuyến của người trùng tên chưa phân biệt". `fact` is its
// name.
Text doubt_in_words(std::string_view fact, const Doubt& doubt);
// "Nguyễn Văn An: đã có 2 chuyến"; empty where it is true of nobody.
Text fact_in_words(const RegisterFact& fact);

// No facts: this register knows nothing of such an application.
using Registers = std::function<RegisterFacts(const RegisterQuestion&)>;

enum class Counted { ForCertain, AtMost };
feel::Context as_variables(const RegisterFacts& facts, Counted counted);

}  // namespace motcua::authority

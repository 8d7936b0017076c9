// One call of a built-in function as it should be, and one that it refuses: null, with a message
// at the place of the call. For the tables of each family.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feel/builtin_families.hpp"
#include "feel/expression.hpp"

namespace motcua::feel {

struct BuiltinCase {
  const char* name;
  const char* good;
  const char* gives;
  const char* bad;
  const char* reason;  // part of the message
};

inline constexpr const char* other_arguments = "does not take these arguments";

// It stands after this text, so that its place is not the beginning.
inline void expect_refused(const BuiltinCase& one) {
  const std::string before = "{first: 1, second: ";
  const auto expression = Expression::compile(before + one.bad + "}.second");
  if (!expression) {  // refused already when compiled
    EXPECT_GE(expression.error().offset, before.size()) << one.bad;
    EXPECT_NE(expression.error().what.en.find(one.reason), std::string::npos)
        << one.bad << ": " << expression.error().what.en;
    EXPECT_FALSE(expression.error().what.vi.empty()) << one.bad;
    return;
  }
  std::vector<EvaluationError> errors;
  EXPECT_TRUE(expression->evaluate({}, errors).is_null()) << one.bad;
  ASSERT_FALSE(errors.empty()) << one.bad << " gives no message";
  EXPECT_EQ(errors[0].offset, before.size()) << one.bad;
  EXPECT_NE(errors[0].what.find(one.reason), std::string::npos)
      << one.bad << ": " << errors[0].what;
}

inline void expect_given(const BuiltinCase& one) {
  const auto expression = Expression::compile(one.good);
  ASSERT_TRUE(expression.ok()) << one.good << ": " << expression.error().what.en;
  std::vector<EvaluationError> errors;
  Run run;
  run.errors = &errors;
  run.now = read_date_time("2026-11-30T07:00:00+07:00");
  EXPECT_EQ(write(expression->evaluate({}, run)), one.gives) << one.good;
  EXPECT_TRUE(errors.empty()) << one.good << ": " << errors[0].what;
}

// Every function of the family, and every case.
inline void hold(std::span<const Builtin> family, std::span<const BuiltinCase> cases) {
  std::set<std::string_view> tried;
  for (const BuiltinCase& one : cases) {
    tried.insert(one.name);
    EXPECT_EQ(std::string_view(one.good).find(std::string(one.name) + "("), 0U) << one.good;
    expect_given(one);
    if (one.bad != nullptr) expect_refused(one);
  }
  for (const Builtin& builtin : family) {
    EXPECT_TRUE(tried.contains(builtin.name)) << builtin.name << " is in no table";
  }
  for (const std::string_view name : tried) {
    const auto refused = [&](const BuiltinCase& one) { return name == one.name && one.bad; };
    EXPECT_TRUE(std::ranges::any_of(cases, refused)) << name << " has no bad call";
  }
}

}  // namespace motcua::feel

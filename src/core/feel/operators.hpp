// FEEL's operators on values (DMN 1.5, 10.3.2.2 to 10.3.2.5 and tables 42 to 55). Internal to
// core/feel. What the standard leaves undefined is null; arithmetic notes the error.
#pragma once

#include <compare>
#include <optional>
#include <string_view>

#include "feel/expression.hpp"
#include "feel/value.hpp"

namespace motcua::feel {

Value add_values(const Value& a, const Value& b, Run& run);
Value subtract_values(const Value& a, const Value& b, Run& run);
Value multiply_values(const Value& a, const Value& b, Run& run);
Value divide_values(const Value& a, const Value& b, Run& run);
Value raise_value(const Value& base, const Value& exponent, Run& run);
Value negate_value(const Value& value, Run& run);

// Nothing when they cannot be ordered (kinds differ, one zoned and the other not …). Times and
// dates with time by whole seconds; a date beside a date and time is its midnight.
std::optional<std::strong_ordering> order(const Value& a, const Value& b);

// `sign`: < <= > >= = !=. Null when it cannot be said.
Value compare_values(std::string_view sign, const Value& a, const Value& b);
Value within(const Value& value, const Range& range);

Number number_of(Nanoseconds nanos);
std::optional<Nanoseconds> nanos_of(const Number& number);  // cut to a whole number

// year, month, "time offset", start … of a date, time, duration or range; null when it has none.
std::optional<Value> property(const Value& value, std::string_view name);

}  // namespace motcua::feel

// Terms: the lengths of time procedures and their steps promise.
//
// A procedure may also have no term at all ("Không có" in some published procedures): that is
// std::optional<Term>{}, never a term of zero.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/rejection.hpp"
#include "base/text.hpp"

namespace motcua::calendar {

enum class TermUnit { WorkingDays, HalfDays, WorkingHours, CalendarDays, Months };

struct Term {
  TermUnit unit = TermUnit::WorkingDays;
  int amount = 0;  // 1..10000
  bool operator==(const Term&) const = default;
};

inline constexpr RejectionKind term_unreadable{
    "term_unreadable", "Không đọc được thời hạn “{term}”. Ví dụ: 6 working-days, 2 working-hours.",
    "Cannot read the term “{term}”. Examples: 6 working-days, 2 working-hours."};

// "6 working-days", "1 half-day", "2 working-hours", "15 calendar-days", "1 month", "none";
// singular and plural forms are read alike.
OrRejection<std::optional<Term>> parse_term(std::string_view text);

std::string write_term(const std::optional<Term>& term);  // the form parse_term reads

Text describe_term(const std::optional<Term>& term);  // "6 ngày làm việc" / "6 working days"

}  // namespace motcua::calendar

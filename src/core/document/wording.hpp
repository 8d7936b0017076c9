// How Vietnamese papers write dates, times, numbers and names.
//
// Pure text; never reads a locale. Papers are written in Vietnamese; counts and rates of figures
// also in English.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/moment.hpp"
#include "base/text.hpp"

namespace motcua::document {

// A rate in hundredths of a percent: 9783 is 97.83 %. Whoever makes one rounds, and says how.
struct Percent {
  std::int64_t hundredths = 0;
  bool operator==(const Percent&) const = default;
};

// A mean or another number of two decimals: 612 is 6.12.
struct Decimal {
  std::int64_t hundredths = 0;
  bool operator==(const Decimal&) const = default;
};

// "ngày 08 tháng 02 năm 2017": days below 10 and months 1 and 2 take a zero. [ND30-2020]
std::string spell_date(Date date);
// "08 giờ 30 phút, ngày 08 tháng 02 năm 2017"
std::string spell_moment(Moment moment);

// "12 April 2017", for tables in English.
std::string spell_english_date(Date date);

std::string two_digits(std::int64_t count);  // 3 -> "03", 12 -> "12", 120 -> "120"

// "1.242" in Vietnamese, "1,242" in English.
std::string write_count(std::int64_t count, Language language);
// "97,83 %" in Vietnamese, "97.83%" in English; always two decimals.
std::string write_percent(Percent percent, Language language);
// "6,12" in Vietnamese, "6.12" in English.
std::string write_decimal(Decimal decimal, Language language);

// Capitals of Latin letters, Vietnamese ones included ("Sở Ngoại vụ" -> "SỞ NGOẠI VỤ"). Invalid
// UTF-8 passes as it is.
std::string upper_case(std::string_view text);

// What may be printed of a text that came from outside: control characters become blanks (line
// feeds stay), marks that turn the direction of writing are dropped, broken UTF-8 and
// non-characters become U+FFFD.
std::string printable(std::string_view text);
// The same on one line: line feeds become blanks too.
std::string printable_line(std::string_view text);

}  // namespace motcua::document

#include "document/wording.hpp"

#include <array>

namespace motcua::document {
namespace {

std::string with_separator(std::string digits, char separator) {
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), 1, separator);
  }
  return digits;
}

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

char32_t upper_letter(char32_t letter) {
  if (letter >= 0xE0 && letter <= 0xFE && letter != 0xF7) return letter - 0x20;
  const bool odd_is_small = (letter >= 0x100 && letter <= 0x12F) ||
                            (letter >= 0x14A && letter <= 0x177) || letter == 0x1A1 ||
                            (letter >= 0x1EA0 && letter <= 0x1EFF);
  if (odd_is_small && letter % 2 == 1) return letter - 1;
  if (letter == 0x1B0) return 0x1AF;
  return letter;
}

// The letters above are all written in two or three bytes, and their capitals in as many.
void append_like(std::string& out, char32_t letter, std::size_t bytes) {
  if (bytes == 2) {
    out += static_cast<char>(0xC0 | (letter >> 6));
  } else {
    out += static_cast<char>(0xE0 | (letter >> 12));
    out += static_cast<char>(0x80 | ((letter >> 6) & 0x3F));
  }
  out += static_cast<char>(0x80 | (letter & 0x3F));
}

}  // namespace

std::string two_digits(std::int64_t count) {
  const std::string digits = std::to_string(count);
  return digits.size() == 1 ? "0" + digits : digits;
}

std::string spell_date(Date date) {
  const std::chrono::year_month_day ymd{date};
  const unsigned month{ymd.month()};
  // [ND30-2020] "đối với những số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0"
  return "ngày " + two_digits(unsigned{ymd.day()}) + " tháng " +
         (month <= 2 ? two_digits(month) : std::to_string(month)) + " năm " +
         std::to_string(int{ymd.year()});
}

std::string spell_english_date(Date date) {
  static constexpr std::array<const char*, 12> months{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const std::chrono::year_month_day ymd{date};
  return std::to_string(unsigned{ymd.day()}) + " " + months.at(unsigned{ymd.month()} - 1) + " " +
         std::to_string(int{ymd.year()});
}

std::string spell_moment(Moment moment) {
  const auto since_midnight = time_of(moment).count();
  return two_digits(since_midnight / 60) + " giờ " + two_digits(since_midnight % 60) + " phút, " +
         spell_date(date_of(moment));
}

std::string write_count(std::int64_t count, Language language) {
  const char separator = language == Language::Vietnamese ? '.' : ',';
  return (count < 0 ? "-" : "") + with_separator(std::to_string(magnitude(count)), separator);
}

std::string write_decimal(Decimal decimal, Language language) {
  const auto hundredths = magnitude(decimal.hundredths);
  const auto whole = write_count(static_cast<std::int64_t>(hundredths / 100), language);
  return (decimal.hundredths < 0 ? "-" : "") + whole +
         (language == Language::Vietnamese ? "," : ".") +
         two_digits(static_cast<std::int64_t>(hundredths % 100));
}

std::string write_percent(Percent percent, Language language) {
  return write_decimal({percent.hundredths}, language) +
         (language == Language::Vietnamese ? " %" : "%");
}

std::string upper_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const auto continues = [&](std::size_t at) { return at < text.size() && byte(at) >> 6 == 2; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t first = byte(i);
    if (first >> 5 == 6 && continues(i + 1)) {
      append_like(out, upper_letter((first & 0x1F) << 6 | (byte(i + 1) & 0x3Fu)), 2);
      i += 1;
    } else if (first >> 4 == 14 && continues(i + 1) && continues(i + 2)) {
      const auto low = (byte(i + 1) & 0x3Fu) << 6 | (byte(i + 2) & 0x3Fu);
      append_like(out, upper_letter((first & 0x0F) << 12 | low), 3);
      i += 2;
    } else {
      out += first >= 'a' && first <= 'z' ? static_cast<char>(first - 0x20) : text[i];
    }
  }
  return out;
}

}  // namespace motcua::document

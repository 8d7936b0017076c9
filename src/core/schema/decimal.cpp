#include "schema/decimal.hpp"

#include <array>
#include <charconv>
#include <numeric>
#include <string_view>

namespace motcua::schema {
namespace {

constexpr int longest_plain = 21;  // digits written without an exponent

// Calls `use` with the decimal digits of `number`.
template <class Use>
auto with_digits(std::uint64_t number, Use use) {
  std::array<char, 20> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  return use(std::string_view(buffer.data(), end));
}

int take_power(std::uint64_t& number, std::uint64_t factor) {
  int power = 0;
  for (; number % factor == 0; number /= factor) ++power;
  return power;
}

}  // namespace

Decimal::Decimal(const json::value& number) {
  if (const auto* whole = number.if_int64()) {
    negative_ = *whole < 0;
    digits_ = negative_ ? 0 - static_cast<std::uint64_t>(*whole) : std::uint64_t(*whole);
  } else if (const auto* large = number.if_uint64()) {
    digits_ = *large;
  } else {
    take_double(number.get_double());
  }
  normalize();
}

void Decimal::take_double(double value) {
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::scientific)
                       .ptr;
  std::string_view text(buffer.data(), end);
  negative_ = text.starts_with('-');
  const auto e = text.find('e');
  int fraction = 0;
  bool after_point = false;
  for (const char c : text.substr(0, e)) {
    if (c == '.') after_point = true;
    if (c < '0' || c > '9') continue;
    digits_ = digits_ * 10 + static_cast<unsigned>(c - '0');
    fraction += after_point ? 1 : 0;
  }
  text.remove_prefix(e + 1);
  if (text.starts_with('+')) text.remove_prefix(1);
  std::from_chars(text.data(), text.data() + text.size(), exponent_);
  exponent_ -= fraction;
}

void Decimal::normalize() {
  if (digits_ == 0) {
    negative_ = false;
    exponent_ = 0;
    return;
  }
  exponent_ += take_power(digits_, 10);
}

bool Decimal::is_multiple_of(const Decimal& divisor) const {
  if (digits_ == 0) return true;
  const int scale = exponent_ - divisor.exponent_;
  if (scale < 0) return false;  // neither ends in a zero
  // digits * 10^scale is a multiple of the divisor's digits when what the two digits do not share
  // is made of at most `scale` twos and fives.
  std::uint64_t rest = divisor.digits_ / std::gcd(digits_, divisor.digits_);
  const int twos = take_power(rest, 2);
  const int fives = take_power(rest, 5);
  return rest == 1 && twos <= scale && fives <= scale;
}

std::string Decimal::write() const {
  std::string out = negative_ ? "-" : "";
  with_digits(digits_, [&](std::string_view digits) {
    const int count = static_cast<int>(digits.size());
    if (exponent_ >= 0 && count + exponent_ <= longest_plain) {
      out += digits;
      out.append(static_cast<std::size_t>(exponent_), '0');
    } else if (exponent_ < 0 && exponent_ > -longest_plain) {
      const int before = count + exponent_;  // digits left of the point
      const std::string zeros(static_cast<std::size_t>(before > 0 ? 0 : 1 - before), '0');
      const std::string all = zeros + std::string(digits);
      const auto point = static_cast<std::size_t>(before > 0 ? before : 1);
      out += all.substr(0, point) + "." + all.substr(point);
    } else {
      out += std::string(digits) + "e" + (exponent_ > 0 ? "+" : "") + std::to_string(exponent_);
    }
  });
  return out;
}

std::strong_ordering Decimal::compare_magnitude(const Decimal& other) const {
  return with_digits(digits_, [&](std::string_view mine) {
    return with_digits(other.digits_, [&](std::string_view theirs) {
      const int my_top = static_cast<int>(mine.size()) + exponent_;
      const int their_top = static_cast<int>(theirs.size()) + other.exponent_;
      if (my_top != their_top) return my_top <=> their_top;
      return mine.compare(theirs) <=> 0;  // no trailing zeros: the longer of two equals is larger
    });
  });
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const auto sign = [](const Decimal& d) { return d.negative_ ? -1 : d.digits_ == 0 ? 0 : 1; };
  if (sign(a) != sign(b)) return sign(a) <=> sign(b);
  if (sign(a) == 0) return std::strong_ordering::equal;
  return a.negative_ ? b.compare_magnitude(a) : a.compare_magnitude(b);
}

}  // namespace motcua::schema

#include "feel/number.hpp"

#include <algorithm>
#include <bit>

#include "base/assertion.hpp"
#include "base/text.hpp"

namespace motcua::feel {
namespace {

using Bits = std::array<std::uint64_t, 2>;
using Decimal = float __attribute__((mode(TD)));
__extension__ using Wide = unsigned __int128;

static_assert(sizeof(Decimal) == sizeof(Bits));

constexpr int exponent_bias = 6176;
constexpr int most_digits = 34;

Decimal decimal(const Bits& bits) { return std::bit_cast<Decimal>(bits); }
Bits to_bits(Decimal value) { return std::bit_cast<Bits>(value); }

struct Parts {
  bool negative = false;
  Wide coefficient = 0;
  int exponent = 0;
};

bool is_finite(const Bits& bits) { return ((bits[1] >> 59) & 0xF) != 0xF; }

Parts take_apart(const Bits& bits) {
  Parts parts;
  parts.negative = (bits[1] >> 63) != 0;
  // Coefficients of finite numbers within 34 digits never need the encoding's large form.
  parts.exponent = static_cast<int>((bits[1] >> 49) & 0x3FFF) - exponent_bias;
  parts.coefficient = (Wide{bits[1] & 0x1FFFFFFFFFFFFULL} << 64) | bits[0];
  return parts;
}

Bits put_together(const Parts& parts) {
  Bits bits;
  bits[0] = static_cast<std::uint64_t>(parts.coefficient);
  bits[1] = static_cast<std::uint64_t>(parts.coefficient >> 64);
  bits[1] |= static_cast<std::uint64_t>(parts.exponent + exponent_bias) << 49;
  if (parts.negative) bits[1] |= std::uint64_t{1} << 63;
  return bits;
}

std::string digits_of(Wide coefficient) {
  std::string digits;
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(coefficient % 10)));
    coefficient /= 10;
  } while (coefficient != 0);
  std::ranges::reverse(digits);
  return digits;
}

struct Reader {
  std::string_view text;
  std::size_t at = 0;
  bool more() const { return at < text.size(); }
  bool take(char c) { return more() && text[at] == c ? (++at, true) : false; }
};

// Reads digits into the coefficient; false when there are too many. Zeros behind the last that it
// holds are exact: they raise the exponent.
bool read_digits(Reader& in, Parts& parts, int& digits, bool fraction) {
  for (; in.more() && is_ascii_digit(in.text[in.at]); ++in.at) {
    if (digits == most_digits) {
      if (in.text[in.at] != '0') return false;
      if (!fraction) ++parts.exponent;
      continue;
    }
    parts.coefficient = parts.coefficient * 10 + static_cast<unsigned>(in.text[in.at] - '0');
    if (parts.coefficient != 0) ++digits;
    if (fraction && --parts.exponent < -6000) return false;
  }
  return true;
}

bool read_exponent(Reader& in, Parts& parts) {
  bool negative = in.take('-');
  if (!negative) in.take('+');
  int exponent = 0;
  std::size_t from = in.at;
  for (; in.more() && is_ascii_digit(in.text[in.at]); ++in.at) {
    exponent = exponent * 10 + (in.text[in.at] - '0');
    if (exponent > 6000) return false;
  }
  parts.exponent += negative ? -exponent : exponent;
  return in.at > from && parts.exponent >= -6000 && parts.exponent <= 6000;
}

std::string with_point(std::string digits, int exponent) {
  if (exponent >= 0) return digits + std::string(static_cast<std::size_t>(exponent), '0');
  std::size_t places = static_cast<std::size_t>(-exponent);
  if (digits.size() <= places) digits.insert(0, places - digits.size() + 1, '0');
  digits.insert(digits.size() - places, ".");
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

}  // namespace

Number::Number(std::int64_t value) : bits_(to_bits(static_cast<Decimal>(value))) {}

std::optional<Number> Number::parse(std::string_view text) {
  Reader in{text};
  Parts parts;
  parts.negative = in.take('-');
  int digits = 0;
  std::size_t from = in.at;
  if (!read_digits(in, parts, digits, false)) return std::nullopt;
  std::size_t read = in.at - from;
  if (in.take('.')) {
    from = in.at;
    if (!read_digits(in, parts, digits, true) || in.at == from) return std::nullopt;
    read += in.at - from;
  }
  if (read == 0) return std::nullopt;
  if ((in.take('e') || in.take('E')) && !read_exponent(in, parts)) return std::nullopt;
  if (in.more() || parts.exponent > 6000) return std::nullopt;
  Number number;
  number.bits_ = put_together(parts);
  return number;
}

std::string Number::write() const {
  Parts parts = take_apart(bits_);
  if (parts.coefficient == 0) return "0";
  std::string sign = parts.negative ? "-" : "";
  std::string digits = digits_of(parts.coefficient);
  if (parts.exponent > 6 || parts.exponent < -40) {
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back(), ++parts.exponent;
    bool fits =
        parts.exponent >= 0 && digits.size() + static_cast<std::size_t>(parts.exponent) <= 40;
    if (!fits) return sign + digits + "e" + std::to_string(parts.exponent);
  }
  return sign + with_point(std::move(digits), parts.exponent);
}

std::optional<std::int64_t> Number::integer() const {
  Decimal value = decimal(bits_);
  if (value < static_cast<Decimal>(INT64_MIN) || value > static_cast<Decimal>(INT64_MAX)) {
    return std::nullopt;
  }
  auto whole = static_cast<std::int64_t>(value);
  if (static_cast<Decimal>(whole) != value) return std::nullopt;
  return whole;
}

Number Number::negated() const {
  Number result;
  result.bits_ = to_bits(-decimal(bits_));
  return result;
}

namespace {

std::optional<Bits> finite(Decimal value) {
  Bits bits = to_bits(value);
  if (!is_finite(bits)) return std::nullopt;
  return bits;
}

}  // namespace

std::optional<Number> add(const Number& a, const Number& b) {
  Number sum;
  if (auto bits = finite(decimal(a.bits_) + decimal(b.bits_))) return sum.bits_ = *bits, sum;
  return std::nullopt;
}

std::optional<Number> subtract(const Number& a, const Number& b) { return add(a, b.negated()); }

std::optional<Number> multiply(const Number& a, const Number& b) {
  Number product;
  if (auto bits = finite(decimal(a.bits_) * decimal(b.bits_)))
    return product.bits_ = *bits, product;
  return std::nullopt;
}

std::optional<Number> divide(const Number& a, const Number& b) {
  if (b == Number(0)) return std::nullopt;
  Number quotient;
  if (auto bits = finite(decimal(a.bits_) / decimal(b.bits_)))
    return quotient.bits_ = *bits, quotient;
  return std::nullopt;
}

bool Number::negative() const { return (bits_[1] >> 63) != 0 && !zero(); }
bool Number::zero() const { return take_apart(bits_).coefficient == 0; }

namespace {

Wide power_of_ten(std::int64_t exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

// Whether what is cut off moves the kept digits one away from zero.
bool rounds_away(Rounding how, const Parts& kept, Wide rest, Wide unit) {
  const Wide half = unit / 2;
  switch (how) {
    case Rounding::Up:
      return rest != 0;
    case Rounding::Down:
      return false;
    case Rounding::Floor:
      return rest != 0 && kept.negative;
    case Rounding::Ceiling:
      return rest != 0 && !kept.negative;
    case Rounding::HalfUp:
      return rest >= half;
    case Rounding::HalfDown:
      return rest > half;
    case Rounding::HalfEven:
      break;
  }
  return rest > half || (rest == half && kept.coefficient % 2 == 1);
}

}  // namespace

std::optional<Number> round_to(const Number& value, std::int64_t scale, Rounding how) {
  Parts parts = take_apart(value.bits_);
  const std::int64_t drop = -parts.exponent - scale;
  if (drop <= 0 || parts.coefficient == 0) return value;
  const std::int64_t digits = std::min<std::int64_t>(drop, most_digits + 2);
  const Wide unit = power_of_ten(digits);
  const Wide rest = parts.coefficient % unit;
  parts.coefficient /= unit;
  if (rounds_away(how, parts, rest, unit)) ++parts.coefficient;
  const std::int64_t exponent = -scale;
  if (exponent > 6000 || exponent < -6000) return std::nullopt;
  parts.exponent = static_cast<int>(exponent);
  Number rounded;
  rounded.bits_ = put_together(parts);
  return rounded;
}

std::int64_t magnitude(const Number& value) {
  const Parts parts = take_apart(value.bits_);
  if (parts.coefficient == 0) return 0;
  return parts.exponent + static_cast<std::int64_t>(digits_of(parts.coefficient).size()) - 1;
}

Number shifted(const Number& value, std::int64_t places) {
  Parts parts = take_apart(value.bits_);
  const std::int64_t exponent = parts.exponent + places;
  MOTCUA_ASSERT(exponent > -exponent_bias && exponent < 6110);
  parts.exponent = static_cast<int>(exponent);
  Number moved;
  moved.bits_ = put_together(parts);
  return moved;
}

bool operator==(const Number& a, const Number& b) {
  return a.bits_ == b.bits_ || decimal(a.bits_) == decimal(b.bits_);
}

std::strong_ordering operator<=>(const Number& a, const Number& b) {
  const Parts left = take_apart(a.bits_);
  const Parts right = take_apart(b.bits_);
  if (left.exponent == right.exponent && !left.negative && !right.negative) {
    return left.coefficient <=> right.coefficient;  // the usual case, without the library
  }
  if (a == b) return std::strong_ordering::equal;
  return decimal(a.bits_) < decimal(b.bits_) ? std::strong_ordering::less
                                             : std::strong_ordering::greater;
}

}  // namespace motcua::feel

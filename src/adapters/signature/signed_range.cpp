#include "signature/signed_range.hpp"

#include <array>
#include <qpdf/QPDFObjectHandle.hh>

namespace motcua::signature {
namespace {

int hex_value(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

// Bytes of "<...>"; nothing when it holds anything but hexadecimal digits.
std::optional<std::string> bytes_of_text(std::string_view text) {
  if (text.size() < 2 || text.size() % 2 != 0 || text.front() != '<' || text.back() != '>') {
    return std::nullopt;
  }
  std::string bytes;
  for (std::size_t i = 1; i + 1 < text.size(); i += 2) {
    const int high = hex_value(text[i]);
    const int low = hex_value(text[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

}  // namespace

OrFailure<SignedRange> signed_range_of(QPDFObjectHandle signature, std::string_view pdf) {
  auto ranges = signature.getKey("/ByteRange");
  if (!ranges.isArray() || ranges.getArrayNItems() != 4) {
    return malformed("/ByteRange is not of four numbers");
  }
  std::array<std::size_t, 4> numbers{};
  for (int i = 0; i < 4; ++i) {
    auto number = ranges.getArrayItem(i);
    if (!number.isInteger() || number.getIntValue() < 0 ||
        static_cast<std::size_t>(number.getIntValue()) > pdf.size()) {
      return malformed("/ByteRange leaves the file");
    }
    numbers[static_cast<std::size_t>(i)] = static_cast<std::size_t>(number.getIntValue());
  }
  const auto [from, size, after, rest] = numbers;
  if (from != 0) return malformed("/ByteRange does not begin with the file");
  if (after < size || rest > pdf.size() - after) {
    return malformed("/ByteRange overlaps or leaves the file");
  }
  auto contents = bytes_of_text(pdf.substr(size, after - size));
  auto own = signature.getKey("/Contents");
  if (!contents || !own.isString() || own.getStringValue() != *contents) {
    return malformed("/ByteRange leaves out more than the signature");
  }
  SignedRange range;
  range.before = pdf.substr(0, size);
  range.after = pdf.substr(after, rest);
  range.contents = std::move(*contents);
  range.hole = after - size;
  return range;
}

}  // namespace motcua::signature

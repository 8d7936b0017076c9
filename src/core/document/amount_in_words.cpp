#include "document/amount_in_words.hpp"

#include <array>

#include "base/assertion.hpp"
#include "document/wording.hpp"

namespace motcua::document {
namespace {

constexpr std::int64_t thousand = 1'000;
constexpr std::int64_t million = 1'000'000;
constexpr std::int64_t billion = 1'000'000'000;

constexpr std::array<std::string_view, 10> digit_words{"không", "một", "hai", "ba",  "bốn",
                                                       "năm",   "sáu", "bảy", "tám", "chín"};

std::string_view digit(std::int64_t value) {
  return digit_words.at(static_cast<std::size_t>(value));
}

void say(std::string& words, std::string_view word) {
  if (!words.empty()) words += ' ';
  words += word;
}

// After tens: "mười một" but "hai mươi mốt", "mười lăm", "hai mươi tư".
void say_unit(std::string& words, std::int64_t tens, std::int64_t unit) {
  if (unit == 0) return;
  if (unit == 1 && tens > 1) return say(words, "mốt");
  if (unit == 4 && tens > 1) return say(words, "tư");
  if (unit == 5 && tens > 0) return say(words, "lăm");
  say(words, digit(unit));
}

// Of 1 to 999. Behind a larger group the empty places are said too: "không trăm linh năm".
void say_group(std::string& words, std::int64_t group) {
  const bool behind = !words.empty();
  const auto hundreds = group / 100;
  const auto tens = group / 10 % 10;
  const auto unit = group % 10;
  if (behind || hundreds > 0) {
    say(words, digit(hundreds));
    say(words, "trăm");
  }
  if (tens == 0 && unit > 0 && !words.empty()) say(words, "linh");
  if (tens == 1) say(words, "mười");
  if (tens > 1) {
    say(words, digit(tens));
    say(words, "mươi");
  }
  say_unit(words, tens, unit);
}

void say_whole(std::string& words, std::int64_t value) {
  if (value >= billion) {
    say_whole(words, value / billion);
    say(words, "tỷ");
    value %= billion;
  }
  for (const auto& [size, name] : {std::pair{million, "triệu"}, std::pair{thousand, "nghìn"}}) {
    if (value < size) continue;
    say_group(words, value / size);
    say(words, name);
    value %= size;
  }
  if (value > 0) say_group(words, value);
}

}  // namespace

std::string amount_in_words(Dong amount) {
  MOTCUA_ASSERT(amount >= Dong{});
  std::string words;
  say_whole(words, amount.amount);
  if (words.empty()) words = digit_words.front();
  const auto first = words.find(' ') == std::string::npos ? words.size() : words.find(' ');
  std::size_t letter = 1;  // bytes of the first one
  while (letter < first && (static_cast<unsigned char>(words[letter]) & 0xC0) == 0x80) ++letter;
  return upper_case(words.substr(0, letter)) + words.substr(letter) + " đồng";
}

}  // namespace motcua::document

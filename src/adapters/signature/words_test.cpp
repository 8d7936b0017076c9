#include "signature/words.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace motcua::signature {
namespace {

// The same by one letter after the other.
std::size_t counted_slowly(const std::string& text) {
  const std::string between{" \t\r\n\f\0()<>[]{}/%", 16};
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool letter = between.find(c) == std::string::npos;
    words += letter && !inside ? 1 : 0;
    words += c == '[' || c == '<' || c == '(' ? 1 : 0;
    inside = letter;
  }
  return words;
}

std::size_t counted(const std::string& text) {
  WordCount count;
  count.add(text);
  return count.words();
}

TEST(WordCount, CountsWhatObjectsCanBeMadeOf) {
  EXPECT_EQ(counted(""), 0u);
  EXPECT_EQ(counted("0 0 0"), 3u);
  EXPECT_EQ(counted("<</Type/Page>>"), 4u);
  EXPECT_EQ(counted(std::string(1000, '[')), 1000u);
}

RC_GTEST_PROP(WordCount, IsTheSameInPartsAndByOneLetterAfterTheOther, ()) {
  std::string text;
  const auto letters = *rc::gen::container<std::vector<char>>(
      1000, rc::gen::elementOf(std::string("ab0 \n()<>[]/%\0\xff{}", 17)));
  text.assign(letters.begin(), letters.end());
  const auto cut = *rc::gen::inRange<std::size_t>(0, text.size());
  WordCount parts;
  parts.add(std::string_view(text).substr(0, cut));
  parts.add(std::string_view(text).substr(cut));
  RC_ASSERT(parts.words() == counted_slowly(text));
  RC_ASSERT(counted(text) == counted_slowly(text));
}

}  // namespace
}  // namespace motcua::signature

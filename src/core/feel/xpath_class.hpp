// What stands for a set of characters in XPath's regular expressions, as PCRE2 has it: parts of
// classes, escapes of several characters, categories and blocks. Internal to core/feel.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::feel {

// A class while it is read. Members are written as they stand between PCRE2's brackets.
struct CharacterClass {
  std::string letters = {};  // characters and ranges: the flag i widens them
  std::string sets = {};     // escapes of sets: it does not
  bool negated = false;
  std::string taken_away = {};  // PCRE2's class of what is not in it; empty: nothing
};

// One item of PCRE2, ready for a quantifier.
std::string write_class(const CharacterClass& characters, bool ignores_case);

std::string write_code_point(std::uint32_t code);  // \x{41}

// \s \S \d \D \w \W \i \I \c \C as members of a class; nothing for other letters.
std::optional<std::string> set_of_escape(char letter);

// \p{name}, or \P{name}: a category, or a block as IsName. Nothing when there is no such.
std::optional<std::string> set_of_property(std::string_view name, bool complement);

}  // namespace motcua::feel

#include "xlsx/sheet_name.hpp"

#include "document/wording.hpp"

namespace motcua::xlsx {
namespace {

constexpr std::size_t longest = 31;

std::string lawful(const std::string& wanted) {
  std::string name;
  for (const char letter : document::printable_line(wanted)) {
    const bool forbidden = std::string_view{"[]:*?/\\'"}.find(letter) != std::string_view::npos;
    name += forbidden ? ' ' : letter;
  }
  const auto from = name.find_first_not_of(' ');
  if (from == std::string::npos) return "Figures";
  return name.substr(from, name.find_last_not_of(' ') + 1 - from);
}

}  // namespace

std::string first_characters(const std::string& text, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t seen = 0; end < text.size();) {
    const auto first = static_cast<unsigned char>(text[end]);
    const std::size_t bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    seen += bytes == 4 ? 2 : 1;
    if (seen > count) break;
    end += bytes;
  }
  return text.substr(0, end);
}

std::string sheet_name(const std::string& wanted, std::set<std::string>& taken) {
  const auto whole = lawful(wanted);
  auto name = first_characters(whole, longest);
  for (int next = 2; !taken.insert(document::upper_case(name)).second; ++next) {
    const auto number = " (" + std::to_string(next) + ")";
    name = first_characters(whole, longest - number.size()) + number;
  }
  return name;
}

}  // namespace motcua::xlsx

#include "procedure/address.hpp"

#include <algorithm>
#include <array>

namespace motcua::procedure {
namespace {

constexpr std::array<std::string_view, 4> address_members{"street", "commune", "district",
                                                          "province"};

}  // namespace

bool is_address(const json::object* question) {
  return question != nullptr && question->if_contains(address_keyword) != nullptr;
}

bool is_whole_address(const json::object& question) {
  const auto* levels = question.if_contains(address_keyword);
  const auto* properties = question.if_contains("properties");
  if (levels == nullptr || *levels != json::value(three_levels) || properties == nullptr) {
    return false;
  }
  return std::ranges::all_of(address_members, [&](std::string_view name) {
    const auto* own = member(*properties, name);
    return own != nullptr && string_member(*own, "type") == "string";
  });
}

std::string written_address(const json::value& answer) {
  std::string written;
  for (const auto name : address_members) {
    const auto part = string_member(answer, name);
    if (part.empty()) continue;
    written += (written.empty() ? "" : ", ") + std::string(part);
  }
  return written;
}

}  // namespace motcua::procedure

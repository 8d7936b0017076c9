#include "procedure/address.hpp"

#include <algorithm>
#include <array>
#include <boost/json/object.hpp>

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

bool Address::is_empty() const { return *this == Address{}; }

json::value write_parts(const Address& address) {
  json::object parts;
  const std::array<const std::string*, 4> texts{&address.street, &address.commune,
                                                &address.district, &address.province};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!texts[i]->empty()) parts[address_members[i]] = *texts[i];
  }
  return parts;
}

Address read_parts(const json::value& answer) {
  const auto part = [&](std::string_view name) { return std::string(string_member(answer, name)); };
  return {part("street"), part("commune"), part("district"), part("province")};
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

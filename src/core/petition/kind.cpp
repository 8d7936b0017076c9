#include <algorithm>

#include "petition/event.hpp"

namespace motcua::petition {
namespace {

struct KindName {
  std::string_view code;
  std::string_view vi;
  std::string_view en;
};

constexpr std::array<KindName, all_kinds.size()> kind_names{{
    {"conduct", "Thái độ, hành vi của cán bộ", "An officer's conduct"},
    {"lateness", "Hồ sơ giải quyết chậm", "A late dossier"},
    {"extra-papers", "Đòi giấy tờ ngoài quy định", "Papers asked for beyond the rules"},
    {"burden", "Thủ tục phiền hà, vướng mắc", "A burdensome procedure"},
    {"suggestion", "Kiến nghị, đề xuất", "A suggestion"},
}};

}  // namespace

std::string_view write_kind(Kind kind) { return kind_names[std::size_t(kind)].code; }

std::optional<Kind> parse_kind(std::string_view name) {
  const auto found = std::ranges::find(kind_names, name, &KindName::code);
  if (found == kind_names.end()) return std::nullopt;
  return static_cast<Kind>(found - kind_names.begin());
}

Text describe(Kind kind) {
  const auto& name = kind_names[std::size_t(kind)];
  return {std::string(name.vi), std::string(name.en)};
}

}  // namespace motcua::petition

#include "procedure/role.hpp"

#include <algorithm>
#include <array>

namespace motcua::procedure {
namespace {

struct RoleWords {
  std::string_view id;
  std::string_view vi;
  std::string_view en;
};
constexpr std::array<RoleWords, 8> roles{{{"applicant", "người nộp hồ sơ", "the applicant"},
                                          {"reception", "cán bộ một cửa", "counter officer"},
                                          {"specialist", "chuyên viên", "specialist"},
                                          {"head", "trưởng phòng", "head of division"},
                                          {"director", "lãnh đạo Sở", "director"},
                                          {"liaison", "cán bộ theo dõi cơ quan ngoài", "liaison"},
                                          {"leader", "lãnh đạo xem số liệu", "leader"},
                                          {"designer", "người thiết kế quy trình", "designer"}}};

}  // namespace

Text role_in_words(std::string_view role) {
  const auto found = std::ranges::find(roles, role, &RoleWords::id);
  if (found == roles.end()) return {std::string(role), std::string(role)};
  return {std::string(found->vi), std::string(found->en)};
}

}  // namespace motcua::procedure

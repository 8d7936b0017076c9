// Those who sign the result's paper: people who may decide, and there are such people.

#include <algorithm>
#include <array>

#include "procedure/check_parts.hpp"
#include "procedure/role.hpp"

namespace motcua::procedure {
namespace {

constexpr std::array<std::string_view, 2> who_may_sign{"head", "director"};

}  // namespace

void check_signers(Checking& checking, std::span<const std::string> roles_held) {
  int place = 0;
  for (const Signer& signer : checking.version().signers) {
    const int line = checking.line_of("signer." + std::to_string(++place));
    const Text name = role_in_words(signer.role);
    const Text role{"“" + name.vi + "”", "“" + name.en + "”"};
    if (std::ranges::find(who_may_sign, signer.role) == who_may_sign.end()) {
      checking.report(
          procedure_file, line, "signer-wrong",
          {"người ký chỉ có thể là trưởng phòng hoặc lãnh đạo Sở, không phải " + role.vi,
           "a signer is a head of division or a director, not " + role.en});
    } else if (!roles_held.empty() &&
               std::ranges::find(roles_held, signer.role) == roles_held.end()) {
      checking.report(procedure_file, line, "role-nobody-holds",
                      {"không ai giữ vai trò " + role.vi + " của người ký",
                       "nobody holds the role " + role.en + " of a signer"});
    }
  }
}

}  // namespace motcua::procedure

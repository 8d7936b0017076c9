// Those who sign the result's paper: people who may decide, and there are such people.

#include <algorithm>
#include <array>

#include "procedure/check_parts.hpp"

namespace motcua::procedure {
namespace {

constexpr std::array<std::string_view, 2> who_may_sign{"head", "director"};

}  // namespace

void check_signers(Checking& checking, std::span<const std::string> roles_held) {
  int place = 0;
  for (const Signer& signer : checking.version().signers) {
    const int line = checking.line_of("signer." + std::to_string(++place));
    const std::string role = "“" + signer.role + "”";
    if (std::ranges::find(who_may_sign, signer.role) == who_may_sign.end()) {
      checking.report(procedure_file, line, "signer-wrong",
                      {"người ký chỉ có thể là head hoặc director, không phải " + role,
                       "a signer is head or director, not " + role});
    } else if (!roles_held.empty() &&
               std::ranges::find(roles_held, signer.role) == roles_held.end()) {
      checking.report(procedure_file, line, "role-nobody-holds",
                      {"không ai giữ vai trò " + role + " của người ký",
                       "nobody holds the role " + role + " of a signer"});
    }
  }
}

}  // namespace motcua::procedure

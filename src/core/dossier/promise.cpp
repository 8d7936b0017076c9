#include "dossier/promise.hpp"

#include <algorithm>
#include <array>

namespace motcua::dossier {
namespace {

constexpr std::array<std::string_view, 6> names{"first",   "supplement", "suspension",
                                                "apology", "calendar",   "intake-correction"};

}  // namespace

std::string_view write_promise_kind(PromiseKind kind) {
  return names[static_cast<std::size_t>(kind)];
}

std::optional<PromiseKind> parse_promise_kind(std::string_view text) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == text) return static_cast<PromiseKind>(i);
  }
  return std::nullopt;
}

bool replaced_in_time(const Promise& before, const Promise& after,
                      std::span<const ClockStop> stops) {
  if (!before.due) return true;
  if (after.kind == PromiseKind::Apology) return date_of(after.given_at) < date_of(*before.due);
  if (after.given_at <= *before.due) return true;
  return std::ranges::any_of(stops, [&](const ClockStop& stop) {
    return stop.policy != calendar::ClockPolicy::Run && stop.from <= *before.due &&
           (!stop.to || *stop.to >= *before.due);
  });
}

}  // namespace motcua::dossier

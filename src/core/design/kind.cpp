// The names of kinds, as they stand in the API and in the book.

#include <algorithm>
#include <array>

#include "design/event.hpp"

namespace motcua::design {
namespace {

constexpr std::array<std::string_view, 2> kind_names{"procedure", "matrix"};
constexpr std::array<std::string_view, 4> proposal_names{"abolish", "merge", "delegate",
                                                         "simplify"};

template <class Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto* found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view write_kind(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
std::optional<Kind> parse_kind(std::string_view name) { return find_name<Kind>(kind_names, name); }

std::string_view write_proposal_kind(ProposalKind kind) {
  return proposal_names[static_cast<std::size_t>(kind)];
}
std::optional<ProposalKind> parse_proposal_kind(std::string_view name) {
  return find_name<ProposalKind>(proposal_names, name);
}

}  // namespace motcua::design

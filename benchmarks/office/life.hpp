// The life of one made-up dossier as acts of the office, from the counter to the result handed
// over. The same table is sent through HTTP and given to the registrar in process.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "commands/registrar.hpp"

namespace motcua::bench {

struct Act {
  std::string_view officer;  // account name
  std::string_view name;
  std::string_view input;  // JSON, as the API takes it
};

inline constexpr std::string_view counter_officer = "lan";

// The acts after registration, in the order that the procedure asks for.
std::span<const Act> life();

// The body of the registration of the n-th dossier, JSON.
std::string registration_body(std::uint64_t n);

// The same as requests to the registrar.
commands::Request registration(const commands::World& world, std::uint64_t n);
commands::Request act_of_life(const commands::World& world, std::string code, std::size_t stage);

}  // namespace motcua::bench

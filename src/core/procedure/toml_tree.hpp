// TOML text as a plain tree with line numbers, so that toml++ stays in one source file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/moment.hpp"
#include "base/result.hpp"

namespace motcua::procedure {

struct TomlValue {
  using Array = std::vector<TomlValue>;
  using Table = std::vector<std::pair<std::string, TomlValue>>;  // in the order of their lines

  int line = 1;
  std::variant<std::monostate, bool, std::int64_t, std::string, Date, Array, Table> held;

  template <class T>
  const T* as() const {
    return std::get_if<T>(&held);
  }
  const TomlValue* find(std::string_view key) const;  // nullptr when absent or no table
};

struct TomlError {
  int line = 1;
  std::string what;
};

// Fractions and times of day have no use here and are read as nothing (monostate).
Result<TomlValue, TomlError> read_toml(std::string_view text);

}  // namespace motcua::procedure

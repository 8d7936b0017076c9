// A file of a data folder that holds passwords or keys.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/failure.hpp"

namespace motcua::runtime {

// Its text; nothing when there is none. Malformed when others than its owner may read it.
OrFailure<std::optional<std::string>> read_secret_file(const std::filesystem::path& path);

}  // namespace motcua::runtime

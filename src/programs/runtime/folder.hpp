// Whole small files of a data folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace motcua::runtime {

OrFailure<std::string> read_text(const std::filesystem::path& path);
enum class Visible { Everyone, OwnerOnly };
OrFailure<Nothing> write_text(const std::filesystem::path& path, std::string_view text,
                              Visible visible);

}  // namespace motcua::runtime

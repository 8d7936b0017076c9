#include "runtime/secret_file.hpp"

#include "runtime/folder.hpp"

namespace motcua::runtime {
namespace {

namespace fs = std::filesystem;

bool is_the_owners_alone(const fs::path& file) {
  const auto others = fs::perms::group_all | fs::perms::others_all;
  std::error_code error;
  const auto status = fs::status(file, error);
  return !error && (status.permissions() & others) == fs::perms::none;
}

}  // namespace

OrFailure<std::optional<std::string>> read_secret_file(const fs::path& path) {
  if (!fs::exists(path)) return std::optional<std::string>{};
  if (!is_the_owners_alone(path)) {
    return malformed(path.string() + " holds a secret and others may read it; chmod 600 mends it");
  }
  auto text = read_text(path);
  if (!text) return Unexpected{text.error()};
  return std::optional{std::move(*text)};
}

}  // namespace motcua::runtime

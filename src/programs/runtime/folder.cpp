#include "runtime/folder.hpp"

#include <fstream>
#include <sstream>

namespace motcua::runtime {

OrFailure<std::string> read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in || !text) {
    return Unexpected{Failure{FailureKind::NotFound, "cannot read " + path.string(), false}};
  }
  return text.str();
}

OrFailure<Nothing> write_text(const std::filesystem::path& path, std::string_view text,
                              Visible visible) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  std::error_code error;
  if (visible == Visible::OwnerOnly) {
    std::filesystem::permissions(
        path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
  }
  if (!out || error) {
    return Unexpected{Failure{FailureKind::Storage, "cannot write " + path.string(), false}};
  }
  return Nothing{};
}

}  // namespace motcua::runtime

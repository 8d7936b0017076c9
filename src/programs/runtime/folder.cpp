#include "runtime/folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

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

OrFailure<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  const std::string path = (folder / "motcua.lock").string();
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return Unexpected{
        Failure{FailureKind::Storage, "open " + path + ": " + std::strerror(errno), false}};
  }
  FolderLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
  return Unexpected{Failure{FailureKind::Busy,
                            "another motcua is at work in " + folder.string() + "; stop it first",
                            true}};
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace motcua::runtime

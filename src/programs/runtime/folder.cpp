#include "runtime/folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

namespace motcua::runtime {
namespace {

// A new file, on disk when the answer is true; errno says why it is not.
bool write_durably(const std::string& path, std::string_view text, mode_t mode) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (descriptor < 0) return false;
  bool well = true;
  while (well && !text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    well = written > 0;
    if (well) text.remove_prefix(static_cast<std::size_t>(written));
  }
  well = well && ::fsync(descriptor) == 0;
  const int why = errno;
  ::close(descriptor);
  errno = why;
  return well;
}

}  // namespace

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
  const std::string beside = path.string() + ".new";
  ::unlink(beside.c_str());  // a killed program's
  if (write_durably(beside, text, visible == Visible::OwnerOnly ? 0600 : 0644) &&
      ::rename(beside.c_str(), path.c_str()) == 0) {
    return Nothing{};
  }
  const std::string why = std::strerror(errno);
  ::unlink(beside.c_str());
  return Unexpected{
      Failure{FailureKind::Storage, "cannot write " + path.string() + ": " + why, false}};
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

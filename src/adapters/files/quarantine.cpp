#include "files/quarantine.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "files/descriptor.hpp"

namespace motcua::files {

OrFailure<Nothing> FolderQuarantine::take(const std::string& path, std::string_view sha256) {
  if (::mkdir(folder_.c_str(), 0700) != 0 && errno != EEXIST) {
    return Unexpected{system_failure("make", folder_)};
  }
  const std::string place = folder_ + "/" + std::string(sha256);
  // Somebody may have been quicker with the same content.
  const bool moved = std::rename(path.c_str(), place.c_str()) == 0;
  if (!moved && (errno != ENOENT || ::access(place.c_str(), F_OK) != 0)) {
    return Unexpected{system_failure("move to quarantine", path)};
  }
  if (::chmod(place.c_str(), 0400) != 0) return Unexpected{system_failure("lock", place)};
  const Descriptor opened(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() < 0 || ::fsync(opened.get()) != 0) {
    return Unexpected{system_failure("sync", folder_)};
  }
  return Nothing{};
}

}  // namespace motcua::files

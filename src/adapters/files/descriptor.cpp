#include "files/descriptor.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace motcua::files {

Descriptor::~Descriptor() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Failure system_failure(std::string_view doing, const std::string& path) {
  const bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
  return {FailureKind::Storage, std::string(doing) + " " + path + ": " + std::strerror(errno),
          full};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace motcua::files

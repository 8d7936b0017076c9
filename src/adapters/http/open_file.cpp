#include "http/open_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace motcua::http {
namespace {

Failure failure(FailureKind kind, const std::string& what) {
  return Failure{kind, what + ": " + std::generic_category().message(errno), false};
}

}  // namespace

OrFailure<std::unique_ptr<OpenFile>> OpenFile::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    const auto kind = errno == ENOENT ? FailureKind::NotFound : FailureKind::Storage;
    return Unexpected{failure(kind, "open " + path)};
  }
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) {
    ::close(descriptor);
    return Unexpected{Failure{FailureKind::NotFound, path + " is no regular file", false}};
  }
  return std::unique_ptr<OpenFile>(
      new OpenFile(descriptor, static_cast<std::uint64_t>(facts.st_size)));
}

OpenFile::~OpenFile() { ::close(descriptor_); }

OrFailure<std::size_t> OpenFile::read_at(std::uint64_t offset, std::span<char> out) const {
  std::size_t filled = 0;
  while (filled < out.size()) {
    const ssize_t count = ::pread(descriptor_, out.data() + filled, out.size() - filled,
                                  static_cast<off_t>(offset + filled));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Unexpected{failure(FailureKind::Storage, "read a file being sent")};
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  return filled;
}

}  // namespace motcua::http

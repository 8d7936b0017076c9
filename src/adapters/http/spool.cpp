#include "http/spool.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace motcua::http {
namespace {

Unexpected<Failure> storage_failure(const std::string& what) {
  return Unexpected{
      Failure{FailureKind::Storage, what + ": " + std::generic_category().message(errno), true}};
}

}  // namespace

OrFailure<std::shared_ptr<SpoolFile>> SpoolFile::create(const std::string& folder) {
  std::string path = folder + "/upload-XXXXXX";
  const int descriptor = ::mkostemp(path.data(), O_CLOEXEC);
  if (descriptor < 0) return storage_failure("create a file for an upload in " + folder);
  return std::shared_ptr<SpoolFile>(new SpoolFile(descriptor, std::move(path)));
}

SpoolFile::~SpoolFile() {
  ::close(descriptor_);
  if (!released_) ::unlink(path_.c_str());
}

OrFailure<Nothing> SpoolFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return storage_failure("write an upload to " + path_);
    size_ += static_cast<std::uint64_t>(written);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return Nothing{};
}

OrFailure<std::string> SpoolFile::contents() const {
  std::string bytes(size_, '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t got =
        ::pread(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return storage_failure("read an upload from " + path_);
    at += static_cast<std::size_t>(got);
  }
  return bytes;
}

std::string SpoolFile::release() {
  released_ = true;
  return path_;
}

}  // namespace motcua::http

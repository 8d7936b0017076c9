#include "xlsx/memory_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace motcua::xlsx {

MemoryFile::MemoryFile() : descriptor_(memfd_create("figures", MFD_CLOEXEC)) {}

MemoryFile::~MemoryFile() {
  if (is_open()) close(descriptor_);
}

std::string MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

OrFailure<std::string> MemoryFile::contents() const {
  const Unexpected<Failure> failed{Failure{FailureKind::Storage, "reading a file in memory", true}};
  struct stat about {};
  if (fstat(descriptor_, &about) != 0) return failed;
  std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const auto got =
        pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (got <= 0) return failed;
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace motcua::xlsx

#include "paper/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>

#include "files/descriptor.hpp"

namespace motcua::paper {

OrFailure<std::unique_ptr<MappedFile>> MappedFile::open(const std::string& path) {
  const files::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat facts {};
  if (file.get() < 0 || ::fstat(file.get(), &facts) != 0) {
    return Unexpected{files::system_failure("open", path)};
  }
  if (facts.st_size == 0) return std::unique_ptr<MappedFile>(new MappedFile({}));
  const auto size = static_cast<std::size_t>(facts.st_size);
  void* at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (at == MAP_FAILED) return Unexpected{files::system_failure("map", path)};
  return std::unique_ptr<MappedFile>(new MappedFile({static_cast<const char*>(at), size}));
}

MappedFile::~MappedFile() {
  if (!content_.empty()) ::munmap(const_cast<char*>(content_.data()), content_.size());
}

void MappedFile::let_go(std::size_t bytes) {
  const auto read = std::min(bytes, content_.size());  // up to the end of its page
  if (read > 0) ::madvise(const_cast<char*>(content_.data()), read, MADV_DONTNEED);
}

}  // namespace motcua::paper

// A file being sent: opened once, read at offsets. Blocks on the disk: for pool threads only.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "base/failure.hpp"

namespace motcua::http {

class OpenFile {
 public:
  // NotFound when it is not there or no regular file; Storage for other troubles.
  static OrFailure<std::unique_ptr<OpenFile>> open(const std::string& path);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  std::uint64_t size() const { return size_; }  // bytes, when it was opened

  // Fills `out` from `offset`; gives the bytes read, fewer only at the end of the file.
  OrFailure<std::size_t> read_at(std::uint64_t offset, std::span<char> out) const;

 private:
  OpenFile(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}

  int descriptor_;
  std::uint64_t size_;
};

}  // namespace motcua::http

// A file that exists in memory only, for a library that writes to a path.
#pragma once

#include <string>

#include "base/failure.hpp"

namespace motcua::xlsx {

class MemoryFile {
 public:
  MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile();

  bool is_open() const { return descriptor_ >= 0; }
  std::string path() const;  // valid inside this process, while the object lives
  OrFailure<std::string> contents() const;

 private:
  int descriptor_;
};

}  // namespace motcua::xlsx

// Files by their descriptors: closed by themselves, written whole, failures in the system's words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace motcua::files {

class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

// What is read or written at a time.
inline constexpr std::size_t piece_bytes = 64 * 1024;

// Of the call that failed last, from errno.
Failure system_failure(std::string_view doing, const std::string& path);

bool write_all(int descriptor, std::string_view bytes);

}  // namespace motcua::files

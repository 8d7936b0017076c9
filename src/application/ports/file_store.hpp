// Uploaded papers, addressed by their content.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace motcua::ports {

struct KeptFile {
  std::string sha256;  // hex
  std::int64_t size = 0;
};

class FileStore {
 public:
  virtual ~FileStore() = default;
  // Takes over a spooled upload: reads it in pieces, moves it to its address, durable on return.
  virtual OrFailure<KeptFile> keep(const std::string& spooled_path) = 0;
  virtual OrFailure<KeptFile> keep_bytes(std::string_view bytes) = 0;
  // Path of a kept file; NotFound when there is none.
  virtual OrFailure<std::string> path_of(std::string_view sha256) = 0;
};

}  // namespace motcua::ports

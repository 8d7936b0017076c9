// Random tokens nobody can guess, from outside.
#pragma once

#include <cstddef>
#include <string>

namespace motcua::ports {

class Chance {
 public:
  virtual ~Chance() = default;
  // `bytes` random bytes in unpadded base64url. Any thread.
  virtual std::string token(std::size_t bytes) = 0;
};

}  // namespace motcua::ports

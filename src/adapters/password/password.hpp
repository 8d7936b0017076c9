// Passwords (Argon2id) and tokens nobody can guess.
//
// Hashing costs about 70 ms and 19 MiB by design; at most two run at once, others wait their turn.
#pragma once

#include <mutex>
#include <semaphore>
#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "ports/chance.hpp"

namespace motcua::password {

class SystemChance : public ports::Chance {
 public:
  std::string token(std::size_t bytes) override;  // asserts that the system gives random bytes
};

class Hasher {
 public:
  OrFailure<std::string> hash(std::string_view password);  // encoded, with its own salt
  bool verify(const std::string& encoded, std::string_view password);

 private:
  std::counting_semaphore<2> places_{2};
};

}  // namespace motcua::password

// Failure: disk, network or a malformed input let us down. Not the rules saying no (Rejection), and
// not our own bug (Bug).
#pragma once

#include <string>

#include "base/result.hpp"

namespace motcua {

enum class FailureKind {
  Malformed,    // the input cannot be read; trying again will not help
  NotFound,     // what was asked for is not there
  Storage,      // disk full, I/O error, damaged file
  Busy,         // try again later
  Unavailable,  // a part outside is not reachable
};

struct Failure {
  FailureKind kind = FailureKind::Malformed;
  std::string what;  // what was tried and how it failed, for the log and the operator (English)
  bool retry = false;
};

template <class T>
using OrFailure = Result<T, Failure>;

inline Unexpected<Failure> malformed(std::string what) {
  return Unexpected{Failure{FailureKind::Malformed, std::move(what), false}};
}

}  // namespace motcua

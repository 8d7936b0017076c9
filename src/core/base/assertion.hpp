// Assertions that stay on in production.
//
// A failed assertion is a bug of ours: it throws Bug, the act at hand is abandoned and reported,
// and the journal stays as it was. Only the boundary of an act (writer, HTTP connection, program
// main) catches Bug.
#pragma once

#include <stdexcept>
#include <string>

namespace motcua {

class Bug : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void report_bug(const char* condition, const char* file, int line);

}  // namespace motcua

#define MOTCUA_ASSERT(condition) \
  ((condition) ? void(0) : ::motcua::report_bug(#condition, __FILE__, __LINE__))

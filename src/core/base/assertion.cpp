#include "base/assertion.hpp"

namespace motcua {

void report_bug(const char* condition, const char* file, int line) {
  throw Bug(std::string("assertion failed: ") + condition + " at " + file + ":" +
            std::to_string(line));
}

}  // namespace motcua

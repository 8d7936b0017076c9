// What is wrong with a procedure's files, where, in both languages.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace motcua::procedure {

// The texts of one version's folder by file name, without folders.
using Files = std::map<std::string, std::string, std::less<>>;

struct Problem {
  std::string file;
  int line = 1;  // from 1
  std::string code;
  Text what;
};

using Problems = std::vector<Problem>;

}  // namespace motcua::procedure

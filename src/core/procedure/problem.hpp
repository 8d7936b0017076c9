// What is wrong with a procedure's files, where, in both languages.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace motcua::procedure {

// The texts of one version's folder by file name, without folders.
using Files = std::map<std::string, std::string, std::less<>>;

enum class Severity { Error, Warning };  // a warning keeps nothing from being published

struct Problem {
  std::string file;
  int line = 1;  // from 1
  std::string code;
  Text what;
  // What it is about: id of a BPMN element, path of a question, id of a paper, case, fee or task;
  // empty: the file as a whole.
  std::string element = {};
  Severity severity = Severity::Error;
};

using Problems = std::vector<Problem>;

}  // namespace motcua::procedure

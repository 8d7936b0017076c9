// motcua procedure check: reads procedure folders and says what is wrong, with file and line.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace motcua::cli {

struct ProcedureCheckRequest {
  // A version's folder, a procedure's, or one of many procedures: every folder below with a
  // procedure.toml is checked.
  std::filesystem::path folder;
  std::vector<std::string> roles_held;  // of the office; empty: roles are not checked
  Language language = Language::Vietnamese;
  bool json = false;
};

// One line a problem: "file:line: code: what"; as JSON {versions, problems: [{file, line, code,
// what: {vi, en}}]}. Exit codes: 0 nothing wrong, 1 problems, 2 the
// folder cannot be read or has no procedure.
int run_procedure_check(const ProcedureCheckRequest& request, std::ostream& out, std::ostream& err);

}  // namespace motcua::cli

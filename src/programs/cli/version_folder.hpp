// A procedure version's folder on the disk, and what is said of it. For the sub-commands of
// `motcua procedure`.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "procedure/problem.hpp"

namespace motcua::cli {

struct ProcedureRequest {
  std::filesystem::path folder;
  std::vector<std::string> roles_held;  // of the office; empty: roles are not checked
  Language language = Language::Vietnamese;
  bool json = false;
  // An office's data folder or its office.toml: its roles and posts are held against; empty: not.
  std::filesystem::path office = {};
};

// Version folders at or below `root`, sorted; what is wrong when there is none or it is unreadable.
Result<std::vector<std::filesystem::path>, std::string> version_folders(
    const std::filesystem::path& root);

// Without hidden files.
Result<procedure::Files, std::string> read_version_files(const std::filesystem::path& folder);

struct Found {
  std::filesystem::path folder;
  procedure::Problem problem;

  std::string file() const { return (folder / problem.file).string(); }
};

// One line a problem, "file:line: code: what", and a line that counts; as JSON {versions, problems:
// [{file, line, code, what: {vi, en}}]}.
void tell(const std::vector<Found>& all, std::size_t versions, const ProcedureRequest& request,
          std::ostream& out);

}  // namespace motcua::cli

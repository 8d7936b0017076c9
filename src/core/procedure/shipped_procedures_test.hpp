// The shipped procedures/ folder as texts, for this module's tests.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "procedure/problem.hpp"
#include "procedure/reference_list.hpp"

namespace motcua::procedure {

inline Files files_of(const std::filesystem::path& folder) {
  Files files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

// By "official-travel/v1".
inline std::map<std::string, Files> folders_under(const std::filesystem::path& root) {
  std::map<std::string, Files> folders;
  const Files lists = files_of(root / "lists");
  for (const auto& procedure : std::filesystem::directory_iterator(root)) {
    if (!procedure.is_directory() || procedure.path().filename() == "lists") continue;
    for (const auto& version : std::filesystem::directory_iterator(procedure)) {
      const auto name = procedure.path().filename() / version.path().filename();
      Files& files = folders[name.string()] = files_of(version);
      for (auto& [list, text] : lists) files[std::string(shared_lists) + list] = text;
    }
  }
  return folders;
}

inline std::map<std::string, Files> shipped_procedures() {
  return folders_under(std::filesystem::path(MOTCUA_SOURCE_DIR) / "procedures");
}

}  // namespace motcua::procedure

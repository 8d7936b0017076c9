// Bad files in a folder of their own, beside the papers: nothing of the program reads from it. Only
// its owner may open it, and no file in it may be run.
#pragma once

#include <memory>
#include <string>

#include "ports/paper_scanner.hpp"

namespace motcua::files {

class FolderQuarantine : public ports::Quarantine {
 public:
  // The folder is made with the first file.
  explicit FolderQuarantine(std::string folder) : folder_(std::move(folder)) {}
  // Moves it there, under its SHA-256; durable on return.
  OrFailure<Nothing> take(const std::string& path, std::string_view sha256) override;

 private:
  std::string folder_;
};

}  // namespace motcua::files

// Versions published by the office as folders of its data folder.
#pragma once

#include <string>

#include "ports/version_folders.hpp"

namespace motcua::files {

class OfficeVersionFolders : public ports::VersionFolders {
 public:
  explicit OfficeVersionFolders(std::string data) : data_(std::move(data)) {}

  OrFailure<Nothing> prepare(const std::string& folder, const procedure::Files& files) override;
  OrFailure<Nothing> put(const std::string& folder) override;
  OrFailure<Nothing> put_file(const std::string& folder, const std::string& name,
                              const std::string& text) override;
  OrFailure<std::optional<procedure::Files>> read(const std::string& folder) override;
  OrFailure<std::vector<std::string>> list() override;

 private:
  std::string data_;
};

}  // namespace motcua::files

// Uploaded papers in a folder, each under the SHA-256 of its bytes: the same paper is kept once.
//
// Read in pieces, never whole in memory; a file is in its place only when all of it is on disk.
// Any thread.
#pragma once

#include <memory>
#include <string>

#include "ports/file_store.hpp"

namespace motcua::files {

class FolderStore : public ports::FileStore {
 public:
  // The folder is made when absent.
  static OrFailure<std::unique_ptr<FolderStore>> open(const std::string& folder);

  OrFailure<ports::KeptFile> keep(const std::string& spooled_path) override;
  OrFailure<ports::KeptFile> keep_bytes(std::string_view bytes) override;
  OrFailure<std::string> path_of(std::string_view sha256) override;
  OrFailure<std::string> read(std::string_view sha256) override;

  const std::string& folder() const { return folder_; }

 private:
  explicit FolderStore(std::string folder) : folder_(std::move(folder)) {}
  std::string place_of(std::string_view sha256) const;
  std::string folder_;
};

}  // namespace motcua::files

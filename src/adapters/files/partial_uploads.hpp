// Interrupted uploads in a folder: the bytes in ID.part, what they are in ID.json. They outlive a
// restart; what stays unfinished is let go by drop_begun_before().
#pragma once

#include <array>
#include <memory>
#include <mutex>

#include "ports/partial_uploads.hpp"

namespace motcua::files {

class FolderPartialUploads : public ports::PartialUploads {
 public:
  // The folder is made when absent.
  static OrFailure<std::unique_ptr<FolderPartialUploads>> open(const std::string& folder);

  OrFailure<Nothing> begin(const ports::PartialUpload& upload) override;
  OrFailure<std::optional<ports::PartialUpload>> find(std::string_view id) override;
  OrFailure<std::optional<std::int64_t>> append(std::string_view id, std::int64_t offset,
                                                const ports::Piece& piece) override;
  OrFailure<std::string> path_of(std::string_view id) override;
  OrFailure<Nothing> finish(std::string_view id, std::string_view file) override;
  OrFailure<Nothing> drop(std::string_view id) override;
  OrFailure<Nothing> drop_begun_before(std::int64_t unix_seconds) override;

 private:
  explicit FolderPartialUploads(std::string folder) : folder_(std::move(folder)) {}
  std::string place(std::string_view id, std::string_view ending) const;
  OrFailure<Nothing> describe(const ports::PartialUpload& upload) const;
  std::unique_lock<std::mutex> lock(std::string_view id);

  std::string folder_;
  std::array<std::mutex, 64> mutexes_;
};

}  // namespace motcua::files

// A data folder: its whole small files, and who may write in it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace motcua::runtime {

OrFailure<std::string> read_text(const std::filesystem::path& path);
// The file is wholly the new text or, with a Failure, wholly what it was before.
enum class Visible { Everyone, OwnerOnly };
OrFailure<Nothing> write_text(const std::filesystem::path& path, std::string_view text,
                              Visible visible);

// Held by the one program that writes the office's journal; gone with it, however it ends.
class FolderLock {
 public:
  // Busy when another program holds it.
  static OrFailure<FolderLock> take(const std::filesystem::path& folder);
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace motcua::runtime

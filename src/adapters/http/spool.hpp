// A request body too large for memory, in a temporary file.
//
// Invariant: the file is removed when the last owner lets go, whatever way the request ends, unless
// somebody released it. Not for two threads at once.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace motcua::http {

class SpoolFile {
 public:
  // A new empty file with a name of its own in `folder`. Shared because both the connection and an
  // act that ends later (see Later) need it until they are done.
  static OrFailure<std::shared_ptr<SpoolFile>> create(const std::string& folder);
  ~SpoolFile();
  SpoolFile(const SpoolFile&) = delete;
  SpoolFile& operator=(const SpoolFile&) = delete;

  // Failure of kind Storage when the disk does not take all the bytes.
  OrFailure<Nothing> append(std::string_view bytes);

  OrFailure<std::string> contents() const;

  const std::string& path() const { return path_; }
  std::uint64_t size() const { return size_; }  // bytes

  // The caller takes the file over (moves it into its store): it is not removed any more.
  std::string release();

 private:
  SpoolFile(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}

  int descriptor_;
  std::string path_;
  std::uint64_t size_ = 0;
  bool released_ = false;
};

}  // namespace motcua::http

// A file's content without a copy of it: for files of our own that nobody writes to any more.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace motcua::paper {

class MappedFile {
 public:
  static OrFailure<std::unique_ptr<MappedFile>> open(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  std::string_view content() const { return content_; }
  // Gives back the memory of the first bytes; whoever looks at them again gets them from the file.
  void let_go(std::size_t bytes);

 private:
  explicit MappedFile(std::string_view content) : content_(content) {}
  std::string_view content_;
};

}  // namespace motcua::paper

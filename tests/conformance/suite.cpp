#include "suite.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

namespace motcua::conformance {

void Tally::fail(std::string_view place, std::string_view name, std::string_view expected,
                 std::string_view got) {
  ++failed_;
  std::cout << place << ": " << name << ": expected " << expected << ", got " << got << "\n";
}

void Tally::skip(std::string_view place, std::string_view why) {
  std::cout << "skipped " << place << ": " << why << "\n";
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                               std::string_view extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == extension) {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace motcua::conformance

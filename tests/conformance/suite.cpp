#include "suite.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <utility>

namespace motcua::conformance {

void Tally::fail(std::string_view place, std::string_view name, std::string_view expected,
                 std::string_view got) {
  const std::string key = std::string(place) + ": " + std::string(name);
  if (known_.erase(key) != 0) {
    std::cout << "known: " << key << "\n";
    return;
  }
  ++failed_;
  std::cout << place << ": " << name << ": expected " << expected << ", got " << got << "\n";
}

void Tally::know(std::string_view lines) {
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && !line.starts_with('#')) known_.insert(line);
  }
}

void Tally::finish() {
  const auto left = std::exchange(known_, {});
  for (const std::string& key : left) fail(key, "known failure", "to fail", "it passes");
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

// What poppler's tools say about a PDF of ours; for tests.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>

namespace motcua::pdf {

// A PDF written to a folder of its own, gone with the object.
class PdfOnDisk {
 public:
  explicit PdfOnDisk(const std::string& pdf) {
    std::string pattern = std::filesystem::temp_directory_path() / "motcua-paper-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
    std::ofstream{path(), std::ios::binary} << pdf;
  }
  PdfOnDisk(const PdfOnDisk&) = delete;
  PdfOnDisk& operator=(const PdfOnDisk&) = delete;
  ~PdfOnDisk() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::filesystem::path path() const { return folder_ / "paper.pdf"; }
  std::filesystem::path folder() const { return folder_; }

  // Standard output of `tool options paper.pdf rest`.
  std::string run(const std::string& tool, const std::string& rest = {}) const {
    const auto command = tool + " '" + path().string() + "' " + rest;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    std::string out;
    for (int letter = fgetc(pipe); letter != EOF; letter = fgetc(pipe)) {
      out += static_cast<char>(letter);
    }
    if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
    return out;
  }

  // The words of all pages, one blank between two.
  std::string text() const {
    std::istringstream all(run("pdftotext -layout", "-"));
    std::string words;
    for (std::string word; all >> word;) words += (words.empty() ? "" : " ") + word;
    return words;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace motcua::pdf

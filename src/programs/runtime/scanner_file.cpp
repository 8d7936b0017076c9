#include "runtime/scanner_file.hpp"

#include <charconv>

#include "procedure/section.hpp"
#include "runtime/folder.hpp"

namespace motcua::runtime {
namespace {

namespace fs = std::filesystem;

// "127.0.0.1:3310", "clamd.example:3310", "[::1]:3310".
bool read_address(std::string_view text, clamd::Settings& clamd) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  auto host = text.substr(0, colon);
  const auto port = text.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  clamd.host = host;
  const auto read = std::from_chars(port.data(), port.data() + port.size(), clamd.port);
  return read.ec == std::errc{} && read.ptr == port.data() + port.size() && clamd.port != 0;
}

void read_place(const procedure::TomlValue& tree, procedure::Section& section,
                clamd::Settings& clamd) {
  const bool by_socket = tree.find("socket") != nullptr;
  const bool by_address = tree.find("address") != nullptr;
  if (by_socket == by_address) {
    section.report(1, "value-wrong",
                   {"cần đúng một trong socket và address", "needs either socket or address"});
  }
  if (by_socket) {
    clamd.socket = section.text("socket");
    if (!clamd.socket.starts_with('/') || clamd.socket.size() > 100) {
      section.report(section.line("socket"), "value-wrong",
                     {"phải là đường dẫn đầy đủ, tối đa 100 ký tự",
                      "must be a full path of at most 100 letters"});
    }
  }
  if (by_address && !read_address(section.text("address"), clamd)) {
    section.report(section.line("address"), "value-wrong",
                   {"phải là máy:cổng", "must be host:port"});
  }
}

ScannerFile read_settings(const procedure::TomlValue& tree, procedure::Problems& problems) {
  procedure::Section section(tree, std::string(scanner_file), problems);
  ScannerFile file;
  read_place(tree, section, file.clamd);
  const auto number = [&](const char* key, int least, int most, int unless_said) {
    return tree.find(key) == nullptr ? unless_said : int(section.number(key, least, most));
  };
  file.clamd.most_megabytes = number("most_megabytes", 1, 4000, 25);
  file.clamd.patience = seconds{number("timeout_seconds", 1, 300, 10)};
  file.manner.again = seconds{number("retry_seconds", 1, 3600, 30)};
  if (tree.find("unscanned") != nullptr) {
    const auto word = section.text("unscanned");
    if (word == "warn") {
      file.manner.unscanned = commands::Unscanned::Warned;
    } else if (word != "refuse") {
      section.report(section.line("unscanned"), "value-wrong",
                     {"phải là refuse hoặc warn", "must be refuse or warn"});
    }
  }
  section.report_unknown_keys();
  return file;
}

}  // namespace

OrFailure<std::optional<ScannerFile>> read_scanner_file(const fs::path& data) {
  const auto path = data / scanner_file;
  if (!fs::exists(path)) return std::optional<ScannerFile>{};
  const auto text = read_text(path);
  if (!text) return Unexpected{text.error()};
  const auto tree = procedure::read_toml(*text);
  if (!tree) {
    return malformed(path.string() + ":" + std::to_string(tree.error().line) + ": " +
                     tree.error().what);
  }
  procedure::Problems problems;
  auto file = read_settings(*tree, problems);
  if (problems.empty()) return std::optional{std::move(file)};
  return malformed(path.string() + ":" + std::to_string(problems.front().line) + ": " +
                   problems.front().what.en);
}

}  // namespace motcua::runtime

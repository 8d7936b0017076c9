#include "procedure/check.hpp"

#include <algorithm>
#include <tuple>

#include "procedure/check_parts.hpp"

namespace motcua::procedure {

namespace {

// What a line of procedure.toml is about: of "case.standard.share.examine" the task, of
// "paper.letter.condition" the paper.
std::string element_of(const Lines& lines, int line) {
  for (const auto& [place, at] : lines) {
    if (at != line) continue;
    const auto share = place.find(".share.");
    if (share != std::string::npos) return place.substr(share + 7);
    const auto first = place.find('.');
    if (first == std::string::npos) return {};
    const auto second = place.find('.', first + 1);
    return place.substr(first + 1, second == std::string::npos ? second : second - first - 1);
  }
  return {};
}

}  // namespace

void Checking::report(std::string_view file, int line, std::string code, Text what,
                      std::string_view element) {
  std::string about(element);
  if (about.empty() && file == procedure_file) about = element_of(read_.lines, line);
  problems_.push_back(
      {std::string(file), line, std::move(code), std::move(what), std::move(about)});
}

void Checking::warn(std::string code, Text what, std::string_view file, std::string_view element) {
  const std::string quoted = "\"" + std::string(element) + "\"";
  report(file, line_with(file, quoted), std::move(code), std::move(what), element);
  problems_.back().severity = Severity::Warning;
}

int Checking::line_of(std::string_view place) const {
  auto found = read_.lines.find(place);
  return found == read_.lines.end() ? 1 : found->second;
}

int Checking::line_with(std::string_view file, std::string_view words) const {
  auto found = files_.find(file);
  if (found == files_.end()) return 1;
  const std::string& text = found->second;
  const std::size_t at = text.find(words);
  if (at == std::string::npos) return 1;
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(at);
  return static_cast<int>(std::count(text.begin(), end, '\n')) + 1;
}

Problems check_version(const Files& files, std::span<const std::string> roles_held) {
  return check_for_office(files, OfficeKnows{{roles_held.begin(), roles_held.end()}, {}});
}

Problems check_for_office(const Files& files, const OfficeKnows& knows) {
  auto read = read_version_with_lines(files);
  if (!read) return read.error();
  Problems problems;
  Checking checking(files, *read, problems);
  check_flow(checking, knows.roles_held);
  check_decided(checking);
  check_shares(checking);
  check_signers(checking, knows.roles_held);
  check_papers(checking);
  check_own_papers(checking, knows.results);
  check_fees(checking);
  check_texts(checking);
  check_form(checking);
  check_decision(checking);
  std::ranges::stable_sort(problems, [](const Problem& a, const Problem& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return problems;
}

Problems check_draft(const Files& files, std::span<const std::string> roles_held,
                     std::string_view folder) {
  if (files.contains(digest_file)) {
    return {{std::string(digest_file),
             1,
             "already-published",
             {"phiên bản này đã được công bố", "this version is published already"}}};
  }
  Problems problems = check_version(files, roles_held);
  std::erase_if(problems, [](const Problem& p) { return p.severity != Severity::Error; });
  const auto version = read_version(files);
  if (!version) return problems;
  const std::string own = version->procedure + "/v" + std::to_string(version->number);
  if (own == folder) return problems;
  problems.push_back({std::string(procedure_file),
                      1,
                      "folder-differs",
                      {"thư mục phải tên là " + own, "the folder must be named " + own}});
  return problems;
}

}  // namespace motcua::procedure

#include "procedure/check.hpp"

#include <algorithm>
#include <tuple>

#include "procedure/check_parts.hpp"

namespace motcua::procedure {

void Checking::report(std::string_view file, int line, std::string code, Text what) {
  problems_.push_back({std::string(file), line, std::move(code), std::move(what)});
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
  auto read = read_version_with_lines(files);
  if (!read) return read.error();
  Problems problems;
  Checking checking(files, *read, problems);
  check_flow(checking, roles_held);
  check_shares(checking);
  check_signers(checking, roles_held);
  check_papers(checking);
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

#include "procedure/shown_answers.hpp"

#include <set>

#include "procedure/form.hpp"

namespace motcua::procedure {
namespace {

// "/members/0/name" -> "/members/*/name"
std::string question_of_answer(std::string_view path) {
  std::string question;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    const bool number =
        !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    question += number ? "/*" : "/" + std::string(part);
  }
  return question;
}

}  // namespace

std::vector<ShownAnswer> shown_answers(const Version& version, std::string_view task,
                                       const json::value& answers) {
  std::vector<ShownAnswer> shown;
  const auto asked = version.task_shows.find(task);
  if (asked == version.task_shows.end()) return shown;
  const auto rows = answer_rows(version, answers);
  std::set<std::string, std::less<>> taken;
  for (const auto& path : asked->second) {
    bool answered = false;
    for (const auto& row : rows) {
      const auto question = question_of_answer(row.path);
      if (question != path && !question.starts_with(path + "/")) continue;
      answered = true;
      if (taken.insert(row.path).second) shown.push_back({row.path, row.label, row.value});
    }
    if (answered || !taken.insert(path).second) continue;
    shown.push_back({path, question_label(version, path), std::nullopt});
  }
  return shown;
}

}  // namespace motcua::procedure

#include "procedure/shown_answers.hpp"

#include <set>

#include "procedure/form.hpp"

namespace motcua::procedure {
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
      const auto question = question_of(row.path);
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

#include "procedure/guide.hpp"

#include <algorithm>
#include <set>

#include "procedure/section.hpp"

namespace motcua::procedure {
namespace {

const std::string file_name{guide_file};

Text text_in(Section& section, std::string_view key, Problems& problems) {
  const auto* table = section.table(key);
  if (table == nullptr) return {};
  Section words(*table, file_name, problems);
  Text text{words.text("vi"), words.text("en")};
  words.report_unknown_keys();
  return text;
}

Text needed_text(Section& section, std::string_view key, Problems& problems) {
  const auto found = section.keys();
  if (std::find(found.begin(), found.end(), key) == found.end()) {
    section.report(
        section.line(), "key-missing",
        {"còn thiếu “" + std::string(key) + "”", "“" + std::string(key) + "” is missing"});
  }
  return text_in(section, key, problems);
}

GuideAnswer read_answer(const TomlValue& table, Problems& problems) {
  Section section(table, file_name, problems);
  GuideAnswer answer;
  answer.line = section.line();
  answer.id = section.text("id");
  answer.text = needed_text(section, "text", problems);
  answer.question = section.text_or("question", "");
  answer.procedure = section.text_or("procedure", "");
  answer.advice = text_in(section, "advice", problems);
  section.report_unknown_keys();
  return answer;
}

GuideQuestion read_question(const TomlValue& table, Problems& problems) {
  Section section(table, file_name, problems);
  GuideQuestion question;
  question.line = section.line();
  question.id = section.text("id");
  question.text = needed_text(section, "text", problems);
  question.hint = text_in(section, "hint", problems);
  for (const auto* answer : section.tables("answer")) {
    question.answers.push_back(read_answer(*answer, problems));
  }
  section.report_unknown_keys();
  return question;
}

bool is_among(std::span<const std::string> ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

class GuideCheck {
 public:
  GuideCheck(const Guide& guide, const GuideTargets& targets) : guide_(guide), targets_(targets) {}

  Problems problems() {
    if (guide_.questions.empty()) report(1, "guide-empty", {"chưa có câu hỏi", "has no question"});
    std::set<std::string> ids;
    for (const auto& question : guide_.questions) {
      if (!ids.insert(question.id).second) {
        report(
            question.line, "question-twice",
            {"câu hỏi “" + question.id + "” có hai lần", "“" + question.id + "” is there twice"});
      }
      check_answers(question);
    }
    if (!guide_.questions.empty()) walk(guide_.questions.front());
    for (const auto& question : guide_.questions) {
      if (!done_.contains(question.id)) {
        report(question.line, "question-not-reached",
               {"không câu trả lời nào dẫn đến “" + question.id + "”",
                "no answer leads to “" + question.id + "”"});
      }
    }
    for (const auto& procedure : targets_.must_be_found) {
      if (found_.contains(procedure)) continue;
      report(1, "procedure-not-found",
             {"không câu trả lời nào dẫn đến thủ tục “" + procedure + "”",
              "no answer leads to the procedure “" + procedure + "”"});
    }
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const Problem& a, const Problem& b) { return a.line < b.line; });
    return std::move(problems_);
  }

 private:
  void report(int line, std::string code, Text what) {
    problems_.push_back({file_name, line, std::move(code), std::move(what)});
  }

  void check_answers(const GuideQuestion& question) {
    if (question.answers.size() < 2) {
      report(question.line, "answers-missing",
             {"câu hỏi cần ít nhất hai câu trả lời", "a question needs two answers at least"});
    }
    std::set<std::string> ids;
    for (const auto& answer : question.answers) {
      if (!ids.insert(answer.id).second) {
        report(
            answer.line, "answer-twice",
            {"câu trả lời “" + answer.id + "” có hai lần", "“" + answer.id + "” is there twice"});
      }
      check_target(answer);
    }
  }

  void check_target(const GuideAnswer& answer) {
    const int ends =
        !answer.question.empty() + !answer.procedure.empty() + !answer.advice.vi.empty();
    if (ends != 1) {
      report(answer.line, "answer-leads-nowhere",
             {"câu trả lời phải dẫn đến đúng một trong: question, procedure, advice",
              "an answer leads to exactly one of question, procedure, advice"});
    }
    if (!answer.question.empty() && guide_.find(answer.question) == nullptr) {
      report(answer.line, "question-unknown",
             {"không có câu hỏi “" + answer.question + "”",
              "there is no question “" + answer.question + "”"});
    }
    if (answer.procedure.empty()) return;
    found_.insert(answer.procedure);
    if (is_among(targets_.known, answer.procedure)) return;
    report(answer.line, "procedure-unknown",
           {"không có thủ tục “" + answer.procedure + "”",
            "there is no procedure “" + answer.procedure + "”"});
  }

  // Depth first; a question met again on the way down is a circle.
  void walk(const GuideQuestion& question) {
    if (done_.contains(question.id)) return;
    done_.insert(question.id);
    on_the_way_.insert(question.id);
    for (const auto& answer : question.answers) {
      const auto* next = guide_.find(answer.question);
      if (next == nullptr) continue;
      if (on_the_way_.contains(next->id)) {
        report(answer.line, "circle",
               {"câu trả lời dẫn trở lại “" + next->id + "”",
                "the answer leads back to “" + next->id + "”"});
      } else {
        walk(*next);
      }
    }
    on_the_way_.erase(question.id);
  }

  const Guide& guide_;
  const GuideTargets& targets_;
  Problems problems_;
  std::set<std::string> done_;
  std::set<std::string> on_the_way_;
  std::set<std::string> found_;
};

}  // namespace

const GuideQuestion* Guide::find(std::string_view question) const {
  const auto found = std::find_if(questions.begin(), questions.end(),
                                  [&](const GuideQuestion& one) { return one.id == question; });
  return found == questions.end() ? nullptr : &*found;
}

Result<Guide, Problems> read_guide(std::string_view toml_text) {
  const auto tree = read_toml(toml_text);
  if (!tree) {
    return Unexpected{Problems{
        {file_name,
         tree.error().line,
         "toml-broken",
         {"không đọc được: " + tree.error().what, "cannot be read: " + tree.error().what}}}};
  }
  Problems problems;
  Section root(*tree, file_name, problems);
  Guide guide;
  for (const auto* table : root.tables("question")) {
    guide.questions.push_back(read_question(*table, problems));
  }
  root.report_unknown_keys();
  if (!problems.empty()) return Unexpected{std::move(problems)};
  return guide;
}

Problems check_guide(const Guide& guide, const GuideTargets& targets) {
  return GuideCheck(guide, targets).problems();
}

}  // namespace motcua::procedure

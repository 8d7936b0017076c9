#include "api/plain_guide.hpp"

namespace motcua::api::plain {
namespace {

std::string page_of(std::string_view below, Language language) {
  const bool english = language == Language::English;
  return "/ban-don-gian/" + std::string(below) +
         (!english                                    ? ""
          : below.find('?') == std::string_view::npos ? "?lang=en"
                                                      : "&lang=en");
}

std::optional<Told> find(const std::vector<Told>& list, std::string_view id) {
  for (const auto& one : list) {
    if (one.text("id") == id) return one;
  }
  return std::nullopt;
}

std::string answers_html(const Told& question, const GuideStep& step) {
  std::string html = element("h2", question.text("text"));
  if (const auto hint = question.text("hint"); !hint.empty()) html += element("p", hint);
  html += "<ul>\n";
  for (const auto& answer : question.list("answers")) {
    const std::string chosen =
        std::string(step.chosen) + (step.chosen.empty() ? "" : ".") + answer.text("id");
    html += "<li>" + link(page_of("chon/?da-chon=" + chosen, step.language), answer.text("text")) +
            "</li>\n";
  }
  return html + "</ul>\n";
}

std::string end_html(const Told& answer, Language language) {
  if (!answer.has("procedure")) return element("p", answer.text("advice"));
  const auto procedure = answer.part("procedure");
  return element("h2", answer.in({"Bạn cần thủ tục này", "You need this procedure"})) + "<p>" +
         link(page_of("thu-tuc/" + procedure.text("id") + "/", language), procedure.text("name")) +
         "</p>\n" + element("p", procedure.text("summary"));
}

}  // namespace

std::optional<std::string> guide_html(const Told& guide, const GuideStep& step) {
  const auto questions = guide.list("questions");
  if (questions.empty()) return std::nullopt;
  std::string trail;
  std::optional<Told> question = questions.front();
  std::string_view left = step.chosen;
  while (!left.empty()) {
    const auto end = left.find('.');
    const auto answer =
        question ? find(question->list("answers"), left.substr(0, end)) : std::nullopt;
    if (!answer) return std::nullopt;
    trail += element("p", question->text("text") + " " + answer->text("text"));
    left = end == std::string_view::npos ? std::string_view() : left.substr(end + 1);
    question = find(questions, answer->text("question"));
    if (left.empty() && !question) trail += end_html(*answer, step.language);
  }
  if (question) trail += answers_html(*question, step);
  if (step.chosen.empty()) return trail;
  return trail + "<p>" +
         link(page_of("chon/", step.language), guide.in({"Chọn lại từ đầu", "Start again"})) +
         "</p>\n";
}

}  // namespace motcua::api::plain

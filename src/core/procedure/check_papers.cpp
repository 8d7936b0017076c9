// The papers: none asked twice, none unknown, each condition askable; and the decision of the case.

#include <algorithm>

#include "procedure/check_parts.hpp"

namespace motcua::procedure {
namespace {

// In one case the same paper, or two papers of the same name.
void check_twice(Checking& checking, const Case& one) {
  std::set<std::string> ids;
  std::set<std::string> names;
  for (const std::string& id : one.papers) {
    const Paper* paper = checking.version().find_paper(id);
    const int line = checking.line_of("case." + one.id + ".papers");
    if (paper == nullptr) {
      checking.report(procedure_file, line, "paper-unknown",
                      {"không có giấy tờ “" + id + "”", "there is no paper “" + id + "”"});
      continue;
    }
    const std::string name = fold(paper->name.vi);
    const bool new_id = ids.insert(id).second;
    const bool new_name = name.empty() || names.insert(name).second;
    if (new_id && new_name) continue;
    checking.report(
        procedure_file, line, "paper-asked-twice",
        {"trường hợp “" + one.id + "” đòi “" + paper->name.vi + "” hai lần",
         "the case “" + one.id + "” asks for “" + paper->name.in(Language::English) + "” twice"});
  }
}

void check_asked(Checking& checking, const Paper& paper) {
  const auto& cases = checking.version().cases;
  const bool asked = std::ranges::any_of(cases, [&](const Case& one) {
    return std::ranges::find(one.papers, paper.id) != one.papers.end();
  });
  if (asked) return;
  checking.report(procedure_file, checking.line_of("paper." + paper.id), "paper-never-asked",
                  {"không trường hợp nào đòi giấy tờ “" + paper.id + "”",
                   "no case asks for the paper “" + paper.id + "”"});
}

}  // namespace

void check_condition(Checking& checking, const Condition& asked) {
  if (asked.text.empty()) return;
  const int line = checking.line_of(asked.place);
  auto condition = feel::Expression::compile(asked.text);
  if (!condition) {
    const feel::SyntaxError& error = condition.error();
    const std::string where = std::to_string(error.offset + 1);
    checking.report(procedure_file, line, "condition-wrong",
                    {"điều kiện sai: " + error.what.vi + " ở ký tự " + where,
                     "the condition is wrong: " + error.what.en + " at character " + where});
    return;
  }
  auto known = question_names(checking.version().form_schema);
  if (!checking.version().authority.empty()) known.insert("authority");
  for (const std::string& name : condition->names()) {
    if (known.contains(name)) continue;
    checking.report(procedure_file, line, "condition-wrong",
                    {"điều kiện hỏi “" + name + "”, không có trong đơn",
                     "the condition asks “" + name + "”, which the form does not have"});
  }
}

void check_papers(Checking& checking) {
  for (const Paper& paper : checking.version().papers) {
    check_condition(checking, {paper.condition, "paper." + paper.id + ".condition"});
    check_asked(checking, paper);
  }
  for (const Case& one : checking.version().cases) check_twice(checking, one);
}

void check_decision(Checking& checking) {
  constexpr std::string_view dmn_file = "decisions.dmn";
  const auto& table = checking.version().case_decision;
  if (!table) return;
  auto known = question_names(checking.version().form_schema);
  if (!checking.version().authority.empty()) known.insert("authority");
  for (const dmn::InputClause& input : table->inputs()) {
    for (const std::string& name : input.expression.names()) {
      if (known.contains(name)) continue;
      checking.report(dmn_file, checking.line_with(dmn_file, input.expression.text()),
                      "condition-wrong",
                      {"bảng hỏi “" + name + "”, không có trong đơn",
                       "the table asks “" + name + "”, which the form does not have"});
    }
  }
  for (const dmn::Rule& rule : table->rules()) {
    const feel::Value value = rule.outputs.front().evaluate({});
    auto chosen = value.as<std::string>();
    if (chosen != nullptr && checking.version().find_case(*chosen)) continue;
    checking.report(dmn_file, rule.line, "case-unknown",
                    {"quy tắc cho trường hợp không có: " + feel::write(value),
                     "the rule gives a case that does not exist: " + feel::write(value)},
                    rule.id);
  }
}

}  // namespace motcua::procedure

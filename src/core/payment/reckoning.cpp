#include "payment/reckoning.hpp"

#include <algorithm>

#include "feel/expression.hpp"
#include "procedure/form.hpp"

namespace motcua::payment {
namespace {

bool applies(const procedure::FeeRule& rule, std::string_view case_id,
             const feel::Context& answers) {
  const auto& cases = rule.cases;
  if (!cases.empty() && std::ranges::find(cases, case_id) == cases.end()) return false;
  if (rule.condition.empty()) return true;
  const auto condition = feel::Expression::compile(rule.condition);
  return condition && condition->is_true(answers);
}

std::int64_t quantity(const procedure::FeeRule& rule, const json::value& answers) {
  if (rule.per.empty()) return 1;
  const auto* given = procedure::answer_at(answers, rule.per);
  if (given == nullptr || !given->is_number()) return 0;
  boost::system::error_code inexact;
  const auto number = given->to_number<std::int64_t>(inexact);
  const bool sound = !inexact && number >= 0 && number <= procedure::most_of_a_fee;
  return sound ? number : 0;
}

std::string explain(const Line& line, Language language) {
  const std::string amount = write_dong(line.amount(), language);
  if (line.quantity == 1) return amount;
  return write_dong(line.each, language) + " × " + std::to_string(line.quantity) + " = " + amount;
}

}  // namespace

std::vector<Line> reckon(const procedure::Version& version, std::string_view case_id,
                         const json::value& answers) {
  std::vector<Line> lines;
  const auto variables = feel::context_from_json(answers);
  for (const auto& rule : version.fees) {
    if (!applies(rule, case_id, variables)) continue;
    const Line line{rule.id, rule.amount, quantity(rule, answers)};
    if (line.amount() > Dong{}) lines.push_back(line);
  }
  return lines;
}

Dong total(const std::vector<Line>& lines) {
  Dong sum;
  for (const auto& line : lines) sum = sum + line.amount();
  return sum;
}

Text explain(const Line& line) {
  return {explain(line, Language::Vietnamese), explain(line, Language::English)};
}

}  // namespace motcua::payment

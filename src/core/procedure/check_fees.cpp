// The fees: each declared once, for cases that exist, counted by a whole number the form asks for.

#include <algorithm>

#include "procedure/check_parts.hpp"

namespace motcua::procedure {
namespace {

void check_cases(Checking& checking, const FeeRule& fee) {
  for (const std::string& id : fee.cases) {
    if (checking.version().find_case(id) != nullptr) continue;
    checking.report(procedure_file, checking.line_of("fee." + fee.id + ".cases"), "case-unknown",
                    {"phí “" + fee.id + "” dành cho trường hợp không có: “" + id + "”",
                     "the fee “" + fee.id + "” is for a case that does not exist: “" + id + "”"});
  }
}

// The form must bound the number, so that what it costs is bounded too.
bool counts(const json::object& question) {
  const auto* type = question.if_contains("type");
  const auto* least = question.if_contains("minimum");
  const auto* most = question.if_contains("maximum");
  if (type == nullptr || *type != json::value("integer")) return false;
  if (least == nullptr || most == nullptr) return false;
  return least->is_int64() && most->is_int64() && least->get_int64() >= 0 &&
         most->get_int64() <= most_of_a_fee;
}

void check_quantity(Checking& checking, const FeeRule& fee) {
  if (fee.per.empty()) return;
  const int line = checking.line_of("fee." + fee.id + ".per");
  const auto* question = find_question(checking.version().form_schema, fee.per);
  if (question == nullptr) {
    checking.report(
        procedure_file, line, "question-unknown",
        {"đơn không có câu hỏi “" + fee.per + "”", "the form has no question “" + fee.per + "”"});
    return;
  }
  if (counts(*question)) return;
  const std::string most = std::to_string(most_of_a_fee);
  checking.report(procedure_file, line, "quantity-wrong",
                  {"“" + fee.per + "” phải là số nguyên có minimum và maximum, từ 0 đến " + most,
                   "“" + fee.per + "” must be an integer with minimum and maximum, 0 to " + most});
}

void check_declared_once(Checking& checking) {
  std::set<std::string> ids;
  for (const FeeRule& fee : checking.version().fees) {
    if (ids.insert(fee.id).second) continue;
    checking.report(
        procedure_file, checking.line_of("fee." + fee.id), "fee-declared-twice",
        {"phí “" + fee.id + "” được khai hai lần", "the fee “" + fee.id + "” is declared twice"});
  }
}

}  // namespace

void check_fees(Checking& checking) {
  for (const FeeRule& fee : checking.version().fees) {
    check_cases(checking, fee);
    check_quantity(checking, fee);
    check_condition(checking, {fee.condition, "fee." + fee.id + ".condition"});
  }
  check_declared_once(checking);
}

}  // namespace motcua::procedure

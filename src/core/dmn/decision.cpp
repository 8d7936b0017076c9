#include "dmn/decision.hpp"

#include <algorithm>
#include <utility>

namespace motcua::dmn {
namespace {

using feel::Value;

// One evaluation of a table: inputs once, then rule by rule.
class Evaluation {
 public:
  Evaluation(const DecisionTable& table, const feel::Context& variables)
      : table_(table), variables_(variables) {
    for (const InputClause& input : table.inputs()) {
      std::vector<feel::EvaluationError> unheard;  // a missing answer is null, and null is tested
      inputs_.push_back(input.expression.evaluate(variables, unheard));
    }
  }

  Outcome run() {
    for (std::size_t i = 0; i < table_.rules().size(); ++i) {
      if (!applies(table_.rules()[i])) continue;
      hits_.push_back(i);
      if (table_.hit_policy() == HitPolicy::First) break;
    }
    check_policy();
    if (outcome_.errors.empty()) give_value();
    explain();
    return std::move(outcome_);
  }

 private:
  bool applies(const Rule& rule) const {
    for (std::size_t i = 0; i < rule.inputs.size(); ++i) {
      if (rule.inputs[i].test(inputs_[i], variables_) != Value(true)) return false;
    }
    return true;
  }

  Value output_of(const Rule& rule) {
    std::vector<feel::EvaluationError> errors;
    if (rule.outputs.size() == 1) {
      Value value = rule.outputs[0].evaluate(variables_, errors);
      note(rule, errors);
      return value;
    }
    feel::Context value;
    for (std::size_t i = 0; i < rule.outputs.size(); ++i) {
      value[table_.outputs()[i].name] = rule.outputs[i].evaluate(variables_, errors);
    }
    note(rule, errors);
    return value;
  }

  void note(const Rule& rule, const std::vector<feel::EvaluationError>& errors) {
    for (const auto& error : errors) {
      outcome_.errors.push_back("rule “" + rule.id + "”: " + error.what);
    }
  }

  // DMN 1.3, 8.2.8: under unique at most one rule applies, under any all agree.
  void check_policy() {
    if (hits_.size() < 2) return;
    if (table_.hit_policy() == HitPolicy::Unique) {
      outcome_.errors.push_back("more than one rule applies under hit policy unique");
    }
    if (table_.hit_policy() != HitPolicy::Any) return;
    const Value first = output_of(table_.rules()[hits_[0]]);
    bool agree = std::ranges::all_of(
        hits_, [&](std::size_t hit) { return output_of(table_.rules()[hit]) == first; });
    if (!agree) outcome_.errors.push_back("rules that apply disagree under hit policy any");
  }

  void give_value() {
    feel::List collected;
    for (std::size_t hit : hits_) {
      collected.push_back(output_of(table_.rules()[hit]));
      outcome_.rules.push_back(static_cast<int>(hit) + 1);
    }
    if (!outcome_.errors.empty()) return;
    if (table_.hit_policy() == HitPolicy::Collect) {
      outcome_.value = std::move(collected);
    } else if (!collected.empty()) {
      outcome_.value = std::move(collected.front());
    }
  }

  // "official-leave = true and days = 4": what was asked of this rule, and what it met.
  std::string because(const Rule& rule, std::string_view joiner) const {
    std::string text;
    for (std::size_t i = 0; i < rule.inputs.size(); ++i) {
      if (rule.inputs[i].always()) continue;
      if (!text.empty()) text += joiner;
      text += table_.inputs()[i].label + " = " + feel::write(inputs_[i]);
    }
    return text;
  }

  void explain() {
    Text& trace = outcome_.trace;
    if (!outcome_.errors.empty()) {
      trace = {"Bảng quyết định có lỗi: " + outcome_.errors.front(),
               "The decision table has an error: " + outcome_.errors.front()};
      return;
    }
    if (hits_.empty()) {
      trace = {"Không có quy tắc nào phù hợp", "No rule applies"};
      return;
    }
    for (std::size_t hit : hits_) {
      const Rule& rule = table_.rules()[hit];
      const std::string number = std::to_string(hit + 1);
      const std::string note = rule.annotation.empty() ? "" : " (" + rule.annotation + ")";
      const std::string vi = because(rule, " và ");
      const std::string en = because(rule, " and ");
      trace.vi += (trace.vi.empty() ? "" : "; ") + ("Áp dụng quy tắc " + number) +
                  (vi.empty() ? "" : " vì " + vi) + note;
      trace.en += (trace.en.empty() ? "" : "; ") + ("Rule " + number) + " applied" +
                  (en.empty() ? "" : " because " + en) + note;
    }
  }

  const DecisionTable& table_;
  const feel::Context& variables_;
  std::vector<Value> inputs_;
  std::vector<std::size_t> hits_;
  Outcome outcome_;
};

}  // namespace

DecisionTable::DecisionTable(TableContent content) : content_(std::move(content)) {
  for (const Rule& rule : content_.rules) {
    MOTCUA_ASSERT(rule.inputs.size() == content_.inputs.size() &&
                  rule.outputs.size() == content_.outputs.size());
  }
}

Outcome DecisionTable::evaluate(const feel::Context& variables) const {
  return Evaluation(*this, variables).run();
}

}  // namespace motcua::dmn

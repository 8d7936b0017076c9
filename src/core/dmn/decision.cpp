#include "dmn/decision.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/assertion.hpp"

namespace motcua::dmn {
namespace {

using feel::Value;

// One evaluation of a table: inputs once, then rule by rule.
class TableEvaluation {
 public:
  TableEvaluation(const TableContent& content, const feel::Context& variables, feel::Run& run)
      : content_(content), variables_(variables), run_(run) {}

  Value decide() {
    if (!take_inputs()) return {};
    const bool stops_at_first = content_.policy == HitPolicy::First;
    for (std::size_t i = 0; i < content_.rules.size(); ++i) {
      if (!applies(content_.rules[i])) continue;
      hits_.push_back(i);
      if (stops_at_first) break;
    }
    return hits_.empty() ? without_hit() : by_policy();
  }

  void describe(TraceStep& step, const Value& value) const {
    step.decision = content_.name;
    step.value = value;
    for (std::size_t hit : hits_) step.rules.push_back(static_cast<int>(hit) + 1);
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      const bool asked = std::ranges::any_of(
          hits_, [&](std::size_t hit) { return !content_.rules[hit].inputs[i].always(); });
      step.inputs.push_back({content_.inputs[i].label, inputs_[i], asked});
    }
    step.text = explained();
  }

 private:
  bool take_inputs() {
    inputs_.reserve(content_.inputs.size());
    for (const InputClause& input : content_.inputs) {
      auto* const heard =
          std::exchange(run_.errors, nullptr);  // a missing answer is tested as null
      Value value = input.expression.evaluate(variables_, run_);
      run_.errors = heard;
      if (input.type) {
        auto fitting = feel::coerce(value, *input.type);
        if (!fitting) return refuse(input, value);
        value = std::move(*fitting);
      }
      if (input.allowed && !value.is_null() && !input.allowed->holds(value, variables_, run_)) {
        return refuse(input, value);
      }
      inputs_.push_back(std::move(value));
    }
    return true;
  }

  bool refuse(const InputClause& input, const Value& value) {
    run_.fail("“" + input.label + "” may not be " + feel::write(value).substr(0, 80));
    return false;
  }

  bool applies(const Rule& rule) {
    for (std::size_t i = 0; i < rule.inputs.size(); ++i) {
      if (!rule.inputs[i].holds(inputs_[i], variables_, run_)) return false;
    }
    return true;
  }

  Value entry(std::size_t output, const feel::Expression& expression) {
    const Value* constant = expression.constant();
    Value value = constant ? *constant : expression.evaluate(variables_, run_);
    const auto& type = content_.outputs[output].type;
    if (!type) return value;
    auto fitting = feel::coerce(value, *type);
    return fitting ? *fitting : run_.fail("an output has another type than its column");
  }

  Value output_of(std::size_t hit) {
    const Rule& rule = content_.rules[hit];
    if (rule.outputs.size() == 1) return entry(0, rule.outputs[0]);
    feel::Context value;
    for (std::size_t i = 0; i < rule.outputs.size(); ++i) {
      value.insert_or_assign(content_.outputs[i].name, entry(i, rule.outputs[i]));
    }
    return value;
  }

  // DMN 1.5, 8.2.11: the default output entries, else null.
  Value without_hit() {
    const auto& outputs = content_.outputs;
    const bool has_default = std::ranges::any_of(
        outputs, [](const OutputClause& output) { return output.default_entry.has_value(); });
    if (!has_default) {
      if (content_.policy != HitPolicy::Collect) return {};
      if (content_.aggregation == Aggregation::Count) return 0;
      return content_.aggregation == Aggregation::List ? Value(feel::List{}) : Value();
    }
    feel::Context value;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      Value part = outputs[i].default_entry ? entry(i, *outputs[i].default_entry) : Value();
      if (outputs.size() == 1) return part;
      value.insert_or_assign(outputs[i].name, std::move(part));
    }
    return value;
  }

  // DMN 1.5, 8.2.10.
  Value by_policy() {
    switch (content_.policy) {
      case HitPolicy::Unique:
        if (hits_.size() > 1)
          return run_.fail("more than one rule applies under hit policy unique");
        return output_of(hits_[0]);
      case HitPolicy::First:
        return output_of(hits_[0]);
      case HitPolicy::Any:
        return agreed();
      case HitPolicy::Priority:
        return by_priority().front();
      case HitPolicy::OutputOrder:
        return by_priority();
      case HitPolicy::RuleOrder:
        return all();
      case HitPolicy::Collect:
        break;
    }
    return content_.aggregation == Aggregation::List ? Value(all()) : aggregated();
  }

  feel::List all() {
    feel::List values;
    for (std::size_t hit : hits_) values.push_back(output_of(hit));
    return values;
  }

  Value agreed() {
    Value first = output_of(hits_[0]);
    for (std::size_t hit : hits_) {
      if (!(output_of(hit) == first)) {
        return run_.fail("rules that apply disagree under hit policy any");
      }
    }
    return first;
  }

  std::size_t rank(std::size_t output, const Value& value) const {
    const feel::List& values = content_.outputs[output].values;
    const auto found = std::ranges::find_if(
        values, [&](const Value& listed) { return feel::equal(listed, value) == Value(true); });
    return static_cast<std::size_t>(found - values.begin());
  }

  feel::List by_priority() {
    feel::List values = all();
    const auto ranks = [&](const Value& value) {
      std::vector<std::size_t> order;
      for (std::size_t i = 0; i < content_.outputs.size(); ++i) {
        const auto* row = content_.outputs.size() > 1 ? value.as<feel::Context>() : nullptr;
        const Value* part = row ? row->get(content_.outputs[i].name) : &value;
        order.push_back(rank(i, part ? *part : Value()));
      }
      return order;
    };
    std::vector<std::pair<std::vector<std::size_t>, std::size_t>> order;
    for (std::size_t i = 0; i < values.size(); ++i) order.emplace_back(ranks(values[i]), i);
    std::ranges::stable_sort(order);
    feel::List sorted;
    std::vector<std::size_t> hits;
    for (const auto& [ranking, at] : order) {
      sorted.push_back(values[at]);
      hits.push_back(hits_[at]);
    }
    hits_ = std::move(hits);
    if (content_.policy == HitPolicy::Priority) hits_.resize(1);
    return sorted;
  }

  Value aggregate(const feel::List& values) {
    constexpr std::array<std::string_view, 5> functions = {"", "sum", "count", "min", "max"};
    if (content_.aggregation == Aggregation::Count) {
      return static_cast<std::int64_t>(values.size());
    }
    const auto function = functions[static_cast<std::size_t>(content_.aggregation)];
    const auto call = feel::Expression::compile(std::string(function) + "(values)");
    return call->evaluate({{"values", values}}, run_);
  }

  Value aggregated() {
    if (content_.outputs.size() == 1 || content_.aggregation == Aggregation::Count) {
      return aggregate(all());
    }
    feel::Context value;
    for (std::size_t i = 0; i < content_.outputs.size(); ++i) {
      feel::List column;
      for (std::size_t hit : hits_) column.push_back(entry(i, content_.rules[hit].outputs[i]));
      value.insert_or_assign(content_.outputs[i].name, aggregate(column));
    }
    return value;
  }

  // "rank = "head" and days = 4": what was asked of this rule, and what it met.
  std::string because(const Rule& rule, std::string_view joiner) const {
    std::string text;
    for (std::size_t i = 0; i < rule.inputs.size(); ++i) {
      if (rule.inputs[i].always()) continue;
      if (!text.empty()) text += joiner;
      text += content_.inputs[i].label + " = " + feel::write(inputs_[i]);
    }
    return text;
  }

  Text explained() const {
    if (hits_.empty()) return {"Không có quy tắc nào phù hợp", "No rule applies"};
    Text trace;
    for (std::size_t hit : hits_) {
      const Rule& rule = content_.rules[hit];
      const std::string number = std::to_string(hit + 1);
      const std::string note = rule.annotation.empty() ? "" : " (" + rule.annotation + ")";
      const std::string vi = because(rule, " và ");
      const std::string en = because(rule, " and ");
      trace.vi += (trace.vi.empty() ? "" : "; ") + ("Áp dụng quy tắc " + number) +
                  (vi.empty() ? "" : " vì " + vi) + note;
      trace.en += (trace.en.empty() ? "" : "; ") + ("Rule " + number) + " applied" +
                  (en.empty() ? "" : " because " + en) + note;
    }
    return trace;
  }

  const TableContent& content_;
  const feel::Context& variables_;
  feel::Run& run_;
  std::vector<Value> inputs_;
  std::vector<std::size_t> hits_;
};

}  // namespace

DecisionTable::DecisionTable(TableContent content) : content_(std::move(content)) {
  for (const Rule& rule : content_.rules) {
    MOTCUA_ASSERT(rule.inputs.size() == content_.inputs.size() &&
                  rule.outputs.size() == content_.outputs.size());
  }
}

feel::Value DecisionTable::decide(const feel::Context& variables, feel::Run& run,
                                  TraceStep* step) const {
  TableEvaluation evaluation(content_, variables, run);
  Value value = evaluation.decide();
  if (step != nullptr) evaluation.describe(*step, value);
  return value;
}

Outcome DecisionTable::evaluate(const feel::Context& variables) const {
  Outcome outcome;
  std::vector<feel::EvaluationError> errors;
  feel::Run run;
  run.errors = &errors;
  TraceStep step;
  outcome.value = decide(variables, run, &step);
  for (const auto& error : errors) outcome.errors.push_back(error.what);
  outcome.rules = step.rules;
  outcome.trace = step.text;
  if (!errors.empty()) {
    outcome.value = {};
    outcome.trace = {"Bảng quyết định có lỗi: " + errors.front().what,
                     "The decision table has an error: " + errors.front().what};
  }
  outcome.steps.push_back(std::move(step));
  return outcome;
}

}  // namespace motcua::dmn

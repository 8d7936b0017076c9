#include "authority/matrix.hpp"

#include <algorithm>
#include <tuple>

namespace motcua::authority {
namespace {

feel::Context limit_values(const Matrix& matrix) {
  feel::Context values;
  for (const auto& limit : matrix.limits) values[limit.id] = feel::Value(limit.value);
  return values;
}

bool is_known(const feel::Context& variables, const std::string& name) {
  const auto* found = variables.get(name);
  return found != nullptr && !found->is_null();
}

// All that rules of the matrix may ask about one case.
feel::Context variables_of(const Matrix& matrix, const feel::Context& answers,
                           const feel::Context& known) {
  feel::Context variables = answers;
  variables.merge(known);
  variables["limit"] = feel::Value(limit_values(matrix));
  for (const auto& fact : matrix.facts) variables[fact.name] = fact.value.evaluate(variables);
  return variables;
}

std::vector<std::string> passed_limits(const Matrix& matrix, const feel::Context& variables) {
  std::vector<std::string> ids;
  const auto outcome = matrix.passed ? matrix.passed->evaluate(variables) : dmn::Outcome{};
  const auto* passed = outcome.value.as<feel::List>();
  for (std::size_t i = 0; passed != nullptr && i < passed->size(); ++i) {
    if (const auto* id = (*passed)[i].as<std::string>()) ids.push_back(*id);
  }
  return ids;
}

bool is_in(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

std::vector<LimitFinding> find_limits(const Matrix& matrix, const feel::Context& answers,
                                      const feel::Context& variables, const RegisterFacts& known) {
  const auto passed = passed_limits(matrix, variables);
  const bool doubted =
      std::ranges::any_of(known, [](const RegisterFact& fact) { return !fact.doubts.empty(); });
  const auto at_most =
      doubted ? passed_limits(matrix,
                              variables_of(matrix, answers, as_variables(known, Counted::AtMost)))
              : std::vector<std::string>{};
  std::vector<LimitFinding> findings;
  for (const auto& limit : matrix.limits) {
    auto state = is_known(variables, limit.fact) ? LimitState::Kept : LimitState::Unknown;
    if (is_in(at_most, limit.id)) state = LimitState::InDoubt;
    if (is_in(passed, limit.id)) state = LimitState::Passed;
    findings.push_back({&limit, state});
  }
  return findings;
}

std::string text_of(const feel::Value& value, std::string_view member) {
  const auto* context = value.as<feel::Context>();
  if (context == nullptr) {
    const auto* text = value.as<std::string>();
    return text != nullptr && member == "decider" ? *text : std::string();
  }
  const auto* found = context->get(member);
  const auto* text = found == nullptr ? nullptr : found->as<std::string>();
  return text == nullptr ? std::string() : *text;
}

}  // namespace

const Decider* Matrix::find_decider(std::string_view wanted) const {
  const auto found = std::find_if(deciders.begin(), deciders.end(),
                                  [&](const Decider& d) { return d.id == wanted; });
  return found == deciders.end() ? nullptr : &*found;
}

std::string Matrix::instrument_in_words() const {
  if (instrument.number.empty()) return instrument.title.vi;
  if (!instrument.date) return instrument.number;
  return instrument.number + " (" + write_date(*instrument.date) + ")";
}

feel::Context Judgement::as_variable() const {
  feel::Context out;
  out["decider"] = decider == nullptr ? feel::Value() : feel::Value(decider->id);
  out["instrument"] = feel::Value(instrument);
  out["rule"] = feel::Value(rule);
  out["over_limit"] = feel::Value(std::any_of(limits.begin(), limits.end(), [](const auto& found) {
    return found.state == LimitState::Passed;
  }));
  return out;
}

Judgement judge(const Matrix& matrix, const feel::Context& answers, RegisterFacts known) {
  auto variables = variables_of(matrix, answers, as_variables(known, Counted::ForCertain));
  Judgement judgement;
  judgement.matrix = &matrix;
  judgement.limits = find_limits(matrix, answers, variables, known);
  judgement.known = std::move(known);
  variables["over_limit"] = judgement.as_variable()["over_limit"];
  if (!matrix.table) return judgement;
  const auto outcome = matrix.table->evaluate(variables);
  judgement.why = outcome.trace;
  judgement.rule = outcome.rules.empty() ? 0 : outcome.rules.front();
  judgement.decider = matrix.find_decider(text_of(outcome.value, "decider"));
  judgement.instrument = text_of(outcome.value, "instrument");
  if (judgement.instrument.empty()) judgement.instrument = matrix.instrument_in_words();
  return judgement;
}

const RegisterFact* fact_behind(const Judgement& judgement, const Limit& limit) {
  const auto found = std::ranges::find(judgement.known, limit.fact, &RegisterFact::name);
  return found == judgement.known.end() ? nullptr : &*found;
}

Text limit_in_words(const Judgement& judgement, const Limit& limit) {
  const auto* fact = fact_behind(judgement, limit);
  const auto said = fact == nullptr ? Text{} : fact_in_words(*fact);
  if (said.vi.empty()) return limit.name;
  return {limit.name.vi + " (" + said.vi + ")", limit.name.en + " (" + said.en + ")"};
}

Text limits_in_words(const Judgement& judgement) {
  Text words;
  for (const auto& [limit, state] : judgement.limits) {
    if (state != LimitState::Passed) continue;
    const auto said = limit_in_words(judgement, *limit);
    words.vi += (words.vi.empty() ? " Vượt giới hạn: " : "; ") + said.vi;
    words.en += (words.en.empty() ? " Over the limit: " : "; ") + said.en;
  }
  if (!words.vi.empty()) words.vi += ".", words.en += ".";
  return words;
}

Matrices::Matrices(std::vector<Matrix> versions) : versions_(std::move(versions)) {
  std::stable_sort(versions_.begin(), versions_.end(), [](const Matrix& a, const Matrix& b) {
    return std::tie(a.id, a.number) < std::tie(b.id, b.number);
  });
}

const Matrix* Matrices::in_force(std::string_view id, Date day) const {
  const Matrix* newest = nullptr;
  for (const auto& one : versions_) {
    const bool then =
        one.in_force_from <= day && (!one.in_force_until || day <= *one.in_force_until);
    if (one.id == id && one.published && then) newest = &one;
  }
  return newest;
}

const Matrix* Matrices::find(std::string_view id, int number) const {
  const auto found = std::find_if(versions_.begin(), versions_.end(), [&](const Matrix& one) {
    return one.id == id && one.number == number;
  });
  return found == versions_.end() ? nullptr : &*found;
}

}  // namespace motcua::authority

// Decision tables of DMN (1.2 to 1.5 XML): conditions in, outputs out, and why (DMN 1.5, chapter
// 8).
//
// Read-only after import. All hit policies: unique, any, priority, first, rule order, output order
// and collect, which may sum, count or take the least or greatest. import_decisions() takes
// decisions that are tables; model.hpp takes every kind.
//
// Bounded: XML as xml::Document, expressions as feel::Expression; an evaluation by feel::Limits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "feel/expression.hpp"

namespace motcua::dmn {

enum class HitPolicy { Unique, First, Any, Collect, Priority, RuleOrder, OutputOrder };
enum class Aggregation { List, Sum, Count, Min, Max };  // of collect

struct InputClause {
  std::string label;
  feel::Expression expression;
  feel::TypePointer type = {};                   // null: any
  std::optional<feel::UnaryTests> allowed = {};  // the input values
};

struct OutputClause {
  std::string name;
  std::string label;
  feel::TypePointer type = {};                         // null: any
  feel::List values = {};                              // by falling priority
  std::optional<feel::Expression> default_entry = {};  // when no rule applies
};

struct Rule {
  std::string id;
  std::string annotation;  // the first one, or the rule's description
  std::vector<feel::UnaryTests> inputs;
  std::vector<feel::Expression> outputs;
  int line = 0;  // in the XML, from 1
};

struct TraceInput {
  std::string label;
  feel::Value value;
  bool asked = false;  // by some rule that gave the value
};

// One table of an evaluation, and what it did.
struct TraceStep {
  // Whose table it is: a decision, a business knowledge model, a named function in a context. Of an
  // imported model with its name before: "model.decision".
  std::string decision;
  // What called it, outermost first: decisions, business knowledge models, decision services. Empty
  // for a decision that was asked, or required by one that was.
  std::vector<std::string> within = {};
  std::vector<TraceInput> inputs;
  std::vector<int> rules;  // from 1
  feel::Value value;
  Text text;  // "Rule 4 applied because rank = ..."
};

// What a table said. `value` is null when no rule applied or `errors` is not empty; with several
// outputs it is a context by output name; under Collect a list.
struct Outcome {
  feel::Value value;
  std::vector<int> rules;  // numbers, from 1, of the rules of the table that answered last
  Text trace;              // which rule applied and why, for people
  std::vector<std::string> errors;
  std::vector<TraceStep> steps = {};  // the first 1000 tables asked, in the order they answered
};

// A table as it is written down.
struct TableContent {
  std::string id;
  std::string name;
  HitPolicy policy = HitPolicy::Unique;
  Aggregation aggregation = Aggregation::List;
  std::vector<InputClause> inputs;
  std::vector<OutputClause> outputs;
  std::vector<Rule> rules;
};

class DecisionTable {
 public:
  // Asserts that every rule has an entry for each input and output. May be used from several
  // threads at once.
  explicit DecisionTable(TableContent content);

  Outcome evaluate(const feel::Context& variables) const;
  // The value alone, as fast as can be; errors go to the run, what happened to `step` if it is
  // given.
  feel::Value decide(const feel::Context& variables, feel::Run& run,
                     TraceStep* step = nullptr) const;

  void rename(std::string name) { content_.name = std::move(name); }

  const std::string& id() const { return content_.id; }
  const std::string& name() const { return content_.name; }
  HitPolicy hit_policy() const { return content_.policy; }
  const std::vector<InputClause>& inputs() const { return content_.inputs; }
  const std::vector<OutputClause>& outputs() const { return content_.outputs; }
  const std::vector<Rule>& rules() const { return content_.rules; }

 private:
  TableContent content_;
};

struct ImportError {
  int line = 0;
  std::string element;
  Text what;
};

// Every decision of a DMN definitions document, in document order. Refused when one is no table or
// anything in it is wrong, each with its line; never with an empty list of errors.
Result<std::vector<DecisionTable>, std::vector<ImportError>> import_decisions(std::string_view xml);

}  // namespace motcua::dmn

// Decision tables of DMN (1.2 to 1.5 XML): conditions in, outputs out, and why.
//
// Read-only after import. Hit policies unique, first, any and collect (as a list); other policies
// and other kinds of decision are refused with their line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "feel/expression.hpp"

namespace motcua::dmn {

enum class HitPolicy { Unique, First, Any, Collect };

struct InputClause {
  std::string label;
  feel::Expression expression;
};

struct OutputClause {
  std::string name;
  std::string label;
};

struct Rule {
  std::string id;
  std::string annotation;  // the first one, or the rule's description
  std::vector<feel::UnaryTests> inputs;
  std::vector<feel::Expression> outputs;
  int line = 0;  // in the XML, from 1
};

// What a table said. `value` is null when no rule applied or `errors` is not empty; with several
// outputs it is a context by output name; under Collect a list.
struct Outcome {
  feel::Value value;
  std::vector<int> rules;  // numbers of the rules that gave the value, from 1
  Text trace;              // which rule applied and why, for people
  std::vector<std::string> errors;
};

// A table as it is written down.
struct TableContent {
  std::string id;
  std::string name;
  HitPolicy policy = HitPolicy::Unique;
  std::vector<InputClause> inputs;
  std::vector<OutputClause> outputs;
  std::vector<Rule> rules;
};

class DecisionTable {
 public:
  // Asserts that every rule has an entry for each input and output.
  explicit DecisionTable(TableContent content);

  Outcome evaluate(const feel::Context& variables) const;

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

// Every decision of a DMN definitions document, in document order.
Result<std::vector<DecisionTable>, std::vector<ImportError>> import_decisions(std::string_view xml);

}  // namespace motcua::dmn

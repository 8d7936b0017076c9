#include "dmn/reader.hpp"

#include <algorithm>
#include <array>

namespace motcua::dmn {
namespace {

constexpr std::array<std::string_view, 5> dmn_namespaces = {
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",  // 1.1
    "http://www.omg.org/spec/DMN/20180521/MODEL/",   // 1.2
    "https://www.omg.org/spec/DMN/20191111/MODEL/",  // 1.3
    "https://www.omg.org/spec/DMN/20211108/MODEL/",  // 1.4
    "https://www.omg.org/spec/DMN/20230324/MODEL/",  // 1.5
};

struct PolicyName {
  std::string_view name;
  HitPolicy policy;
};

constexpr std::array<PolicyName, 8> policies{{{"", HitPolicy::Unique},
                                              {"UNIQUE", HitPolicy::Unique},
                                              {"FIRST", HitPolicy::First},
                                              {"ANY", HitPolicy::Any},
                                              {"COLLECT", HitPolicy::Collect},
                                              {"PRIORITY", HitPolicy::Priority},
                                              {"RULE ORDER", HitPolicy::RuleOrder},
                                              {"OUTPUT ORDER", HitPolicy::OutputOrder}}};

struct AggregationName {
  std::string_view name;
  Aggregation aggregation;
};

constexpr std::array<AggregationName, 5> aggregations{{{"", Aggregation::List},
                                                       {"SUM", Aggregation::Sum},
                                                       {"COUNT", Aggregation::Count},
                                                       {"MIN", Aggregation::Min},
                                                       {"MAX", Aggregation::Max}}};

Text located(const std::string& source, const feel::SyntaxError& error) {
  const std::string where = std::to_string(error.offset + 1);
  return {"“" + source + "”: " + error.what.vi + " ở ký tự " + where,
          "“" + source + "”: " + error.what.en + " at character " + where};
}

}  // namespace

bool is_dmn_namespace(std::string_view uri) {
  return std::ranges::find(dmn_namespaces, uri) != dmn_namespaces.end();
}

void Reader::refuse(pugi::xml_node at, Text what) {
  errors_.push_back({document_.line(at), std::string(xml::name_of(at).local), std::move(what)});
}

pugi::xml_node Reader::child(pugi::xml_node element, std::string_view local) const {
  const auto found = xml::children(element, {uri_, local});
  return found.empty() ? pugi::xml_node() : found.front();
}

std::vector<pugi::xml_node> Reader::children(pugi::xml_node element, std::string_view local) const {
  return xml::children(element, {uri_, local});
}

std::string Reader::text(pugi::xml_node element) const {
  return xml::text_of(child(element, "text"));
}

std::optional<feel::Expression> Reader::expression(pugi::xml_node at, const std::string& source,
                                                   const feel::Names& names) {
  auto compiled = feel::Expression::compile(source, names);
  if (compiled) return std::move(*compiled);
  refuse(at, located(source, compiled.error()));
  return std::nullopt;
}

std::optional<feel::UnaryTests> Reader::tests(pugi::xml_node at, const std::string& source,
                                              const feel::Names& names) {
  auto compiled = feel::UnaryTests::compile(source.empty() ? "-" : source, names);
  if (compiled) return std::move(*compiled);
  refuse(at, located(source, compiled.error()));
  return std::nullopt;
}

std::optional<TableContent> Reader::table(pugi::xml_node table, const feel::Names& names) {
  const std::size_t errors_before = errors_.size();
  TableContent content;
  read_policy(table, content);
  read_inputs(table, content, names);
  read_outputs(table, content, names);
  if (content.outputs.empty()) refuse(table, {"bảng không có đầu ra", "the table has no output"});
  if (errors_.size() > errors_before) return std::nullopt;
  for (auto rule : children(table, "rule")) {
    content.rules.push_back(read_rule(rule, content, names));
  }
  if (errors_.size() > errors_before) return std::nullopt;
  return content;
}

void Reader::read_policy(pugi::xml_node table, TableContent& content) {
  const std::string policy = xml::attribute(table, "", "hitPolicy");
  const std::string aggregation = xml::attribute(table, "", "aggregation");
  const auto found = std::ranges::find(policies, policy, &PolicyName::name);
  const auto joined = std::ranges::find(aggregations, aggregation, &AggregationName::name);
  if (found == policies.end()) {
    return refuse(table, {"không có chính sách " + policy, "no hit policy " + policy});
  }
  if (joined == aggregations.end()) {
    return refuse(table, {"không có phép gộp " + aggregation, "no aggregation " + aggregation});
  }
  content.policy = found->policy;
  content.aggregation = joined->aggregation;
}

void Reader::read_inputs(pugi::xml_node table, TableContent& content, const feel::Names& names) {
  for (auto input : children(table, "input")) {
    const auto source = child(input, "inputExpression");
    auto compiled = expression(input, text(source), names);
    if (!compiled) continue;
    InputClause clause{xml::attribute(input, "", "label"), std::move(*compiled), {}, {}};
    if (clause.label.empty()) clause.label = clause.expression.text();
    const std::string type = xml::attribute(source, "", "typeRef");
    if (names.type && !type.empty()) clause.type = names.type(type);
    const std::string values = text(child(input, "inputValues"));
    if (!values.empty()) clause.allowed = tests(input, values, names);
    content.inputs.push_back(std::move(clause));
  }
}

void Reader::read_outputs(pugi::xml_node table, TableContent& content, const feel::Names& names) {
  for (auto output : children(table, "output")) {
    OutputClause clause;
    clause.name = xml::attribute(output, "", "name");
    clause.label = xml::attribute(output, "", "label");
    const std::string type = xml::attribute(output, "", "typeRef");
    if (names.type && !type.empty()) clause.type = names.type(type);
    const std::string values = text(child(output, "outputValues"));
    if (!values.empty()) {
      const auto list = feel::Expression::compile("[" + values + "]", names);
      const feel::Value evaluated = list ? list->evaluate({}) : feel::Value();
      if (const auto* items = evaluated.as<feel::List>()) clause.values = *items;
    }
    const std::string entry = text(child(output, "defaultOutputEntry"));
    if (!entry.empty()) clause.default_entry = expression(output, entry, names);
    content.outputs.push_back(std::move(clause));
  }
}

Rule Reader::read_rule(pugi::xml_node element, const TableContent& content,
                       const feel::Names& names) {
  Rule rule;
  rule.id = xml::attribute(element, "", "id");
  rule.line = document_.line(element);
  rule.annotation = text(child(element, "annotationEntry"));
  if (rule.annotation.empty()) rule.annotation = xml::text_of(child(element, "description"));
  const auto input_entries = children(element, "inputEntry");
  const auto output_entries = children(element, "outputEntry");
  if (input_entries.size() != content.inputs.size())
    refuse(element, {"số ô khác số đầu vào", "another number of entries than inputs"});
  if (output_entries.size() != content.outputs.size())
    refuse(element, {"số ô khác số đầu ra", "another number of entries than outputs"});
  for (auto entry : input_entries) {
    if (auto compiled = tests(entry, text(entry), names))
      rule.inputs.push_back(std::move(*compiled));
  }
  for (auto entry : output_entries) {
    const std::string source = text(entry);
    auto output = expression(entry, source.empty() || source == "-" ? "null" : source, names);
    if (output) rule.outputs.push_back(std::move(*output));
  }
  return rule;
}

}  // namespace motcua::dmn

#include <algorithm>
#include <array>
#include <optional>

#include "dmn/decision.hpp"
#include "xml/document.hpp"

namespace motcua::dmn {
namespace {

constexpr std::array<std::string_view, 4> namespaces = {
    "http://www.omg.org/spec/DMN/20180521/MODEL/",   // 1.2
    "https://www.omg.org/spec/DMN/20191111/MODEL/",  // 1.3
    "https://www.omg.org/spec/DMN/20211108/MODEL/",  // 1.4
    "https://www.omg.org/spec/DMN/20230324/MODEL/",  // 1.5
};

class Importer {
 public:
  explicit Importer(const xml::Document& document) : document_(document) {}

  Result<std::vector<DecisionTable>, std::vector<ImportError>> run() {
    const auto root = document_.root();
    const xml::Name name = xml::name_of(root);
    uri_ = name.uri;
    if (name.local != "definitions" || std::ranges::find(namespaces, uri_) == namespaces.end()) {
      refuse(root,
             {"không phải tài liệu DMN 1.2 đến 1.5", "not a DMN 1.2 to 1.5 definitions document"});
      return Unexpected{errors_};
    }
    std::vector<DecisionTable> tables;
    for (auto element : xml::children(root, {uri_, "decision"})) {
      if (auto table = read_decision(element)) tables.push_back(std::move(*table));
    }
    if (tables.empty() && errors_.empty()) refuse(root, {"không có quyết định nào", "no decision"});
    if (!errors_.empty()) return Unexpected{errors_};
    return tables;
  }

 private:
  void refuse(pugi::xml_node at, Text what) {
    errors_.push_back({document_.line(at), std::string(xml::name_of(at).local), std::move(what)});
  }

  pugi::xml_node child(pugi::xml_node element, std::string_view local) const {
    auto found = xml::children(element, {uri_, local});
    return found.empty() ? pugi::xml_node() : found.front();
  }

  std::string text(pugi::xml_node element) const { return xml::text_of(child(element, "text")); }

  std::optional<DecisionTable> read_decision(pugi::xml_node element) {
    const auto table = child(element, "decisionTable");
    if (!table) {
      refuse(element, {"chỉ hỗ trợ bảng quyết định", "only decision tables are supported"});
      return std::nullopt;
    }
    const std::size_t errors_before = errors_.size();
    const auto policy = read_policy(table);
    auto inputs = read_inputs(table);
    auto outputs = read_outputs(table);
    if (outputs.empty()) refuse(table, {"bảng không có đầu ra", "the table has no output"});
    std::vector<Rule> rules;
    for (auto rule : xml::children(table, {uri_, "rule"})) {
      rules.push_back(read_rule(rule, inputs.size(), outputs.size()));
    }
    if (errors_.size() > errors_before) return std::nullopt;
    return DecisionTable({xml::attribute(element, "", "id"), xml::attribute(element, "", "name"),
                          policy, std::move(inputs), std::move(outputs), std::move(rules)});
  }

  HitPolicy read_policy(pugi::xml_node table) {
    const std::string policy = xml::attribute(table, "", "hitPolicy");
    if (!xml::attribute(table, "", "aggregation").empty())
      refuse(table, {"chưa hỗ trợ phép gộp", "aggregation is not supported"});
    if (policy.empty() || policy == "UNIQUE") return HitPolicy::Unique;
    if (policy == "FIRST") return HitPolicy::First;
    if (policy == "ANY") return HitPolicy::Any;
    if (policy != "COLLECT")
      refuse(table,
             {"chưa hỗ trợ chính sách " + policy, "hit policy " + policy + " is not supported"});
    return HitPolicy::Collect;
  }

  template <class Compiled>
  std::optional<Compiled> compile(pugi::xml_node at, const std::string& source) {
    auto compiled = Compiled::compile(source);
    if (compiled) return *compiled;
    const feel::SyntaxError& error = compiled.error();
    const std::string where = std::to_string(error.offset + 1);
    refuse(at, {"“" + source + "”: " + error.what.vi + " ở ký tự " + where,
                "“" + source + "”: " + error.what.en + " at character " + where});
    return std::nullopt;
  }

  std::vector<InputClause> read_inputs(pugi::xml_node table) {
    std::vector<InputClause> inputs;
    for (auto input : xml::children(table, {uri_, "input"})) {
      auto compiled = compile<feel::Expression>(input, text(child(input, "inputExpression")));
      if (!compiled) continue;
      std::string label = xml::attribute(input, "", "label");
      if (label.empty()) label = compiled->text();
      inputs.push_back({std::move(label), std::move(*compiled)});
    }
    return inputs;
  }

  std::vector<OutputClause> read_outputs(pugi::xml_node table) {
    std::vector<OutputClause> outputs;
    for (auto output : xml::children(table, {uri_, "output"})) {
      outputs.push_back({xml::attribute(output, "", "name"), xml::attribute(output, "", "label")});
    }
    return outputs;
  }

  Rule read_rule(pugi::xml_node element, std::size_t inputs, std::size_t outputs) {
    Rule rule;
    rule.id = xml::attribute(element, "", "id");
    rule.line = document_.line(element);
    rule.annotation = text(child(element, "annotationEntry"));
    if (rule.annotation.empty()) rule.annotation = xml::text_of(child(element, "description"));
    const auto input_entries = xml::children(element, {uri_, "inputEntry"});
    const auto output_entries = xml::children(element, {uri_, "outputEntry"});
    if (input_entries.size() != inputs)
      refuse(element, {"số ô khác số đầu vào", "another number of entries than inputs"});
    if (output_entries.size() != outputs)
      refuse(element, {"số ô khác số đầu ra", "another number of entries than outputs"});
    for (auto entry : input_entries) {
      const std::string source = text(entry);
      auto tests = compile<feel::UnaryTests>(entry, source.empty() ? "-" : source);
      if (tests) rule.inputs.push_back(std::move(*tests));
    }
    for (auto entry : output_entries) {
      if (auto output = compile<feel::Expression>(entry, text(entry))) {
        rule.outputs.push_back(std::move(*output));
      }
    }
    return rule;
  }

  const xml::Document& document_;
  std::string_view uri_;
  std::vector<ImportError> errors_;
};

}  // namespace

Result<std::vector<DecisionTable>, std::vector<ImportError>> import_decisions(
    std::string_view xml) {
  auto document = xml::Document::read(xml);
  if (!document) {
    return Unexpected{
        std::vector<ImportError>{{document.error().line, "xml", document.error().what}}};
  }
  return Importer(*document).run();
}

}  // namespace motcua::dmn

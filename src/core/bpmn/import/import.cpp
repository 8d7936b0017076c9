// From XML to definitions: read, check the standard's constraints, build.
#include <algorithm>

#include "bpmn/constraints/constraints.hpp"
#include "bpmn/import/builder.hpp"

namespace motcua::bpmn {

void Builder::refuse(int element, Text what) {
  errors_.push_back({tree_.line(element), tree_.name(element), std::move(what)});
}

int Builder::node_of(int element) const {
  return element < 0 ? -1 : nodes_by_element_[static_cast<std::size_t>(element)];
}

std::optional<feel::Expression> Builder::compile(int element) {
  std::string source = tree_.text(element);
  if (source.starts_with('=')) source.erase(0, 1);  // editors write FEEL with a leading "="
  const std::string_view language = tree_.attribute(element, "language");
  const bool is_feel = language.empty() || language.find("FEEL") != std::string_view::npos ||
                       language.find("feel") != std::string_view::npos;
  if (!is_feel) {
    refuse(element, {"biểu thức phải viết bằng FEEL, không phải “" + std::string(language) + "”",
                     "expressions are in FEEL, not in “" + std::string(language) + "”"});
    return std::nullopt;
  }
  auto compiled = feel::Expression::compile(source);
  if (compiled) return *compiled;
  const feel::SyntaxError& error = compiled.error();
  const std::string where = std::to_string(error.offset + 1);
  const std::string owner = tree_.at(tree_.at(element).parent).id;
  refuse(element, {"biểu thức của “" + owner + "” sai: " + error.what.vi + " ở ký tự " + where,
                   "the expression of “" + owner + "” is wrong: " + error.what.en +
                       " at character " + where});
  return std::nullopt;
}

std::optional<feel::Expression> Builder::condition(int element) {
  auto compiled = compile(element);
  if (!compiled || !compiled->names().empty()) return compiled;
  const feel::Value value = compiled->evaluate({});
  if (value.as<bool>() == nullptr) {
    refuse(element, {"điều kiện phải cho đúng hoặc sai", "the condition must give true or false"});
  }
  return compiled;
}

Result<Definitions, std::vector<ImportError>> Builder::run() {
  nodes_by_element_.assign(static_cast<std::size_t>(tree_.size()), -1);
  for (const int element : tree_.at(0).children) {
    if (tree_.at(element).kind == "process") add_process(element);
  }
  for (const int element : tree_.at(0).children) {
    if (is_global_task(tree_.at(element).kind)) add_global_task(element);
  }
  for (const int message : tree_.all("message")) {
    definitions_.message_names.push_back(tree_.at(message).id);
  }
  std::ranges::sort(definitions_.message_names);
  add_flows();
  connect_boundaries();
  connect_calls();
  connect_links();
  find_compensable();
  note_conditions();
  find_joins();
  if (errors_.empty()) refuse_circles();
  if (errors_.empty() && definitions_.processes.empty()) {
    refuse(0, {"không có quy trình nào", "there is no process"});
  }
  if (!errors_.empty()) return Unexpected{errors_};
  return std::move(definitions_);
}

Result<Definitions, std::vector<ImportError>> import_definitions(std::string_view xml) {
  auto document = xml::Document::read(xml);
  if (!document) {
    return Unexpected{
        std::vector<ImportError>{{document.error().line, "xml", document.error().what}}};
  }
  const ElementTree tree(*document);
  if (!tree.is_bpmn()) {
    return Unexpected{std::vector<ImportError>{
        {document->line(document->root()),
         document->root().name(),
         {"không phải tài liệu BPMN 2.0", "not a BPMN 2.0 definitions document"}}}};
  }
  if (tree.is_too_large()) {
    return Unexpected{std::vector<ImportError>{
        {document->line(document->root()),
         "definitions",
         {"mô hình có hơn 20.000 phần tử", "the model has more than 20,000 elements"}}}};
  }
  if (auto broken = broken_constraints(tree); !broken.empty()) return Unexpected{std::move(broken)};
  auto built = Builder(tree).run();
  if (!built) return built;
  Definitions made = std::move(built).value();
  made.xml = xml;
  return made;
}

}  // namespace motcua::bpmn

#include "dmn_tck.hpp"

#include <algorithm>
#include <optional>
#include <pugixml.hpp>

#include "dmn/model.hpp"

namespace motcua::conformance {
namespace {

namespace fs = std::filesystem;
using feel::Value;

std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view local) {
  for (auto child : node.children()) {
    if (local_name(child.name()) == local) return child;
  }
  return {};
}

Value read_scalar(const std::string& text, std::string_view type) {
  if (type == "string") return text;
  if (type == "boolean") return text == "true" || text == "1";
  if (type == "date") {
    if (auto date = feel::read_date(text)) return *date;
  }
  if (type == "time") {
    if (auto time = feel::read_time(text)) return *time;
  }
  if (type == "dateTime") {
    if (auto moment = feel::read_date_time(text)) return *moment;
  }
  if (type.find("uration") != std::string_view::npos) {
    if (auto days = feel::read_days_duration(text)) return *days;
    if (auto months = feel::read_months_duration(text)) return *months;
  }
  std::string written = text.starts_with('+') ? text.substr(1) : text;
  if (auto number = feel::Number::parse(written)) return *number;
  return type.empty() ? Value(text) : Value();
}

// inputNode, component, item or expected: a value, a list or components.
Value read_value(pugi::xml_node node) {
  if (auto list = child_of(node, "list")) {
    feel::List items;
    if (std::string_view(list.attribute("xsi:nil").value()) == "true") return {};
    for (auto item : list.children()) {
      if (local_name(item.name()) == "item") items.push_back(read_value(item));
    }
    return items;
  }
  if (auto value = child_of(node, "value")) {
    if (std::string_view(value.attribute("xsi:nil").value()) == "true") return {};
    std::string type;
    for (auto attribute : value.attributes()) {
      if (local_name(attribute.name()) == "type") type = local_name(attribute.value());
    }
    return read_scalar(value.text().get(), type);
  }
  feel::Context context;
  for (auto component : node.children()) {
    if (local_name(component.name()) != "component") continue;
    context.insert_or_assign(component.attribute("name").value(), read_value(component));
  }
  return context.empty() ? Value() : Value(std::move(context));
}

bool agree(const Value& expected, const Value& got) {
  if (const auto* a = expected.as<feel::Number>(), *b = got.as<feel::Number>(); a && b) {
    const auto shorter = [](const feel::Number& n) {
      return feel::round_to(n, 8, feel::Rounding::HalfUp);
    };
    return shorter(*a) == shorter(*b);
  }
  if (const auto* a = expected.as<feel::List>(), *b = got.as<feel::List>(); a && b) {
    return a->size() == b->size() && std::equal(a->begin(), a->end(), b->begin(), agree);
  }
  if (const auto* a = expected.as<feel::Context>(), *b = got.as<feel::Context>(); a && b) {
    return a->size() == b->size() && std::ranges::all_of(*a, [&](const auto& entry) {
             const Value* other = b->get(entry.first);
             return other != nullptr && agree(entry.second, *other);
           });
  }
  if (expected.is_null() || got.is_null()) return expected.is_null() && got.is_null();
  return feel::equal(expected, got) == Value(true) || expected == got;
}

class TckFolder {
 public:
  TckFolder(fs::path folder, const fs::path& root, Tally& tally)
      : folder_(std::move(folder)), root_(root), tally_(tally) {}

  void run() {
    for (const auto& file : files_below(folder_, ".xml")) {
      if (file.parent_path() == folder_) run_file(file);
    }
  }

 private:
  std::string place() const { return fs::relative(folder_, root_).generic_string(); }

  std::optional<std::string> imported(const dmn::ImportRequest& request) const {
    for (const auto& file : files_below(folder_, ".dmn")) {
      pugi::xml_document document;
      std::string content = content_of(file);
      if (!document.load_string(content.c_str())) continue;
      if (request.target == document.document_element().attribute("namespace").value()) {
        return content;
      }
    }
    return std::nullopt;
  }

  void run_file(const fs::path& file) {
    pugi::xml_document document;
    const auto options = pugi::parse_default | pugi::parse_ws_pcdata_single;
    if (!document.load_file(file.c_str(), options)) {
      return tally_.fail(place(), file.filename().string(), "XML", "none");
    }
    const auto cases = document.document_element();
    const std::string model_name = child_of(cases, "modelName").text().get();
    auto model = dmn::Model::compile(
        content_of(folder_ / model_name),
        [this](const dmn::ImportRequest& request) { return imported(request); });
    for (auto test : cases.children()) {
      if (local_name(test.name()) == "testCase") run_case(model, test);
    }
  }

  void run_case(const Result<dmn::Model, std::vector<dmn::ImportError>>& model,
                pugi::xml_node test) {
    const std::string id = test.attribute("id").value();
    if (!model) return tally_.fail(place(), id, "a model", model.error().front().what.en);
    dmn::Question question{test.attribute("invocableName").value(), {}, {}};
    question.now = feel::read_date_time("2024-02-29T09:10:00+07:00");
    for (auto input : test.children()) {
      if (local_name(input.name()) == "inputNode") {
        question.inputs.insert_or_assign(input.attribute("name").value(), read_value(input));
      }
    }
    const bool service = std::string_view(test.attribute("type").value()) == "decisionService" ||
                         !question.decision.empty();
    const std::string invocable(question.decision);
    for (auto result : test.children()) {
      if (local_name(result.name()) != "resultNode") continue;
      const std::string name = result.attribute("name").value();
      question.decision = invocable.empty() ? name : invocable;
      const auto outcome = model->evaluate(question);
      const Value got = service ? part_of(outcome.value, name) : outcome.value;
      const Value expected = read_value(child_of(result, "expected"));
      if (agree(expected, got)) continue;
      std::string shown = feel::write(got);
      if (!outcome.errors.empty()) shown += " (" + outcome.errors.front() + ")";
      return tally_.fail(place(), id + " " + name, feel::write(expected), shown);
    }
    tally_.pass();
  }

  // Of a service with several output decisions, the one that is asked about.
  static Value part_of(const Value& value, const std::string& name) {
    const auto* context = value.as<feel::Context>();
    const Value* part = context ? context->get(name) : nullptr;
    return part ? *part : value;
  }

  fs::path folder_;
  const fs::path& root_;
  Tally& tally_;
};

}  // namespace

void run_dmn_tck(const fs::path& folder, Tally& tally) {
  std::vector<fs::path> folders;
  for (const auto& file : files_below(folder, ".xml")) {
    if (folders.empty() || folders.back() != file.parent_path()) {
      folders.push_back(file.parent_path());
    }
  }
  for (const auto& below : folders) TckFolder(below, folder, tally).run();
}

}  // namespace motcua::conformance

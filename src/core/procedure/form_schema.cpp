#include "procedure/form_schema.hpp"

#include <algorithm>

#include "base/json_pointer.hpp"

namespace motcua::procedure {
namespace {

constexpr int most_depth = 32;

bool is_blank(const json::value& value) {
  return value.is_null() || (value.is_string() && value.get_string().empty());
}

json::value without_blanks(const json::value& answers) {
  if (const auto* array = answers.if_array()) {
    json::array kept;
    for (const auto& item : *array) kept.push_back(without_blanks(item));
    return kept;
  }
  const auto* object = answers.if_object();
  if (object == nullptr) return answers;
  json::object kept;
  for (const auto& [name, value] : *object) {
    if (!is_blank(value)) kept.emplace(name, without_blanks(value));
  }
  return kept;
}

const json::value* schema_at(const schema::CompiledSchema& form, std::string_view pointer) {
  json::error_code error;
  return form.document().find_pointer(pointer, error);
}

// A list of constants is a choice, however it is written.
bool is_list_of_constants(const json::value* choices) {
  return choices != nullptr && choices->is_array() &&
         std::ranges::all_of(choices->get_array(), [](const json::value& choice) {
           return member(choice, "const") != nullptr;
         });
}

std::string code_of(const schema::CompiledSchema& form, const schema::Fault& fault) {
  const bool choice = fault.keyword == "oneOf" || fault.keyword == "anyOf";
  if (choice && is_list_of_constants(schema_at(form, fault.schema_path))) return "enum";
  if (fault.keyword == "dependentRequired") return "required";
  if (fault.keyword == "unevaluatedProperties" || fault.keyword == "false") {
    return "additionalProperties";
  }
  return fault.keyword;
}

std::string detail(const schema::Fault& fault, std::string_view name) {
  const auto& details = fault.reason.details;
  const auto found = std::ranges::find(details, name, [](const auto& one) { return one.first; });
  return found == details.end() ? "" : found->second;
}

}  // namespace

Result<schema::CompiledSchema, schema::CompileFault> compile_form(const json::value& form_schema) {
  schema::CompileOptions options;
  options.formats = schema::Formats::Assert;
  options.unknown_names = schema::UnknownNames::Refuse;
  return schema::compile(form_schema, options);
}

std::vector<SchemaFault> check_form_answers(const schema::CompiledSchema& form,
                                            const json::value& answers) {
  const FormSchema questions(form.document());
  std::vector<SchemaFault> faults;
  for (const auto& fault : schema::validate(form, without_blanks(answers)).faults) {
    const std::string code = code_of(form, fault);
    std::string path = fault.path;
    if (code == "required") path += "/" + write_pointer_token(detail(fault, "name"));
    const auto* question = questions.question(path);
    const Text message{fault.reason.message(Language::Vietnamese),
                       fault.reason.message(Language::English)};
    faults.push_back({std::move(path), code, message, question});
  }
  return faults;
}

const json::object* FormSchema::resolve(const json::value& schema) const {
  const json::object* object = schema.if_object();
  for (int steps = 0; object != nullptr && steps < most_depth; ++steps) {
    const auto* reference = object->if_contains("$ref");
    if (reference == nullptr || !reference->is_string()) return object;
    const std::string_view pointer = reference->get_string();
    if (!pointer.starts_with("#/")) return object;
    json::error_code error;
    const auto* target = root_.find_pointer(pointer.substr(1), error);
    object = target == nullptr ? nullptr : target->if_object();
  }
  return object;
}

std::vector<const json::object*> FormSchema::branches(const json::object& schema) const {
  std::vector<const json::object*> found;
  const auto add = [&](const json::value& branch) {
    if (const auto* object = resolve(branch)) found.push_back(object);
  };
  for (const auto* keyword : {"then", "else"}) {
    if (const auto* branch = schema.if_contains(keyword)) add(*branch);
  }
  for (const auto* keyword : {"allOf", "anyOf", "oneOf"}) {
    const auto* parts = schema.if_contains(keyword);
    if (parts == nullptr || !parts->is_array()) continue;
    for (const auto& part : parts->get_array()) add(part);
  }
  const auto* dependent = schema.if_contains("dependentSchemas");
  if (dependent != nullptr && dependent->is_object()) {
    for (const auto& rule : dependent->get_object()) add(rule.value());
  }
  return found;
}

const json::object* FormSchema::property(const json::object& schema, std::string_view name) const {
  return find_property(schema, name, 0);
}

const json::object* FormSchema::find_property(const json::object& schema, std::string_view name,
                                              int depth) const {
  if (const auto* properties = schema.if_contains("properties")) {
    if (const auto* own = member(*properties, name)) return resolve(*own);
  }
  if (depth == most_depth) return nullptr;
  for (const auto* branch : branches(schema)) {
    if (const auto* own = find_property(*branch, name, depth + 1)) return own;
  }
  return nullptr;
}

const json::object* FormSchema::question(std::string_view path) const {
  const auto* at = root();
  while (at != nullptr && path.starts_with('/')) {
    const auto name = read_pointer_token(take_pointer_token(path));
    const auto* own = name ? property(*at, *name) : nullptr;
    at = own != nullptr ? own : item(*at);
  }
  return at;
}

const json::object* FormSchema::item(const json::object& schema) const {
  const auto* items = schema.if_contains("items");
  return items == nullptr ? nullptr : resolve(*items);
}

}  // namespace motcua::procedure

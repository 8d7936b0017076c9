#include "procedure/form_schema.hpp"

#include <array>
#include <charconv>
#include <regex>

#include "base/moment.hpp"

namespace motcua::procedure {
namespace {

constexpr int most_depth = 32;
constexpr std::size_t longest_matched = 4000;  // bytes a pattern looks at

bool has_type(const json::value& value, std::string_view type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_bool();
  if (type == "null") return value.is_null();
  if (type == "integer") return value.is_int64() || value.is_uint64();
  if (type == "number") return value.is_number();
  return true;
}

bool is_of_type(const json::object& schema, const json::value& value) {
  const auto* type = schema.if_contains("type");
  if (type == nullptr) return true;
  if (const auto* name = type->if_string()) return has_type(value, *name);
  if (const auto* names = type->if_array()) {
    for (const auto& one : *names) {
      if (one.is_string() && has_type(value, one.get_string())) return true;
    }
  }
  return false;
}

std::size_t letters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

std::optional<std::int64_t> limit(const json::object& schema, std::string_view name) {
  const auto* found = schema.if_contains(name);
  return found != nullptr && found->is_int64() ? std::optional(found->get_int64()) : std::nullopt;
}

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 &&
         text.find('@', at + 1) == std::string_view::npos &&
         text.find('.', at + 2) != std::string_view::npos && text.back() != '.' &&
         text.find_first_of(" \t\r\n") == std::string_view::npos;
}

bool fits_format(std::string_view format, std::string_view text) {
  if (format == "date") return parse_date(text).has_value();
  if (format == "email") return is_email(text);
  return true;
}

bool fits_pattern(const std::string& pattern, std::string_view text) {
  if (text.size() > longest_matched) return false;
  try {
    const std::regex compiled(pattern, std::regex::ECMAScript);
    return std::regex_search(text.begin(), text.end(), compiled);
  } catch (const std::regex_error&) {
    return false;  // the procedure check reports such a pattern
  }
}

// The keyword a text breaks; empty when none.
std::string_view text_fault(const json::object& schema, std::string_view text) {
  const auto count = static_cast<std::int64_t>(letters(text));
  if (const auto least = limit(schema, "minLength"); least && count < *least) return "minLength";
  if (const auto most = limit(schema, "maxLength"); most && count > *most) return "maxLength";
  if (const auto* format = schema.if_contains("format");
      format != nullptr && format->is_string() && !fits_format(format->get_string(), text)) {
    return "format";
  }
  if (const auto* pattern = schema.if_contains("pattern");
      pattern != nullptr && pattern->is_string() &&
      !fits_pattern(std::string(pattern->get_string()), text)) {
    return "pattern";
  }
  return "";
}

std::string_view number_fault(const json::object& schema, std::int64_t number) {
  if (const auto least = limit(schema, "minimum"); least && number < *least) return "minimum";
  if (const auto most = limit(schema, "maximum"); most && number > *most) return "maximum";
  return "";
}

bool is_one_of(const json::object& schema, const json::value& value) {
  if (const auto* allowed = schema.if_contains("enum"); allowed != nullptr && allowed->is_array()) {
    for (const auto& one : allowed->get_array()) {
      if (one == value) return true;
    }
    return false;
  }
  if (const auto* choices = schema.if_contains("oneOf");
      choices != nullptr && choices->is_array()) {
    for (const auto& choice : choices->get_array()) {
      const auto* constant = member(choice, "const");
      if (constant != nullptr && *constant == value) return true;
    }
    return false;
  }
  return true;
}

std::string escaped(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

bool is_blank(const json::value& value) {
  return value.is_null() || (value.is_string() && value.get_string().empty());
}

}  // namespace

const json::object* FormSchema::resolve(const json::value& schema) const {
  const json::object* object = schema.if_object();
  for (int steps = 0; object != nullptr && steps < most_depth; ++steps) {
    const auto* reference = object->if_contains("$ref");
    if (reference == nullptr || !reference->is_string()) return object;
    const std::string_view pointer = reference->get_string();
    if (!pointer.starts_with("#")) return object;
    json::error_code error;
    const auto* target = root_.find_pointer(pointer.substr(1), error);
    object = target == nullptr ? nullptr : target->if_object();
  }
  return object;
}

std::vector<SchemaFault> FormSchema::check(const json::value& answers) const {
  Faults faults;
  check(root_, {answers, ""}, 0, faults);
  return faults;
}

bool FormSchema::holds(const json::value& schema, const json::value& value, int depth) const {
  Faults faults;
  check(schema, {value, ""}, depth + 1, faults);
  return faults.empty();
}

void FormSchema::check(const json::value& given, const Place& place, int depth,
                       Faults& faults) const {
  const auto* schema = resolve(given);
  if (given.is_bool()) {
    if (!given.get_bool()) faults.push_back({place.path, "type", nullptr});
    return;
  }
  if (schema == nullptr || depth > most_depth) return;
  if (!is_of_type(*schema, place.value)) return faults.push_back({place.path, "type", schema});
  if (const auto* constant = schema->if_contains("const");
      constant != nullptr && !(*constant == place.value)) {
    return faults.push_back({place.path, "const", schema});
  }
  if (!is_one_of(*schema, place.value)) return faults.push_back({place.path, "enum", schema});
  std::string_view fault;
  if (const auto* text = place.value.if_string()) fault = text_fault(*schema, *text);
  if (place.value.is_int64()) fault = number_fault(*schema, place.value.get_int64());
  if (!fault.empty()) faults.push_back({place.path, fault, schema});
  if (place.value.is_object()) check_object(*schema, place, depth, faults);
  if (place.value.is_array()) check_array(*schema, place, depth, faults);
  check_branches(*schema, place, depth, faults);
}

void FormSchema::check_object(const json::object& schema, const Place& place, int depth,
                              Faults& faults) const {
  const auto& object = place.value.get_object();
  if (const auto* required = schema.if_contains("required");
      required != nullptr && required->is_array()) {
    for (const auto& name : required->get_array()) {
      const std::string_view key = name.get_string();
      const auto* found = object.if_contains(key);
      if (found != nullptr && !is_blank(*found)) continue;
      faults.push_back(
          {place.path + "/" + escaped(key), "required", property(schema, place.value, key)});
    }
  }
  const auto* properties = schema.if_contains("properties");
  const json::object* known = properties == nullptr ? nullptr : properties->if_object();
  for (const auto& [name, value] : object) {
    const auto* own = known == nullptr ? nullptr : known->if_contains(name);
    const Place inner{value, place.path + "/" + escaped(name)};
    if (own != nullptr) {
      if (!is_blank(value)) check(*own, inner, depth + 1, faults);
      continue;
    }
    const auto* additional = schema.if_contains("additionalProperties");
    if (additional != nullptr && additional->is_bool() && !additional->get_bool()) {
      faults.push_back({inner.path, "additionalProperties", nullptr});
    }
  }
}

void FormSchema::check_array(const json::object& schema, const Place& place, int depth,
                             Faults& faults) const {
  const auto& array = place.value.get_array();
  const auto count = static_cast<std::int64_t>(array.size());
  if (const auto least = limit(schema, "minItems"); least && count < *least) {
    faults.push_back({place.path, "minItems", &schema});
  }
  if (const auto most = limit(schema, "maxItems"); most && count > *most) {
    return faults.push_back({place.path, "maxItems", &schema});
  }
  const auto* items = schema.if_contains("items");
  if (items == nullptr) return;
  for (std::size_t i = 0; i < array.size(); ++i) {
    check(*items, {array[i], place.path + "/" + std::to_string(i)}, depth + 1, faults);
  }
}

void FormSchema::check_branches(const json::object& schema, const Place& place, int depth,
                                Faults& faults) const {
  if (const auto* condition = schema.if_contains("if")) {
    const bool yes = holds(*condition, place.value, depth);
    const auto* branch = schema.if_contains(yes ? "then" : "else");
    if (branch != nullptr) check(*branch, place, depth + 1, faults);
  }
  if (const auto* all = schema.if_contains("allOf"); all != nullptr && all->is_array()) {
    for (const auto& one : all->get_array()) check(one, place, depth + 1, faults);
  }
  const auto* dependent = schema.if_contains("dependentSchemas");
  if (dependent == nullptr || !dependent->is_object() || !place.value.is_object()) return;
  for (const auto& [name, inner] : dependent->get_object()) {
    if (place.value.get_object().contains(name)) check(inner, place, depth + 1, faults);
  }
}

const json::object* FormSchema::property(const json::object& schema, const json::value& value,
                                         std::string_view name) const {
  if (const auto* properties = schema.if_contains("properties")) {
    if (const auto* own = member(*properties, name)) return resolve(*own);
  }
  const auto in = [&](const json::value& branch) -> const json::object* {
    const auto* inner = resolve(branch);
    return inner == nullptr ? nullptr : property(*inner, value, name);
  };
  for (const auto* branch : {"then", "else"}) {
    if (const auto* found = schema.if_contains(branch)) {
      if (const auto* own = in(*found)) return own;
    }
  }
  if (const auto* all = schema.if_contains("allOf"); all != nullptr && all->is_array()) {
    for (const auto& one : all->get_array()) {
      if (const auto* own = in(one)) return own;
    }
  }
  return nullptr;
}

}  // namespace motcua::procedure

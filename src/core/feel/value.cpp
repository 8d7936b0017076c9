#include "feel/value.hpp"

#include <array>
#include <charconv>

namespace motcua::feel {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out += '"';
}

std::string write_list(const List& list) {
  std::string out = "[";
  for (const Value& item : list) out += (out.size() > 1 ? ", " : "") + write(item);
  return out += "]";
}

std::string write_context(const Context& context) {
  std::string out = "{";
  for (const auto& [name, value] : context) {
    out += (out.size() > 1 ? ", " : "") + name + ": " + write(value);
  }
  return out += "}";
}

// The shortest decimal text that reads back as this double: the digits somebody typed.
Value from_double(double value) {
  std::array<char, 64> text{};
  auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  std::string_view digits{text.data(), static_cast<std::size_t>(end - text.data())};
  if (auto number = Number::parse(digits)) return *number;
  return {};
}

Value from_uint64(std::uint64_t value) {
  auto number = Number::parse(std::to_string(value));
  return number ? Value(*number) : Value();
}

}  // namespace

std::string write(const Value& value) {
  if (auto truth = value.as<bool>()) return *truth ? "true" : "false";
  if (auto number = value.as<Number>()) return number->write();
  if (auto text = value.as<std::string>()) return quoted(*text);
  if (auto date = value.as<Date>()) return "date(\"" + write_date(*date) + "\")";
  if (auto list = value.as<List>()) return write_list(*list);
  if (auto context = value.as<Context>()) return write_context(*context);
  return "null";
}

Value from_json(const json::value& value) {
  switch (value.kind()) {
    case json::kind::null:
      return {};
    case json::kind::bool_:
      return value.get_bool();
    case json::kind::int64:
      return value.get_int64();
    case json::kind::uint64:
      return from_uint64(value.get_uint64());
    case json::kind::double_:
      return from_double(value.get_double());
    case json::kind::string:
      return std::string_view(value.get_string());
    case json::kind::object:
      return context_from_json(value);
    case json::kind::array:
      break;
  }
  List list;
  for (const json::value& item : value.get_array()) list.push_back(from_json(item));
  return list;
}

Context context_from_json(const json::value& object) {
  Context context;
  if (!object.is_object()) return context;
  for (const auto& member : object.get_object()) {
    context.insert_or_assign(std::string(member.key()), from_json(member.value()));
  }
  return context;
}

}  // namespace motcua::feel

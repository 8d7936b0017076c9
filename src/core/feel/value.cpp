#include "feel/value.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "feel/function.hpp"
#include "feel/scanner.hpp"

namespace motcua::feel {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += c;
    }
  }
  return out += '"';
}

constexpr std::uint64_t most_parts = std::uint64_t{1} << 40;

Extent extent_of(const std::string& text) { return {0, 1 + text.size() / 16}; }

void include(Extent& extent, const Value& part) {
  const Extent inner = part.extent();
  extent.depth = std::max(extent.depth, inner.depth + 1);
  extent.parts = std::min(extent.parts + inner.parts, most_parts);
}

Extent extent_of(const List& list) {
  Extent extent{1, 1};
  for (const Value& item : list) include(extent, item);
  return extent;
}

Extent extent_of(const Context& context) {
  Extent extent{1, 1};
  for (const auto& [name, value] : context) include(extent, value);
  return extent;
}

Extent extent_of(const Range& range) {
  Extent extent{1, 1};
  include(extent, range.low);
  include(extent, range.high);
  return extent;
}

Extent extent_of(const Function& function) { return extent_of(function.captured); }

std::string write_list(const List& list) {
  std::string out = "[";
  for (const Value& item : list) out += (out.size() > 1 ? ", " : "") + write(item);
  return out += "]";
}

// Words of letters and digits with single blanks between them: read again as it is.
bool is_plain_name(std::string_view name) {
  Scanner in(name);
  for (;;) {
    const std::string word = in.take_simple_name();
    if (word.empty() || word == "?") return false;
    if (in.at() == name.size()) return true;
    if (name[in.at()] != ' ') return false;
    in.go_to(in.at() + 1);
  }
}

std::string write_context(const Context& context) {
  std::string out = "{";
  for (const auto& [name, value] : context) {
    out += (out.size() > 1 ? ", " : "") + (is_plain_name(name) ? name : quoted(name)) + ": " +
           write(value);
  }
  return out += "}";
}

std::string write_range(const Range& range) {
  const auto compared = [](std::string_view sign, const Value& end) {
    return "(" + std::string(sign) + " " + write(end) + ")";
  };
  if (range.form == Range::Form::Equal) return compared("=", range.low);
  if (range.form == Range::Form::Unequal) return compared("!=", range.low);
  if (range.form == Range::Form::OneEnded) {
    if (range.low.is_null()) return compared(range.high_included ? "<=" : "<", range.high);
    return compared(range.low_included ? ">=" : ">", range.low);
  }
  return (range.low_included ? "[" : "(") + write(range.low) + ".." + write(range.high) +
         (range.high_included ? "]" : ")");
}

std::string write_function(const Function& function) {
  std::string out = "function(";
  for (const std::string& name : function.parameters) out += (out.back() == '(' ? "" : ", ") + name;
  return out + ")";
}

std::string call_of(std::string_view function, const std::string& text) {
  return std::string(function) + "(\"" + text + "\")";
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

Value::Value(std::string text) {
  const Extent extent = extent_of(text);
  held_ = std::make_shared<const SharedText>(SharedText{std::move(text), extent});
}
Value::Value(List list) {
  const Extent extent = extent_of(list);
  held_ = std::make_shared<const SharedList>(SharedList{std::move(list), extent});
}
Value::Value(Context context) {
  const Extent extent = extent_of(context);
  held_ = std::make_shared<const SharedContext>(SharedContext{std::move(context), extent});
}
Value::Value(Range range) {
  const Extent extent = extent_of(range);
  held_ = std::make_shared<const SharedRange>(SharedRange{std::move(range), extent});
}
Value::Value(Function function) {
  const Extent extent = extent_of(function);
  held_ = std::make_shared<const SharedFunction>(SharedFunction{std::move(function), extent});
}

Extent Value::extent() const {
  return std::visit(
      [](const auto& held) {
        if constexpr (requires { held->extent; }) {
          return held->extent;
        } else {
          return Extent{};
        }
      },
      held_);
}

bool Value::operator==(const Value& other) const {
  if (held_ == other.held_) return true;  // shared values: the same one
  if (!same_kind(other)) return false;
  if (const auto* text = as<std::string>()) return *text == *other.as<std::string>();
  if (const auto* list = as<List>()) return *list == *other.as<List>();
  if (const auto* context = as<Context>()) return *context == *other.as<Context>();
  if (const auto* range = as<Range>()) return *range == *other.as<Range>();
  return false;
}

std::string_view kind_name(const Value& value) {
  constexpr std::string_view names[] = {"null",
                                        "boolean",
                                        "number",
                                        "string",
                                        "date",
                                        "time",
                                        "date and time",
                                        "days and time duration",
                                        "years and months duration",
                                        "list",
                                        "context",
                                        "range",
                                        "function"};
  return names[value.kind()];
}

std::string write_plain(const Value& value) {
  if (auto text = value.as<std::string>()) return *text;
  if (auto date = value.as<Date>()) return write_feel_date(*date);
  if (auto time = value.as<Time>()) return write_feel_time(*time);
  if (auto moment = value.as<DateTime>()) return write_feel(*moment);
  if (auto duration = value.as<DaysDuration>()) return write_feel(*duration);
  if (auto duration = value.as<MonthsDuration>()) return write_feel(*duration);
  return write(value);
}

std::string write(const Value& value) {
  if (auto truth = value.as<bool>()) return *truth ? "true" : "false";
  if (auto number = value.as<Number>()) return number->write();
  if (auto text = value.as<std::string>()) return quoted(*text);
  if (value.as<Date>()) return call_of("date", write_plain(value));
  if (value.as<Time>()) return call_of("time", write_plain(value));
  if (value.as<DateTime>()) return call_of("date and time", write_plain(value));
  if (value.as<DaysDuration>() || value.as<MonthsDuration>()) {
    return call_of("duration", write_plain(value));
  }
  if (auto list = value.as<List>()) return write_list(*list);
  if (auto context = value.as<Context>()) return write_context(*context);
  if (auto range = value.as<Range>()) return write_range(*range);
  if (auto function = value.as<Function>()) return write_function(*function);
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
    context.insert_or_assign(std::string_view(member.key()), from_json(member.value()));
  }
  return context;
}

}  // namespace motcua::feel

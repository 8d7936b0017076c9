#include "feel/builtins.hpp"

#include <algorithm>
#include <array>

namespace motcua::feel {
namespace {

using Arguments = std::span<const Value>;
using Answer = Result<Value, std::string>;

Answer no(std::string why) { return Unexpected{std::move(why)}; }

// min(1, 2) and min([1, 2]) are the same (DMN 1.3, 10.3.4.4).
Arguments spread(Arguments arguments) {
  if (arguments.size() == 1) {
    if (auto list = arguments[0].as<List>()) return *list;
  }
  return arguments;
}

Answer negation(Arguments a) {
  if (auto truth = a[0].as<bool>()) return Value(!*truth);
  return Value();
}

Answer count(Arguments a) {
  if (a[0].is_null()) return Value();
  auto list = a[0].as<List>();
  return Value(list ? static_cast<std::int64_t>(list->size()) : 1);
}

Answer sum(Arguments a) {
  Number total;
  if (spread(a).empty()) return Value();
  for (const Value& item : spread(a)) {
    auto number = item.as<Number>();
    auto next = number ? add(total, *number) : std::nullopt;
    if (!next) return no("sum needs numbers");
    total = *next;
  }
  return Value(total);
}

Answer pick(Arguments items, bool least) {
  const Value* best = nullptr;
  for (const Value& item : items) {
    auto number = item.as<Number>();
    if (!number) return no("min and max need numbers");
    bool better =
        best == nullptr || (least ? *number < *best->as<Number>() : *number > *best->as<Number>());
    if (better) best = &item;
  }
  return best ? *best : Value();
}

Answer least_of(Arguments a) { return pick(spread(a), true); }
Answer greatest_of(Arguments a) { return pick(spread(a), false); }

Answer with_texts(Arguments a, bool (*holds)(std::string_view, std::string_view)) {
  auto text = a[0].as<std::string>();
  auto part = a[1].as<std::string>();
  if (!text || !part) return no("needs two strings");
  return Value(holds(*text, *part));
}

Answer contains(Arguments a) {
  return with_texts(a, [](std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

Answer starts_with(Arguments a) {
  return with_texts(
      a, [](std::string_view text, std::string_view part) { return text.starts_with(part); });
}

Answer ends_with(Arguments a) {
  return with_texts(
      a, [](std::string_view text, std::string_view part) { return text.ends_with(part); });
}

Answer list_contains(Arguments a) {
  if (a[0].is_null()) return Value();
  auto list = a[0].as<List>();
  return Value(list ? std::ranges::find(*list, a[1]) != list->end() : a[0] == a[1]);
}

Answer string_length(Arguments a) {
  auto text = a[0].as<std::string>();
  if (!text) return no("string length needs a string");
  auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return Value(std::ranges::count_if(*text, is_start));
}

Answer date(Arguments a) {
  if (a[0].as<Date>()) return a[0];
  if (a[0].is_null()) return Value();
  auto text = a[0].as<std::string>();
  auto read = text ? parse_date(*text) : std::nullopt;
  if (!read) return no("not a date that exists: " + write(a[0]));
  return Value(*read);
}

Answer number(Arguments a) {
  if (a[0].as<Number>()) return a[0];
  auto text = a[0].as<std::string>();
  auto read = text ? Number::parse(*text) : std::nullopt;
  if (!read) return no("not a number: " + write(a[0]));
  return Value(*read);
}

Answer string(Arguments a) {
  if (a[0].as<std::string>() || a[0].is_null()) return a[0];
  if (auto day = a[0].as<Date>()) return Value(write_date(*day));
  return Value(write(a[0]));
}

constexpr std::array<Builtin, 13> builtins = {{
    {"not", 1, 1, negation},
    {"count", 1, 1, count},
    {"sum", 1, -1, sum},
    {"min", 1, -1, least_of},
    {"max", 1, -1, greatest_of},
    {"contains", 2, 2, contains},
    {"starts with", 2, 2, starts_with},
    {"ends with", 2, 2, ends_with},
    {"list contains", 2, 2, list_contains},
    {"string length", 1, 1, string_length},
    {"date", 1, 1, date},
    {"number", 1, 1, number},
    {"string", 1, 1, string},
}};

}  // namespace

const Builtin* find_builtin(std::string_view name) {
  auto found = std::ranges::find(builtins, name, &Builtin::name);
  return found == builtins.end() ? nullptr : &*found;
}

bool begins_builtin(std::string_view words) {
  return std::ranges::any_of(builtins, [&](const Builtin& builtin) {
    return builtin.name.size() > words.size() && builtin.name.starts_with(words) &&
           builtin.name[words.size()] == ' ';
  });
}

}  // namespace motcua::feel

#include "feel/builtins.hpp"

#include <algorithm>

#include "feel/builtin_families.hpp"
#include "feel/expression.hpp"
#include "feel/function.hpp"

namespace motcua::feel {
namespace {

struct Parameter {
  std::string_view name;
  char type = '*';
  bool optional = false;
  bool repeated = false;
};

struct Signature {
  const Builtin* builtin = nullptr;
  std::vector<Parameter> parameters;

  bool repeats() const { return !parameters.empty() && parameters.back().repeated; }
  std::size_t least() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(parameters, [](const Parameter& p) { return !p.optional; }));
  }
  bool takes(std::size_t count) const {
    return count >= least() && (repeats() || count <= parameters.size());
  }
};

Signature read_signature(const Builtin& builtin) {
  Signature signature{&builtin, {}};
  std::string_view rest = builtin.signature;
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find(", "));
    const std::size_t colon = one.find(':');
    const std::string_view marks = one.substr(colon + 2);
    signature.parameters.push_back(
        {one.substr(0, colon), one[colon + 1], marks == "?", marks == "..."});
    rest.remove_prefix(std::min(rest.size(), one.size() + 2));
  }
  return signature;
}

// Sorted by name, so that the ways to call one function are next to each other.
struct Table {
  std::vector<Builtin> builtins;
  std::vector<Signature> signatures;
  std::vector<std::string_view> long_names;

  Table() {
    for (const auto family : {conversion_functions(), string_functions(), pattern_functions(),
                              list_functions(), aggregate_functions(), number_functions(),
                              date_functions(), range_functions(), context_functions()}) {
      builtins.insert(builtins.end(), family.begin(), family.end());
    }
    std::ranges::stable_sort(builtins, {}, &Builtin::name);
    for (const Builtin& builtin : builtins) {
      signatures.push_back(read_signature(builtin));
      if (builtin.name.find(' ') != std::string_view::npos) long_names.push_back(builtin.name);
    }
    std::ranges::stable_sort(long_names, std::greater{}, &std::string_view::size);
  }
};

const Table& table() {
  static const Table made;  // constant; made once from constants
  return made;
}

std::span<const Signature> ways_to_call(std::string_view name) {
  const auto [from, to] = std::ranges::equal_range(
      table().signatures, name, {}, [](const Signature& s) { return s.builtin->name; });
  return {from, to};
}

const Type& type_of(char letter) {
  static const auto made = [] {
    std::vector<std::pair<char, TypePointer>> types;
    for (const auto& [mark, name] : {std::pair{'s', "string"},
                                     {'n', "number"},
                                     {'b', "boolean"},
                                     {'l', "list"},
                                     {'c', "context"},
                                     {'d', "date"},
                                     {'t', "time"},
                                     {'m', "date and time"},
                                     {'D', "dayTimeDuration"},
                                     {'M', "yearMonthDuration"},
                                     {'r', "range"},
                                     {'f', "function"},
                                     {'*', "Any"}}) {
      types.emplace_back(mark, builtin_type(name));
    }
    return types;
  }();
  const auto found = std::ranges::find(made, letter, &std::pair<char, TypePointer>::first);
  MOTCUA_ASSERT(found != made.end());
  return *found->second;
}

// The arguments in the order of the parameters; nothing when a name is not one of theirs.
std::optional<std::vector<Value>> placed(const Signature& way, std::span<const Value> arguments,
                                         std::span<const std::string> names) {
  if (names.empty()) return std::vector<Value>(arguments.begin(), arguments.end());
  std::vector<Value> values(way.parameters.size());
  std::vector<bool> given(way.parameters.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto found = std::ranges::find(way.parameters, names[i], &Parameter::name);
    if (found == way.parameters.end()) return std::nullopt;
    const auto at = static_cast<std::size_t>(found - way.parameters.begin());
    if (given[at]) return std::nullopt;
    given[at] = true;
    values[at] = arguments[i];
  }
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (!given[i] && !way.parameters[i].optional) return std::nullopt;
  }
  return values;
}

bool convert(const Signature& way, std::vector<Value>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Parameter& parameter = way.parameters[std::min(i, way.parameters.size() - 1)];
    if (parameter.type == '*') continue;
    if (values[i].is_null()) {
      if (!parameter.optional) return false;
      continue;
    }
    auto fitting = coerce(values[i], type_of(parameter.type));
    if (!fitting) return false;
    values[i] = std::move(*fitting);
  }
  return true;
}

}  // namespace

std::span<const Builtin> find_builtin(std::string_view name) {
  const auto [from, to] = std::ranges::equal_range(table().builtins, name, {}, &Builtin::name);
  return {from, to};
}

const std::vector<std::string_view>& long_builtin_names() { return table().long_names; }

bool takes_count(std::string_view name, std::size_t count) {
  return std::ranges::any_of(ways_to_call(name),
                             [&](const Signature& way) { return way.takes(count); });
}

Value call_builtin(std::string_view name, std::span<const Value> arguments,
                   std::span<const std::string> names, Run& run) {
  for (const Value& argument : arguments) {
    const auto* list = argument.as<List>();
    if (!run.spend(list ? list->size() : 1)) return {};
  }
  for (const Signature& way : ways_to_call(name)) {
    if (names.empty() && !way.takes(arguments.size())) continue;
    auto values = placed(way, arguments, names);
    if (!values || !convert(way, *values)) continue;
    if (!way.repeats()) values->resize(way.parameters.size());
    return way.builtin->call({*values, run});
  }
  return run.fail("“" + std::string(name) + "” does not take these arguments");
}

}  // namespace motcua::feel

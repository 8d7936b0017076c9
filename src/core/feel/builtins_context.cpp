// Context functions (DMN 1.5, table 81).
#include <array>

#include "feel/builtin_families.hpp"

namespace motcua::feel {
namespace {

const Context& entries_of(const Value& value) { return *value.as<Context>(); }

Value get_value(const Arguments& a) {
  const Value* found = entries_of(a[0]).get(*a[1].as<std::string>());
  return found ? *found : Value();
}

Value get_value_at(const Arguments& a) {
  Value at = a[0];
  for (const Value& key : *a[1].as<List>()) {
    const auto* context = at.as<Context>();
    const auto* name = key.as<std::string>();
    if (name == nullptr) return a.run.fail("keys are strings");
    const Value* found = context ? context->get(*name) : nullptr;
    if (found == nullptr) return {};
    at = Value(*found);
  }
  return a[1].as<List>()->empty() ? Value() : at;
}

Value get_entries(const Arguments& a) {
  List list;
  for (const auto& [key, value] : entries_of(a[0])) {
    list.push_back(Context{{"key", key}, {"value", value}});
  }
  return list;
}

Value context_from_entries(const Arguments& a) {
  Context result;
  for (const Value& item : *a[0].as<List>()) {
    const auto* entry = item.as<Context>();
    const Value* key = entry ? entry->get("key") : nullptr;
    const Value* value = entry ? entry->get("value") : nullptr;
    const auto* name = key ? key->as<std::string>() : nullptr;
    if (name == nullptr || value == nullptr || result.contains(*name)) {
      return a.run.fail("entries need a key of their own and a value");
    }
    result.insert_or_assign(*name, *value);
  }
  return result;
}

std::optional<Value> put(const Context& context, std::span<const Value> keys, const Value& value) {
  const auto* name = keys.front().as<std::string>();
  if (name == nullptr) return std::nullopt;
  Context result = context;
  if (keys.size() == 1) {
    result.insert_or_assign(*name, value);
    return Value(std::move(result));
  }
  const Value* inner = context.get(*name);
  const auto* next = inner ? inner->as<Context>() : nullptr;
  if (next == nullptr) return std::nullopt;
  auto changed = put(*next, keys.subspan(1), value);
  if (!changed) return std::nullopt;
  result.insert_or_assign(*name, std::move(*changed));
  return Value(std::move(result));
}

Value context_put(const Arguments& a) {
  const Value key[] = {a[1]};
  auto result = put(entries_of(a[0]), key, a[2]);
  return result ? *result : a.run.fail("no such key");
}

Value context_put_at(const Arguments& a) {
  const List& keys = *a[1].as<List>();
  if (keys.empty() || keys.size() > 100) return a.run.fail("no such key");
  auto result = put(entries_of(a[0]), keys, a[2]);
  return result ? *result : a.run.fail("no such key");
}

Value context_merge(const Arguments& a) {
  Context result;
  for (const Value& item : *a[0].as<List>()) {
    const auto* context = item.as<Context>();
    if (context == nullptr) return a.run.fail("only contexts can be merged");
    for (const auto& [name, value] : *context) result.insert_or_assign(name, value);
  }
  return result;
}

constexpr std::array<Builtin, 9> contexts{{
    {"get value", "m:c, key:s", get_value},
    {"get value", "context:c, keys:l", get_value_at},
    {"get value", "m:c, keys:l", get_value_at},
    {"get entries", "m:c", get_entries},
    {"context", "entries:l", context_from_entries},
    {"context put", "context:c, key:s, value:*", context_put},
    {"context put", "context:c, keys:l, value:*", context_put_at},
    {"context merge", "contexts:l", context_merge},
    {"get entries", "context:c", get_entries},
}};

}  // namespace

std::span<const Builtin> context_functions() { return contexts; }

}  // namespace motcua::feel

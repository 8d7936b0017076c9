#include "feel/type.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "feel/function.hpp"

namespace motcua::feel {
namespace {

struct NamedType {
  std::string_view name;
  TypeKind kind;
};

constexpr std::array<NamedType, 25> named_types{{
    {"Any", TypeKind::Any},
    {"any", TypeKind::Any},
    {"Null", TypeKind::Null},
    {"null", TypeKind::Null},
    {"boolean", TypeKind::Boolean},
    {"number", TypeKind::Number},
    {"string", TypeKind::String},
    {"date", TypeKind::Date},
    {"time", TypeKind::Time},
    {"date and time", TypeKind::DateTime},
    {"dateTime", TypeKind::DateTime},
    {"days and time duration", TypeKind::DaysDuration},
    {"day and time duration", TypeKind::DaysDuration},
    {"dayTimeDuration", TypeKind::DaysDuration},
    {"daysAndTimeDuration", TypeKind::DaysDuration},
    {"years and months duration", TypeKind::MonthsDuration},
    {"year and month duration", TypeKind::MonthsDuration},
    {"yearMonthDuration", TypeKind::MonthsDuration},
    {"yearsAndMonthsDuration", TypeKind::MonthsDuration},
    {"list", TypeKind::ListOf},
    {"context", TypeKind::Context},
    {"range", TypeKind::Range},
    {"function", TypeKind::Function},
    {"Undefined", TypeKind::Any},
    {"<missing>", TypeKind::Any},
}};

// What a value is held to: its type alone, or the allowed values of item definitions too.
enum class Hold { Type, Allowed };

bool fits(const Value& value, const Type& type, Hold hold);

bool fits_or_null(const Value& value, const TypePointer& type, Hold hold) {
  return value.is_null() || !type || fits(value, *type, hold);
}

bool is_context_of(const Value& value, const Type& type, Hold hold) {
  const auto* context = value.as<Context>();
  if (context == nullptr) return false;
  return std::ranges::all_of(type.members, [&](const auto& member) {
    const Value* held = context->get(member.first);
    return held != nullptr && fits_or_null(*held, member.second, hold);
  });
}

// Whether every value of `is` is one of `wanted` (10.3.2.9.2).
bool conforms_to(const TypePointer& is, const TypePointer& wanted) {
  if (!wanted || wanted->kind == TypeKind::Any) return true;
  if (!is) return false;
  if (is->kind == TypeKind::Null) return true;
  if (is->kind != wanted->kind) return false;
  if (!wanted->parametrised) return true;
  if (is->elements.size() != wanted->elements.size()) return false;
  if (is->kind == TypeKind::Function) {
    for (std::size_t i = 0; i < is->elements.size(); ++i) {
      if (!conforms_to(wanted->elements[i], is->elements[i])) return false;
    }
    return conforms_to(is->result, wanted->result);
  }
  for (std::size_t i = 0; i < is->elements.size(); ++i) {
    if (!conforms_to(is->elements[i], wanted->elements[i])) return false;
  }
  return std::ranges::all_of(wanted->members, [&](const auto& member) {
    const auto found = std::ranges::find(is->members, member.first,
                                         [](const auto& m) { return std::string_view(m.first); });
    return found != is->members.end() && conforms_to(found->second, member.second);
  });
}

bool is_function_of(const Function* function, const Type& type) {
  if (function == nullptr) return false;
  if (!type.parametrised) return true;
  if (function->parameters.size() != type.elements.size()) return false;
  for (std::size_t i = 0; i < type.elements.size(); ++i) {
    if (i < function->types.size() && function->types[i] &&
        !conforms_to(type.elements[i], function->types[i])) {
      return false;
    }
  }
  if (!type.result || type.result->kind == TypeKind::Any || !function->result) return true;
  return conforms_to(function->result, type.result);
}

bool is_range_of(const Range* range, const Type& type, Hold hold) {
  if (range == nullptr) return false;
  if (type.elements.empty()) return true;
  if (range->low.is_null() && range->high.is_null()) return true;
  return fits_or_null(range->low, type.elements[0], hold) &&
         fits_or_null(range->high, type.elements[0], hold);
}

bool has_kind(const Value& value, const Type& type, Hold hold) {
  switch (type.kind) {
    case TypeKind::Any:
      return true;
    case TypeKind::Null:
      return value.is_null();
    case TypeKind::Boolean:
      return value.as<bool>() != nullptr;
    case TypeKind::Number:
      return value.as<Number>() != nullptr;
    case TypeKind::String:
      return value.as<std::string>() != nullptr;
    case TypeKind::Date:
      return value.as<Date>() != nullptr;
    case TypeKind::Time:
      return value.as<Time>() != nullptr;
    case TypeKind::DateTime:
      return value.as<DateTime>() != nullptr;
    case TypeKind::DaysDuration:
      return value.as<DaysDuration>() != nullptr;
    case TypeKind::MonthsDuration:
      return value.as<MonthsDuration>() != nullptr;
    case TypeKind::ListOf:
      if (value.as<List>() == nullptr) return false;
      return type.elements.empty() ||
             std::ranges::all_of(*value.as<List>(), [&](const Value& item) {
               return fits_or_null(item, type.elements[0], hold);
             });
    case TypeKind::Context:
      return is_context_of(value, type, hold);
    case TypeKind::Range:
      return is_range_of(value.as<Range>(), type, hold);
    case TypeKind::Function:
      break;
  }
  return is_function_of(value.as<Function>(), type);
}

bool fits(const Value& value, const Type& type, Hold hold) {
  return has_kind(value, type, hold) && (hold == Hold::Type || !type.allows || type.allows(value));
}

std::optional<Value> coerce_members(const Context& context, const Type& type) {
  Context result = context;
  for (const auto& [name, member] : type.members) {
    const Value* held = context.get(name);
    if (held == nullptr) return std::nullopt;
    if (!member) continue;
    auto fitting = coerce(*held, *member);
    if (!fitting) return std::nullopt;
    result.insert_or_assign(name, std::move(*fitting));
  }
  return Value(std::move(result));
}

std::optional<Value> coerce_items(const List& list, const Type& element) {
  List result;
  for (const Value& item : list) {
    auto fitting = coerce(item, element);
    if (!fitting) return std::nullopt;
    result.push_back(std::move(*fitting));
  }
  return Value(std::move(result));
}

std::optional<Value> coerce_kind(const Value& value, const Type& type) {
  if (conforms(value, type)) return value;
  if (type.kind == TypeKind::ListOf) {
    if (value.as<List>() == nullptr) {
      Value single(List{value});
      return conforms(single, type) ? std::optional(single) : std::nullopt;
    }
    if (type.elements.empty() || !type.elements[0]) return std::nullopt;
    return coerce_items(*value.as<List>(), *type.elements[0]);
  }
  if (const auto* list = value.as<List>(); list != nullptr && list->size() == 1) {
    if (conforms(list->front(), type)) return list->front();
  }
  if (const auto* date = value.as<Date>(); date != nullptr && type.kind == TypeKind::DateTime) {
    return Value(DateTime{*date, {0, {Zone::Kind::Offset, 0, 0}}});
  }
  if (const auto* context = value.as<Context>(); context && type.kind == TypeKind::Context) {
    return coerce_members(*context, type);
  }
  return std::nullopt;
}

}  // namespace

TypePointer builtin_type(std::string_view name) {
  const auto found = std::ranges::find(named_types, name, &NamedType::name);
  if (found == named_types.end()) return nullptr;
  Type type;
  type.kind = found->kind;
  type.name = std::string(name);
  type.parametrised = false;
  return std::make_shared<const Type>(std::move(type));
}

TypePointer list_of(TypePointer element) {
  Type type;
  type.kind = TypeKind::ListOf;
  type.elements.push_back(std::move(element));
  return std::make_shared<const Type>(std::move(type));
}

bool conforms(const Value& value, const Type& type) { return fits(value, type, Hold::Allowed); }

bool is_instance(const Value& value, const Type& type) { return fits(value, type, Hold::Type); }

std::optional<Value> coerce(const Value& value, const Type& type) {
  if (value.is_null()) {
    return value;
  }
  auto fitting = coerce_kind(value, type);
  if (fitting && type.allows && !type.allows(*fitting)) return std::nullopt;
  return fitting;
}

}  // namespace motcua::feel

// Types of FEEL (DMN 1.5, 10.3.1.3 and 7.3.3): what "instance of" asks, and what parameters,
// inputs and results of decisions are held to.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feel/value.hpp"

namespace motcua::feel {

enum class TypeKind {
  Any,
  Null,
  Boolean,
  Number,
  String,
  Date,
  Time,
  DateTime,
  DaysDuration,
  MonthsDuration,
  ListOf,    // elements[0]
  Context,   // members
  Range,     // elements[0]
  Function,  // elements: the parameters; result
};

struct Type;
using TypePointer = std::shared_ptr<const Type>;  // shared by all who name the type; never circular

struct Type {
  TypeKind kind = TypeKind::Any;
  std::string name = {};
  std::vector<TypePointer> elements = {};
  std::vector<std::pair<std::string, TypePointer>> members = {};
  TypePointer result = {};
  bool parametrised = true;  // false: "list", "context", "range", "function" of whatever
  // Allowed values of an item definition: whether a value is one. Empty: all are.
  std::function<bool(const Value&)> allows = {};
};

// "number", "date and time", "yearMonthDuration" …; nullptr when the standard has no such type.
TypePointer builtin_type(std::string_view name);
TypePointer list_of(TypePointer element);

// Whether it is of the type and one of its allowed values (null only of Any and Null).
bool conforms(const Value& value, const Type& type);

// What "instance of" says: the allowed values of item definitions do not count (DMN TCK 0070).
bool is_instance(const Value& value, const Type& type);

// The value as one of the type: itself where it conforms or is null, a singleton list's element,
// an element as list where one is wanted, a date as date and time. Nothing when it does not fit.
std::optional<Value> coerce(const Value& value, const Type& type);

}  // namespace motcua::feel

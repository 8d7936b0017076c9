// Values of FEEL (DMN 1.3, chapter 10): null, boolean, number, string, date, list, context.
//
// Plain values with structural equality. Context also holds the variables an expression sees.
#pragma once

#include <concepts>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/json.hpp"
#include "base/moment.hpp"
#include "feel/number.hpp"

namespace motcua::feel {

class Value;
using List = std::vector<Value>;
using Context = std::map<std::string, Value, std::less<>>;
struct Null {
  bool operator==(const Null&) const = default;
};

class Value {
 public:
  Value() = default;  // null
  Value(std::same_as<bool> auto truth) : held_(truth) {}
  template <std::integral T>
  requires(!std::same_as<T, bool>) Value(T number)
      : held_(Number(static_cast<std::int64_t>(number))) {}
  Value(Number number) : held_(number) {}
  Value(std::string text) : held_(std::move(text)) {}
  Value(std::string_view text) : held_(std::string(text)) {}
  Value(const char* text) : held_(std::string(text)) {}
  Value(Date date) : held_(date) {}
  Value(List list) : held_(std::move(list)) {}
  Value(Context context) : held_(std::move(context)) {}

  bool is_null() const { return std::holds_alternative<Null>(held_); }
  // The value as bool, Number, std::string, Date, List or Context; nullptr when it is another kind.
  template <class T>
  const T* as() const {
    return std::get_if<T>(&held_);
  }
  bool same_kind(const Value& other) const { return held_.index() == other.held_.index(); }

  bool operator==(const Value&) const = default;

 private:
  std::variant<Null, bool, Number, std::string, Date, List, Context> held_;
};

// In FEEL's own notation: "x", 12, date("2017-04-12"), [1, 2], {a: 1}.
std::string write(const Value& value);

// A form's answers as FEEL sees them. Strings stay strings (a date is compared as date(x)); numbers
// keep the decimal digits they were written with.
Value from_json(const json::value& value);
Context context_from_json(const json::value& object);  // empty when it is no object

}  // namespace motcua::feel

// Values of FEEL (DMN 1.5, chapter 10): null, boolean, number, string, date, time, date and time,
// the two durations, range, list, context, function.
//
// Immutable, and cheap to copy: strings, lists, contexts, ranges and functions are shared by all
// copies (so a value handed from variable to variable costs nothing, however large).
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/json.hpp"
#include "base/moment.hpp"
#include "feel/context.hpp"
#include "feel/number.hpp"
#include "feel/temporal.hpp"

namespace motcua::feel {

class Value;
struct Range;
struct Function;
using List = std::vector<Value>;
struct Null {
  bool operator==(const Null&) const = default;
};

// What shared values weigh: how deep they nest, and of how many parts they are made (as if no part
// were shared; at most 2^40). Evaluation is limited by both.
struct Extent {
  int depth = 0;
  std::uint64_t parts = 1;
};

struct SharedText;
struct SharedList;
struct SharedContext;
struct SharedRange;
struct SharedFunction;

template <class T>
struct SharedOf {
  using Holder = void;  // held in the value itself
};
template <>
struct SharedOf<std::string> {
  using Holder = SharedText;
};
template <>
struct SharedOf<List> {
  using Holder = SharedList;
};
template <>
struct SharedOf<Context> {
  using Holder = SharedContext;
};
template <>
struct SharedOf<Range> {
  using Holder = SharedRange;
};
template <>
struct SharedOf<Function> {
  using Holder = SharedFunction;
};

class Value {
 public:
  Value() = default;  // null
  Value(std::same_as<bool> auto truth) : held_(truth) {}
  template <std::integral T>
  requires(!std::same_as<T, bool>) Value(T number)
      : held_(Number(static_cast<std::int64_t>(number))) {}
  Value(Number number) : held_(number) {}
  Value(std::string text);
  Value(std::string_view text) : Value(std::string(text)) {}
  Value(const char* text) : Value(std::string(text)) {}
  Value(Date date) : held_(date) {}
  Value(Time time) : held_(time) {}
  Value(DateTime moment) : held_(moment) {}
  Value(DaysDuration duration) : held_(duration) {}
  Value(MonthsDuration duration) : held_(duration) {}
  Value(List list);
  Value(Context context);
  Value(Range range);
  Value(Function function);

  bool is_null() const { return std::holds_alternative<Null>(held_); }
  // The value as a bool, Number, std::string, Date, Time, DateTime, DaysDuration, MonthsDuration,
  // Range, List, Context or Function; nullptr when it is another kind.
  template <class T>
  const T* as() const {
    using Shared = typename SharedOf<T>::Holder;
    if constexpr (std::is_void_v<Shared>) {
      return std::get_if<T>(&held_);
    } else {
      const auto* held = std::get_if<std::shared_ptr<const Shared>>(&held_);
      return held == nullptr ? nullptr : &(*held)->content;
    }
  }
  bool same_kind(const Value& other) const { return held_.index() == other.held_.index(); }
  std::size_t kind() const { return held_.index(); }
  Extent extent() const;

  // The same value of the same kind; functions only when they are one. FEEL's own "=" is equal().
  bool operator==(const Value& other) const;

 private:
  // Immutable, so that the sharing shows nowhere.
  std::variant<Null, bool, Number, std::shared_ptr<const SharedText>, Date, Time, DateTime,
               DaysDuration, MonthsDuration, std::shared_ptr<const SharedList>,
               std::shared_ptr<const SharedContext>, std::shared_ptr<const SharedRange>,
               std::shared_ptr<const SharedFunction>>
      held_;
};

struct SharedText {
  std::string content;
  Extent extent;
};
struct SharedList {
  List content;
  Extent extent;
};
struct SharedContext {
  Context content;
  Extent extent;
};

// [low..high], or of a comparison: (< 5) has no low end. A missing end is null.
//
// (= 5) and (!= 5) have the value at both ends. A range is equal to one written alike only: (= 5)
// is not [5..5], though the same values are in both (DMN TCK 0068).
struct Range {
  enum class Form : std::uint8_t { Interval, OneEnded, Equal, Unequal };
  Value low;
  Value high;
  bool low_included = true;
  bool high_included = true;
  Form form = Form::Interval;  // OneEnded: one end is missing, not null
  bool operator==(const Range&) const = default;
};

struct SharedRange {
  Range content;
  Extent extent;
};

// In FEEL's own notation: "x", 12, date("2017-04-12"), [1, 2], {a: 1}. Compiled and evaluated it is
// the same value again, unless there are functions in it. Not bounded: see Extent.
std::string write(const Value& value);

// As the function string() has it: a string as it is, a date without date("").
std::string write_plain(const Value& value);

// The standard's name of its type: "number", "date and time", "list" …
std::string_view kind_name(const Value& value);

// A form's answers as FEEL sees them. Strings stay strings (a date is compared as date(x)); numbers
// keep the decimal digits they were written with.
Value from_json(const json::value& value);
Context context_from_json(const json::value& object);  // empty when it is no object

}  // namespace motcua::feel

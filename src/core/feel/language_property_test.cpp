// Laws of the language on random values: what is written is read again, dates and durations undo
// one another, ranges agree with comparisons, lists keep their items.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "feel/expression.hpp"

namespace motcua::feel {
namespace {

Value value_of(const std::string& text, const Context& variables = {}) {
  const auto expression = Expression::compile(text);
  if (!expression) return "does not compile: " + text + ": " + expression.error().what.en;
  return expression->evaluate(variables);
}

int any(int low, int high) { return *rc::gen::inRange(low, high + 1); }

std::string any_text() {
  constexpr std::string_view parts[] = {"a", "đ", " ", "\"", "\\", "\n",    "\r", "\t",
                                        "{", ":", "1", "ặ",  "🐎",  "u0041", "//", "'"};
  std::string text;
  for (int i = any(0, 6); i > 0; --i) text += parts[any(0, std::size(parts) - 1)];
  return text;
}

Number any_number() {
  const std::string digits = std::to_string(*rc::gen::arbitrary<std::int32_t>());
  return Number::parse(digits + "e" + std::to_string(any(-12, 12))).value();
}

Date any_date() { return date_from({any(-9999, 99'999), any(1, 12), any(1, 28)}).value(); }

Zone any_zone(bool named = true) {
  const int kind = any(0, named ? 2 : 1);
  if (kind == 0) return {};
  if (kind == 1) return {Zone::Kind::Offset, any(-18 * 60, 18 * 60) * 60, 0};
  return read_time("00:00:00@Asia/Ho_Chi_Minh")->zone;
}

Time any_time(const Zone& zone) {
  const std::int64_t second = any(0, 86'399);
  const std::int64_t nanos = any(0, 1) == 0 ? 0 : any(0, 999'999'999);
  return {second * nanos_per_second + nanos, zone};
}

DaysDuration any_days() {
  return {Nanoseconds{*rc::gen::arbitrary<std::int64_t>()} * any(1, 1000)};
}

MonthsDuration any_months() { return {*rc::gen::arbitrary<std::int32_t>()}; }

Value any_scalar() {
  switch (any(0, 8)) {
    case 0:
      return {};
    case 1:
      return any(0, 1) == 1;
    case 2:
      return any_text();
    case 3:
      return any_date();
    case 4:
      return any_time(any_zone());
    case 5:
      return DateTime{any_date(), any_time(any_zone())};
    case 6:
      return any_days();
    case 7:
      return any_months();
    default:
      return any_number();
  }
}

Range any_range() {
  Range range;
  Number low = any_number();
  Number high = any_number();
  if (high < low) std::swap(low, high);
  range.low_included = any(0, 1) == 1;
  range.high_included = any(0, 1) == 1;
  range.form = Range::Form(any(0, 3));
  range.low = low;
  range.high = high;
  if (range.form == Range::Form::OneEnded) {
    const bool below = any(0, 1) == 1;
    (below ? range.low : range.high) = {};
    (below ? range.low_included : range.high_included) = false;
  } else if (range.form != Range::Form::Interval) {
    range.high = low;
    range.low_included = range.high_included = true;
  }
  return range;
}

Value any_value(int depth) {
  const int kind = any(0, depth > 0 ? 9 : 6);
  if (kind == 7) return any_range();
  if (kind == 8) {
    List list;
    for (int i = any(0, 4); i > 0; --i) list.push_back(any_value(depth - 1));
    return list;
  }
  if (kind == 9) {
    Context context;
    constexpr std::string_view keys[] = {"a", "trip days", "số ngày", "1a", "a+b", "\"", "if", "?"};
    for (int i = any(0, 3); i > 0; --i) {
      context.insert_or_assign(keys[any(0, std::size(keys) - 1)], any_value(depth - 1));
    }
    return context;
  }
  return any_scalar();
}

RC_GTEST_PROP(LanguageLaws, AValueThatIsWrittenIsReadAgain, ()) {
  const Value value = any_value(3);
  const std::string text = write(value);
  const Value again = value_of(text);
  RC_LOG() << text << " became " << write(again) << "\n";
  RC_ASSERT(again == value);
}

// A random expression of numbers, with every part in parentheses and with those it needs.
struct Written {
  std::string full;
  std::string least;
  int binds = 0;  // how closely: 1 sums, 2 products, 3 powers, 4 signs, 5 what needs nothing
};

Written any_sum(int depth) {
  if (depth == 0) {
    const std::string number = std::to_string(any(0, 9));
    return {number, number, 5};
  }
  struct Sign {
    const char* sign;
    int binds;
  };
  constexpr Sign signs[] = {{" + ", 1}, {" - ", 1}, {" * ", 2}, {" / ", 2}, {" ** ", 3}};
  const auto fitting = [](const Written& part, int least) {
    return part.binds < least ? "(" + part.least + ")" : part.least;
  };
  if (any(0, 5) == 0) {
    const Written inner = any_sum(depth - 1);
    return {"(-" + inner.full + ")", "-" + fitting(inner, 4), 4};
  }
  const Sign sign = signs[any(0, std::size(signs) - 1)];
  const Written left = any_sum(depth - 1);
  const Written right = sign.binds == 3 ? any_sum(0) : any_sum(depth - 1);
  return {"(" + left.full + sign.sign + right.full + ")",
          fitting(left, sign.binds) + sign.sign + fitting(right, sign.binds + 1), sign.binds};
}

RC_GTEST_PROP(LanguageLaws, SignsBindAsTheGrammarSays, ()) {
  const Written expression = any_sum(any(0, 4));
  RC_LOG() << expression.full << " and " << expression.least << "\n";
  RC_ASSERT(write(value_of(expression.full)) == write(value_of(expression.least)));
}

RC_GTEST_PROP(LanguageLaws, ADurationAddedAndTakenAwayChangesNothing, ()) {
  const DaysDuration short_days{Nanoseconds{any(-400'000, 400'000)} * nanos_per_day};
  const DateTime moment{any_date(), any_time(any_zone())};
  const Context given{
      {"d", any_date()},
      {"m", moment},
      {"t", any_time(any_zone())},
      {"whole", short_days},
      {"any", DaysDuration{Nanoseconds{any(-1'000'000, 1'000'000)} * 977 * nanos_per_second / 13}}};
  RC_ASSERT(value_of("d + whole - whole", given) == *given.get("d"));
  RC_ASSERT(value_of("m + any - any", given) == *given.get("m"));
  RC_ASSERT(value_of("t + any - any", given) == *given.get("t"));
  RC_ASSERT(value_of("(d + whole) - d", given) == *given.get("whole"));
  RC_ASSERT(value_of("(m + any) - m", given) == *given.get("any"));
}

RC_GTEST_PROP(LanguageLaws, MonthsMoveADateToTheSameDayOrTheMonthsLast, ()) {
  const Date date =
      date_from({any(1, 9999), any(1, 12), any(1, 28)}).value() + std::chrono::days{any(0, 3)};
  const std::int64_t months = any(-2000, 2000);
  const Value moved = value_of("d + m", {{"d", date}, {"m", MonthsDuration{months}}});
  const Civil before = civil_of(date);
  const Civil after = civil_of(*moved.as<Date>());
  RC_ASSERT(after.year * 12 + after.month == before.year * 12 + before.month + months);
  RC_ASSERT(after.day == std::min(before.day, days_in_month(after.year, after.month)));
}

RC_GTEST_PROP(LanguageLaws, DurationsAddLikeNumbers, ()) {
  const Context given{{"a", any_days()}, {"b", any_days()}, {"n", any(-50, 50)}};
  for (const char* law : {"a + b = b + a", "a - b = -(b - a)", "a + b - b = a", "a * n = n * a",
                          "(a < b) = (a - b < @\"PT0S\")", "a * 2 = a + a"}) {
    RC_ASSERT(value_of(law, given) == Value(true));
  }
}

RC_GTEST_PROP(LanguageLaws, BeingInARangeIsComparingWithItsEnds, ()) {
  Context given{{"x", any(-5, 5)}, {"a", any(-5, 5)}, {"b", any(-5, 5)}};
  if (any(0, 1) == 1) {
    for (const char* name : {"x", "a", "b"}) {
      given[name] = Date{std::chrono::days{any(0, 9)}};
    }
  }
  if (value_of("a > b", given) == Value(true)) std::swap(given["a"], given["b"]);
  for (const auto& [range, law] :
       {std::pair{"[a..b]", "x >= a and x <= b"}, std::pair{"[a..b)", "x >= a and x < b"},
        std::pair{"(a..b]", "x > a and x <= b"}, std::pair{"(a..b)", "x > a and x < b"},
        std::pair{"]a..b[", "x > a and x < b"}, std::pair{"(< a)", "x < a"},
        std::pair{"(>= a)", "x >= a"}, std::pair{"(= a)", "x = a"},
        std::pair{"(!= a)", "x != a"}}) {
    const Value expected = value_of(law, given);
    RC_LOG() << write(given) << range << "\n";
    RC_ASSERT(value_of(std::string("x in ") + range, given) == expected);
    if (range[0] != ']') {  // "[]" is the empty list
      RC_ASSERT(value_of(std::string("x in [") + range + "]", given) == expected);
    }
    RC_ASSERT(value_of(std::string("[x][item in ") + range + "] = [x]", given) == expected);
    RC_ASSERT(UnaryTests::compile(range)->test(*given.get("x"), given) == expected);
  }
  RC_ASSERT(value_of("x between a and b", given) == value_of("x in [a..b]", given));
  RC_ASSERT(value_of("includes([a..b], x)", given) == value_of("x in [a..b]", given));
}

// Two expressions over `x`, a list of small numbers, always the same.
void hold_equal(const List& x, std::string_view one, std::string_view other) {
  const Context given{{"x", x}, {"k", any(-3, 3)}};
  const std::string law = std::string(one) + " = " + std::string(other);
  RC_LOG() << write(given) << law << "\n";
  RC_ASSERT(write(value_of(std::string(one), given)) == write(value_of(std::string(other), given)));
}

RC_GTEST_PROP(LanguageLaws, ListsKeepTheirItems, ()) {
  List x;
  for (int i = any(0, 12); i > 0; --i) x.push_back(any(-3, 3));
  hold_equal(x, "sort(sort(x))", "sort(x)");
  hold_equal(x, "sort(reverse(x))", "sort(x)");
  hold_equal(x, "sort(x, function(a, b) a > b)", "reverse(sort(x))");
  hold_equal(x, "count(x) < 2 or (every i in 2..count(x) satisfies sort(x)[i - 1] <= sort(x)[i])",
             "true");
  hold_equal(x, "count(sort(x))", "count(x)");
  hold_equal(x, "every v in x satisfies count(index of(x, v)) = count(sort(x)[item = v])", "true");
  hold_equal(x, "reverse(reverse(x))", "x");
  hold_equal(x, "count(x[item > k]) + count(x[not(item > k)])", "count(x)");
  hold_equal(x, "x[item > k][item > k]", "x[item > k]");
  hold_equal(x, "sort(x)[item > k]", "sort(x[item > k])");
  hold_equal(x, "for i in x return i", "x");
  hold_equal(x, "x[item > k]", "for i in x[item > k] return i");
  hold_equal(x, "concatenate(x, [])", "x");
  hold_equal(x, "flatten([x, [x]])", "concatenate(x, x)");
  hold_equal(x, "distinct values(concatenate(x, x))", "distinct values(x)");
  hold_equal(x, "union(x, x)", "distinct values(x)");
  hold_equal(x, "remove(append(x, k), -1)", "x");
  hold_equal(x, "some v in x satisfies v > k", "not(every v in x satisfies v <= k)");
  hold_equal(x, "if x = [] then null else min(x)", "sort(x)[1]");
  hold_equal(x, "if x = [] then null else max(x)", "sort(x)[-1]");
}

// Pairs with equal keys stay in their order.
RC_GTEST_PROP(LanguageLaws, SortingIsStable, ()) {
  List x;
  const int size = any(2, 20);
  for (int i = 0; i < size; ++i) x.push_back(Context{{"key", any(0, 3)}, {"at", i}});
  const Value sorted = value_of("sort(x, function(a, b) a.key < b.key)", {{"x", x}});
  RC_ASSERT(value_of("every i in 2..count(s) satisfies s[i - 1].key < s[i].key or "
                     "(s[i - 1].key = s[i].key and s[i - 1].at < s[i].at)",
                     {{"s", sorted}}) == Value(true));
}

}  // namespace
}  // namespace motcua::feel

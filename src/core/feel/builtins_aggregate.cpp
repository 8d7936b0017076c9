// List functions (DMN 1.5, table 75) that make one value of many. Each takes a list or its items.
#include <algorithm>
#include <array>

#include "feel/builtin_families.hpp"
#include "feel/operators.hpp"

namespace motcua::feel {
namespace {

// The items: those of the list that is the only argument, or the arguments.
std::span<const Value> many(const Arguments& a) {
  const auto* list = a.size() == 1 ? a[0].as<List>() : nullptr;
  return list ? std::span<const Value>(*list) : a.values;
}

std::optional<std::vector<Number>> numbers_of(const Arguments& a) {
  std::vector<Number> numbers;
  for (const Value& item : many(a)) {
    const auto* number = item.as<Number>();
    if (number == nullptr) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

Value not_numbers(const Arguments& a) { return a.run.fail("only numbers can be reckoned with"); }

Value result_of(const std::optional<Number>& number, const Arguments& a) {
  return number ? Value(*number) : a.run.fail("the result is out of range");
}

Value extreme(const Arguments& a, std::string_view sign) {
  const auto values = many(a);
  if (values.empty()) return {};
  Value best = values[0];
  if (!order(best, best)) return a.run.fail("what is compared cannot be ordered");
  for (const Value& item : values.subspan(1)) {
    const Value better = compare_values(sign, item, best);
    if (better.is_null()) return a.run.fail("what is compared cannot be ordered");
    if (better == Value(true)) best = item;
  }
  return best;
}

Value min(const Arguments& a) { return extreme(a, "<"); }
Value max(const Arguments& a) { return extreme(a, ">"); }

std::optional<Number> total(const std::vector<Number>& numbers) {
  std::optional<Number> sum = Number(0);
  for (const Number& number : numbers) {
    if (sum) sum = add(*sum, number);
  }
  return sum;
}

std::optional<Number> mean_of(const std::vector<Number>& numbers) {
  const auto sum = total(numbers);
  return sum ? divide(*sum, static_cast<std::int64_t>(numbers.size())) : std::nullopt;
}

Value sum(const Arguments& a) {
  const auto values = many(a);
  if (values.empty()) return {};
  Value all = values[0];
  const bool adds = all.as<Number>() || all.as<DaysDuration>() || all.as<MonthsDuration>();
  if (!adds) return not_numbers(a);
  for (const Value& item : values.subspan(1)) {
    if (!item.same_kind(all)) return not_numbers(a);
    all = add_values(all, item, a.run);
  }
  return all;
}

Value product(const Arguments& a) {
  const auto numbers = numbers_of(a);
  if (!numbers) return not_numbers(a);
  if (numbers->empty()) return {};
  std::optional<Number> all = Number(1);
  for (const Number& number : *numbers) {
    if (all) all = multiply(*all, number);
  }
  return result_of(all, a);
}

Value mean(const Arguments& a) {
  const auto numbers = numbers_of(a);
  if (!numbers) return not_numbers(a);
  if (numbers->empty()) return {};
  return result_of(mean_of(*numbers), a);
}

Value median(const Arguments& a) {
  auto numbers = numbers_of(a);
  if (!numbers) return not_numbers(a);
  if (numbers->empty()) return {};
  std::ranges::sort(*numbers);
  const std::size_t middle = numbers->size() / 2;
  if (numbers->size() % 2 == 1) return (*numbers)[middle];
  return result_of(mean_of({(*numbers)[middle - 1], (*numbers)[middle]}), a);
}

// Of a sample: divided by n - 1.
Value stddev(const Arguments& a) {
  const auto numbers = numbers_of(a);
  if (!numbers || numbers->size() < 2) return not_numbers(a);
  const auto middle = mean_of(*numbers);
  if (!middle) return result_of(middle, a);
  std::optional<Number> squares = Number(0);
  for (const Number& number : *numbers) {
    const auto distance = subtract(number, *middle);
    const auto square = distance ? multiply(*distance, *distance) : std::nullopt;
    squares = squares && square ? add(*squares, *square) : std::nullopt;
  }
  const auto variance =
      squares ? divide(*squares, static_cast<std::int64_t>(numbers->size() - 1)) : std::nullopt;
  return result_of(variance ? square_root(*variance) : std::nullopt, a);
}

Value mode(const Arguments& a) {
  auto numbers = numbers_of(a);
  if (!numbers) return not_numbers(a);
  std::ranges::sort(*numbers);
  std::size_t most = 0;
  List best;
  for (std::size_t i = 0; i < numbers->size();) {
    std::size_t end = i;
    while (end < numbers->size() && (*numbers)[end] == (*numbers)[i]) ++end;
    if (end - i > most) best.clear();
    if (end - i >= most) {
      best.push_back((*numbers)[i]);
      most = end - i;
    }
    i = end;
  }
  return best;
}

// False wins for all, true for any; null leaves it open, what is no boolean is an error too.
Value decided(const Arguments& a, bool decisive) {
  bool unknown = false;
  bool wrong = false;
  for (const Value& item : many(a)) {
    const auto* truth = item.as<bool>();
    if (truth && *truth == decisive) return decisive;
    if (truth == nullptr && !item.is_null()) wrong = true;
    unknown = unknown || truth == nullptr;
  }
  if (wrong) return a.run.fail("only booleans can be all or any");
  return unknown ? Value() : Value(!decisive);
}

Value all(const Arguments& a) { return decided(a, false); }
Value any(const Arguments& a) { return decided(a, true); }

constexpr std::array<Builtin, 20> aggregates{{
    {"min", "list:l", min},         {"min", "c1:*...", min},         {"max", "list:l", max},
    {"max", "c1:*...", max},        {"sum", "list:l", sum},          {"sum", "n1:*...", sum},
    {"product", "list:l", product}, {"product", "n1:*...", product}, {"mean", "list:l", mean},
    {"mean", "n1:*...", mean},      {"median", "list:l", median},    {"median", "n1:*...", median},
    {"stddev", "list:l", stddev},   {"stddev", "n1:*...", stddev},   {"mode", "list:l", mode},
    {"mode", "n1:*...", mode},      {"all", "list:l", all},          {"all", "b1:*...", all},
    {"any", "list:l", any},         {"any", "b1:*...", any},
}};

}  // namespace

std::span<const Builtin> aggregate_functions() { return aggregates; }

}  // namespace motcua::feel

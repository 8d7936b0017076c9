// Checks of single values: types, constants, numbers, texts, counts.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "schema/equality.hpp"
#include "schema/evaluation.hpp"
#include "schema/faults.hpp"

namespace motcua::schema {
namespace {

constexpr std::size_t most_values_told = 12;
constexpr std::size_t longest_value_told = 60;  // bytes

unsigned bit_of_number(const json::value& value) {
  const bool whole = !value.is_double() || Decimal(value).is_whole();
  return whole ? AnInteger | ANumber : ANumber;
}

unsigned bits_of(const json::value& value) {
  switch (value.kind()) {
    case json::kind::null:
      return ANull;
    case json::kind::bool_:
      return ABoolean;
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_:
      return bit_of_number(value);
    case json::kind::string:
      return AString;
    case json::kind::array:
      return AnArray;
    case json::kind::object:
      return AnObject;
  }
  return 0;
}

struct TypeWords {
  unsigned bit;
  const RejectionKind* wanted;
  std::string_view name;
};
constexpr std::array<TypeWords, 7> type_words{{{AString, &text_wanted, "string"},
                                               {ANumber, &number_wanted, "number"},
                                               {AnInteger, &integer_wanted, "integer"},
                                               {ABoolean, &truth_wanted, "boolean"},
                                               {AnArray, &list_wanted, "array"},
                                               {AnObject, &group_wanted, "object"},
                                               {ANull, &nothing_wanted, "null"}}};

std::string told(const json::value& value) {
  std::string text = value.is_string() ? std::string(value.get_string()) : write_json(value);
  if (text.size() <= longest_value_told) return text;
  text.resize(longest_value_told);
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
  text.pop_back();
  return text + "…";
}

struct CountWords {
  std::string_view keyword;
  const RejectionKind* broken;
};
// In the order of Count; even ones are least numbers.
constexpr std::array<CountWords, 6> count_words{{{"minLength", &text_too_short},
                                                 {"maxLength", &text_too_long},
                                                 {"minItems", &list_too_short},
                                                 {"maxItems", &list_too_long},
                                                 {"minProperties", &too_few_answers},
                                                 {"maxProperties", &too_many_answers}}};

bool is_least(Count count) { return static_cast<unsigned>(count) % 2 == 0; }

// Nothing when the value is not of the kind that is counted.
std::optional<std::size_t> counted(Count count, const json::value& value) {
  switch (count) {
    case Count::MinLength:
    case Count::MaxLength:
      if (const auto* text = value.if_string()) return count_code_points(*text);
      return std::nullopt;
    case Count::MinItems:
    case Count::MaxItems:
      if (const auto* list = value.if_array()) return list->size();
      return std::nullopt;
    case Count::MinProperties:
    case Count::MaxProperties:
      if (const auto* group = value.if_object()) return group->size();
      return std::nullopt;
  }
  return std::nullopt;
}

struct BoundWords {
  std::string_view keyword;
  const RejectionKind* broken;
};
constexpr std::array<BoundWords, 4> bound_words{{{"minimum", &number_too_small},
                                                 {"maximum", &number_too_large},
                                                 {"exclusiveMinimum", &number_not_above},
                                                 {"exclusiveMaximum", &number_not_below}}};

bool is_within(Bound bound, std::strong_ordering value_to_limit) {
  switch (bound) {
    case Bound::Minimum:
      return value_to_limit >= 0;
    case Bound::Maximum:
      return value_to_limit <= 0;
    case Bound::ExclusiveMinimum:
      return value_to_limit > 0;
    case Bound::ExclusiveMaximum:
      return value_to_limit < 0;
  }
  return false;
}

}  // namespace

bool Evaluation::check(const TypeCheck& type, const Here& here) {
  if ((type.allowed & bits_of(here.spot.value)) != 0) return true;
  if (here.manner.silent) return false;
  std::string types;
  for (const auto& words : type_words) {
    if (type.allowed == words.bit) return fault(here, "type", *words.wanted);
    if ((type.allowed & words.bit) == 0) continue;
    types += (types.empty() ? "" : ", ") + std::string(words.name);
  }
  return fault(here, "type", other_type_wanted, {{"types", types}});
}

bool Evaluation::check(const ConstCheck& constant, const Here& here) {
  if (are_equal(*constant.value, here.spot.value)) return true;
  if (here.manner.silent) return false;
  return fault(here, "const", other_value_wanted, {{"value", told(*constant.value)}});
}

bool Evaluation::check(const EnumCheck& choice, const Here& here) {
  const bool found = std::ranges::any_of(
      *choice.values, [&](const json::value& value) { return are_equal(value, here.spot.value); });
  if (found) return true;
  if (here.manner.silent) return false;
  std::string values;
  for (std::size_t i = 0; i < std::min(choice.values->size(), most_values_told); ++i) {
    values += (i == 0 ? "" : ", ") + told((*choice.values)[i]);
  }
  if (choice.values->size() > most_values_told) values += ", …";
  return fault(here, "enum", choice_wanted, {{"values", values}});
}

bool Evaluation::check(const BoundCheck& bound, const Here& here) {
  if (!here.spot.value.is_number()) return true;
  if (is_within(bound.bound, Decimal(here.spot.value) <=> bound.limit)) return true;
  if (here.manner.silent) return false;
  const auto& words = bound_words[static_cast<std::size_t>(bound.bound)];
  return fault(here, words.keyword, *words.broken, {{"limit", bound.limit.write()}});
}

bool Evaluation::check(const MultipleCheck& multiple, const Here& here) {
  if (!here.spot.value.is_number()) return true;
  if (Decimal(here.spot.value).is_multiple_of(multiple.divisor)) return true;
  if (here.manner.silent) return false;
  return fault(here, "multipleOf", not_a_multiple, {{"divisor", multiple.divisor.write()}});
}

bool Evaluation::check(const CountCheck& count, const Here& here) {
  const auto number = counted(count.count, here.spot.value);
  if (!number) return true;
  if (is_least(count.count) ? *number >= count.limit : *number <= count.limit) return true;
  if (here.manner.silent) return false;
  const auto& words = count_words[static_cast<std::size_t>(count.count)];
  return fault(here, words.keyword, *words.broken, {{"limit", std::to_string(count.limit)}});
}

// A search that costs too much ends the validation: the next ones would cost as much.
bool Evaluation::search(const Pattern& pattern, std::string_view text, const Here& here) {
  const Match match = pattern.search(text);
  if (match == Match::TooCostly) return stop(here, "pattern", pattern_too_costly);
  return match == Match::Found;
}

bool Evaluation::check(const PatternCheck& pattern, const Here& here) {
  const auto* text = here.spot.value.if_string();
  if (text == nullptr || search(pattern.pattern, *text, here)) return true;
  return fault(here, "pattern", pattern_missed);
}

bool Evaluation::check(const FormatCheck& format, const Here& here) {
  const json::value& value = here.spot.value;
  bool fits = true;
  if (const auto* text = value.if_string(); text != nullptr && format.format->fits != nullptr) {
    fits = format.format->fits(*text);
  }
  if (value.is_number() && format.format->fits_number != nullptr) {
    fits = format.format->fits_number(value);
  }
  return fits || fault(here, "format", format.format->broken);
}

}  // namespace motcua::schema

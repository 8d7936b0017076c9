#include "authority/registers.hpp"

#include <algorithm>
#include <array>

namespace motcua::authority {
namespace {

// What a fact counts.
struct CountedThing {
  std::string_view fact;
  std::string_view vi;
  std::string_view en;
  std::string_view en_many;
};
constexpr std::array<CountedThing, 4> things{
    {{"trips_this_year", "chuyến", "trip", "trips"},
     {"trips_this_year_of_anyone", "chuyến", "trip", "trips"},
     {"days_this_year", "ngày", "day", "days"},
     {"reports_overdue", "báo cáo quá hạn", "overdue report", "overdue reports"}}};
constexpr CountedThing any_thing{"", "mục", "record", "records"};

Text counted_in_words(std::string_view fact, std::int64_t count) {
  const auto found = std::ranges::find(things, fact, &CountedThing::fact);
  const auto& thing = found == things.end() ? any_thing : *found;
  const auto number = std::to_string(count) + " ";
  return {number + std::string(thing.vi),
          number + std::string(count == 1 ? thing.en : thing.en_many)};
}

constexpr std::string_view away = "key_leaders_away";

}  // namespace

std::int64_t RegisterFact::at_most() const {
  auto most = value;
  for (const auto& doubt : doubts) most = std::max(most, doubt.counted + doubt.more);
  return most;
}

Text doubt_in_words(std::string_view fact, const Doubt& doubt) {
  if (fact == away) {
    return {doubt.of +
                ": cùng đơn vị, đi trong những ngày này, nhưng có thể chính là người trùng tên "
                "chưa phân biệt",
            doubt.of +
                ": of the unit and abroad on the same days, but may be the traveller "
                "himself, a namesake not told apart"};
  }
  const auto counted = counted_in_words(fact, doubt.counted);
  const auto more = counted_in_words(fact, doubt.more);
  return {doubt.of + ": đã tính " + counted.vi + ", còn " + more.vi +
              " của người trùng tên chưa phân biệt",
          doubt.of + ": " + counted.en + " counted, " + std::to_string(doubt.more) +
              " more of a namesake not told apart"};
}

Text fact_in_words(const RegisterFact& fact) {
  if (fact.of.empty()) return {};
  if (fact.name == away) {
    return {fact.of + ": lãnh đạo chủ chốt cùng đơn vị, cũng ở nước ngoài trong những ngày này",
            fact.of + ": key leader of the unit, abroad on the same days"};
  }
  const auto counted = counted_in_words(fact.name, fact.value);
  return {fact.of + ": đã có " + counted.vi, fact.of + ": already " + counted.en};
}

feel::Context as_variables(const RegisterFacts& facts, Counted counted) {
  feel::Context variables;
  for (const auto& fact : facts) {
    variables[fact.name] = feel::Value(counted == Counted::AtMost ? fact.at_most() : fact.value);
  }
  return variables;
}

}  // namespace motcua::authority

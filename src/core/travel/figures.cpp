#include "travel/figures.hpp"

#include <algorithm>
#include <charconv>

namespace motcua::travel {
namespace {

struct ByName {
  std::string_view id;
  std::string_view vi;
  std::string_view en;
};
constexpr std::array<ByName, all_groupings.size()> by_names{
    {{"person", "Người đi", "Traveller"},
     {"unit", "Đơn vị", "Unit"},
     {"purpose", "Mục đích", "Purpose"},
     {"funding", "Nguồn kinh phí", "Source of funding"},
     {"country", "Nước, vùng lãnh thổ", "Country or territory"}}};

const Text not_said{"Chưa ghi", "Not stated"};

struct GroupName {
  std::string id;
  Text label;
};

template <std::size_t N>
GroupName chosen(const std::array<Choice, N>& choices, const std::string& id) {
  const auto found = std::ranges::find(choices, id, &Choice::id);
  if (found == choices.end()) return {"none", not_said};
  return {id, found->text()};
}

GroupName named(const std::string& text) {
  const auto folded = fold(text);
  if (folded.empty()) return {"none", not_said};
  return {person_id(folded), {text, text}};
}

class Grouping {
 public:
  Grouping(By by, const Scene& scene) : by_(by), scene_(scene), people_(scene.entries) {}

  void take(const Entry& entry) {
    count(whole_, entry, int(entry.trip.travellers.size()));
    std::map<std::string, std::pair<Text, int>> shares;  // travellers of each group
    for (const auto& traveller : entry.trip.travellers) {
      for (auto& name : names_of(entry, traveller)) {
        auto& share = shares[name.id];
        share.first = std::move(name.label);
        ++share.second;
      }
    }
    for (const auto& [id, share] : shares) {
      auto& group = groups_[id];
      group.id = id;
      group.label = share.first;
      count(group, entry, share.second);
    }
  }

  Figures finish() {
    Figures figures;
    figures.whole = std::move(whole_);
    for (auto& [id, group] : groups_) figures.groups.push_back(std::move(group));
    std::ranges::stable_sort(figures.groups, [](const Group& a, const Group& b) {
      return a.trips != b.trips ? a.trips > b.trips : fold(a.label.vi) < fold(b.label.vi);
    });
    return figures;
  }

 private:
  void count(Group& group, const Entry& entry, int travellers) const {
    group.delegations.push_back(entry.code);
    group.trips += travellers;
    group.days += travellers * entry.days();
    if (report_late_by(entry, scene_) > 0) group.codes_late.push_back(entry.code);
  }

  std::vector<GroupName> names_of(const Entry& entry, const Traveller& traveller) const {
    const auto& trip = entry.trip;
    switch (by_) {
      case By::Person:
        return {
            {person_id(people_.key_of(traveller, trip.unit)),
             {traveller.name + " (" + (traveller.unit.empty() ? trip.unit : traveller.unit) + ")",
              {}}}};
      case By::Unit:
        return {named(traveller.unit.empty() ? trip.unit : traveller.unit)};
      case By::Purpose:
        return {chosen(purpose_kinds, trip.purpose_kind)};
      case By::Funding:
        return {chosen(fundings, trip.funding)};
      case By::Country:
        break;
    }
    std::vector<GroupName> names;
    for (const auto& country : trip.countries) names.push_back(named(country));
    if (names.empty()) names.push_back({"none", not_said});
    return names;
  }

  By by_;
  const Scene& scene_;
  People people_;
  std::map<std::string, Group> groups_;
  Group whole_{"all", {"Tổng số", "Total"}, {}, {}, 0, 0};
};

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Date last_of_month(int year, unsigned month) {
  return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::last};
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::optional<Period> parse_period(std::string_view id) {
  const auto year = number_in(id.substr(0, 4));
  if (id.size() < 4 || !year || *year < 1901 || *year > 2199) return std::nullopt;
  const auto written = std::to_string(*year);
  if (id.size() == 4) {
    return Period{written,
                  make_date(*year, 1, 1),
                  make_date(*year, 12, 31),
                  {"Năm " + written, "Year " + written}};
  }
  if (id.size() != 7 || id[4] != '-') return std::nullopt;
  if (id[5] == 'H' && (id[6] == '1' || id[6] == '2')) {
    const bool first = id[6] == '1';
    return Period{std::string(id),
                  make_date(*year, first ? 1 : 7, 1),
                  first ? make_date(*year, 6, 30) : make_date(*year, 12, 31),
                  {std::string(first ? "6 tháng đầu năm " : "6 tháng cuối năm ") + written,
                   std::string(first ? "First half of " : "Second half of ") + written}};
  }
  const auto month = number_in(id.substr(5));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const auto written_month = two_digits(*month) + "/" + written;
  return Period{std::string(id),
                make_date(*year, unsigned(*month), 1),
                last_of_month(*year, unsigned(*month)),
                {"Tháng " + written_month, "Month " + written_month}};
}

std::vector<Period> periods_to_choose(Date today, Date earliest) {
  const std::chrono::year_month_day day{today};
  const int this_year = int(day.year());
  const int first_year = int(std::chrono::year_month_day{earliest}.year());
  std::vector<Period> periods;
  const auto add = [&](const std::string& id) {
    if (auto period = parse_period(id)) periods.push_back(std::move(*period));
  };
  for (int year = this_year; year >= std::max(first_year, this_year - 20); --year) {
    add(std::to_string(year));
    if (year < this_year || unsigned(day.month()) > 6) add(std::to_string(year) + "-H2");
    add(std::to_string(year) + "-H1");
  }
  for (int month = int(unsigned(day.month())); month >= 1; --month) {
    add(std::to_string(this_year) + "-" + two_digits(month));
  }
  return periods;
}

std::string_view write_by(By by) { return by_names[std::size_t(by)].id; }

std::optional<By> parse_by(std::string_view name) {
  const auto found = std::ranges::find(by_names, name, &ByName::id);
  if (found == by_names.end()) return std::nullopt;
  return By(found - by_names.begin());
}

Text describe(By by) {
  const auto& name = by_names[std::size_t(by)];
  return {std::string(name.vi), std::string(name.en)};
}

Figures count_by(By by, Kind kind, const Period& period, const Scene& scene) {
  Grouping grouping(by, scene);
  for (const auto& [code, entry] : scene.entries) {
    if (entry->kind != kind || entry->cancelled) continue;
    if (entry->trip.from < period.first || entry->trip.from > period.last) continue;
    grouping.take(*entry);
  }
  return grouping.finish();
}

}  // namespace motcua::travel

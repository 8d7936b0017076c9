#include "calendar/calendar_file.hpp"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <array>
#include <initializer_list>

namespace motcua::calendar {
namespace {

using std::chrono::days;

constexpr int deepest_extension = 8;

// A calendar as its files give it, before it is checked as a whole.
struct Draft {
  std::string name;
  std::string decree;  // of every entry without its own
  int first_year = 0;
  int last_year = 0;
  std::vector<DayEntry> days;
  std::vector<HoursEntry> hours;
};

template <class T>
using Read = OrFailure<T>;

Unexpected<Failure> wrong_at(const toml::source_region& where, const std::string& what) {
  return malformed("calendar text, line " + std::to_string(where.begin.line) + ": " + what);
}

Read<Nothing> only_keys(const toml::table& table, std::initializer_list<std::string_view> known) {
  for (const auto& [key, value] : table) {
    bool is_known = false;
    for (const auto name : known) is_known = is_known || key.str() == name;
    if (!is_known) return wrong_at(key.source(), "unknown key " + std::string(key.str()));
  }
  return Nothing{};
}

Read<Date> date_at(const toml::table& table, std::string_view key) {
  const auto* const node = table.get(key);
  const std::string name(key);
  if (node == nullptr) return wrong_at(table.source(), name + " is missing");
  const auto* const date = node->as_date();
  if (date == nullptr) return wrong_at(node->source(), name + " is no date");
  const std::chrono::year_month_day day{std::chrono::year{date->get().year},
                                        std::chrono::month{date->get().month},
                                        std::chrono::day{date->get().day}};
  if (!day.ok()) return wrong_at(node->source(), name + " does not exist");
  return Date{day};
}

Read<std::string> words_at(const toml::table& table, std::string_view key) {
  const auto* const node = table.get(key);
  const std::string name(key);
  if (node == nullptr) return wrong_at(table.source(), name + " is missing");
  const auto* const text = node->as_string();
  if (text == nullptr || text->get().empty()) {
    return wrong_at(node->source(), name + " must be a text");
  }
  return text->get();
}

// "13:30-16:30"
std::optional<Period> parse_period(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto time = [](std::string_view written) -> std::optional<minutes> {
    const auto moment = parse_moment("2000-01-01T" + std::string(written));
    if (written == "24:00") return minutes{24 * 60};
    if (!moment || written.size() != 5) return std::nullopt;
    return time_of(*moment);
  };
  const auto from = time(text.substr(0, dash));
  const auto to = time(text.substr(dash + 1));
  if (!from || !to) return std::nullopt;
  return Period{*from, *to};
}

Read<std::vector<Period>> periods_at(const toml::table& table, std::string_view key) {
  const auto* const node = table.get(key);
  if (node == nullptr) return std::vector<Period>{};
  const auto* const list = node->as_array();
  if (list == nullptr) return wrong_at(node->source(), std::string(key) + " must be a list");
  std::vector<Period> periods;
  for (const auto& element : *list) {
    const auto period = parse_period(element.value_or(std::string_view{}));
    if (!period) {
      return wrong_at(element.source(), "hours are written \"08:00-12:00\"");
    }
    periods.push_back(*period);
  }
  return periods;
}

Read<DayKind> kind_at(const toml::table& table) {
  const auto word = words_at(table, "kind");
  if (!word) return Unexpected{word.error()};
  for (const auto kind :
       {DayKind::Working, DayKind::Weekend, DayKind::Holiday, DayKind::CompensatoryDayOff,
        DayKind::SwappedDayOff, DayKind::SwappedWorkingDay, DayKind::HalfDay}) {
    if (*word == write_day_kind(kind)) return kind;
  }
  return wrong_at(table.get("kind")->source(), "there is no kind of day " + *word);
}

Read<Text> name_at(const toml::table& table) {
  const auto* const node = table.get("name");
  if (node == nullptr || !node->is_table()) {
    return wrong_at(table.source(), "the day needs a name = { vi = \"…\", en = \"…\" }");
  }
  const auto& names = *node->as_table();
  const auto known = only_keys(names, {"vi", "en"});
  if (!known) return Unexpected{known.error()};
  const auto vi = words_at(names, "vi");
  if (!vi) return Unexpected{vi.error()};
  const auto en = words_at(names, "en");
  if (!en) return Unexpected{en.error()};
  return Text{*vi, *en};
}

Read<DayEntry> read_day_at(const toml::table& table, const std::string& decree) {
  const auto known =
      only_keys(table, {"date", "until", "kind", "name", "decree", "hours", "chua-kiem-chung"});
  if (!known) return Unexpected{known.error()};
  DayEntry entry;
  const auto date = date_at(table, "date");
  if (!date) return Unexpected{date.error()};
  const auto kind = kind_at(table);
  if (!kind) return Unexpected{kind.error()};
  const auto name = name_at(table);
  if (!name) return Unexpected{name.error()};
  const auto hours = periods_at(table, "hours");
  if (!hours) return Unexpected{hours.error()};
  entry.date = *date;
  entry.hours = *hours;
  entry.day.kind = *kind;
  entry.day.name = *name;
  entry.day.decree = table["decree"].value_or(decree);
  entry.day.verified = !table["chua-kiem-chung"].value_or(false);
  if (entry.day.decree.empty()) return wrong_at(table.source(), "the day names no decree");
  return entry;
}

// The entry at its date, or at each Monday to Friday from `date` to `until`.
Read<Nothing> add_days(const toml::table& table, const std::string& decree,
                       std::vector<DayEntry>& into) {
  auto entry = read_day_at(table, decree);
  if (!entry) return Unexpected{entry.error()};
  if (!table.contains("until")) {
    into.push_back(*entry);
    return Nothing{};
  }
  const auto until = date_at(table, "until");
  if (!until) return Unexpected{until.error()};
  if (*until < entry->date || *until > entry->date + days{366}) {
    return wrong_at(table.source(), "until must follow date, by a year at most");
  }
  for (; entry->date <= *until; entry->date += days{1}) {
    const auto day = std::chrono::weekday{entry->date}.iso_encoding();
    if (day <= 5) into.push_back(*entry);
  }
  return Nothing{};
}

Read<Nothing> add_hours(const toml::table& table, std::vector<HoursEntry>& into) {
  const auto known = only_keys(table, {"from", "working", "reception", "source"});
  if (!known) return known;
  const auto from = date_at(table, "from");
  if (!from) return Unexpected{from.error()};
  auto working = periods_at(table, "working");
  if (!working) return Unexpected{working.error()};
  auto reception = periods_at(table, "reception");
  if (!reception) return Unexpected{reception.error()};
  into.push_back({*from, std::move(*working), std::move(*reception)});
  return Nothing{};
}

// Calls `add` with each table of the list `key`; a missing list is empty.
template <class Add>
Read<Nothing> each_table(const toml::table& root, std::string_view key, Add add) {
  const auto* const node = root.get(key);
  if (node == nullptr) return Nothing{};
  if (!node->is_array_of_tables()) {
    return wrong_at(node->source(), "write [[" + std::string(key) + "]]");
  }
  for (const auto& element : *node->as_array()) {
    const auto added = add(*element.as_table());
    if (!added) return added;
  }
  return Nothing{};
}

Read<Nothing> read_year(const toml::table& root, std::string_view key, int& year) {
  const auto* const node = root.get(key);
  if (node == nullptr) return Nothing{};
  const auto number = node->value_exact<std::int64_t>();
  if (!number || *number < 1900 || *number > 2200) {
    return wrong_at(node->source(), std::string(key) + " must be a year in 1900..2200");
  }
  year = int(*number);
  return Nothing{};
}

Read<toml::table> parse(std::string_view toml_text) {
  auto parsed = toml::parse(toml_text);
  if (!parsed) return wrong_at(parsed.error().source(), std::string(parsed.error().description()));
  return std::move(parsed).table();
}

Read<Draft> read_draft(std::string_view toml_text, const FindCalendarText& find_base, int depth);

// What the file starts from: nothing, or the calendar it extends.
Read<Draft> start_of(const toml::table& root, const FindCalendarText& find_base, int depth) {
  const auto* const node = root.get("extends");
  if (node == nullptr) return Draft{};
  const auto base = words_at(root, "extends");
  if (!base) return Unexpected{base.error()};
  if (depth >= deepest_extension) {
    return wrong_at(node->source(), "calendars extend each other in a circle");
  }
  const auto text = find_base(*base);
  if (!text) {
    return Unexpected{Failure{FailureKind::NotFound, "there is no calendar " + *base, false}};
  }
  auto draft = read_draft(*text, find_base, depth + 1);
  if (draft) return draft;
  auto failure = draft.error();
  failure.what = "calendar " + *base + ": " + failure.what;
  return Unexpected{failure};
}

Read<Draft> read_draft(std::string_view toml_text, const FindCalendarText& find_base, int depth) {
  const auto root = parse(toml_text);
  if (!root) return Unexpected{root.error()};
  auto known =
      only_keys(*root, {"name", "extends", "first_year", "last_year", "decree", "day", "hours"});
  if (!known) return Unexpected{known.error()};
  auto draft = start_of(*root, find_base, depth);
  if (!draft) return draft;
  const auto name = words_at(*root, "name");
  if (!name) return Unexpected{name.error()};
  draft->name = *name;
  draft->decree = (*root)["decree"].value_or(std::string{});
  const auto steps = std::array{
      read_year(*root, "first_year", draft->first_year),
      read_year(*root, "last_year", draft->last_year),
      each_table(*root, "day",
                 [&draft](const auto& day) { return add_days(day, draft->decree, draft->days); }),
      each_table(*root, "hours",
                 [&draft](const auto& hours) { return add_hours(hours, draft->hours); })};
  for (const auto& step : steps) {
    if (!step) return Unexpected{step.error()};
  }
  return draft;
}

}  // namespace

OrFailure<WorkingCalendar> read_calendar(std::string_view toml_text,
                                         const FindCalendarText& find_base) {
  auto draft = read_draft(toml_text, find_base, 0);
  if (!draft) return Unexpected{draft.error()};
  return WorkingCalendar::build(std::move(draft->name), draft->first_year, draft->last_year,
                                std::move(draft->days), std::move(draft->hours));
}

OrFailure<std::vector<DayEntry>> read_day_entries(std::string_view toml_text) {
  const auto root = parse(toml_text);
  if (!root) return Unexpected{root.error()};
  const auto known = only_keys(*root, {"day"});
  if (!known) return Unexpected{known.error()};
  std::vector<DayEntry> entries;
  const auto read =
      each_table(*root, "day", [&entries](const auto& day) { return add_days(day, {}, entries); });
  if (!read) return Unexpected{read.error()};
  return entries;
}

}  // namespace motcua::calendar

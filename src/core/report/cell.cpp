#include "report/cell.hpp"

#include <array>
#include <charconv>

#include "base/assertion.hpp"
#include "base/text.hpp"

namespace motcua::report {
namespace {

constexpr std::array<std::string_view, memos> memo_names{"not-yet-accepted", "waiting-supplement",
                                                         "waiting-payment",  "waiting-other",
                                                         "refused",          "withdrawn",
                                                         "stopped",          "due-changed",
                                                         "apologised",       "no-term",
                                                         "entered-again",    "second-supplement",
                                                         "actual-time",      "registered-late",
                                                         "nothing-received", "withdrawn-overdue"};

constexpr std::array<std::string_view, verdicts> verdict_names{
    "none",    "kept",      "settled-late",  "ended-late", "open",
    "waiting", "withdrawn", "entered-again", "left-out",   "continues"};

constexpr std::array<std::string_view, published_kinds> published_names{
    "none",    "on-time",   "settled-late", "within",  "waiting",
    "overdue", "withdrawn", "refused",      "stopped", "no-term"};

constexpr std::array<std::string_view, rescues> rescue_names{"none", "rescued-by-stop",
                                                             "rescued-by-apology"};

template <class Names>
std::optional<std::size_t> index_in(const Names& names, std::string_view name, std::size_t from) {
  for (std::size_t i = from; i < names.size(); ++i) {
    if (names[i] == name) return i;
  }
  return std::nullopt;
}

std::optional<int> read_number(std::string_view text, int low, int high) {
  int number = 0;
  const auto* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  const bool whole = result.ec == std::errc{} && result.ptr == end;
  return whole && number >= low && number <= high ? std::optional{number} : std::nullopt;
}

// "a:b:c" in its three parts; the last keeps any further colons.
std::array<std::string_view, 3> parts_of(std::string_view cell) {
  std::array<std::string_view, 3> parts;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto colon = i == 2 ? std::string_view::npos : cell.find(':');
    parts[i] = cell.substr(0, colon);
    cell = colon == std::string_view::npos ? std::string_view{} : cell.substr(colon + 1);
  }
  return parts;
}

using OptionalTest = std::optional<CellTest>;

OptionalTest official_test(std::string_view column_text, std::string_view key,
                           const FigureTable& table) {
  const auto column = read_number(column_text, first_column, last_column);
  if (!column) return std::nullopt;
  if (key == "all") {
    return [c = *column](const Reading& r, std::uint32_t) { return is_in_column(r, c); };
  }
  if (const auto procedure = table.procedures().find(key)) {
    return [c = *column, p = *procedure, &table](const Reading& r, std::uint32_t index) {
      return table.row(index).procedure == p && is_in_column(r, c);
    };
  }
  for (std::uint16_t field = 0; field < table.fields().size(); ++field) {
    if (field_key(table.fields().word(field)) != key) continue;
    return [c = *column, field, &table](const Reading& r, std::uint32_t index) {
      return table.field_of(table.row(index).procedure) == field && is_in_column(r, c);
    };
  }
  return std::nullopt;
}

OptionalTest honest_test(std::string_view measure, std::string_view item) {
  if (measure != "first" && measure != "current") return std::nullopt;
  const auto verdict_of = measure == "first" ? &Reading::by_first : &Reading::by_current;
  if (item == "numerator") {
    return [=](const Reading& r, std::uint32_t) { return r.*verdict_of == Verdict::Kept; };
  }
  if (item == "denominator") {
    return [=](const Reading& r, std::uint32_t) { return is_counted(r.*verdict_of); };
  }
  if (item == "broken") {
    return [=](const Reading& r, std::uint32_t) { return is_broken(r.*verdict_of); };
  }
  if (const auto rescue = index_in(rescue_names, item, 1); rescue && measure == "current") {
    return [k = Rescue(*rescue)](const Reading& r, std::uint32_t) {
      return r.by_current == Verdict::Kept && r.rescue == k;
    };
  }
  const auto verdict = index_in(verdict_names, item, 1);
  if (!verdict) return std::nullopt;
  return [=](const Reading& r, std::uint32_t) { return r.*verdict_of == Verdict(*verdict); };
}

OptionalTest published_test(std::string_view item) {
  if (item == "numerator") item = "on-time";
  if (item == "denominator") {
    return [](const Reading& r, std::uint32_t) { return r.published != Published::None; };
  }
  if (const auto rescue = index_in(rescue_names, item, 1)) {
    return [k = Rescue(*rescue)](const Reading& r, std::uint32_t) {
      return r.published == Published::OnTime && r.rescue == k;
    };
  }
  const auto kind = index_in(published_names, item, 1);
  if (!kind) return std::nullopt;
  return [k = Published(*kind)](const Reading& r, std::uint32_t) { return r.published == k; };
}

OptionalTest terms_test(std::string_view key, std::string_view item, const FigureTable& table) {
  const auto procedure = table.procedures().find(key);
  const bool longer = item == "longer";
  if ((!procedure && key != "all") || (!longer && item != "promised")) return std::nullopt;
  return [=, &table](const Reading& r, std::uint32_t index) {
    const auto& row = table.row(index);
    if (procedure && row.procedure != *procedure) return false;
    return longer ? r.promised_longer : is_promised_in_period(r, row);
  };
}

OptionalTest level_test(std::string_view key, std::string_view item, const FigureTable& table) {
  using Counts = bool (*)(const Reading&);
  static constexpr std::array<std::pair<std::string_view, Counts>, 6> items{{
      {"handed-over", [](const Reading& r) { return r.level != 0; }},
      {"whole-way", [](const Reading& r) { return r.whole_way; }},
      {"2", [](const Reading& r) { return r.level == 2; }},
      {"3", [](const Reading& r) { return r.level == 3; }},
      {"4", [](const Reading& r) { return r.level == 4; }},
      {"4-with-visit", [](const Reading& r) { return r.level == 4 && !r.whole_way; }},
  }};
  const auto procedure = table.procedures().find(key);
  if (!procedure && key != "all") return std::nullopt;
  for (const auto& [name, counts] : items) {
    if (name != item) continue;
    return [procedure, counts = counts, &table](const Reading& r, std::uint32_t index) {
      return counts(r) && (!procedure || table.row(index).procedure == *procedure);
    };
  }
  return std::nullopt;
}

// Who was satisfied is told of the whole office only.
OptionalTest rating_test(std::string_view key, std::string_view item, const FigureTable& table) {
  const auto procedure = table.procedures().find(key);
  const auto counts = item == "finished"                      ? &Reading::finished
                      : item == "rated"                       ? &Reading::rated
                      : item == "satisfied" && key == "all" ? &Reading::satisfied
                                                              : nullptr;
  if (counts == nullptr || (!procedure && key != "all")) return std::nullopt;
  return [=, &table](const Reading& r, std::uint32_t index) {
    return r.*counts && (!procedure || table.row(index).procedure == *procedure);
  };
}

OptionalTest month_test(std::string_view month, std::string_view item, const Window& window) {
  const auto first = parse_date(std::string(month) + "-01");
  if (!first || (item != "due" && item != "kept")) return std::nullopt;
  for (std::uint8_t i = 0; i < chart_months; ++i) {
    if (window.month_starts[i] != *first) continue;
    return [i, kept = item == "kept"](const Reading& r, std::uint32_t) {
      return r.month == i &&
             (kept ? r.month_verdict == Verdict::Kept : is_counted(r.month_verdict));
    };
  }
  return std::nullopt;
}

OptionalTest held_test(std::string_view unit_id, std::string_view item, const Reader& reader,
                       const WorkingTime& working_time) {
  const auto unit = reader.table().units().find(unit_id);
  const bool late = item == "late";
  const bool over = item == "over";
  if (!unit || (!late && !over && item != "dossiers")) return std::nullopt;
  return [=, &reader, &working_time, shares = std::vector<UnitShare>{}](
             const Reading& r, std::uint32_t index) mutable {
    if (late ? !is_broken(r.by_current) : r.origin == Origin::None) return false;
    shares_of(reader, reader.table().row(index), working_time, shares);
    if (late) return !shares.empty() && answerable_unit(shares) == *unit;
    for (const auto& share : shares) {
      if (share.unit == *unit) return over ? share.over : share.touched;
    }
    return false;
  };
}

}  // namespace

bool is_promised_in_period(const Reading& reading, const PackedRow& row) {
  return reading.published != Published::None && row.first_due != 0;
}

bool is_in_column(const Reading& r, int column) {
  switch (column) {
    case 3:
      return r.origin != Origin::None;
    case 4:
      return r.origin == Origin::Online;
    case 5:
      return r.origin == Origin::InPerson;
    case 6:
      return r.origin == Origin::Carried;
    case 7:
      return r.progress >= Progress::Before && r.progress <= Progress::Late;
    case 8:
      return r.progress == Progress::Before;
    case 9:
      return r.progress == Progress::OnTime;
    case 10:
      return r.progress == Progress::Late;
    case 11:
      return r.progress >= Progress::Within;
    case 12:
      return r.progress == Progress::Within;
    case 13:
      return r.progress == Progress::Overdue;
  }
  MOTCUA_ASSERT(false);
}

std::string_view memo_name(Memo memo) { return memo_names[std::size_t(memo)]; }
std::string_view verdict_name(Verdict verdict) { return verdict_names[std::size_t(verdict)]; }
std::string_view published_name(Published kind) { return published_names[std::size_t(kind)]; }
std::string_view rescue_name(Rescue rescue) { return rescue_names[std::size_t(rescue)]; }

std::string official_cell(int column, std::string_view key) {
  return "official:" + std::to_string(column) + ":" + std::string(key);
}
std::string honest_cell(bool by_first, std::string_view item) {
  return std::string(by_first ? "honest:first:" : "honest:current:") + std::string(item);
}
std::string published_cell(std::string_view item) { return "published:" + std::string(item); }
std::string memo_cell(Memo memo) { return "memo:" + std::string(memo_name(memo)); }
std::string month_cell(Date month, std::string_view item) {
  return "month:" + write_date(month).substr(0, 7) + ":" + std::string(item);
}
std::string age_cell(std::size_t band) { return "age:" + std::to_string(band); }
std::string terms_cell(std::string_view procedure, std::string_view item) {
  return "terms:" + std::string(procedure) + ":" + std::string(item);
}
std::string level_cell(std::string_view procedure, std::string_view item) {
  return "level:" + std::string(procedure) + ":" + std::string(item);
}
std::string rating_cell(std::string_view procedure, std::string_view item) {
  return "rating:" + std::string(procedure) + ":" + std::string(item);
}
std::string held_cell(std::string_view unit, std::string_view item) {
  return "held:" + std::string(unit) + ":" + std::string(item);
}

std::string field_key(std::string_view field) {
  std::string key = "field." + fold(field);
  for (char& c : key) c = c == ' ' || c == ':' ? '-' : c;
  return key;
}

std::optional<CellTest> test_of(std::string_view cell, const Reader& reader,
                                const WorkingTime& working_time) {
  const auto [family, subject, item] = parts_of(cell);
  const auto& table = reader.table();
  if (cell == generated_cell) {
    return [&table](const Reading& r, std::uint32_t index) {
      return r.counts() && table.row(index).generated;
    };
  }
  if (family == "official") return official_test(subject, item, table);
  if (family == "honest") return honest_test(subject, item);
  if (family == "held") return held_test(subject, item, reader, working_time);
  if (family == "terms") return terms_test(subject, item, table);
  if (family == "level") return level_test(subject, item, table);
  if (family == "rating") return rating_test(subject, item, table);
  if (family == "month") return month_test(subject, item, reader.window());
  if (!item.empty()) return std::nullopt;
  if (family == "published") return published_test(subject);
  if (family == "memo") {
    const auto memo = index_in(memo_names, subject, 0);
    if (!memo) return std::nullopt;
    return [m = Memo(*memo)](const Reading& r, std::uint32_t) { return r.has(m); };
  }
  if (family == "age") {
    const auto band = read_number(subject, 0, int(age_bands) - 1);
    if (!band) return std::nullopt;
    return [b = *band](const Reading& r, std::uint32_t) { return r.age_band == b; };
  }
  return std::nullopt;
}

}  // namespace motcua::report

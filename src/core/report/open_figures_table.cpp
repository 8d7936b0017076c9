#include "report/open_figures_table.hpp"

#include <algorithm>
#include <array>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "report/rate.hpp"
#include "report/text_json.hpp"

namespace motcua::report {
namespace {

constexpr std::array<std::string_view, last_column - first_column + 1> column_field_names{
    "received", "received_online", "received_in_person", "carried_over",
    "settled",  "settled_before",  "settled_on_time",    "settled_late",
    "open",     "open_within",     "open_overdue"};

const Text& group_of_column(int column) {
  static const Text received{"Tiếp nhận", "Received"};
  static const Text settled{"Đã giải quyết", "Settled"};
  static const Text open{"Đang giải quyết", "Open"};
  return column < 7 ? received : column < 11 ? settled : open;
}

Text column_text(int column) {
  const auto title = column_title(column);
  if (column == 3 || column == 7 || column == 11) return title;
  const auto& group = group_of_column(column);
  return {group.vi + ": " + title.vi, group.en + ": " + title.en};
}

std::string underscored(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '-', '_');
  return out;
}

// The fields of one of the two honest rates: what fell due, what was kept, what became of the rest.
void add_promise_fields(std::vector<OpenField>& fields, bool by_first) {
  const std::string prefix = by_first ? "first_" : "current_";
  const Text rate = by_first ? Text{"Theo lời hẹn đầu tiên", "By first promise"}
                             : Text{"Theo lời hẹn hiện hành", "By current promise"};
  const auto add = [&](std::string_view name, const Text& text) {
    fields.push_back(
        {prefix + underscored(name), {rate.vi + ": " + text.vi, rate.en + ": " + text.en}});
  };
  add("due", {"Đến hạn trong kỳ (mẫu số)", "Fell due in the period (denominator)"});
  for (std::size_t i = 1; i < verdicts; ++i)
    add(verdict_name(Verdict(i)), verdict_text(Verdict(i)));
}

std::vector<OpenField> all_fields() {
  std::vector<OpenField> fields;
  for (int column = first_column; column <= last_column; ++column) {
    fields.push_back(
        {std::string(column_field_names[std::size_t(column - first_column)]), column_text(column)});
  }
  add_promise_fields(fields, true);
  add_promise_fields(fields, false);
  fields.push_back({"published_received",
                    {"Theo cách công bố: Tiếp nhận trong kỳ (mẫu số)",
                     "As published: Received in the period (denominator)"}});
  fields.push_back({"published_on_time",
                    {"Theo cách công bố: Trong số đó, xong đúng hạn trong kỳ (tử số)",
                     "As published: Of those, settled on time in the period (numerator)"}});
  return fields;
}

json::value strings_json(const std::vector<std::string>& strings) {
  json::array array;
  for (const auto& one : strings) array.push_back(json::value(one));
  return array;
}

json::array open_parts_json(const std::vector<Part>& parts) {
  json::array array;
  for (const auto& part : parts) {
    array.push_back(json::object{{"label", text_json(part.label)}, {"count", part.count}});
  }
  return array;
}

json::object open_rate_json(const Rate& rate) {
  const auto percent = rate.percent();
  return {{"numerator", rate.numerator},
          {"denominator", rate.denominator},
          {"percent", percent ? json::value(write_hundredths(*percent)) : json::value(nullptr)},
          {"rescued", open_parts_json(rate.rescued)},
          {"rest", open_parts_json(rate.rest)},
          {"left_out", open_parts_json(rate.left_out)}};
}

std::array<Rate, 3> rates_of(const OpenLine& line) {
  return {rate_by_first(line.promises), rate_by_current(line.promises),
          rate_as_published(line.promises)};
}

// "Cấp hộ chiếu", or what several put together are called.
Text name_of(const OpenLine& line, const Naming& naming) {
  if (line.procedures.size() == 1) return naming.procedure(line.procedures.front());
  return {"Các thủ tục khác, gộp lại", "Other procedures, put together"};
}

std::string key_of(const OpenLine& line) {
  return line.procedures.size() == 1 ? line.procedures.front() : "other";
}

json::object open_line_json(const OpenLine& line, std::string_view key, const Text& name) {
  const auto numbers = open_numbers(line);
  json::object counts;
  for (std::size_t i = 0; i < numbers.size(); ++i) counts[open_fields()[i].name] = numbers[i];
  json::array rates;
  for (const auto& rate : rates_of(line)) rates.push_back(open_rate_json(rate));
  return {{"key", key},
          {"name", text_json(name)},
          {"procedures", strings_json(line.procedures)},
          {"counts", counts},
          {"rates", rates}};
}

json::array definitions_json(const OpenLine& total) {
  json::array array;
  for (const auto& rate : rates_of(total)) {
    array.push_back(json::object{{"label", text_json(rate.label)},
                                 {"definition", text_json(rate.definition)},
                                 {"rounding", text_json(rate.rounding)}});
  }
  return array;
}

json::array lateness_json(const OpenFigures& open, const Naming& naming) {
  json::array array;
  for (const auto& one : open.lateness) {
    const Text name = one.units.size() == 1
                          ? naming.unit(one.units.front())
                          : Text{"Các đơn vị khác, gộp lại", "Other units, put together"};
    array.push_back(json::object{
        {"units", strings_json(one.units)}, {"name", text_json(name)}, {"late", one.late}});
  }
  return array;
}

json::object open_levels_json(const OpenLevels& open) {
  json::array groups;
  for (const auto& group : open.groups) {
    groups.push_back(
        json::object{{"levels", json::array(group.levels.begin(), group.levels.end())},
                     {"count", group.count},
                     {"percent", hundredths_json(cut_percent(group.count, open.handed_over))}});
  }
  json::object out{{"handed_over", open.handed_over}, {"groups", std::move(groups)}};
  if (open.whole_way) {
    out["whole_way"] =
        json::object{{"count", *open.whole_way},
                     {"percent", hundredths_json(cut_percent(*open.whole_way, open.handed_over))}};
  }
  return out;
}

json::object open_rated_json(const RatedCount& rated, const RatingRules& rules) {
  return {{"definition", text_json(satisfaction_definition(rules))},
          {"finished", rated.finished},
          {"rated", rated.rated},
          {"response", hundredths_json(cut_percent(rated.rated, rated.finished))},
          {"satisfied", share_json(rated.satisfied, rated.rated)}};
}

const Text total_name{"Cả cơ quan", "The whole office"};

// A field of CSV, in quotes where RFC 4180 asks for them.
std::string quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char letter : text)
    out += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return out + "\"";
}

std::string csv_line(const Period& period, const OpenLine& line, std::string_view key,
                     const Text& name) {
  std::string out = period.id + "," + write_date(period.first) + "," + write_date(period.last) +
                    "," + quoted(key) + "," + quoted(name.vi) + "," + quoted(name.en);
  for (const auto number : open_numbers(line)) out += "," + std::to_string(number);
  return out + "\r\n";
}

}  // namespace

const std::vector<OpenField>& open_fields() {
  static const auto fields = all_fields();
  return fields;
}

std::vector<std::int64_t> open_numbers(const OpenLine& line) {
  std::vector<std::int64_t> numbers(line.columns.begin(), line.columns.end());
  for (const auto* counts : {&line.promises.by_first, &line.promises.by_current}) {
    numbers.push_back(counts->fell_due());
    numbers.insert(numbers.end(), counts->by_verdict.begin() + 1, counts->by_verdict.end());
  }
  numbers.push_back(line.promises.received_in_period());
  numbers.push_back(line.promises.published[std::size_t(Published::OnTime)]);
  return numbers;
}

json::value open_figures_json(const OpenFigures& open, const Naming& naming) {
  json::array lines;
  for (const auto& line : open.lines) {
    lines.push_back(open_line_json(line, key_of(line), name_of(line, naming)));
  }
  json::array notes;
  for (const auto& note : open.notes) notes.push_back(text_json(note));
  json::object out{{"period", json::object{{"id", open.period.id},
                                           {"from", write_date(open.period.first)},
                                           {"to", write_date(open.period.last)},
                                           {"label", text_json(open.period.label)}}},
                   {"as_of", write_moment(open.as_of)},
                   {"minimum", open.minimum},
                   {"withheld", open.withheld},
                   {"lines", std::move(lines)},
                   {"lateness", lateness_json(open, naming)},
                   {"notes", std::move(notes)}};
  if (open.withheld) return out;
  out["total"] = open_line_json(open.total, "all", total_name);
  out["rates"] = definitions_json(open.total);
  if (open.levels) out["levels"] = open_levels_json(*open.levels);
  if (open.rated) out["satisfaction"] = open_rated_json(*open.rated, open.rating_rules);
  return out;
}

std::string open_figures_csv(const OpenFigures& open, const Naming& naming) {
  std::string csv = "period,from,to,key,name_vi,name_en";
  for (const auto& field : open_fields()) csv += "," + field.name;
  csv += "\r\n";
  if (open.withheld) return csv;
  for (const auto& line : open.lines) {
    csv += csv_line(open.period, line, key_of(line), name_of(line, naming));
  }
  return csv + csv_line(open.period, open.total, "all", total_name);
}

}  // namespace motcua::report

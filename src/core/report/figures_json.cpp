#include "report/figures_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "dossier/rating.hpp"
#include "report/official_lines.hpp"
#include "report/remarks.hpp"
#include "report/text_json.hpp"

namespace motcua::report {
namespace {

json::object part_json(const Text& label, std::int64_t count, const std::string& cell) {
  return {{"label", text_json(label)}, {"count", count}, {"cell", cell}};
}

json::value parts_json(const std::vector<Part>& parts) {
  json::array array;
  for (const auto& part : parts) array.push_back(part_json(part.label, part.count, part.cell));
  return array;
}

json::value period_json(const Period& period) {
  return json::object{{"id", period.id},
                      {"kind", period.kind == PeriodKind::Calendar ? "calendar" : "reporting"},
                      {"from", write_date(period.first)},
                      {"to", write_date(period.last)},
                      {"label", text_json(period.label)}};
}

json::value line_json(const OfficialLine& line) {
  json::array columns;
  for (int column = first_column; column <= last_column; ++column) {
    columns.push_back(json::object{{"column", column},
                                   {"count", line.columns[std::size_t(column - first_column)]},
                                   {"cell", official_cell(column, line.key)}});
  }
  return json::object{{"name", text_json(line.name)}, {"key", line.key}, {"columns", columns}};
}

json::value identity_json(const Identity& identity, bool carried) {
  return json::object{{"text", text_json(identity_text(carried))},
                      {"holds", identity.holds()},
                      {"left", identity.left},
                      {"right", identity.right}};
}

json::value official_json(const Figures& figures, const Naming& naming) {
  json::array rows;
  for (const auto& line : official_lines(figures, naming)) rows.push_back(line_json(line));
  json::array memo;
  for (std::size_t i = 0; i < memos; ++i) {
    const auto kind = Memo(i);
    auto line = part_json(memo_label(kind), figures.memo[i], memo_cell(kind));
    if (const auto note = memo_note(kind, figures); !note.vi.empty())
      line["note"] = text_json(note);
    memo.push_back(std::move(line));
  }
  return json::object{
      {"rows", rows},
      {"total", line_json(total_line(figures))},
      {"identities", json::array{identity_json(figures.received_is_settled_and_open, false),
                                 identity_json(figures.carried_is_what_was_open, true)}},
      {"memo", memo}};
}

json::value held_json(const Figures& figures, const Naming& naming) {
  json::array array;
  for (const auto& [unit, count] : figures.held) {
    array.push_back(
        json::object{{"unit", unit},
                     {"name", text_json(naming.unit(unit))},
                     {"outside", naming.is_outside(unit)},
                     {"dossiers", count.dossiers},
                     {"working_minutes", std::chrono::floor<minutes>(count.held).count()},
                     {"text", text_json(working_length(count.held))},
                     {"over_share", count.over},
                     {"late", count.late},
                     {"cell", held_cell(unit, "dossiers")},
                     {"over_share_cell", held_cell(unit, "over")},
                     {"late_cell", held_cell(unit, "late")}});
  }
  return array;
}

json::value terms_json(const Figures& figures, const Naming& naming) {
  json::array array;
  for (const auto& count : figures.terms) {
    array.push_back(
        json::object{{"procedure", count.procedure},
                     {"name", text_json(naming.procedure(count.procedure))},
                     {"promised", count.promised},
                     {"promised_cell", terms_cell(count.procedure, "promised")},
                     {"first_days", hundredths_json(mean_days(count.first_days, count.promised))},
                     {"last_days", hundredths_json(mean_days(count.last_days, count.promised))},
                     {"first_days_before",
                      hundredths_json(mean_days(count.first_days_before, count.promised_before))},
                     {"longer", count.longer},
                     {"longer_cell", terms_cell(count.procedure, "longer")},
                     {"longest_delay", count.longest_delay}});
  }
  return json::object{{"title", text_json(terms_title())},
                      {"definition", text_json(terms_definition())},
                      {"rows", array}};
}

json::value levels_json(const Figures& figures, const Naming& naming) {
  json::array rows;
  for (const auto& count : figures.levels) {
    json::array levels;
    for (int level = lowest_level; level <= highest_level; ++level) {
      levels.push_back(json::object{{"level", level},
                                    {"count", count.of(level)},
                                    {"cell", level_cell(count.procedure, std::to_string(level))}});
    }
    rows.push_back(
        json::object{{"procedure", count.procedure},
                     {"name", text_json(naming.procedure(count.procedure))},
                     {"handed_over", count.handed_over},
                     {"handed_over_cell", level_cell(count.procedure, "handed-over")},
                     {"whole_way", count.whole_way},
                     {"whole_way_cell", level_cell(count.procedure, "whole-way")},
                     {"percent", hundredths_json(cut_percent(count.whole_way, count.handed_over))},
                     {"levels", levels}});
  }
  return json::object{{"rate", rate_json(rate_whole_way(figures))}, {"rows", rows}};
}

json::object rated_json(const RatedCount& count, std::string_view key) {
  json::object line{{"finished", count.finished},
                    {"finished_cell", rating_cell(key, "finished")},
                    {"rated", count.rated},
                    {"rated_cell", rating_cell(key, "rated")},
                    {"response", hundredths_json(cut_percent(count.rated, count.finished))}};
  if (count.shown) line["satisfied"] = share_json(count.satisfied, count.rated);
  return line;
}

json::value satisfaction_json(const Satisfaction& satisfaction, const Naming& naming) {
  json::array rows;
  for (const auto& count : satisfaction.by_procedure) {
    auto row = rated_json(count, count.procedure);
    row["procedure"] = count.procedure;
    row["name"] = text_json(naming.procedure(count.procedure));
    rows.push_back(std::move(row));
  }
  json::array indicators;
  for (std::size_t i = 0; i < satisfaction.indicators.size(); ++i) {
    const auto& count = satisfaction.indicators[i];
    json::object line{{"indicator", i + 1},
                      {"label", text_json(dossier::all_indicators()[i].label)}};
    if (count.answers() >= satisfaction.rules.fewest_shown) {
      line["answers"] = count.answers();
      line["best"] = share_json(count.by_points[best_points], count.answers());
    }
    indicators.push_back(std::move(line));
  }
  auto all = rated_json(satisfaction.all, "all");
  if (const auto found = all.find("satisfied"); found != all.end()) {
    found->value().as_object()["cell"] = rating_cell("all", "satisfied");
  }
  return json::object{{"definition", text_json(satisfaction_definition(satisfaction.rules))},
                      {"fewest_shown", satisfaction.rules.fewest_shown},
                      {"all", std::move(all)},
                      {"rows", std::move(rows)},
                      {"indicators", std::move(indicators)}};
}

json::value charts_json(const Figures& figures) {
  json::array months;
  for (const auto& month : figures.months) {
    months.push_back(json::object{{"month", write_date(month.month).substr(0, 7)},
                                  {"due", month.due},
                                  {"kept", month.kept},
                                  {"percent", hundredths_json(cut_percent(month.kept, month.due))},
                                  {"due_cell", month_cell(month.month, "due")},
                                  {"kept_cell", month_cell(month.month, "kept")}});
  }
  json::array ages;
  for (std::size_t i = 0; i < age_bands; ++i) {
    ages.push_back(part_json(age_label(i), figures.ages[i], age_cell(i)));
  }
  return json::object{{"on_time_by_month", months}, {"open_by_age", ages}};
}

}  // namespace

json::value rate_json(const Rate& rate) {
  return json::object{
      {"label", text_json(rate.label)},           {"numerator", rate.numerator},
      {"denominator", rate.denominator},          {"percent", hundredths_json(rate.percent())},
      {"definition", text_json(rate.definition)}, {"rounding", text_json(rate.rounding)},
      {"numerator_cell", rate.numerator_cell},    {"denominator_cell", rate.denominator_cell},
      {"rescued", parts_json(rate.rescued)},      {"rest", parts_json(rate.rest)},
      {"left_out", parts_json(rate.left_out)}};
}

json::value figures_json(const Figures& figures, const Naming& naming,
                         const std::vector<Period>& periods) {
  json::array choices;
  for (const auto& period : periods) {
    choices.push_back(json::object{{"id", period.id}, {"label", text_json(period.label)}});
  }
  json::array notes;
  for (const auto& note : remarks_on(figures)) notes.push_back(text_json(note));
  return json::object{
      {"period", period_json(figures.period)},
      {"periods", choices},
      {"as_of", write_moment(figures.as_of)},
      {"generated", figures.generated},
      {"official", official_json(figures, naming)},
      {"rates", json::array{rate_json(rate_by_first(figures)), rate_json(rate_by_current(figures)),
                            rate_json(rate_as_published(figures))}},
      {"terms", terms_json(figures, naming)},
      {"levels", levels_json(figures, naming)},
      {"satisfaction", satisfaction_json(figures.satisfaction, naming)},
      {"held", held_json(figures, naming)},
      {"charts", charts_json(figures)},
      {"notes", notes}};
}

}  // namespace motcua::report

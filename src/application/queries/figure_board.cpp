#include "queries/figure_board.hpp"

#include <algorithm>

#include "queries/json_parts.hpp"

namespace motcua::queries {

OrFailure<Nothing> FigureBoard::load(ports::Journal& journal) {
  std::optional<Failure> failure;
  const std::unique_lock lock(mutex_);
  const auto read = journal.each_figures([&](std::string_view line) {
    const auto row = view::read_figure_row(line);
    if (row) {
      table_.upsert(*row);
    } else if (!failure) {
      failure = row.error();
    }
  });
  if (!read) return Unexpected{read.error()};
  if (failure) return Unexpected{*failure};
  return Nothing{};
}

void FigureBoard::take(const std::vector<commands::Changed>& changed) {
  const std::unique_lock lock(mutex_);
  for (const auto& one : changed) table_.upsert(one.figures);
  ++revision_;
}

bool FigureBoard::with_figures(std::string_view period, Moment now,
                               const std::function<void(const report::Figures&)>& use) const {
  const auto parsed = report::parse_period(period);
  if (!parsed) return false;
  const auto calendar = world_.calendar();
  const report::WorkingTime working_time(*calendar);
  const std::shared_lock lock(mutex_);
  use(report::figures_of(table_, *parsed, now, working_time, rating_rules()));
  return true;
}

std::optional<json::value> FigureBoard::figures(std::string_view period, Moment now) const {
  std::optional<json::value> out;
  const auto choices = periods(now);
  with_figures(period, now, [&](const report::Figures& figures) {
    out = report::figures_json(figures, naming(), choices);
  });
  return out;
}

std::optional<json::value> FigureBoard::kept_last_quarter(Moment now, std::int64_t minimum) const {
  const std::chrono::year_month_day today{date_of(now)};
  const int quarter =
      int(unsigned(today.month()) - 1) / 3;  // of this year, from 0: the last whole one
  const std::string id = quarter == 0
                             ? std::to_string(int(today.year()) - 1) + "-Q4"
                             : std::to_string(int(today.year())) + "-Q" + std::to_string(quarter);
  std::optional<json::value> out;
  with_figures(id, now, [&](const report::Figures& figures) {
    if (figures.by_first.fell_due() >= minimum) {
      out = report::rate_json(report::rate_by_first(figures));
      out->as_object()["period"] = write(figures.period.label);
    }
  });
  return out;
}

std::optional<report::CellDossiers> FigureBoard::dossiers_of(std::string_view cell,
                                                             std::string_view period, Moment now,
                                                             report::Slice slice) const {
  const auto parsed = report::parse_period(period);
  if (!parsed) return std::nullopt;
  const auto calendar = world_.calendar();
  const report::WorkingTime working_time(*calendar);
  const std::shared_lock lock(mutex_);
  auto window = report::window_of(*parsed, now);
  window.ratings = rating_rules();
  return report::dossiers_of(table_, cell, window, working_time, slice);
}

Date FigureBoard::earliest_receipt(Moment now) const {
  const std::shared_lock lock(mutex_);
  Date earliest = date_of(now);
  for (const auto& row : table_.rows()) {
    if (row.received_at != 0) {
      earliest = std::min(earliest, date_of(view::moment_of(row.received_at)));
    }
  }
  return earliest;
}

std::vector<report::Period> FigureBoard::periods(Moment now) const {
  return report::periods_to_choose(date_of(now), earliest_receipt(now));
}

std::vector<report::Period> FigureBoard::open_quarters(Moment now) const {
  return report::quarters_over(date_of(now), earliest_receipt(now));
}

std::optional<report::OpenFigures> FigureBoard::open_figures(std::string_view quarter, Moment now,
                                                             std::int64_t minimum) const {
  std::optional<report::OpenFigures> open;
  const auto quarters = open_quarters(now);
  const bool is_open = std::any_of(quarters.begin(), quarters.end(),
                                   [&](const auto& one) { return one.id == quarter; });
  if (!is_open) return open;
  const std::lock_guard lock(counted_mutex_);  // those who ask together wait for one count
  const auto found = counted_.find(quarter);
  const auto calendar = world_.calendar();
  if (found != counted_.end() && found->second.revision == revision() &&
      found->second.calendar == calendar) {
    return found->second.figures;
  }
  Counted counted;
  with_figures(quarter, now, [&](const report::Figures& figures) {
    counted = {revision_, calendar, report::open_figures(figures, minimum)};
  });
  open = counted.figures;
  counted_.insert_or_assign(std::string(quarter), std::move(counted));
  return open;
}

std::uint64_t FigureBoard::revision() const {
  const std::shared_lock lock(mutex_);
  return revision_;
}

report::RatingRules FigureBoard::rating_rules() const {
  const auto& office = world_.office();
  return {office.satisfied_from, office.fewest_ratings_shown};
}

report::Naming FigureBoard::naming() const {
  const auto& world = world_;
  return {[&world](std::string_view procedure) {
            const auto* version = world.catalogue().find(procedure, 1);
            return version == nullptr ? Text{std::string(procedure), std::string(procedure)}
                                      : version->name;
          },
          [&world](std::string_view field) {
            for (const auto& version : world.catalogue().versions()) {
              if (version.field.vi == field) return version.field;
            }
            return Text{std::string(field), std::string(field)};
          },
          [&world](std::string_view unit) { return unit_name(world.office(), unit); },
          [&world](std::string_view unit) {
            const auto* known = world.office().find_unit(unit);
            return known != nullptr && known->outside;
          }};
}

std::size_t FigureBoard::dossiers() const {
  const std::shared_lock lock(mutex_);
  return table_.size();
}

}  // namespace motcua::queries

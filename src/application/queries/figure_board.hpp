// The figures of the office, always up to date: every dossier's figure row in memory, changed with
// each commit. Many may ask while the writer adds; each answer is of one moment.
#pragma once

#include <map>
#include <mutex>
#include <shared_mutex>

#include "commands/registrar.hpp"
#include "ports/journal.hpp"
#include "report/figures_json.hpp"
#include "report/open_figures.hpp"
#include "report/working_time.hpp"
#include "view/figure_table.hpp"

namespace motcua::queries {

class FigureBoard {
 public:
  explicit FigureBoard(const commands::World& world) : world_(world) {}

  OrFailure<Nothing> load(ports::Journal& journal);
  void take(const std::vector<commands::Changed>& changed);

  // Schema Figures; nothing when the id names no period.
  std::optional<json::value> figures(std::string_view period, Moment now) const;

  // Schema Rate of the promises that fell due in the last whole quarter, by first promise; nothing
  // when fewer than `minimum` did.
  std::optional<json::value> kept_last_quarter(Moment now, std::int64_t minimum) const;

  std::optional<report::CellDossiers> dossiers_of(std::string_view cell, std::string_view period,
                                                  Moment now, report::Slice slice) const;

  // Calls `use` with the figures of the period while the table stands still.
  bool with_figures(std::string_view period, Moment now,
                    const std::function<void(const report::Figures&)>& use) const;

  // The quarters that are over, newest first: those whose figures are open to anybody.
  std::vector<report::Period> open_quarters(Moment now) const;

  // Nothing when `quarter` is none of those. Counted anew only after a commit that changed a
  // dossier, or a change of the calendar.
  std::optional<report::OpenFigures> open_figures(std::string_view quarter, Moment now,
                                                  std::int64_t minimum) const;

  report::Naming naming() const;
  std::size_t dossiers() const;

 private:
  std::uint64_t revision() const;
  report::RatingRules rating_rules() const;
  Date earliest_receipt(Moment now) const;
  std::vector<report::Period> periods(Moment now) const;
  const commands::World& world_;
  mutable std::shared_mutex mutex_;
  view::FigureTable table_;
  std::uint64_t revision_ = 0;  // of the table

  struct Counted {
    std::uint64_t revision = 0;
    commands::CalendarSnapshot calendar;
    report::OpenFigures figures;
  };
  mutable std::mutex counted_mutex_;
  mutable std::map<std::string, Counted, std::less<>> counted_;  // by quarter
};

}  // namespace motcua::queries

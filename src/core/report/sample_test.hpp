// Small offices for the tests of figures: rows made by hand, at moments written as one reads them.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "base/moment.hpp"
#include "calendar/calendar_test.hpp"
#include "report/figures.hpp"
#include "report/rate.hpp"

namespace motcua::report {

inline Moment on(std::string_view text) { return parse_moment(text).value(); }

inline const calendar::WorkingCalendar& office_calendar() {
  static const auto calendar = calendar::calendar_for_tests(MOTCUA_SOURCE_DIR);
  return calendar;
}

inline const WorkingTime& office_time() {
  static const WorkingTime working_time(office_calendar());
  return working_time;
}

inline Period period(std::string_view id) { return parse_period(id).value(); }

// A dossier of the counter, running, in the hands of the division since its receipt.
inline view::FigureRow received(std::string code, std::string_view at, std::string_view due) {
  view::FigureRow row;
  row.code = std::move(code);
  row.version = 1;
  row.procedure = "official-travel";
  row.field = "Đối ngoại";
  row.case_id = "usual";
  row.phase = dossier::Phase::Running;
  row.registered_at = on(at);
  row.received_at = on(at);
  const auto promised = due.empty() ? std::nullopt : std::optional{on(due)};
  row.promises.push_back({promised, on(at), dossier::PromiseKind::First});
  row.holdings.push_back({"division", on(at), {}, {}});
  static std::uint64_t applicants = 0;
  row.applicant = ++applicants;
  return row;
}

inline view::FigureRow ended(view::FigureRow row, std::string_view at,
                             dossier::Phase phase = dossier::Phase::Settled) {
  row.phase = phase;
  row.ended_at = on(at);
  for (auto& holding : row.holdings) {
    if (!holding.to) holding.to = on(at);
  }
  for (auto& stop : row.stops) {
    if (!stop.to) stop.to = on(at);
  }
  return row;
}

inline view::FigureRow promised_anew(view::FigureRow row, std::string_view given,
                                     std::string_view due, dossier::PromiseKind kind) {
  row.promises.push_back({on(due), on(given), kind});
  return row;
}

inline view::FigureRow stopped(view::FigureRow row, std::string_view from, std::string_view to = "",
                               bool clock_stands = true) {
  view::FigureStop stop;
  stop.clock_stands = clock_stands;
  stop.from = on(from);
  if (!to.empty()) stop.to = on(to);
  row.stops.push_back(stop);
  ++row.supplements;
  return row;
}

inline FigureTable table_of(std::initializer_list<view::FigureRow> rows) {
  FigureTable table;
  for (const auto& row : rows) table.upsert(row);
  return table;
}

inline Figures figures(const FigureTable& table, std::string_view id, std::string_view now) {
  return figures_of(table, period(id), on(now), office_time());
}

inline std::vector<std::string> list(const FigureTable& table, std::string_view cell,
                                     std::string_view id, std::string_view now) {
  return dossiers_of(table, cell, window_of(period(id), on(now)), office_time()).value().codes;
}

}  // namespace motcua::report

#include "report/period.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/assertion.hpp"

namespace motcua::report {
namespace {

constexpr std::array<std::string_view, 4> roman{"I", "II", "III", "IV"};

std::optional<int> read_digits(std::string_view text, int low, int high) {
  int number = 0;
  const auto* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  if (result.ec != std::errc{} || result.ptr != end || number < low || number > high) {
    return std::nullopt;
  }
  return number;
}

Date last_of_month(int year, int month) {
  using namespace std::chrono;
  return Date{year_month_day_last{std::chrono::year{year} / month / std::chrono::last}};
}

std::string span_of(const Period& period) {
  return write_vietnamese(period.first) + "–" + write_vietnamese(period.last);
}

Period calendar_year(int year) {
  const auto y = std::to_string(year);
  return {y,
          PeriodKind::Calendar,
          make_date(year, 1, 1),
          make_date(year, 12, 31),
          {"Năm " + y, "Year " + y}};
}

Period calendar_quarter(int year, int quarter) {
  const auto y = std::to_string(year);
  const auto q = std::to_string(quarter);
  return {y + "-Q" + q,
          PeriodKind::Calendar,
          make_date(year, unsigned(quarter * 3 - 2), 1),
          last_of_month(year, quarter * 3),
          {"Quý " + std::string(roman[std::size_t(quarter) - 1]) + " năm " + y,
           "Quarter " + q + " of " + y}};
}

Period calendar_month(int year, int month) {
  const auto y = std::to_string(year);
  const auto m = std::to_string(month);
  return {y + (month < 10 ? "-0" : "-") + m,
          PeriodKind::Calendar,
          make_date(year, unsigned(month), 1),
          last_of_month(year, month),
          {"Tháng " + m + " năm " + y, "Month " + m + " of " + y}};
}

Period reporting_year(int year) {
  const auto y = std::to_string(year);
  Period period{
      y + "-R", PeriodKind::Reporting, make_date(year - 1, 12, 15), make_date(year, 12, 14), {}};
  period.label = {"Kỳ báo cáo năm " + y + " (" + span_of(period) + ")",
                  "Reporting year " + y + " (" + span_of(period) + ")"};
  return period;
}

Period reporting_quarter(int year, int quarter) {
  const auto y = std::to_string(year);
  const auto q = std::to_string(quarter);
  Period period{
      y + "-R" + q, PeriodKind::Reporting, {}, make_date(year, unsigned(quarter * 3), 14), {}};
  period.first =
      quarter == 1 ? make_date(year - 1, 12, 15) : make_date(year, unsigned(quarter * 3 - 3), 15);
  period.label = {"Kỳ báo cáo quý " + std::string(roman[std::size_t(quarter) - 1]) + " năm " + y +
                      " (" + span_of(period) + ")",
                  "Reporting quarter " + q + " of " + y + " (" + span_of(period) + ")"};
  return period;
}

}  // namespace

std::optional<Period> parse_period(std::string_view id) {
  const auto year = read_digits(id.substr(0, 4), 1901, 2199);
  if (!year) return std::nullopt;
  if (id.size() == 4) return calendar_year(*year);
  if (id.size() < 6 || id[4] != '-') return std::nullopt;
  const auto rest = id.substr(5);
  if (rest == "R") return reporting_year(*year);
  if (rest.size() != 2) return std::nullopt;
  const auto quarter = read_digits(rest.substr(1), 1, 4);
  if (rest[0] == 'Q' && quarter) return calendar_quarter(*year, *quarter);
  if (rest[0] == 'R' && quarter) return reporting_quarter(*year, *quarter);
  const auto month = read_digits(rest, 1, 12);
  return month ? std::optional{calendar_month(*year, *month)} : std::nullopt;
}

Moment as_of(const Period& period, Moment now) {
  return std::min(now, Moment{period.last + std::chrono::days{1}} - seconds{1});
}

std::vector<Period> periods_to_choose(Date today, Date earliest) {
  const std::chrono::year_month_day from{std::min(earliest, today)};
  const std::chrono::year_month_day until{today};
  const int current_month = int(unsigned(until.month()));
  std::vector<Period> periods;
  const auto offer = [&](Period period) {
    if (period.first <= today && period.last >= earliest) periods.push_back(std::move(period));
  };
  for (int month = current_month; month > (current_month - 1) / 3 * 3; --month) {
    offer(calendar_month(int(until.year()), month));
  }
  for (int year = int(until.year()) + 1; year >= int(from.year()); --year) {
    for (int quarter = 4; quarter >= 1; --quarter) offer(calendar_quarter(year, quarter));
    offer(calendar_year(year));
  }
  for (int year = int(until.year()) + 1; year >= int(from.year()); --year) {
    for (int quarter = 4; quarter >= 1; --quarter) offer(reporting_quarter(year, quarter));
    offer(reporting_year(year));
  }
  return periods;
}

}  // namespace motcua::report

// What is owed after a trip and when: its report, the passports; and what somebody is to be
// reminded of.
//
// Days are reckoned anew from the entries, the calendar and the limits of the day a trip ended, so
// a corrected trip moves them. Working days beyond the calendar's years are not reckoned at all.
#pragma once

#include <span>

#include "calendar/working_calendar.hpp"
#include "travel/settings.hpp"
#include "travel/state.hpp"

namespace motcua::travel {

struct Scene {
  const Entries& entries;
  const calendar::WorkingCalendar& calendar;
  const Settings& settings;
  Date today{};
  std::span<const Trip> asked = {};  // whose travellers are looked at, and in no book yet

  const Entry* find(std::string_view code) const;
};

// The first day not counted. [facts-7.5]
Date report_due(const Entry& delegation, const Scene& scene);

enum class Standing { Planned, Away, ReportDue, ReportLate, Reported, Over, Cancelled };
std::string_view write_standing(Standing standing);  // "planned", …, "report-late"
Text describe(Standing standing);
// Over: guests, who owe no report.
Standing standing_of(const Entry& delegation, const Scene& scene);
// Calendar days after the report was due that it came, or is still missing; 0: in time.
int report_late_by(const Entry& delegation, const Scene& scene);

// Working days after the day, the first not counted; nothing beyond the calendar.
std::optional<Date> working_days_after(Date day, int days, const Scene& scene);
// How many of those lie between; 0 when `to` is not after `from`.
int working_days_between(Date from, Date to, const Scene& scene);

// When a passport handed over has to be back: from its holder's entry. [QD58-2012]
std::optional<Date> hand_back_due(const PassportHandedOver& out, const Scene& scene);
std::optional<Date> hand_back_due(const PassportHandedBack& back, const Scene& scene);
// Working days it came, or is missing, after that; 0: in time.
int hand_back_late_by(const PassportHandedBack& back, const Scene& scene);
int passport_late_by(const Entry& passport, const Scene& scene);
bool is_expiring(const Entry& passport, const Scene& scene);
std::optional<Date> cancel_due(const Entry& passport, const Scene& scene);  // of a lost one

struct Reminder {
  std::string code;
  Reminded what;
  std::string delegation;  // whose sending unit is told
};
// To be sent today: some days before a date, and after it again and again. Sorted by code.
std::vector<Reminder> reminders_due(const Scene& scene);

}  // namespace motcua::travel

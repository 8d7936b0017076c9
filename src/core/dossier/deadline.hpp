// The account of a dossier's time: what was promised, how much is used, why the date is that date.
#pragma once

#include "dossier/act.hpp"

namespace motcua::dossier {

// Every stop of its clock, as the calculator takes them.
std::vector<calendar::Stop> clock_stops(const Dossier& dossier);

// The reckoning of the current promise, stops included; nothing when the case has no term.
std::optional<calendar::Reckoning> reckoning_of(const Dossier& dossier,
                                                const procedure::Version& version);

// What the clock says after the stops as they stand (used when one ends, or when the calendar
// changed).
OrRejection<std::optional<Moment>> recomputed_due(const Dossier& dossier, const Facts& facts);

// Withdrawn: the applicant took the dossier back before the date, so nothing was kept or broken.
enum class PromiseState { None, Running, Stopped, Kept, Broken, Withdrawn };

// The promise a dossier is judged by: the newest of those given in time. nullptr when none was.
const Promise* promise_that_counts(const Dossier& dossier);

// While the dossier is open, of the promise it runs towards; afterwards, of the one that counts.
PromiseState promise_state(const Dossier& dossier, Moment now);

// Of the first promise, which no stop and no later promise moves.
PromiseState first_promise_state(const Dossier& dossier, Moment now);

// Due of a share opened at `opened`; nothing when the case gives the task no share.
std::optional<Moment> share_due(const procedure::Version& version, std::string_view case_id,
                                std::string_view task, Moment opened,
                                const calendar::WorkingCalendar& calendar);

// "1 ngày 2 giờ" / "1 day 2 hours"; 8 working hours make a day. [facts-9.3]
Text describe_working_time(int working_minutes);

struct Countdown {
  std::string_view kind;  // late, soon, ok, paused, none, ended
  Text text;
  int working_minutes = 0;
};
struct CountdownOf {
  std::optional<Moment> due;
  int ended_as = 0;  // national status of a dossier that has ended; 0 while it is open
  bool paused = false;
};
// In working time; 8 working hours make a day. "soon": due today, or within half a working day.
Countdown countdown(const CountdownOf& of, Moment now, const calendar::WorkingCalendar& calendar);
Countdown countdown(std::optional<Moment> due, const Dossier& dossier, Moment now,
                    const calendar::WorkingCalendar& calendar);

}  // namespace motcua::dossier

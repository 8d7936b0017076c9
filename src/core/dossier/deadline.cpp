#include "dossier/deadline.hpp"

#include "dossier/status.hpp"

namespace motcua::dossier {
namespace {

constexpr int minutes_a_day = 8 * 60;  // 8 working hours = 1 working day [facts-9.3]

std::string amount_vi(int working_minutes) {
  const int days = working_minutes / minutes_a_day;
  const int hours = working_minutes % minutes_a_day / 60;
  const int rest = working_minutes % 60;
  std::string text;
  if (days > 0) text += std::to_string(days) + " ngày ";
  if (hours > 0) text += std::to_string(hours) + " giờ ";
  if (days == 0 && rest > 0) text += std::to_string(rest) + " phút ";
  if (text.empty()) return "0 phút";
  text.pop_back();
  return text;
}

std::string plural(int amount, std::string unit) {
  return std::to_string(amount) + " " + unit + (amount == 1 ? " " : "s ");
}

std::string amount_en(int working_minutes) {
  const int days = working_minutes / minutes_a_day;
  const int hours = working_minutes % minutes_a_day / 60;
  const int rest = working_minutes % 60;
  std::string text;
  if (days > 0) text += plural(days, "day");
  if (hours > 0) text += plural(hours, "hour");
  if (days == 0 && rest > 0) text += plural(rest, "minute");
  if (text.empty()) return "0 minutes";
  text.pop_back();
  return text;
}

// When the clock last ran: the end, or the stop the end fell into.
Moment last_moment_used(const Dossier& dossier, Moment due) {
  if (dossier.stops.empty()) return *dossier.ended_at;
  const auto& last = dossier.stops.back();
  const bool stood = last.policy != calendar::ClockPolicy::Run && last.to == dossier.ended_at &&
                     last.from <= due && (!last.capped_at || *dossier.ended_at <= *last.capped_at);
  return stood ? last.from : *dossier.ended_at;
}

PromiseState state_at_the_end(const Dossier& dossier, Moment due, Moment used_until) {
  if (used_until > due) return PromiseState::Broken;
  return dossier.phase == Phase::Withdrawn ? PromiseState::Withdrawn : PromiseState::Kept;
}

// Only what got its answer is done.
Text how_it_ended(int status) {
  if (status == 3) return {"Không tiếp nhận", "Not received"};
  if (status == 7) return {"Đã rút", "Withdrawn"};
  if (status == 8) return {"Đã dừng", "Stopped"};
  return {"Đã xong", "Done"};
}

}  // namespace

std::vector<calendar::Stop> clock_stops(const Dossier& dossier) {
  std::vector<calendar::Stop> stops;
  for (const auto& stop : dossier.stops) {
    stops.push_back({stop.from,
                     stop.to,
                     stop.policy,
                     {stop.reason, stop.reason},
                     stop.document,
                     stop.capped_at});
  }
  return stops;
}

Text describe_working_time(int working_minutes) {
  return {amount_vi(working_minutes), amount_en(working_minutes)};
}

std::optional<calendar::Reckoning> reckoning_of(const Dossier& dossier,
                                                const procedure::Version& version) {
  const auto* chosen = version.find_case(dossier.intake.case_id);
  if (chosen == nullptr) return std::nullopt;
  const auto term = chosen->term(dossier.intake.channel);
  if (!term) return std::nullopt;
  return calendar::Reckoning{*term, dossier.intake.received_at, version.receipt,
                             clock_stops(dossier)};
}

OrRejection<std::optional<Moment>> recomputed_due(const Dossier& dossier, const Facts& facts) {
  const auto reckoning = reckoning_of(dossier, facts.version);
  if (!reckoning) return std::optional<Moment>{};
  const auto reckoned = calendar::reckon_due(facts.calendar, *reckoning);
  if (!reckoned) return Unexpected{reckoned.error()};
  const auto due = reckoned->due;
  // A date re-appointed later than the reckoning stays: a promise is never taken back.
  const auto* current = dossier.current_promise();
  if (due && current != nullptr && current->kind == PromiseKind::Apology && current->due > due) {
    return current->due;
  }
  return due;
}

const Promise* promise_that_counts(const Dossier& dossier) {
  const auto* counts = dossier.first_promise();
  for (std::size_t i = 1; i < dossier.promises.size(); ++i) {
    if (!replaced_in_time(*counts, dossier.promises[i], dossier.stops)) break;
    counts = &dossier.promises[i];
  }
  return counts;
}

PromiseState promise_state(const Dossier& dossier, Moment now) {
  if (dossier.ended_at) {
    const auto* counts = promise_that_counts(dossier);
    if (counts == nullptr || !counts->due) return PromiseState::None;
    return state_at_the_end(dossier, *counts->due, last_moment_used(dossier, *counts->due));
  }
  const auto* current = dossier.current_promise();
  if (current == nullptr || !current->due) return PromiseState::None;
  if (dossier.open_stop() != nullptr) return PromiseState::Stopped;
  return now <= *current->due ? PromiseState::Running : PromiseState::Broken;
}

PromiseState first_promise_state(const Dossier& dossier, Moment now) {
  const auto* first = dossier.first_promise();
  if (first == nullptr || !first->due) return PromiseState::None;
  if (dossier.ended_at) return state_at_the_end(dossier, *first->due, *dossier.ended_at);
  return now <= *first->due ? PromiseState::Running : PromiseState::Broken;
}

std::optional<Moment> share_due(const procedure::Version& version, std::string_view case_id,
                                std::string_view task, Moment opened,
                                const calendar::WorkingCalendar& calendar) {
  const auto* chosen = version.find_case(case_id);
  if (chosen == nullptr) return std::nullopt;
  const auto share = chosen->shares.find(task);
  if (share == chosen->shares.end()) return std::nullopt;
  const auto due = calendar::reckon_due(calendar, {share->second, opened, {}, {}});
  return due ? due->due : std::nullopt;
}

Countdown countdown(std::optional<Moment> due, const Dossier& dossier, Moment now,
                    const calendar::WorkingCalendar& calendar) {
  const int ended_as = dossier.ended_at ? status_number(dossier) : 0;
  return countdown({due, ended_as, dossier.open_stop() != nullptr}, now, calendar);
}

Countdown countdown(const CountdownOf& of, Moment now, const calendar::WorkingCalendar& calendar) {
  const auto& due = of.due;
  if (of.ended_as != 0) return {"ended", how_it_ended(of.ended_as), 0};
  if (of.paused) return {"paused", {"Tạm dừng", "Suspended"}, 0};
  if (!due) return {"none", {"Không có hạn", "No deadline"}, 0};
  if (now > *due) {
    const int late = int(calendar.working_time_between(*due, now).count());
    return {"late", {"Quá hạn " + amount_vi(late), "Late by " + amount_en(late)}, -late};
  }
  const int left = int(calendar.working_time_between(now, *due).count());
  const bool soon = date_of(*due) == date_of(now) || left <= minutes_a_day / 2;
  return {soon ? "soon" : "ok", {"Còn " + amount_vi(left), amount_en(left) + " left"}, left};
}

}  // namespace motcua::dossier

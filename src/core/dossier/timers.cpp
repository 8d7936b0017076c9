#include "dossier/timers.hpp"

#include <algorithm>

#include "bpmn/instance.hpp"
#include "calendar/reckoning.hpp"
#include "dossier/acts/timers.hpp"
#include "dossier/deadline.hpp"
#include "feel/temporal.hpp"

namespace motcua::dossier {
namespace {

using bpmn::TimerKind;

std::optional<Moment> moment_in(std::string_view text) {
  if (const auto day = parse_date(text)) return Moment{*day};
  return parse_moment(text);
}

constexpr std::int64_t longest_wait = 100LL * 366 * 86'400;  // seconds
constexpr std::int64_t longest_wait_in_months = 100 * 12;

std::optional<Moment> after(std::string_view duration, Moment from) {
  if (const auto days = feel::read_days_duration(duration)) {
    const auto length = days->nanos / feel::nanos_per_second;
    if (length < 0 || length > longest_wait) return std::nullopt;
    return from + seconds{static_cast<std::int64_t>(length)};
  }
  const auto months = feel::read_months_duration(duration);
  if (!months || months->months < 0 || months->months > longest_wait_in_months) return std::nullopt;
  const auto day = feel::plus_months(date_of(from), months->months);
  return day ? std::optional(*day + (from - date_of(from))) : std::nullopt;
}

// "R3/P7D", "R/2017-05-01T08:00:00/P7D": at the beginning that is still to come, or after once the
// length of time; a minute at least, for nothing comes twice in one.
std::optional<Moment> next_of_cycle(std::string_view cycle, Moment from) {
  const auto last = cycle.rfind('/');
  if (!cycle.starts_with('R') || last == std::string_view::npos) return std::nullopt;
  const auto first = cycle.find('/');
  if (first != last) {
    const auto begins = moment_in(cycle.substr(first + 1, last - first - 1));
    if (!begins || *begins > from) return begins;
  }
  const auto next = after(cycle.substr(last + 1), from);
  return next ? std::optional(std::max(*next, from + minutes{1})) : std::nullopt;
}

OrRejection<Moment> due_of(const procedure::TimerSet& timer, Moment now, const Facts& facts) {
  std::optional<Moment> due;
  if (timer.working_time) {
    const auto reckoned = calendar::reckon_due(facts.calendar, {*timer.working_time, now, {}, {}});
    if (!reckoned) return Unexpected{reckoned.error()};
    due = reckoned->due;
  } else if (timer.kind == TimerKind::Date) {
    due = moment_in(timer.text);
  } else if (timer.kind == TimerKind::Duration) {
    due = after(timer.text, now);
  } else {
    due = next_of_cycle(timer.text, now);
  }
  if (!due) return reject(bpmn::expression_gives_no_value, {{"node", timer.name.node}});
  return *due;
}

}  // namespace

OrRejection<std::vector<PendingTimer>> acts::timers_after(const std::vector<PendingTimer>& had,
                                                          const procedure::ProgressStep& step,
                                                          Moment now, const Facts& facts) {
  std::vector<PendingTimer> timers;
  for (const auto& name : step.running) {
    const auto set = std::ranges::find(step.timers, name, &procedure::TimerSet::name);
    if (set != step.timers.end()) {
      const auto due = due_of(*set, now, facts);
      if (!due) return Unexpected{due.error()};
      timers.push_back({name.execution, name.node, now, *due});
      continue;
    }
    const auto known = std::ranges::find_if(had, [&](const PendingTimer& one) {
      return one.execution == name.execution && one.node == name.node;
    });
    if (known != had.end()) timers.push_back(*known);
  }
  return timers;
}

Moment timer_due(const Dossier& dossier, const PendingTimer& timer, const Clockwork& clockwork) {
  const auto node = clockwork.version.process.nodes.find(timer.node);
  if (node == clockwork.version.process.nodes.end() || !node->second.wait) return timer.due;
  calendar::Reckoning reckoning{*node->second.wait, timer.set_at, {}, {}};
  for (auto& stop : clock_stops(dossier)) {
    if (stop.to && *stop.to <= timer.set_at) continue;
    stop.from = std::max(stop.from, timer.set_at);
    reckoning.stops.push_back(std::move(stop));
  }
  const auto reckoned = calendar::reckon_due(clockwork.calendar, reckoning);
  return reckoned ? reckoned->due.value_or(timer.due) : timer.due;
}

std::optional<NextTimer> next_timer(const Dossier& dossier, const Clockwork& clockwork) {
  const bool runs = dossier.phase == Phase::Running || dossier.phase == Phase::Settled;
  if (!runs || dossier.open_stop() != nullptr) return std::nullopt;
  std::optional<NextTimer> next;
  for (const auto& timer : dossier.timers) {
    const Moment due = timer_due(dossier, timer, clockwork);
    if (!next || due < next->due) next = NextTimer{&timer, due};
  }
  return next;
}

OrRejection<std::optional<Event>> timer_comes(const Dossier& dossier, const Facts& facts) {
  const auto next = next_timer(dossier, {facts.version, facts.calendar});
  if (!next || next->due > facts.now) return std::optional<Event>{};
  auto event = acts::let_timer_come(dossier, *next->timer, next->due, facts);
  if (!event) return Unexpected{event.error()};
  return std::optional{std::move(*event)};
}

}  // namespace motcua::dossier

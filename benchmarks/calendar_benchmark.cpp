// Promises per second: six working days with and without the explanation, and with a pause.
#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>

#include "calendar/calendar_file.hpp"
#include "calendar/reckoning.hpp"

namespace motcua::calendar {
namespace {

std::optional<std::string> text_of(std::string_view name) {
  std::ifstream file(std::string(MOTCUA_SOURCE_DIR "/calendars/") + std::string(name) + ".toml");
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

WorkingCalendar office() {
  return read_calendar(text_of("so-ngoai-vu-ha-noi").value(), text_of).value();
}

Reckoning six_working_days() {
  Reckoning reckoning;
  reckoning.term = {TermUnit::WorkingDays, 6};
  reckoning.rules.cutoff = hours{15};
  return reckoning;
}

// Receipts spread over ten years, at all times of day.
Moment receipt(std::int64_t i) {
  return at(make_date(2016, 1, 4), minutes{i * 7919 % (10 * 365 * 24 * 60)});
}

void due_of_six_working_days(benchmark::State& state) {
  const auto calendar = office();
  auto reckoning = six_working_days();
  std::int64_t i = 0;
  for (auto _ : state) {
    reckoning.received = receipt(i++);
    benchmark::DoNotOptimize(reckon_due(calendar, reckoning));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(due_of_six_working_days);

void due_with_a_pause(benchmark::State& state) {
  const auto calendar = office();
  auto reckoning = six_working_days();
  reckoning.stops.resize(1);
  std::int64_t i = 0;
  for (auto _ : state) {
    reckoning.received = receipt(i++);
    reckoning.stops[0].from = reckoning.received + hours{48};
    reckoning.stops[0].to = reckoning.received + hours{96};
    benchmark::DoNotOptimize(reckon_due(calendar, reckoning));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(due_with_a_pause);

void explained_six_working_days(benchmark::State& state) {
  const auto calendar = office();
  auto reckoning = six_working_days();
  std::int64_t i = 0;
  for (auto _ : state) {
    reckoning.received = receipt(i++);
    benchmark::DoNotOptimize(reckon(calendar, reckoning));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(explained_six_working_days);

void read_the_calendar(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(office());
}
BENCHMARK(read_the_calendar);

}  // namespace
}  // namespace motcua::calendar

BENCHMARK_MAIN();

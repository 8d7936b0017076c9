// How long the figures page and the list behind one number take over 100,000 and 1,000,000
// dossiers, how fast rows are loaded, and what a dossier costs in memory. Goal: 200 ms for any
// question.

#include <benchmark/benchmark.h>

#include <map>

#include "calendar/calendar_test.hpp"
#include "report/figures_json.hpp"

namespace motcua::report {
namespace {

const calendar::WorkingCalendar& office_calendar() {
  static const auto calendar = calendar::calendar_for_tests(MOTCUA_SOURCE_DIR);
  return calendar;
}

// Row i of `count`, spread over 2016 and 2017: one in 40 late, one in 20 with a supplement, one in
// 50 withdrawn, one in 10 still open when received late in the span.
view::FigureRow made_up(std::int64_t i, std::int64_t count) {
  const std::int64_t span = 700 * 24 * 60;
  view::FigureRow row;
  const auto received = Moment{make_date(2016, 1, 4)} + minutes{i * span / count};
  row.code = "000.00.00.H26-" + std::to_string(160'000 + i * 700 / count) + "-" +
             std::to_string(10'000'000 + i);
  row.version = 6;
  row.procedure = "procedure-" + std::to_string(i % 9);
  row.field = "Đối ngoại";
  row.case_id = "usual";
  row.channel = i % 3 == 0 ? procedure::Channel::Online : procedure::Channel::Counter;
  row.registered_at = row.received_at = received;
  row.applicant = 1 + std::uint64_t(i % 5000);
  const auto due = received + hours{24 * 8};
  row.promises.push_back({due, received, dossier::PromiseKind::First});
  if (i % 20 == 0) {
    row.stops.push_back({procedure::StopReason::Supplement,
                         true,
                         received + hours{48},
                         received + hours{96},
                         {},
                         {}});
    row.promises.push_back(
        {due + hours{48}, received + hours{96}, dossier::PromiseKind::Supplement});
    row.supplements = 1;
  }
  const bool open = i > count * 9 / 10 && i % 10 == 0;
  row.phase = open          ? dossier::Phase::Running
              : i % 50 == 0 ? dossier::Phase::Withdrawn
                            : dossier::Phase::Returned;
  const auto end = received + hours{i % 40 == 1 ? 24 * 12 : 24 * 7};
  if (!open) row.ended_at = end;
  auto from = received;
  for (const auto* unit : {"reception", "division", "ubnd-tp", "reception"}) {
    const auto to = from + hours{36};
    row.holdings.push_back({unit, from, to, from + hours{40}});
    from = to;
  }
  if (open) row.holdings.back().to.reset();
  return row;
}

const FigureTable& table_of(std::int64_t count) {
  static std::map<std::int64_t, FigureTable> tables;
  auto& table = tables[count];
  if (table.size() > 0) return table;
  table.reserve(std::size_t(count));
  for (std::int64_t i = 0; i < count; ++i) table.upsert(made_up(i, count));
  return table;
}

constexpr double goal_milliseconds = 200;

const auto now = Moment{make_date(2017, 12, 20)} + hours{8};

Naming plain_names() {
  const auto same = [](std::string_view id) { return Text{std::string(id), std::string(id)}; };
  return {same, same, same, [](std::string_view unit) { return unit == "ubnd-tp"; }};
}

void page(benchmark::State& state, const char* period) {
  const auto& table = table_of(state.range(0));
  const WorkingTime working_time(office_calendar());
  for (auto _ : state) {
    const auto figures = figures_of(table, *parse_period(period), now, working_time);
    benchmark::DoNotOptimize(write_json(figures_json(figures, plain_names(), {})));
  }
  state.counters["bytes_a_dossier"] = double(table.bytes()) / double(table.size());
  state.counters["at_most"] = goal_milliseconds;
}

void figures_page_of_a_year(benchmark::State& state) { page(state, "2016"); }
BENCHMARK(figures_page_of_a_year)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void figures_page_of_a_quarter(benchmark::State& state) { page(state, "2017-R4"); }
BENCHMARK(figures_page_of_a_quarter)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void list(benchmark::State& state, const char* cell) {
  const auto& table = table_of(state.range(0));
  const WorkingTime working_time(office_calendar());
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        dossiers_of(table, cell, window_of(*parse_period("2016"), now), working_time, {100, 50}));
  }
  state.counters["at_most"] = goal_milliseconds;
}

void list_of_all_received(benchmark::State& state) { list(state, "official:3:all"); }
BENCHMARK(list_of_all_received)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void list_of_a_unit(benchmark::State& state) { list(state, "held:division:over"); }
BENCHMARK(list_of_a_unit)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void load_rows(benchmark::State& state) {
  std::vector<std::string> lines;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    lines.push_back(view::write_figure_row(made_up(i, state.range(0))));
  }
  for (auto _ : state) {
    FigureTable table;
    for (const auto& line : lines) table.upsert(view::read_figure_row(line).value());
    benchmark::DoNotOptimize(table.size());
  }
}
BENCHMARK(load_rows)->Arg(100'000)->Unit(benchmark::kMillisecond);

void sum_up_the_calendar(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(WorkingTime(office_calendar()));
}
BENCHMARK(sum_up_the_calendar)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace motcua::report

BENCHMARK_MAIN();

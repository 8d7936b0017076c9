// A decision table of 20 rules and 4 inputs, evaluated on one core; npm's dmn-eval-js does the same
// table beside it (dmn_eval_js_benchmark.in).
#include <benchmark/benchmark.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "dmn/decision.hpp"
#include "dmn/model.hpp"

namespace {

using namespace motcua;

constexpr double goal = 1'000'000;

std::string table_xml() {
  std::ifstream file(MOTCUA_SOURCE_DIR "/benchmarks/dmn_eval_js/table.dmn");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::array<feel::Context, 5> cases() {
  constexpr std::array ranks{"specialist", "deputy-head", "head", "deputy-director", "director"};
  std::array<feel::Context, 5> all;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const int n = static_cast<int>(i);
    all[i] = {{"rank", ranks[i]},
              {"people", 2 + n},
              {"days", 4 + 2 * n},
              {"funding", n % 2 == 1 ? "own" : "state-budget"}};
  }
  return all;
}

void table_of_20_rules_and_4_inputs(benchmark::State& state) {
  const auto tables = *dmn::import_decisions(table_xml());
  const auto inputs = cases();
  std::size_t next = 0;
  for (auto _ : state) {
    feel::Run run;
    const auto value = tables.front().decide(inputs[next++ % inputs.size()], run);
    if (value.is_null()) std::abort();
  }
  state.SetItemsProcessed(state.iterations());
  state.counters["at_least"] = goal;
}
BENCHMARK(table_of_20_rules_and_4_inputs);

void the_same_with_its_trace_in_words(benchmark::State& state) {
  const auto tables = *dmn::import_decisions(table_xml());
  const auto inputs = cases();
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(tables.front().evaluate(inputs[next++ % inputs.size()]));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(the_same_with_its_trace_in_words);

void the_same_in_a_model(benchmark::State& state) {
  const auto model = *dmn::Model::compile(table_xml());
  const auto inputs = cases();
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        model.evaluate({"decider", inputs[next++ % inputs.size()], {}, false}));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(the_same_in_a_model);

}  // namespace

BENCHMARK_MAIN();

// Slips printed per second, on one core: a receipt of two copies is one slip of two pages.
//
// Goal: 60 slips a second and core; of the register, which is no slip, 50 pages.
#include <benchmark/benchmark.h>

#include "pdf/render.hpp"
#include "pdf/sample_papers.hpp"

namespace motcua::pdf {
namespace {

using document::Slip;

// Pages printed.
template <class Paper>
std::int64_t print_again_and_again(benchmark::State& state, const Paper& paper) {
  std::int64_t pages = 0;
  for (auto _ : state) {
    const auto printed = print(paper);
    pages += printed.layout.pages;
    benchmark::DoNotOptimize(printed.pdf.data());
  }
  return pages;
}

void print_slips(benchmark::State& state, const Slip& slip) {
  print_again_and_again(state, slip);
  state.SetItemsProcessed(state.iterations());
  state.counters["at_least"] = 60;
}

void receipt_of_two_copies(benchmark::State& state) { print_slips(state, sample::receipt()); }
BENCHMARK(receipt_of_two_copies)->Unit(benchmark::kMillisecond);

void receipt_of_one_copy(benchmark::State& state) {
  auto receipt = sample::receipt();
  receipt.copies = {document::Copy::Applicant};
  print_slips(state, receipt);
}
BENCHMARK(receipt_of_one_copy)->Unit(benchmark::kMillisecond);

void supplement_request(benchmark::State& state) {
  print_slips(state, sample::supplement_request());
}
BENCHMARK(supplement_request)->Unit(benchmark::kMillisecond);

void apology(benchmark::State& state) { print_slips(state, sample::apology()); }
BENCHMARK(apology)->Unit(benchmark::kMillisecond);

void control_slip(benchmark::State& state) { print_slips(state, sample::control_slip()); }
BENCHMARK(control_slip)->Unit(benchmark::kMillisecond);

void register_of_200_entries(benchmark::State& state) {
  state.SetItemsProcessed(print_again_and_again(state, sample::follow_up_register(200)));
  state.counters["at_least"] = 50;
}
BENCHMARK(register_of_200_entries)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace motcua::pdf

BENCHMARK_MAIN();

// Papers printed per second, on one core.
#include <benchmark/benchmark.h>

#include "pdf/render.hpp"
#include "pdf/sample_papers.hpp"

namespace motcua::pdf {
namespace {

using document::Slip;

template <class Paper>
void print_again_and_again(benchmark::State& state, const Paper& paper) {
  std::int64_t pages = 0;
  for (auto _ : state) {
    const auto printed = print(paper);
    pages += printed.layout.pages;
    benchmark::DoNotOptimize(printed.pdf.data());
  }
  state.SetItemsProcessed(pages);
  state.counters["at_least"] = 50;  // pages a second
}

void receipt_of_two_copies(benchmark::State& state) {
  print_again_and_again(state, Slip{sample::receipt()});
}
BENCHMARK(receipt_of_two_copies)->Unit(benchmark::kMillisecond);

void receipt_of_one_copy(benchmark::State& state) {
  auto receipt = sample::receipt();
  receipt.copies = {document::Copy::Applicant};
  print_again_and_again(state, Slip{receipt});
}
BENCHMARK(receipt_of_one_copy)->Unit(benchmark::kMillisecond);

void supplement_request(benchmark::State& state) {
  print_again_and_again(state, Slip{sample::supplement_request()});
}
BENCHMARK(supplement_request)->Unit(benchmark::kMillisecond);

void apology(benchmark::State& state) { print_again_and_again(state, Slip{sample::apology()}); }
BENCHMARK(apology)->Unit(benchmark::kMillisecond);

void control_slip(benchmark::State& state) {
  print_again_and_again(state, Slip{sample::control_slip()});
}
BENCHMARK(control_slip)->Unit(benchmark::kMillisecond);

void register_of_200_entries(benchmark::State& state) {
  print_again_and_again(state, sample::follow_up_register(200));
}
BENCHMARK(register_of_200_entries)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace motcua::pdf

BENCHMARK_MAIN();

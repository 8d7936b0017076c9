// Running whole instances of processes in memory, one core; npm's bpmn-engine runs the same two
// beside it (bpmn_engine_benchmark.in).
#include <benchmark/benchmark.h>

#include <string>

#include "bpmn/instance.hpp"
#include "bpmn/instance_json.hpp"

namespace {

using namespace motcua;

std::string flow(const std::string& from, const std::string& to,
                 const std::string& condition = "") {
  std::string out = "<sequenceFlow id=\"" + from + "-" + to + "\" sourceRef=\"" + from +
                    "\" targetRef=\"" + to + "\">";
  if (!condition.empty()) out += "<conditionExpression>" + condition + "</conditionExpression>";
  return out + "</sequenceFlow>";
}

std::string definitions(const std::string& inside) {
  return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">" +
         inside + "</process></definitions>";
}

// Six user tasks, one after the other.
std::string sequence() {
  std::string inside = "<startEvent id=\"b\"/><endEvent id=\"e\"/>";
  std::string at = "b";
  for (int i = 1; i <= 6; ++i) {
    const std::string id = "t" + std::to_string(i);
    inside += "<userTask id=\"" + id + "\"/>" + flow(at, id);
    at = id;
  }
  return definitions(inside + flow(at, "e"));
}

// A choice between two tasks, then two tasks beside each other, then a last one.
std::string with_gateways() {
  return definitions(
      "<startEvent id=\"b\"/><exclusiveGateway id=\"x\" default=\"x-t2\"/><userTask id=\"t1\"/>"
      "<userTask id=\"t2\"/><exclusiveGateway id=\"m\"/><parallelGateway id=\"f\"/>"
      "<userTask id=\"t3\"/><userTask id=\"t4\"/><parallelGateway id=\"j\"/><userTask id=\"t5\"/>"
      "<endEvent id=\"e\"/>" +
      flow("b", "x") + flow("x", "t1", "days &gt; 5") + flow("x", "t2") + flow("t1", "m") +
      flow("t2", "m") + flow("m", "f") + flow("f", "t3") + flow("f", "t4") + flow("t3", "j") +
      flow("t4", "j") + flow("j", "t5") + flow("t5", "e"));
}

bpmn::Step begin(const bpmn::Definitions& model, const feel::Context& variables) {
  return *bpmn::step(model, {}, bpmn::Start{model.processes.front(), variables, -1, 0});
}

void run_to_the_end(const bpmn::Definitions& model, const feel::Context& variables) {
  bpmn::Step step = begin(model, variables);
  std::vector<bpmn::Request> open = std::move(step.requests);
  while (!open.empty()) {
    const bpmn::TaskCompleted completed{open.back().execution, {}};
    open.pop_back();
    step = *bpmn::step(model, std::move(step.instance), completed);
    for (auto& request : step.requests) open.push_back(std::move(request));
  }
  if (!step.instance.ended) std::abort();
}

void run_benchmark(benchmark::State& state, const std::string& xml, double goal) {
  const auto model = *bpmn::import_definitions(xml);
  const feel::Context variables{{"days", 7}};
  for (auto _ : state) run_to_the_end(model, variables);
  state.SetItemsProcessed(state.iterations());
  state.counters["at_least"] = goal;
}

void instances_of_six_user_tasks(benchmark::State& state) {
  run_benchmark(state, sequence(), 100'000);
}
BENCHMARK(instances_of_six_user_tasks);

void instances_with_exclusive_and_parallel_gateway(benchmark::State& state) {
  run_benchmark(state, with_gateways(), 50'000);
}
BENCHMARK(instances_with_exclusive_and_parallel_gateway);

void import_of_six_user_tasks(benchmark::State& state) {
  const std::string xml = sequence();
  for (auto _ : state) benchmark::DoNotOptimize(bpmn::import_definitions(xml));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(import_of_six_user_tasks);

void restarts_of_a_waiting_instance(benchmark::State& state) {
  const auto model = *bpmn::import_definitions(sequence());
  const auto step = begin(model, {{"days", 7}});
  for (auto _ : state) {
    benchmark::DoNotOptimize(bpmn::read_instance(model, bpmn::write_instance(step.instance)));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(restarts_of_a_waiting_instance);

}  // namespace

BENCHMARK_MAIN();

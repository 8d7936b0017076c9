#include "cli/scenario_command.hpp"

#include <iostream>

#include "scenario/run.hpp"

namespace motcua::cli {

std::vector<std::string> configuration_names() {
  std::vector<std::string> names;
  for (const auto name : scenario::configuration_names()) names.emplace_back(name);
  return names;
}

int run_scenario_command(const files::Assets& assets, const ScenarioOptions& options) {
  scenario::RunOptions run;
  run.files = options.files;
  run.accept = options.accept;
  run.check_coverage = options.coverage;
  run.json = options.json;
  if (!options.configurations.empty()) run.configurations.clear();
  for (const auto& name : options.configurations) {
    if (const auto known = scenario::parse_configuration(name)) {
      run.configurations.push_back(*known);
    }
  }
  return scenario::run_scenarios(run, assets, std::cout);
}

}  // namespace motcua::cli

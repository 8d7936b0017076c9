// motcua scenario: stories in the domain's words, played and compared.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "files/assets.hpp"

namespace motcua::cli {

struct ScenarioOptions {
  std::vector<std::filesystem::path> files;
  std::vector<std::string> configurations;  // by name; empty: memory
  bool accept = false;
  bool coverage = false;
  bool json = false;
};

std::vector<std::string> configuration_names();

// Exit codes: 0 all as written, 1 something differs, 2 nothing to play.
int run_scenario_command(const files::Assets& assets, const ScenarioOptions& options);

}  // namespace motcua::cli

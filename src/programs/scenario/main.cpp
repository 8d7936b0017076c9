// motcua_scenarios [--accept] [--coverage] [--configuration NAME]... FILE_OR_FOLDER...

#include <iostream>

#include "scenario/run.hpp"

namespace motcua::scenario {
namespace {

int run_arguments(const std::vector<std::string>& arguments) {
  RunOptions options;
  std::vector<Configuration> configurations;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--accept") {
      options.accept = true;
    } else if (arguments[i] == "--coverage") {
      options.check_coverage = true;
    } else if (arguments[i] == "--configuration" && i + 1 < arguments.size()) {
      const auto configuration = parse_configuration(arguments[++i]);
      if (!configuration) {
        std::cerr << "no such configuration: " << arguments[i] << "\n";
        return 2;
      }
      configurations.push_back(*configuration);
    } else {
      options.files.emplace_back(arguments[i]);
    }
  }
  if (!configurations.empty()) options.configurations = configurations;
  return run_scenarios(options, files::Assets::embedded(), std::cout);
}

}  // namespace
}  // namespace motcua::scenario

int main(int argc, char** argv) { return motcua::scenario::run_arguments({argv + 1, argv + argc}); }

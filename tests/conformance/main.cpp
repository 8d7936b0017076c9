// motcua-conformance SUITE FOLDER: runs the cases of a standard's test suite against our engines.
// Exit status: 0 all passed, 1 some failed, 2 wrong use.
#include <array>
#include <exception>
#include <iostream>

#include "dmn_tck.hpp"
#include "json_schema.hpp"
#include "suite.hpp"

namespace {

using motcua::conformance::Tally;

struct Suite {
  std::string_view name;
  std::string_view what;
  void (*run)(const std::filesystem::path& folder, Tally& tally);
};

constexpr std::array<Suite, 2> suites{{
    {"dmn-tck", "DMN Technology Compatibility Kit, DMN 1.2 to 1.5",
     motcua::conformance::run_dmn_tck},
    {"json-schema", "JSON-Schema-Test-Suite, draft 2020-12", motcua::conformance::run_json_schema},
}};

int explain() {
  std::cerr << "Usage: motcua-conformance SUITE FOLDER\n\n";
  for (const auto& suite : suites) std::cerr << "  " << suite.name << "   " << suite.what << "\n";
  return 2;
}

int run(const Suite& suite, const std::filesystem::path& folder) {
  Tally tally;
  suite.run(folder, tally);
  if (tally.passed() + tally.failed() == 0) tally.fail(folder.string(), "cases", "some", "none");
  std::cout << tally.passed() << " passed, " << tally.failed() << " failed\n";
  return tally.failed() == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return explain();
  const std::filesystem::path folder = arguments[2];
  for (const auto& suite : suites) {
    if (suite.name != arguments[1]) continue;
    if (!std::filesystem::is_directory(folder)) {
      std::cerr << folder.string() << " is no folder\n";
      return 2;
    }
    try {
      return run(suite, folder);
    } catch (const std::exception& failure) {
      std::cerr << "a case could not be run: " << failure.what() << "\n";
      return 1;
    }
  }
  return explain();
}

// motcua-conformance SUITE FOLDER [--round-trip] [--known FILE]: runs the cases of a standard's
// test suite against our engines. FILE lists failures that are known (SUITE_known_failures.txt in
// this folder); without it they count. Exit status: 0 all passed, 1 some failed, 2 wrong use.
#include <algorithm>
#include <array>
#include <exception>
#include <iostream>

#include "betsy.hpp"
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

constexpr auto suites = std::to_array<Suite>({
    {"dmn-tck", "DMN Technology Compatibility Kit, DMN 1.2 to 1.5",
     motcua::conformance::run_dmn_tck},
    {"json-schema", "JSON-Schema-Test-Suite, draft 2020-12", motcua::conformance::run_json_schema},
    {"betsy", "BPMN 2.0 models that run", motcua::conformance::run_betsy},
    {"constraints", "BPMN 2.0 models to refuse", motcua::conformance::run_constraints},
    {"import", "BPMN 2.0 models", motcua::conformance::run_import},
    {"import --round-trip", "… without loss", motcua::conformance::run_import_round_trip},
});

int explain() {
  std::cerr << "Usage: motcua-conformance SUITE FOLDER [--round-trip] [--known FILE]\n\n";
  for (const auto& suite : suites) std::cerr << "  " << suite.name << "   " << suite.what << "\n";
  return 2;
}

int run(const Suite& suite, const std::filesystem::path& folder, const std::string& known) {
  Tally tally;
  if (!known.empty()) tally.know(motcua::conformance::content_of(known));
  suite.run(folder, tally);
  tally.finish();
  if (tally.passed() + tally.failed() == 0) tally.fail(folder.string(), "cases", "some", "none");
  std::cout << tally.passed() << " passed, " << tally.failed() << " failed\n";
  return tally.failed() == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> words(arguments + 1, arguments + count);
  const bool round_trip = std::erase(words, "--round-trip") != 0;
  std::string known;
  if (const auto at = std::ranges::find(words, "--known"); words.end() - at > 1) {
    known = *(at + 1);
    words.erase(at, at + 2);
  }
  if (words.size() != 2) return explain();
  const std::filesystem::path folder = words[1];
  const std::string name = words[0] + (round_trip ? " --round-trip" : "");
  for (const auto& suite : suites) {
    if (suite.name != name) continue;
    if (!std::filesystem::is_directory(folder)) {
      std::cerr << folder.string() << " is no folder\n";
      return 2;
    }
    try {
      return run(suite, folder, known);
    } catch (const std::exception& failure) {
      std::cerr << "a case could not be run: " << failure.what() << "\n";
      return 1;
    }
  }
  return explain();
}

#include "scenario/run.hpp"

#include <algorithm>
#include <fstream>
#include <ostream>
#include <sstream>

#include "scenario/play.hpp"

namespace motcua::scenario {
namespace {

using Path = std::filesystem::path;

std::vector<Path> files_in(const std::vector<Path>& named) {
  std::vector<Path> files;
  for (const auto& path : named) {
    if (!std::filesystem::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
      if (entry.path().extension() == ".scenario") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string text_of(const Path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class Run {
 public:
  Run(const RunOptions& options, const files::Assets& assets, std::ostream& out)
      : options_(options), assets_(assets), out_(out) {}

  int all() {
    const auto files = files_in(options_.files);
    for (const auto& file : files) {
      for (const auto configuration : options_.configurations) {
        ++(run(file, configuration) ? passed_ : failed_);
      }
    }
    if (options_.check_coverage) check_coverage();
    out_ << passed_ << " passed, " << failed_ << " failed\n";
    if (files.empty()) return 2;
    return failed_ == 0 ? 0 : 1;
  }

 private:
  bool run(const Path& file, Configuration configuration) {
    const auto text = text_of(file);
    const auto script = read_script(file.string(), text);
    if (!script) return complain(configuration, script.error().what);
    const auto outcomes = play(*script, assets_, configuration, coverage_);
    if (!outcomes) return complain(configuration, outcomes.error().what);
    if (options_.accept) {
      std::ofstream(file, std::ios::binary) << rewrite(text, *outcomes);
      return true;
    }
    bool same = true;
    for (std::size_t i = 0; i < outcomes->size(); ++i) {
      same = compare(configuration, *script, script->steps[i], (*outcomes)[i]) && same;
    }
    return same;
  }

  bool complain(Configuration configuration, const std::string& what) {
    out_ << what << " [" << write_configuration(configuration) << "]\n";
    return false;
  }

  bool compare(Configuration configuration, const Script& script, const Step& step,
               const std::vector<std::string>& happened) {
    std::vector<std::string> expected;
    for (const auto& line : step.expected) expected.push_back(line.text);
    if (expected == happened) return true;
    out_ << script.file << ":" << step.act.number << ": " << step.act.text << " ["
         << write_configuration(configuration) << "]\n";
    for (const auto& line : expected) out_ << "  expected  " << line << "\n";
    for (const auto& line : happened) out_ << "  happened  " << line << "\n";
    return false;
  }

  void check_coverage() {
    for (const auto& absent : missing(coverage_)) {
      out_ << "no scenario has the " << absent << "\n";
      ++failed_;
    }
  }

  const RunOptions& options_;
  const files::Assets& assets_;
  std::ostream& out_;
  Coverage coverage_;
  int passed_ = 0;
  int failed_ = 0;
};

}  // namespace

int run_scenarios(const RunOptions& options, const files::Assets& assets, std::ostream& out) {
  return Run(options, assets, out).all();
}

}  // namespace motcua::scenario

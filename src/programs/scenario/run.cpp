#include "scenario/run.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fstream>
#include <ostream>
#include <sstream>

#include "base/json.hpp"
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

std::optional<std::string> text_of(const Path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

struct Difference {
  std::string file;
  int line = 0;  // of the act; 0: the scenario could not be played, see `what`
  Configuration configuration = Configuration::Memory;
  std::string what;  // the act, or why it could not be played
  std::vector<std::string> expected;
  std::vector<std::string> happened;
};

void print(const Difference& difference, std::ostream& out) {
  if (difference.line > 0) out << difference.file << ":" << difference.line << ": ";
  out << difference.what << " [" << write_configuration(difference.configuration) << "]\n";
  for (const auto& line : difference.expected) out << "  expected  " << line << "\n";
  for (const auto& line : difference.happened) out << "  happened  " << line << "\n";
}

json::array json_of(const std::vector<std::string>& lines) {
  return json::array(lines.begin(), lines.end());
}

json::object json_of(const Difference& difference) {
  json::object object{{"configuration", write_configuration(difference.configuration)}};
  if (difference.line == 0) {
    object["what"] = difference.what;
    return object;
  }
  object["file"] = difference.file;
  object["line"] = difference.line;
  object["act"] = difference.what;
  object["expected"] = json_of(difference.expected);
  object["happened"] = json_of(difference.happened);
  return object;
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
    if (options_.check_coverage) missing_ = missing(coverage_);
    conclude();
    if (files.empty() || unreadable_) return 2;
    return failed_ == 0 && missing_.empty() ? 0 : 1;
  }

 private:
  bool run(const Path& file, Configuration configuration) {
    const auto text = text_of(file);
    unreadable_ = unreadable_ || !text;
    if (!text) return complain(configuration, "cannot read " + file.string());
    const auto script = read_script(file.string(), *text);
    if (!script) return complain(configuration, script.error().what);
    const auto outcomes = play(*script, assets_, configuration, coverage_);
    if (!outcomes) return complain(configuration, outcomes.error().what);
    if (options_.accept) return accept(file, configuration, rewrite(*text, *outcomes));
    bool same = true;
    for (std::size_t i = 0; i < outcomes->size(); ++i) {
      same = compare(configuration, *script, script->steps[i], (*outcomes)[i]) && same;
    }
    return same;
  }

  bool accept(const Path& file, Configuration configuration, const std::string& text) {
    std::ofstream written(file, std::ios::binary);
    written << text;
    written.close();
    return written ? true : complain(configuration, "cannot write " + file.string());
  }

  bool complain(Configuration configuration, std::string what) {
    found({{}, 0, configuration, std::move(what), {}, {}});
    return false;
  }

  bool compare(Configuration configuration, const Script& script, const Step& step,
               const std::vector<std::string>& happened) {
    std::vector<std::string> expected;
    for (const auto& line : step.expected) expected.push_back(line.text);
    if (expected == happened) return true;
    found({script.file, step.act.number, configuration, step.act.text, std::move(expected),
           happened});
    return false;
  }

  void found(const Difference& difference) {
    if (options_.json) {
      differences_.push_back(json_of(difference));
    } else {
      print(difference, out_);
    }
  }

  void conclude() {
    if (options_.json) {
      out_ << write_json(json::object{{"passed", passed_},
                                      {"failed", failed_},
                                      {"differences", std::move(differences_)},
                                      {"missing", json_of(missing_)}})
           << "\n";
      return;
    }
    for (const auto& absent : missing_) out_ << "no scenario has the " << absent << "\n";
    out_ << passed_ << " passed, " << failed_ + int(missing_.size()) << " failed\n";
  }

  const RunOptions& options_;
  const files::Assets& assets_;
  std::ostream& out_;
  Coverage coverage_;
  int passed_ = 0;
  int failed_ = 0;
  bool unreadable_ = false;
  json::array differences_;
  std::vector<std::string> missing_;
};

}  // namespace

int run_scenarios(const RunOptions& options, const files::Assets& assets, std::ostream& out) {
  return Run(options, assets, out).all();
}

}  // namespace motcua::scenario

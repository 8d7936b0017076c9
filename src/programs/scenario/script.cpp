#include "scenario/script.hpp"

#include <cctype>

namespace motcua::scenario {
namespace {

constexpr std::string_view hyphens = "----";

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

// "# purpose: …" gives what follows the colon.
bool take_header(std::string_view line, std::string_view key, std::string& into) {
  const std::string start = "# " + std::string(key) + ":";
  if (!line.starts_with(start)) return false;
  into = trimmed(line.substr(start.size()));
  return true;
}

class ScriptReader {
 public:
  explicit ScriptReader(Script& script) : script_(script) {}

  OrFailure<Nothing> read(std::string_view text) {
    int number = 0;
    for (const auto& raw : lines_of(text)) {
      if (auto taken = take(++number, raw); !taken) return taken;
    }
    if (part_ == Part::Act) return wrong(number, "the last act has no ---- line");
    if (script_.name.empty()) return wrong(1, "the header has no “# scenario:” line");
    if (script_.steps.empty()) return wrong(number, "nothing happens");
    return Nothing{};
  }

 private:
  enum class Part { Head, Between, Act, Expected };

  Unexpected<Failure> wrong(int number, const std::string& what) const {
    return malformed(script_.file + ":" + std::to_string(number) + ": " + what);
  }

  OrFailure<Nothing> take(int number, const std::string& raw) {
    const auto text = trimmed(raw);
    if (text.empty()) {
      if (part_ == Part::Act) return wrong(number, "the act has no ---- line");
      if (part_ == Part::Expected) part_ = Part::Between;
    } else if (text.front() == '#') {
      take_header(raw, "scenario", script_.name) || take_header(raw, "purpose", script_.purpose) ||
          take_header(raw, "basis", script_.basis);
    } else if (text == hyphens) {
      if (part_ != Part::Act) return wrong(number, "---- follows no act");
      part_ = Part::Expected;
    } else if (part_ == Part::Expected) {
      script_.steps.back().expected.push_back({number, text});
    } else if (part_ == Part::Act) {
      script_.steps.back().act.text += " " + text;
    } else if (std::isdigit(static_cast<unsigned char>(raw.front())) != 0) {
      script_.steps.push_back({{number, text}, {}});
      part_ = Part::Act;
    } else if (script_.steps.empty()) {
      script_.givens.push_back({number, raw.front() == ' ' ? "  " + text : text});
    } else {
      return wrong(number, "an act begins with its date");
    }
    return Nothing{};
  }

  Script& script_;
  Part part_ = Part::Head;
};

}  // namespace

OrFailure<Script> read_script(std::string file, std::string_view text) {
  Script script;
  script.file = std::move(file);
  ScriptReader reader(script);
  if (auto done = reader.read(text); !done) return Unexpected{done.error()};
  return script;
}

std::string rewrite(std::string_view text, const std::vector<std::vector<std::string>>& outcomes) {
  std::string out;
  std::size_t step = 0;
  bool replacing = false;
  for (const auto& raw : lines_of(text)) {
    const auto line = trimmed(raw);
    if (replacing && !line.empty() && line.front() != '#') continue;
    replacing = false;
    out += raw + "\n";
    if (line != hyphens || step == outcomes.size()) continue;
    for (const auto& outcome : outcomes[step]) out += outcome + "\n";
    ++step;
    replacing = true;
  }
  return out;
}

}  // namespace motcua::scenario

// Importing BPMN models: those that must be refused, and round trips without loss.
#include <algorithm>
#include <map>

#include "betsy.hpp"
#include "bpmn/definitions.hpp"
#include "xml/document.hpp"

namespace motcua::conformance {
namespace {

bool is_located(const std::vector<bpmn::ImportError>& errors) {
  return !errors.empty() && std::ranges::all_of(errors, [](const bpmn::ImportError& one) {
    return one.line >= 1 && !one.element.empty() && !one.what.vi.empty() && !one.what.en.empty();
  });
}

std::string said(const bpmn::ImportError& error) {
  return "line " + std::to_string(error.line) + ", " + error.element + ": " + error.what.en;
}

// One line per element: where it stands, its resolved name, its attributes and its text.
class Inventory {
 public:
  explicit Inventory(const xml::Document& document) { add(document.root(), ""); }
  const std::vector<std::string>& lines() const { return lines_; }

 private:
  void add(pugi::xml_node element, const std::string& around) {
    const xml::Name name = xml::name_of(element);
    const std::string path = around + "/{" + std::string(name.uri) + "}" + std::string(name.local);
    std::map<std::string, std::string> attributes;
    for (auto at : element.attributes()) attributes[at.name()] = at.value();
    std::string line = path;
    for (const auto& [key, value] : attributes) line += " " + key + "=\"" + value + "\"";
    lines_.push_back(line + " > " + xml::text_of(element));
    for (auto child : element.children()) {
      if (child.type() == pugi::node_element) add(child, path);
      if (child.type() == pugi::node_comment || child.type() == pugi::node_pi) {
        lines_.push_back(path + " comment " + child.name() + child.value());
      }
    }
  }
  std::vector<std::string> lines_;
};

void compare_round_trip(const std::string& text, const std::string& place, Tally& tally) {
  const auto first = xml::Document::read(text);
  if (!first) return tally.pass();  // refused with its line
  const auto again = xml::Document::read(first->write());
  if (!again) return tally.fail(place, "round trip", "readable XML", again.error().what.en);
  const Inventory before(*first);
  const Inventory after(*again);
  const auto [lost, got] = std::ranges::mismatch(before.lines(), after.lines());
  if (lost == before.lines().end() && got == after.lines().end()) return tally.pass();
  tally.fail(place, "round trip", lost == before.lines().end() ? "nothing more" : *lost,
             got == after.lines().end() ? "nothing" : *got);
}

bool imports_or_says_why(const std::string& text, const std::string& place, Tally& tally) {
  const auto definitions = bpmn::import_definitions(text);
  if (definitions || is_located(definitions.error())) return true;
  tally.fail(place, "import", "a located error", "an error without a place or words");
  return false;
}

}  // namespace

void run_constraints(const std::filesystem::path& folder, Tally& tally) {
  const auto models =
      std::filesystem::is_directory(folder / "constraints") ? folder / "constraints" : folder;
  for (const auto& file : files_below(models, ".bpmn")) {
    const std::string place = std::filesystem::relative(file, models).string();
    const auto definitions = bpmn::import_definitions(content_of(file));
    if (definitions) {
      tally.fail(place, "import", "refused", "accepted");
    } else if (!is_located(definitions.error())) {
      tally.fail(place, "import", "a located error", "an error without a place or words");
    } else {
      if (std::getenv("MOTCUA_SHOW_ERRORS") != nullptr) {
        for (const auto& error : definitions.error()) {
          tally.skip(place, said(error) + " [" + std::string(error.rule) + "]");
        }
      }
      tally.pass();
    }
  }
}

void run_import(const std::filesystem::path& folder, Tally& tally) {
  for (const auto& file : files_below(folder, ".bpmn")) {
    const std::string place = std::filesystem::relative(file, folder).string();
    if (imports_or_says_why(content_of(file), place, tally)) tally.pass();
  }
}

void run_import_round_trip(const std::filesystem::path& folder, Tally& tally) {
  for (const auto& file : files_below(folder, ".bpmn")) {
    const std::string place = std::filesystem::relative(file, folder).string();
    const std::string text = content_of(file);
    if (imports_or_says_why(text, place, tally)) compare_round_trip(text, place, tally);
  }
}

}  // namespace motcua::conformance

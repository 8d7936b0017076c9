// The words: everything people read is there in both languages.

#include <array>

#include "procedure/check_parts.hpp"

namespace motcua::procedure {
namespace {

struct LanguageFile {
  std::string_view file;
  std::string Text::*words;
};
constexpr std::array<LanguageFile, 2> languages = {
    {{"texts.vi.toml", &Text::vi}, {"texts.en.toml", &Text::en}}};

class TextCheck {
 public:
  explicit TextCheck(Checking& checking) : checking_(checking) {}

  // `key` as the file writes it, `section` the header it stands under.
  void need(const Text& text, std::string_view key, std::string_view section = "") {
    for (const LanguageFile& language : languages) {
      if (!(text.*language.words).empty()) continue;
      const int line = section.empty() ? 1 : checking_.line_with(language.file, section);
      const std::string place =
          std::string(section) + (section.empty() ? "" : " ") + std::string(key);
      checking_.report(language.file, line, "translation-missing",
                       {"thiếu “" + place + "”", "“" + place + "” is missing"});
    }
  }

 private:
  Checking& checking_;
};

void check_steps(Checking& checking, TextCheck& check) {
  const Version& version = checking.version();
  for (const auto& [id, node] : version.process.nodes) {
    if (!has_a_name(node.kind)) continue;
    auto named = version.steps.find(id);
    check.need(named == version.steps.end() ? Text{} : named->second, id, "[step]");
  }
  for (const auto& [id, name] : version.steps) {
    auto node = version.process.nodes.find(id);
    if (node != version.process.nodes.end() && has_a_name(node->second.kind)) {
      continue;
    }
    const LanguageFile& language = name.vi.empty() ? languages[1] : languages[0];
    checking.report(
        language.file, checking.line_with(language.file, "\n" + id + " =") + 1, "task-unknown",
        {"quy trình không có bước “" + id + "”", "the process has no step “" + id + "”"});
  }
}

}  // namespace

void check_texts(Checking& checking) {
  const Version& version = checking.version();
  TextCheck check(checking);
  check.need(version.name, "name");
  check.need(version.summary, "summary");
  check.need(version.applicants, "applicants");
  check.need(version.result, "result");
  check.need(version.fee, "fee");
  check.need(version.field, "field");
  for (const Source& source : version.legal_basis) {
    check.need(source.text, source.key, "[legal_basis]");
  }
  for (const Paper& paper : version.papers) {
    const std::string section = "[paper." + paper.id + "]";
    check.need(paper.name, "name", section);
    if (!paper.note.vi.empty() || !paper.note.en.empty()) check.need(paper.note, "note", section);
  }
  for (const FeeRule& fee : version.fees) check.need(fee.name, fee.id, "[fees]");
  for (const Case& one : version.cases) {
    const std::string section = "[case." + one.id + "]";
    check.need(one.name, "name", section);
    check.need(one.decided_by, "decided_by", section);
  }
  check_steps(checking, check);
}

}  // namespace motcua::procedure

#include "dossier/supplement.hpp"

#include <algorithm>

#include "dossier/intake_rules.hpp"
#include "dossier/powers.hpp"
#include "procedure/reopened.hpp"

namespace motcua::dossier {
namespace {

Papers required_of(const Intake& intake, const procedure::Version& version) {
  const auto* chosen = version.find_case(intake.case_id);
  const auto answers = read_json(intake.answers);
  if (chosen == nullptr || !answers) return {};
  auto papers = asked_papers(version, *chosen, *answers);
  std::erase_if(papers, [](const auto* paper) { return !paper->required; });
  return papers;
}

bool has_paper(const Dossier& dossier, std::string_view paper) {
  return std::ranges::any_of(dossier.papers, [&](const PaperState& state) {
    return state.paper == paper && (!state.files.empty() || state.originals + state.copies > 0);
  });
}

bool is_asked_for(const Dossier& dossier, std::string_view paper) {
  return dossier.supplement &&
         std::ranges::any_of(dossier.supplement->items,
                             [&](const auto& item) { return item.paper == paper; });
}

}  // namespace

std::vector<std::string> open_questions(const Dossier& dossier, const procedure::Version& version) {
  std::vector<std::string> paths;
  if (!dossier.supplement) return paths;
  for (const auto& item : dossier.supplement->items) {
    if (!item.field.empty()) paths.push_back(item.field);
  }
  return procedure::with_dependents(version, std::move(paths));
}

bool is_gap(const procedure::AnswerError& error, const Intake& intake) {
  return error.code == "required" && intake.channel != procedure::Channel::Online;
}

std::vector<procedure::AnswerError> faults_of(const Dossier& dossier, std::string_view sent,
                                              const procedure::Version& version) {
  const auto before = read_json(dossier.intake.answers);
  const auto said = read_json(sent);
  if (!before || !said) return {};
  const auto answers = procedure::put_answers(*before, *said, open_questions(dossier, version));
  if (!answers || *answers == *before) return {};
  auto faults = procedure::check_answers(version, *answers);
  std::erase_if(faults, [&](const auto& fault) { return is_gap(fault, dossier.intake); });
  return faults;
}

std::vector<WrongPart> in_answers(std::vector<procedure::AnswerError> faults) {
  for (auto& fault : faults) fault.path.insert(0, "/answers");
  return faults;
}

Papers newly_required(const Dossier& dossier, const Intake& corrected,
                      const procedure::Version& version) {
  const auto before = required_of(dossier.intake, version);
  auto papers = required_of(corrected, version);
  std::erase_if(papers, [&](const auto* paper) {
    return std::ranges::find(before, paper) != before.end() || has_paper(dossier, paper->id) ||
           is_asked_for(dossier, paper->id);
  });
  return papers;
}

Papers brought_up_by(const Dossier& dossier, std::string_view sent, const Facts& facts) {
  const auto before = read_json(dossier.intake.answers);
  const auto said = read_json(sent);
  if (!before || !said) return {};
  const auto& version = facts.version;
  const auto answers = procedure::put_answers(*before, *said, open_questions(dossier, version));
  if (!answers) return {};
  Intake corrected = dossier.intake;
  corrected.answers = write_json(*answers);
  if (decides_the_case(version, corrected.channel)) {
    const auto known = authority_variables(corrected, facts);
    // While the answers decide no case, the papers of the present one are asked.
    if (auto chosen = choose_case(version, *answers, "", known)) corrected.case_id = *chosen;
  }
  return newly_required(dossier, corrected, version);
}

Papers without_files(Papers papers, const std::vector<PaperFile>& files) {
  std::erase_if(papers, [&](const auto* paper) {
    return std::ranges::find(files, paper->id, &PaperFile::paper) != files.end();
  });
  return papers;
}

Rejection papers_lacking(const Papers& papers) {
  Text names;
  for (const auto* paper : papers) {
    names.vi += (names.vi.empty() ? "" : "; ") + paper->name.vi;
    names.en += (names.en.empty() ? "" : "; ") + paper->name.en;
  }
  return {&paper_missing, {{"paper", names.vi}, {"paper_en", names.en}}};
}

Text asked_name(const AskedItem& item, const procedure::Version& version) {
  if (!item.field.empty()) {
    const auto label = procedure::question_label(version, item.field);
    return {"Tờ khai, mục “" + label.vi + "”", "Form, “" + label.en + "”"};
  }
  const auto* paper = version.find_paper(item.paper);
  return paper == nullptr ? Text{item.paper, item.paper} : paper->name;
}

}  // namespace motcua::dossier

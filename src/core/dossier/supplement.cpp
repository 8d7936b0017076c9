#include "dossier/supplement.hpp"

#include <algorithm>

#include "procedure/reopened.hpp"

namespace motcua::dossier {

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

Text asked_name(const AskedItem& item, const procedure::Version& version) {
  if (!item.field.empty()) {
    const auto label = procedure::question_label(version, item.field);
    return {"Tờ khai, mục “" + label.vi + "”", "Form, “" + label.en + "”"};
  }
  const auto* paper = version.find_paper(item.paper);
  return paper == nullptr ? Text{item.paper, item.paper} : paper->name;
}

}  // namespace motcua::dossier

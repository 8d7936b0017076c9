#include "dossier/acts/variables.hpp"

namespace motcua::dossier {

feel::Context answer_variables(const json::value& answers) {
  return feel::context_from_json(answers);
}

feel::Context found_variables(std::string_view answers) {
  const auto read = read_json(answers);
  return read ? answer_variables(*read) : feel::Context{};
}

feel::Context found_variables(const Dossier& dossier) {
  feel::Context found;
  for (const auto& [task, answers] : dossier.found) found.merge(found_variables(answers));
  return found;
}

feel::Context process_variables(const Intake& intake, std::string_view outcome) {
  feel::Context variables;
  if (const auto answers = read_json(intake.answers); answers) {
    variables = answer_variables(*answers);
  }
  variables["case"] = feel::Value(intake.case_id);
  variables["channel"] = feel::Value(procedure::write_channel(intake.channel));
  variables["outcome"] = feel::Value(outcome);
  return variables;
}

}  // namespace motcua::dossier

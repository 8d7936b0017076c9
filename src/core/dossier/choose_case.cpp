#include "dossier/acts/variables.hpp"
#include "dossier/intake_rules.hpp"
#include "procedure/form.hpp"

namespace motcua::dossier {

OrRejection<std::string> choose_case(const procedure::Version& version, const json::value& answers,
                                     std::string_view asked_case, feel::Context known) {
  if (!asked_case.empty()) {
    if (version.find_case(asked_case) == nullptr) {
      return reject(case_unknown, {{"case", std::string(asked_case)}});
    }
    return std::string(asked_case);
  }
  if (version.case_decision) {
    known.merge(answer_variables(answers));
    const auto outcome = version.case_decision->evaluate(known);
    const auto* chosen = outcome.value.as<std::string>();
    if (chosen != nullptr && version.find_case(*chosen) != nullptr) return *chosen;
    return reject(case_unknown, {{"case", ""}});
  }
  if (version.cases.size() == 1) return version.cases.front().id;
  return reject(case_unknown, {{"case", ""}});
}

bool decides_the_case(const procedure::Version& version, procedure::Channel channel) {
  return version.case_decision && channel == procedure::Channel::Online;
}

Applicant applicant_of(const procedure::Version& version, const json::value& answers) {
  const auto part = [&](std::string_view name) {
    return procedure::applicant_part(version, answers, name);
  };
  Applicant applicant{part("kind"),    part("name"),  part("identity"),
                      part("address"), part("phone"), part("email")};
  if (applicant.kind != "person") applicant.kind = "organisation";
  return applicant;
}

}  // namespace motcua::dossier

// Answers of an application that are corrected: checked like new ones, and what was taken from them
// follows. Internal to the dossier module.
#pragma once

#include "dossier/act.hpp"
#include "dossier/acts/rules.hpp"

namespace motcua::dossier::acts {

// The applicant, the summary, and on-line the case where a decision finds it, follow the answers.
OrRejection<Nothing> correct_answers(Intake& intake, const std::string& answers,
                                     const Facts& facts);

// Nothing where both are alike.
std::optional<IntakeChange> change_of(const Intake& before, const Intake& after);

// The intake as it reads when what was asked for again is answered; what was not asked for must
// stay as it was. `answers` (JSON) may leave that out; empty: nothing is said.
OrRejection<Intake> answered_again(const Dossier& dossier, const Input& input, const Facts& facts);

// What the applicant sends holds every paper his corrected answers made necessary, and no paper
// that nobody asked for. An officer records what came, whole or not.
OrRejection<Nothing> check_papers_sent(const Dossier& dossier, const Intake& corrected,
                                       const Input& input, const Facts& facts);

}  // namespace motcua::dossier::acts

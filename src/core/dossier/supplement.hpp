// What an open supplement request lets the applicant answer again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/act.hpp"
#include "dossier/state.hpp"
#include "procedure/form.hpp"

namespace motcua::dossier {

// JSON Pointers of the questions asked for and of those that depend on them; none when papers alone
// are asked for.
std::vector<std::string> open_questions(const Dossier& dossier, const procedure::Version& version);

// What is wrong with the answers sent (JSON) once they are put to the others; nothing where
// decide() refuses them for another reason.
std::vector<procedure::AnswerError> faults_of(const Dossier& dossier, std::string_view sent,
                                              const procedure::Version& version);
// The same as parts of an act's input, where answers are a member of it.
std::vector<WrongPart> in_answers(std::vector<procedure::AnswerError> faults);
// An answer that is missing is no fault of a dossier whose form an officer copied from paper.
bool is_gap(const procedure::AnswerError& error, const Intake& intake);

// Required papers that an intake, as corrected in a supplement, asks for and the dossier neither
// was asked for at its intake nor has: they open with the supplement, and no other paper does.
using Papers = std::vector<const procedure::Paper*>;
Papers newly_required(const Dossier& dossier, const Intake& corrected,
                      const procedure::Version& version);
// The same for answers being given (JSON), whole or not; none where they answer something else than
// was asked for again.
Papers brought_up_by(const Dossier& dossier, std::string_view sent, const Facts& facts);

// Of the papers, those that none of the files is of; the rejection that names them.
Papers without_files(Papers papers, const std::vector<PaperFile>& files);
Rejection papers_lacking(const Papers& papers);

// "Giấy giới thiệu", or "Tờ khai, mục “Điện thoại”".
Text asked_name(const AskedItem& item, const procedure::Version& version);

}  // namespace motcua::dossier

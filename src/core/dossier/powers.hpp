// Who may do something with a dossier beyond the role: by the authority matrix, with four eyes,
// without a stake of his own.
//
// A matrix is the one in force at the receipt, never another one later, were it published on the
// same day; posts and substitutions are those of the day of the act.
#pragma once

#include "dossier/act.hpp"

namespace motcua::dossier {

// What the version's matrix says of an application; nothing where it names none, or none was in
// force on the day of receipt.
std::optional<authority::Judgement> judgement_of(const Intake& intake, const Facts& facts);

// The same of answers that are no dossier yet.
struct Application {
  const procedure::Version& version;
  const json::value& answers;
  Moment received{};
  int matrix_version = 0;  // of the matrix, where it is known
  std::string_view applicant = {};
  std::string_view dossier = {};
  std::optional<Moment> asked_at = {};  // registers as they stood then; nothing: when received
};
std::optional<authority::Judgement> judge_application(const Application& application,
                                                      const authority::Powers& powers);
// The judgement the last decision was made by: its version of the matrix, and what registers said
// then. Nothing where nobody decided by a matrix, or the version is not there.
std::optional<authority::Judgement> judgement_as_decided(const Dossier& dossier,
                                                         const authority::Powers& powers);
feel::Context authority_variables(const std::optional<authority::Judgement>& judgement);

// The number of the matrix in force on the day the intake was received; 0 when there is none.
int matrix_of_the_day(const Intake& intake, const Facts& facts);

// What a process or the decision of the case may ask beside the answers: `authority`.
feel::Context authority_variables(const Intake& intake, const Facts& facts);

// As what the officer may act today; as his session says where the office does not know him.
std::vector<authority::Capacity> capacities(const Facts& facts);

// Whether people of one unit do the work of another today: the same, or its successor.
bool has_work_of(std::string_view own, std::string_view unit, const Facts& facts);

// "Giám đốc Sở: Hoàng Anh Dũng": who decides, and who holds that post on the day.
Text deciders_in_words(const authority::Judgement& judgement, const authority::Powers& powers,
                       Date day);

// Who may, in words of the office, as details `who` and `who_en` of a rejection.
RejectionDetails who_may(std::span<const std::string_view> roles, const Facts& facts);

// What a unit is called, as details `unit` and `unit_en` of a rejection.
RejectionDetails unit_details(std::string_view unit, const Facts& facts);

// A decision taken at a unit, as one of `as`: by which row, or that it is another's.
OrRejection<std::optional<DecidedBy>> check_decider(const Dossier& dossier, std::string_view unit,
                                                    std::span<const authority::Capacity> as,
                                                    const Facts& facts);

OrRejection<Nothing> check_four_eyes(const Dossier& dossier,
                                     const std::optional<authority::ActingFor>& acting,
                                     const Facts& facts);

// By account, by the number of an identity paper, or because he said so.
bool has_stake(const Dossier& dossier, std::string_view username, const Facts& facts);

// The move of what the office's units that are no more still hold; nothing when they hold nothing.
std::optional<Event> succeed_unit(const Dossier& dossier, const Facts& facts);

}  // namespace motcua::dossier

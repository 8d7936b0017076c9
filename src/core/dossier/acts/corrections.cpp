#include "dossier/acts/corrections.hpp"

#include <algorithm>

#include "dossier/intake_rules.hpp"
#include "dossier/powers.hpp"
#include "dossier/supplement.hpp"
#include "procedure/reopened.hpp"

namespace motcua::dossier::acts {
namespace {

// Answers given on-line are whole; what an officer copied from paper may have gaps.
std::vector<WrongPart> faults_in(const Intake& intake, const procedure::Version& version,
                                 const json::value& answers) {
  auto faults = procedure::check_answers(version, answers);
  std::erase_if(faults, [&](const auto& fault) { return is_gap(fault, intake); });
  return faults;
}

}  // namespace

OrRejection<Nothing> correct_answers(Intake& intake, const std::string& answers,
                                     const Facts& facts) {
  const auto& version = facts.version;
  const auto before = read_json(intake.answers);
  const auto now = read_json(answers);
  if (!before || !now) return reject(field_invalid, {{"field", "answers"}});
  if (*before == *now) return Nothing{};
  if (auto faults = faults_in(intake, version, *now); !faults.empty()) {
    auto first = faults.front().message.vi;
    return reject(field_invalid, {{"field", std::move(first)}}, in_answers(std::move(faults)));
  }
  intake.answers = answers;
  if (intake.applicant == applicant_of(version, *before)) {
    intake.applicant = applicant_of(version, *now);
  }
  if (intake.summary == procedure::answer_summary(version, *before)) {
    intake.summary = procedure::answer_summary(version, *now);
  }
  if (!decides_the_case(version, intake.channel)) return Nothing{};
  auto chosen = choose_case(version, *now, "", authority_variables(intake, facts));
  if (!chosen) return Unexpected{chosen.error()};
  intake.case_id = std::move(*chosen);
  return Nothing{};
}

std::optional<IntakeChange> change_of(const Intake& before, const Intake& after) {
  IntakeChange change{
      before.applicant, after.applicant, before.case_id, after.case_id, {}, {}, {}, {}};
  if (after.summary != before.summary) {
    change.summary_before = before.summary;
    change.summary_after = after.summary;
  }
  if (after.answers != before.answers) {
    change.answers_before = before.answers;
    change.answers_after = after.answers;
  }
  const bool alike = change.after == change.before && change.case_after == change.case_before &&
                     change.summary_after.empty() && change.answers_after.empty();
  return alike ? std::nullopt : std::optional(std::move(change));
}

OrRejection<Intake> answered_again(const Dossier& dossier, const Input& input, const Facts& facts) {
  Intake after = dossier.intake;
  const auto open = open_questions(dossier, facts.version);
  if (input.answers.empty()) {
    // An officer may record papers that came alone; an applicant answers all he was asked.
    if (open.empty() || !facts.officer.has_role("applicant")) return after;
    return reject(field_missing, {{"field", "Nội dung tờ khai"}});
  }
  const auto before = read_json(after.answers);
  const auto sent = read_json(input.answers);
  if (!before || !sent) return reject(field_invalid, {{"field", "answers"}});
  const auto answers = procedure::put_answers(*before, *sent, open);
  if (!answers) {
    const auto label = procedure::question_label(facts.version, answers.error());
    return reject(answer_not_asked_for, {{"field", label.vi}});
  }
  auto checked = correct_answers(after, write_json(*answers), facts);
  if (!checked) return Unexpected{checked.error()};
  return after;
}

OrRejection<Nothing> check_papers_sent(const Dossier& dossier, const Intake& corrected,
                                       const Input& input, const Facts& facts) {
  if (!facts.officer.has_role("applicant")) return Nothing{};
  const auto brought_up = newly_required(dossier, corrected, facts.version);
  for (const auto& file : input.files) {
    const auto& asked = dossier.supplement->items;
    if (std::ranges::find(asked, file.paper, &AskedItem::paper) == asked.end() &&
        std::ranges::find(brought_up, file.paper, &procedure::Paper::id) == brought_up.end()) {
      return reject(paper_not_asked);
    }
  }
  if (const auto lacking = without_files(brought_up, input.files); !lacking.empty()) {
    return Unexpected{papers_lacking(lacking)};
  }
  return Nothing{};
}

}  // namespace motcua::dossier::acts

#include "dossier/powers.hpp"

#include <algorithm>

#include "authority/office.hpp"
#include "dossier/acts/variables.hpp"
#include "procedure/role.hpp"

namespace motcua::dossier {
namespace {

using authority::Capacity;

const authority::Substitutions& substitutions_of(const authority::Powers& powers) {
  static const authority::Substitutions none;
  return powers.substitutions ? *powers.substitutions : none;
}

// Whether a member "identity" anywhere in the answers is the number.
bool names_identity(const json::value& answers, std::string_view number) {
  if (const auto* list = answers.if_array()) {
    return std::any_of(list->begin(), list->end(),
                       [&](const json::value& item) { return names_identity(item, number); });
  }
  const auto* object = answers.if_object();
  if (object == nullptr) return false;
  return std::any_of(object->begin(), object->end(), [&](const auto& member) {
    const auto* text = member.value().if_string();
    if (text != nullptr && member.key() == "identity") return std::string_view(*text) == number;
    return names_identity(member.value(), number);
  });
}

bool is_named(const Intake& intake, const std::string& number) {
  if (number.empty()) return false;
  if (intake.applicant.identity == number) return true;
  const auto answers = read_json(intake.answers);
  return answers && names_identity(*answers, number);
}

Rejection another_decides(const authority::Judgement& judgement, const Facts& facts) {
  const auto who = deciders_in_words(judgement, facts.powers, date_of(facts.now));
  const auto over = authority::limits_in_words(judgement);
  return {&not_the_authority,
          {{"who", who.vi}, {"who_en", who.en}, {"over", over.vi}, {"over_en", over.en}}};
}

}  // namespace

std::optional<authority::Judgement> judge_application(const Application& application,
                                                      const authority::Powers& powers) {
  const auto& matrix_id = application.version.authority;
  if (matrix_id.empty() || !powers.matrices) return std::nullopt;
  const auto* matrix = powers.matrices->find(matrix_id, application.matrix_version);
  if (matrix == nullptr) {
    matrix = powers.matrices->in_force(matrix_id, date_of(application.received));
  }
  if (matrix == nullptr) return std::nullopt;
  authority::RegisterFacts known;
  if (powers.registers) {
    known = (*powers.registers)({application.version.procedure, application.answers,
                                 application.applicant, application.dossier,
                                 application.asked_at.value_or(application.received)});
  }
  return authority::judge(*matrix, answer_variables(application.answers), std::move(known));
}

std::optional<authority::Judgement> judgement_of(const Intake& intake, const Facts& facts) {
  if (facts.version.authority.empty()) return std::nullopt;
  // An intake yet to be received stands under the matrix of today.
  const auto received = intake.received_at == Moment{} ? facts.now : intake.received_at;
  const auto answers = read_json(intake.answers);
  const json::value none = json::object{};
  return judge_application(
      {facts.version, answers ? *answers : none, received, intake.authority_version,
       intake.applicant.name, facts.dossier, facts.now},
      facts.powers);
}

std::optional<authority::Judgement> judgement_as_decided(const Dossier& dossier,
                                                         const authority::Powers& powers) {
  if (!dossier.decided || !powers.matrices) return std::nullopt;
  const auto& decided = *dossier.decided;
  const auto* matrix = powers.matrices->find(decided.matrix, decided.version);
  const auto answers = read_json(dossier.intake.answers);
  if (matrix == nullptr || !answers) return std::nullopt;
  return authority::judge(*matrix, answer_variables(*answers), decided.registers);
}

int matrix_of_the_day(const Intake& intake, const Facts& facts) {
  if (facts.version.authority.empty() || !facts.powers.matrices) return 0;
  const auto* matrix =
      facts.powers.matrices->in_force(facts.version.authority, date_of(intake.received_at));
  return matrix == nullptr ? 0 : matrix->number;
}

feel::Context authority_variables(const std::optional<authority::Judgement>& judgement) {
  feel::Context variables;
  if (judgement) variables["authority"] = feel::Value(judgement->as_variable());
  return variables;
}

feel::Context authority_variables(const Intake& intake, const Facts& facts) {
  return authority_variables(judgement_of(intake, facts));
}

std::vector<Capacity> capacities(const Facts& facts) {
  const auto& [actor, roles] = facts.officer;
  const auto* office = facts.powers.office;
  if (office != nullptr && office->find_person(actor.id) != nullptr) {
    return authority::capacities_of(*office, substitutions_of(facts.powers), actor.id,
                                    date_of(facts.now));
  }
  return {{{{}, {}, actor.unit, roles, {}, {}}, {}}};
}

bool has_work_of(std::string_view own, std::string_view unit, const Facts& facts) {
  if (own == unit) return true;
  const auto* office = facts.powers.office;
  return office != nullptr && office->successor_of(own, date_of(facts.now)) == unit;
}

RejectionDetails who_may(std::span<const std::string_view> roles, const Facts& facts) {
  Text who;
  const auto* office = facts.powers.office;
  for (const auto role : roles) {
    const auto name = office == nullptr ? procedure::role_in_words(role) : office->role_name(role);
    who.vi += (who.vi.empty() ? "" : ", ") + name.vi;
    who.en += (who.en.empty() ? "" : ", ") + name.en;
  }
  return {{"who", who.vi}, {"who_en", who.en}};
}

RejectionDetails unit_details(std::string_view unit, const Facts& facts) {
  const auto* office = facts.powers.office;
  const auto* known = office == nullptr ? nullptr : office->find_unit(unit);
  const Text name = known == nullptr ? Text{std::string(unit), std::string(unit)} : known->name;
  return {{"unit", name.vi}, {"unit_en", name.en}};
}

Text deciders_in_words(const authority::Judgement& judgement, const authority::Powers& powers,
                       Date day) {
  if (judgement.decider == nullptr) return {"chưa xác định được", "could not be told"};
  Text who = judgement.decider->name;
  if (judgement.decider->post.empty() || powers.office == nullptr) return who;
  std::string vi;
  std::string en;
  const auto holders =
      authority::holders_of(*powers.office, substitutions_of(powers), judgement.decider->post, day);
  for (const auto& [username, name, acting] : holders) {
    vi += (vi.empty() ? ": " : ", ") + name + (acting ? " (thay " + acting->name + ")" : "");
    en += (en.empty() ? ": " : ", ") + name + (acting ? " (for " + acting->name + ")" : "");
  }
  return {who.vi + vi, who.en + en};
}

OrRejection<std::optional<DecidedBy>> check_decider(const Dossier& dossier, std::string_view unit,
                                                    std::span<const Capacity> as,
                                                    const Facts& facts) {
  const auto judgement = judgement_of(dossier.intake, facts);
  if (!judgement) return std::optional<DecidedBy>{};
  const auto* decider = judgement->decider;
  if (decider == nullptr) return Unexpected{another_decides(*judgement, facts)};
  const bool inside = !decider->post.empty();
  const bool may =
      inside ? std::any_of(as.begin(), as.end(),
                           [&](const Capacity& one) { return one.tenure.post == decider->post; })
             : decider->unit == unit;
  if (!may) return Unexpected{another_decides(*judgement, facts)};
  return std::optional(DecidedBy{judgement->matrix->id, judgement->matrix->number, judgement->rule,
                                 decider->id, judgement->instrument, judgement->known});
}

OrRejection<Nothing> check_four_eyes(const Dossier& dossier,
                                     const std::optional<authority::ActingFor>& acting,
                                     const Facts& facts) {
  if (!facts.version.four_eyes) return Nothing{};
  const auto& before = dossier.proposers;
  const auto proposed = [&](const std::string& who) {
    return std::find(before.begin(), before.end(), who) != before.end();
  };
  if (proposed(facts.officer.actor.id) || (acting && proposed(acting->person))) {
    return reject(four_eyes);
  }
  return Nothing{};
}

bool has_stake(const Dossier& dossier, std::string_view username, const Facts& facts) {
  const bool declared =
      std::any_of(dossier.conflicts.begin(), dossier.conflicts.end(),
                  [&](const DeclaredConflict& one) { return one.officer == username; });
  if (declared) return true;
  const auto* office = facts.powers.office;
  const auto* person = office == nullptr ? nullptr : office->find_person(username);
  if (person == nullptr) return false;
  return dossier.intake.filer.account == username || is_named(dossier.intake, person->identity);
}

std::optional<Event> succeed_unit(const Dossier& dossier, const Facts& facts) {
  const auto* office = facts.powers.office;
  if (office == nullptr || !dossier.is_open()) return std::nullopt;
  UnitSucceeded moved;
  for (const auto& task : dossier.tasks) {
    const auto* succession = office->succession_of(task.unit, date_of(facts.now));
    if (succession == nullptr || (!moved.from.empty() && moved.from != task.unit)) continue;
    moved.from = task.unit;
    moved.to = office->successor_of(task.unit, date_of(facts.now));
    moved.decision = succession->decision;
    moved.tasks.push_back(task.task);
  }
  if (moved.tasks.empty()) return std::nullopt;
  return Event{std::move(moved)};
}

}  // namespace motcua::dossier

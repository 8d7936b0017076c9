// Acts inside a unit: taking and assigning work, checking papers.

#include <algorithm>

#include "authority/office.hpp"
#include "dossier/acts/rules.hpp"
#include "dossier/powers.hpp"

namespace motcua::dossier::acts {

OrRejection<Event> take(const Dossier& dossier, const Input& input, const Facts& facts) {
  const auto* task = task_for(dossier, "", input.task, facts.version);
  if (task == nullptr) return reject(not_the_step);
  if (!task->assignee.empty()) return reject(taken_by_another, {{"officer", task->assignee}});
  return Event{Taken{task->task, facts.officer.actor.id}};
}

OrRejection<Event> assign(const Dossier& dossier, const Input& input, const Facts& facts) {
  const auto* task = task_for(dossier, "", input.task, facts.version);
  if (task == nullptr) return reject(not_the_step);
  if (has_stake(dossier, input.to, facts)) {
    const auto* office = facts.powers.office;
    const auto* person = office == nullptr ? nullptr : office->find_person(input.to);
    return reject(conflict_of_interest, {{"officer", person == nullptr ? input.to : person->name}});
  }
  return Event{Assigned{task->task, input.to, input.note}};
}

OrRejection<Event> declare_conflict(const Dossier& dossier, const Input& input,
                                    const Facts& facts) {
  const auto& who = facts.officer.actor.id;
  const bool again = std::any_of(dossier.conflicts.begin(), dossier.conflicts.end(),
                                 [&](const DeclaredConflict& one) { return one.officer == who; });
  if (again) return reject(conflict_declared_already);
  return Event{ConflictDeclared{input.reason}};
}

OrRejection<Event> check_paper(const Dossier&, const Input& input, const Facts& facts) {
  if (facts.version.find_paper(input.paper) == nullptr) {
    return reject(paper_unknown, {{"paper", input.paper}});
  }
  if (input.check != "sound" && input.check != "lacking") {
    return reject(field_invalid, {{"field", "check"}});
  }
  if (input.check == "lacking" && input.note.empty()) {
    return reject(field_missing, {{"field", "note"}});
  }
  return Event{PaperChecked{input.paper, input.check, input.note}};
}

}  // namespace motcua::dossier::acts

// One line of a work list or search result: what of a dossier is looked for and sorted by.
//
// Folded from the dossier alone, so every list can be rebuilt from the journal.
#pragma once

#include <optional>
#include <string>

#include "dossier/state.hpp"
#include "procedure/procedure.hpp"

namespace motcua::view {

struct ListRow {
  std::string code;
  std::uint64_t version = 0;
  std::string procedure;
  int procedure_version = 1;
  std::string case_id;
  std::string applicant;
  std::string search;  // folded: code, applicant, procedure name in both languages, summary
  std::string channel;
  int status = 0;     // 1..10
  bool open = false;  // still with the office: submitted, running, or settled and not handed over
  bool paused = false;
  std::string task;      // the open task that is due first; empty when none
  std::string unit;      // who holds it; "reception" while a submission waits to be accepted
  std::string assignee;  // of that task
  std::optional<Moment> step_due;
  std::optional<Moment> promise;
  std::optional<Moment> first_promise;
  Moment received_at{};
  std::optional<Moment> ended_at;
  bool generated = false;  // made by the demonstration's history
  bool operator==(const ListRow&) const = default;
};

ListRow list_row(const dossier::Dossier& dossier, const procedure::Version& version);

}  // namespace motcua::view

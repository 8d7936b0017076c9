#include "view/list_row.hpp"

#include "base/text.hpp"
#include "dossier/status.hpp"
#include "view/generated.hpp"

namespace motcua::view {
namespace {

// The open task that is due first; one without a date comes last.
const dossier::OpenTask* pressing_task(const dossier::Dossier& dossier) {
  const dossier::OpenTask* first = nullptr;
  for (const auto& task : dossier.tasks) {
    const bool earlier = first == nullptr || (task.due && (!first->due || *task.due < *first->due));
    if (earlier) first = &task;
  }
  return first;
}

std::string search_text(const dossier::Dossier& dossier, const procedure::Version& version) {
  const auto& intake = dossier.intake;
  return fold(dossier.code + " " + intake.applicant.name + " " + intake.applicant.identity + " " +
              version.name.vi + " " + version.name.en + " " + intake.summary);
}

void put_task(ListRow& row, const dossier::Dossier& dossier) {
  if (const auto* task = pressing_task(dossier); task != nullptr) {
    row.task = task->task;
    row.unit = task->unit;
    row.assignee = task->assignee;
    row.step_due = task->due;
  } else if (dossier.phase == dossier::Phase::Submitted) {
    row.unit = "reception";
    row.step_due = dossier.answer_due;
  }
}

}  // namespace

ListRow list_row(const dossier::Dossier& dossier, const procedure::Version& version) {
  ListRow row;
  row.code = dossier.code;
  row.version = dossier.version;
  row.procedure = dossier.intake.procedure;
  row.procedure_version = dossier.intake.procedure_version;
  row.case_id = dossier.intake.case_id;
  row.applicant = dossier.intake.applicant.name;
  row.search = search_text(dossier, version);
  row.channel = procedure::write_channel(dossier.intake.channel);
  row.status = dossier::status_number(dossier);
  row.open = dossier.is_open() || dossier.phase == dossier::Phase::Settled;
  row.paused = dossier.open_stop() != nullptr;
  put_task(row, dossier);
  if (const auto* promise = dossier.current_promise()) row.promise = promise->due;
  if (const auto* promise = dossier.first_promise()) row.first_promise = promise->due;
  row.received_at = dossier.intake.received_at;
  row.ended_at = dossier.ended_at;
  row.generated = is_generated(dossier);
  return row;
}

}  // namespace motcua::view

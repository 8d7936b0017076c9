#include "queries/lists.hpp"

namespace motcua::queries {
namespace {

dossier::Countdown countdown_of(const view::ListRow& row, const ListScene& scene) {
  dossier::CountdownOf of;
  of.due = row.step_due ? row.step_due : row.promise;
  of.ended_as = row.ended_at ? row.status : 0;
  of.paused = row.paused;
  return dossier::countdown(of, scene.now, scene.calendar);
}

json::array write_rows(const std::vector<view::ListRow>& rows, const ListScene& scene) {
  json::array items;
  for (const auto& row : rows) items.push_back(dossier_line(row, scene));
  return items;
}

}  // namespace

ports::DueBorders due_borders(Moment now, const calendar::WorkingCalendar& calendar) {
  const Date today = date_of(now);
  Date third = today;
  for (int i = 0; i < 3; ++i) third = calendar.next_working_day(third);
  const minutes midnight = std::chrono::hours{24};
  return {now, at(today, midnight) - seconds{1}, at(third, midnight) - seconds{1}};
}

json::value dossier_line(const view::ListRow& row, const ListScene& scene) {
  const auto* version = scene.catalogue.find(row.procedure, row.procedure_version);
  json::object line{
      {"code", row.code},
      {"procedure", row.procedure},
      {"name", write(version == nullptr ? Text{row.procedure, row.procedure} : version->name)},
      {"applicant", row.applicant},
      {"channel", row.channel},
      {"status", write(dossier::status_by_number(row.status))},
      {"step_due", write(row.step_due)},
      {"promise", write(row.promise)},
      {"first_promise", write(row.first_promise)},
      {"countdown", write(countdown_of(row, scene))},
      {"received_at", write_moment(row.received_at)},
      {"version", row.version},
      {"generated", row.generated}};
  if (!row.task.empty() && version != nullptr) line["task"] = write(task_name(*version, row.task));
  if (!row.unit.empty()) line["unit"] = write(unit_name(scene.office, row.unit));
  if (!row.assignee.empty()) {
    const auto* person = scene.office.find_person(row.assignee);
    line["assignee"] = person == nullptr ? row.assignee : person->name;
  }
  if (row.ended_at) line["ended_at"] = write_moment(*row.ended_at);
  return line;
}

json::value dossier_list(const ports::ListPage& page, const ports::ListQuery& query,
                         const ListScene& scene) {
  return json::object{{"items", write_rows(page.rows, scene)},
                      {"total", page.total},
                      {"page", query.page},
                      {"size", query.size},
                      {"counts", json::object{{"late", page.counts.late},
                                              {"today", page.counts.today},
                                              {"three_days", page.counts.three_days},
                                              {"later", page.counts.later},
                                              {"waiting", page.counts.waiting}}}};
}

}  // namespace motcua::queries

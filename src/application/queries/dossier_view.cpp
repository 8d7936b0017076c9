#include "queries/dossier_view.hpp"

#include <algorithm>
#include <map>

#include "procedure/form.hpp"
#include "queries/changes.hpp"
#include "queries/dossier_parts.hpp"
#include "queries/payment_view.hpp"
#include "queries/result_papers.hpp"
#include "view/generated.hpp"
#include "view/online_level.hpp"

namespace motcua::queries {
namespace {

using dossier::Dossier;
using dossier::Phase;

// The unit that must move next; the applicant while something is asked of him.
std::string holder_of(const Dossier& dossier) {
  if (dossier.supplement && dossier.is_open()) return "applicant";
  if (!dossier.tasks.empty()) return dossier.tasks.front().unit;
  return dossier.is_open() ? "reception" : "";
}

Moment held_since(const Dossier& dossier) {
  if (dossier.supplement) return dossier.supplement->requested_at;
  if (!dossier.tasks.empty()) return dossier.tasks.front().opened_at;
  return dossier.registered_at;
}

Text next_step(const Dossier& dossier) {
  if (dossier.result_awaits_payment()) {
    const Text owed = write_dong(dossier.owed());
    return {"Nộp phí, lệ phí " + owed.vi + " để nhận kết quả.",
            "Pay the fee of " + owed.en + " to get the result."};
  }
  if (dossier.owed() > Dong{} && !dossier.supplement) {
    const Text owed = write_dong(dossier.owed());
    return {"Bạn cần nộp phí, lệ phí " + owed.vi + ".", "Please pay the fee of " + owed.en + "."};
  }
  if (dossier.supplement && dossier.phase != Phase::Guided) {
    const bool asks_answers = std::ranges::any_of(
        dossier.supplement->items, [](const auto& item) { return !item.field.empty(); });
    if (asks_answers) {
      return {"Bạn cần sửa và gửi phần bổ sung nêu dưới đây.",
              "Please correct and send what is asked for below."};
    }
    return {"Bạn cần gửi giấy tờ bổ sung nêu dưới đây.", "Please send the papers asked for below."};
  }
  switch (dossier.phase) {
    case Phase::Submitted:
      return {"Bạn chưa phải làm gì. Cơ quan sẽ trả lời hồ sơ có đủ giấy tờ hay không.",
              "Nothing to do for now. The office will say whether the papers are complete."};
    case Phase::Running:
      return {"Bạn không phải làm gì thêm. Cơ quan đang giải quyết.",
              "Nothing more to do. The office is working on it."};
    case Phase::Settled:
      if (dossier.result && !dossier.result->issued.empty()) {
        return {"Mời bạn tải kết quả đã ký ở dưới.", "Please download the signed result, below."};
      }
      return {"Mời bạn nhận kết quả.", "Please collect the result."};
    case Phase::Guided:
      return {"Hoàn thiện giấy tờ theo phiếu hướng dẫn rồi nộp lại.",
              "Complete the papers as the guidance slip says, then hand them in again."};
    case Phase::Refused:
      return {
          "Hồ sơ không được tiếp nhận. Xem lý do trong phiếu từ chối; bạn có thể nộp hồ sơ mới.",
          "The application was not accepted. The refusal slip says why; you may apply again."};
    case Phase::None:
    case Phase::Withdrawn:
    case Phase::Stopped:
    case Phase::Returned:
      return {"Hồ sơ đã kết thúc.", "The dossier has ended."};
  }
  return {};
}

json::array applicant_may(const Dossier& dossier) {
  json::array may;
  if (dossier.supplement && dossier.is_open()) may.push_back("supplement");
  if (dossier.is_open()) may.push_back("withdraw");
  if (dossier.is_finished() && !dossier.rating) may.push_back("rate");
  return may;
}

json::array names(const std::vector<std::string>& list) {
  json::array array;
  for (const auto& name : list) array.push_back(json::value(name));
  return array;
}

}  // namespace

json::value step_countdown(const Dossier& dossier, const Scene& scene) {
  std::optional<Moment> nearest;
  for (const auto& task : dossier.tasks) {
    if (task.due && (!nearest || *task.due < *nearest)) nearest = task.due;
  }
  return write(dossier::countdown(nearest, dossier, scene.now, scene.calendar));
}

json::array held_by_unit(const Dossier& dossier, const Scene& scene) {
  std::map<std::string, int> minutes_of;
  std::vector<std::string> order;
  for (const auto& holding : dossier.holdings) {
    const Moment to = holding.to.value_or(scene.now);
    int held = int(scene.calendar.working_time_between(holding.from, to).count());
    for (const auto& stop : dossier.stops) {
      const Moment from = std::max(stop.from, holding.from);
      const Moment until = std::min(stop.to.value_or(scene.now), to);
      held -= int(scene.calendar.working_time_between(from, until).count());
    }
    if (!minutes_of.contains(holding.unit)) order.push_back(holding.unit);
    minutes_of[holding.unit] += std::max(held, 0);
  }
  json::array list;
  for (const auto& unit : order) {
    const int held = minutes_of[unit];
    list.push_back(json::object{{"unit", write(unit_name(scene.office, unit))},
                                {"working_minutes", held},
                                {"text", write(dossier::describe_working_time(held))}});
  }
  return list;
}

namespace {

json::value steps_now(const Dossier& dossier, const Scene& scene) {
  json::array tasks;
  for (const auto& task : dossier.tasks) {
    json::object entry{{"task", task.task},
                       {"name", write(task_name(scene.version, task.task))},
                       {"unit", write(unit_name(scene.office, task.unit))},
                       {"opened_at", write_moment(task.opened_at)}};
    if (!task.assignee.empty()) {
      const auto* person = scene.office.find_person(task.assignee);
      entry["assignee"] = person == nullptr ? task.assignee : person->name;
    }
    if (task.due) entry["due"] = write_moment(*task.due);
    tasks.push_back(std::move(entry));
  }
  return json::object{{"tasks", std::move(tasks)}, {"countdown", step_countdown(dossier, scene)}};
}

std::string_view step_state(const Dossier& dossier, std::string_view task) {
  if (dossier.find_task(task) != nullptr) return "now";
  const bool reached = std::any_of(dossier.holdings.begin(), dossier.holdings.end(),
                                   [&](const auto& h) { return h.task == task; });
  return reached ? "done" : "later";
}

// User tasks in the order of the process, by walking its flows from the start.
std::vector<std::string> ordered_tasks(const procedure::Process& process) {
  std::vector<std::string> seen{process.start};
  std::vector<std::string> tasks;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const auto& node = process.nodes.find(seen[i])->second;
    if (node.kind == procedure::NodeKind::UserTask) tasks.push_back(node.id);
    for (const auto& target : node.next) {
      if (std::find(seen.begin(), seen.end(), target) == seen.end()) seen.push_back(target);
    }
  }
  return tasks;
}

json::value process_of(const Dossier& dossier, const Scene& scene) {
  json::array steps;
  const auto* chosen = scene.version.find_case(dossier.intake.case_id);
  for (const auto& task : ordered_tasks(scene.version.process)) {
    const auto& node = scene.version.process.nodes.find(task)->second;
    const std::string unit = node.task.unit == "division"
                                 ? scene.office.division_of(scene.version.procedure)
                                 : node.task.unit;
    json::object step{{"task", task},
                      {"name", write(task_name(scene.version, task))},
                      {"unit", write(unit_name(scene.office, unit))},
                      {"state", step_state(dossier, task)}};
    if (chosen != nullptr) {
      const auto share = chosen->shares.find(task);
      if (share != chosen->shares.end()) {
        step["share"] = write(calendar::describe_term(share->second));
      }
    }
    steps.push_back(std::move(step));
  }
  return json::object{{"xml", scene.version.process.xml}, {"steps", std::move(steps)}};
}

json::array answers_of(const Dossier& dossier, const procedure::Version& version) {
  json::array rows;
  const auto answers = read_json(dossier.intake.answers);
  if (!answers) return rows;
  for (const auto& row : procedure::answer_rows(version, *answers)) {
    rows.push_back(
        json::object{{"path", row.path}, {"label", write(row.label)}, {"value", write(row.value)}});
  }
  return rows;
}

// How far it went through the network so far, and the level once the result is handed over.
json::value level_of(const Dossier& dossier) {
  const auto trace = view::online_trace(dossier);
  json::array reasons;
  for (const auto& reason : view::level_reasons(trace)) reasons.push_back(write(reason));
  json::object online{{"whole_way", view::is_whole_way(trace)}, {"reasons", std::move(reasons)}};
  if (const auto level = view::online_level(trace)) online["level"] = *level;
  return online;
}

void put_common(json::object& out, const Dossier& dossier, const Scene& scene) {
  out["code"] = dossier.code;
  out["procedure"] = dossier.intake.procedure;
  out["name"] = write(scene.version.name);
  out["case_name"] = write(case_name(dossier, scene.version));
  out["channel"] = procedure::write_channel(dossier.intake.channel);
  out["received_at"] = write_moment(dossier.intake.received_at);
  out["status"] = write(dossier::status_of(dossier));
  out["promise"] = promise_account(dossier, scene);
  out["online"] = level_of(dossier);
  out["papers"] = papers_of(dossier, scene.version);
  if (dossier.supplement) out["supplement"] = supplement_of(dossier, scene.version);
  if (dossier.result) out["result"] = result_of(*dossier.result, date_of(scene.now));
}

}  // namespace

namespace {

void put_payment(json::object& out, const Dossier& dossier, const Scene& scene,
                 bool for_applicant) {
  auto account = payment_account(dossier, scene, for_applicant);
  if (!account.is_null()) out["payment"] = std::move(account);
}

}  // namespace

namespace {

// The applicant sees that the result is there, and gets it when its fees are paid.
void withhold(json::object& result) {
  result["issued"] = json::array{};
  result["awaits_payment"] = true;
}

// What only officers see of the result.
void put_signing(json::object& out, const Dossier& dossier, const Scene& scene) {
  if (!dossier.result) return;
  auto& result = out.at("result").as_object();
  if (!dossier.result->shown.empty()) result["shown"] = dossier.result->shown;
  if (dossier.result_awaits_payment()) result["awaits_payment"] = true;
  auto signing = signing_of(dossier, scene);
  if (!signing.is_null()) result["signing"] = std::move(signing);
}

}  // namespace

std::vector<std::string> slips_of(const Dossier& dossier, bool for_applicant) {
  std::vector<std::string> slips;
  const bool received = dossier.phase != Phase::None && dossier.phase != Phase::Guided &&
                        dossier.phase != Phase::Refused;
  if (received) slips.push_back("receipt");
  if (dossier.supplement || dossier.supplements_requested > 0)
    slips.push_back("supplement-request");
  if (dossier.phase == Phase::Refused) slips.push_back("refusal");
  if (!dossier.apologies.empty()) slips.push_back("apology");
  if (dossier.phase == Phase::Stopped || dossier.phase == Phase::Withdrawn) {
    slips.push_back("stop-notice");
  }
  if (dossier.phase == Phase::Returned) slips.push_back("hand-over");
  if (received && !for_applicant) slips.push_back("control");
  return slips;
}

namespace {

// What may be rated, or when it was.
json::value rating_of(const Dossier& dossier) {
  if (dossier.rating) return json::object{{"rated_at", write_moment(dossier.rating->at)}};
  json::array list;
  int number = 0;
  for (const auto& indicator : dossier::all_indicators()) {
    json::array answers;
    for (int points = dossier::most_points; points >= 0; --points) {
      answers.push_back(json::object{{"points", points},
                                     {"label", write(indicator.answers[std::size_t(points)])}});
    }
    list.push_back(json::object{{"indicator", ++number},
                                {"label", write(indicator.label)},
                                {"answers", std::move(answers)}});
  }
  return json::object{{"indicators", std::move(list)}};
}

}  // namespace

json::value tracking_view(const std::vector<ports::StoredRecord>& records, const Dossier& dossier,
                          const Scene& scene) {
  json::object out;
  put_common(out, dossier, scene);
  out["applicant"] = masked(dossier.intake.applicant.name);
  if (const std::string holder = holder_of(dossier); !holder.empty()) {
    json::object held{{"unit", write(unit_name(scene.office, holder))},
                      {"since", write_moment(held_since(dossier))}};
    if (!dossier.tasks.empty() && dossier.tasks.front().due) {
      held["due"] = write_moment(*dossier.tasks.front().due);
    }
    out["holder"] = std::move(held);
  }
  put_authority(out, dossier, scene, Known::Untold);
  if (dossier.result_awaits_payment()) withhold(out.at("result").as_object());
  out["next"] = write(next_step(dossier));
  if (!dossier.apologies.empty()) {
    const auto& apology = dossier.apologies.back();
    out["apology"] =
        json::object{{"reason", apology.reason},
                     {"unit", write(unit_name(scene.office, apology.responsible_unit))},
                     {"at", write_moment(apology.at)}};
  }
  put_payment(out, dossier, scene, true);
  out["changes"] = changes(records, scene, Reader::Applicant);
  out["timeline"] = timeline(records, dossier, scene, {true});
  out["slips"] = names(slips_of(dossier, true));
  out["may"] = applicant_may(dossier);
  if (dossier.is_finished()) out["rating"] = rating_of(dossier);
  return out;
}

json::value held_dossier(const Dossier& dossier, const Scene& scene) {
  json::object out{{"code", dossier.code},
                   {"procedure", dossier.intake.procedure},
                   {"name", write(scene.version.name)},
                   {"party", dossier.intake.filer.party},
                   {"applicant", dossier.intake.applicant.name},
                   {"received_at", write_moment(dossier.intake.received_at)},
                   {"status", write(dossier::status_of(dossier))},
                   {"open", dossier.is_open()},
                   {"asked", dossier.supplement.has_value() && dossier.is_open()},
                   {"result", dossier.result.has_value()}};
  const auto* promise = dossier.current_promise();
  if (promise != nullptr && promise->due) out["promise"] = write_moment(*promise->due);
  return out;
}

json::value dossier_view(const std::vector<ports::StoredRecord>& records, const Dossier& dossier,
                         const Scene& scene, const dossier::Officer& officer) {
  json::object out;
  put_common(out, dossier, scene);
  out["version"] = dossier.version;
  out["procedure_version"] = dossier.intake.procedure_version;
  out["case"] = dossier.intake.case_id;
  out["generated"] = view::is_generated(dossier);
  out["applicant"] = write(dossier.intake.applicant);
  out["summary"] = dossier.intake.summary;
  out["registered_at"] = write_moment(dossier.registered_at);
  out["registered_by"] = dossier.registered_by.name;
  out["step"] = steps_now(dossier, scene);
  out["answers"] = answers_of(dossier, scene.version);
  put_payment(out, dossier, scene, false);
  put_signing(out, dossier, scene);
  out["changes"] = changes(records, scene, Reader::Officer);
  out["timeline"] = timeline(records, dossier, scene, {false});
  out["held"] = held_by_unit(dossier, scene);
  out["process"] = process_of(dossier, scene);
  out["acts"] = act_offers(dossier, scene, officer);
  out["withheld"] = withheld_acts(dossier, scene, officer);
  put_authority(out, dossier, scene, Known::Told);
  out["issuing"] = issue_offers(dossier, scene, officer);
  out["slips"] = names(slips_of(dossier, false));
  return out;
}

json::value journal_view(std::string_view code, const std::vector<ports::StoredRecord>& records) {
  json::array list;
  for (const auto& stored : records) {
    const auto body = read_json(stored.body);
    json::object record{{"sequence", stored.sequence},
                        {"version", stored.record.version},
                        {"at", write_moment(stored.record.at)},
                        {"actor", stored.record.actor.name},
                        {"type", stored.type},
                        {"body", body ? *body : json::value(nullptr)},
                        {"chain", to_hex(stored.chain)}};
    if (const auto& actual = stored.record.actual_at) record["actual_at"] = write_moment(*actual);
    list.push_back(std::move(record));
  }
  return json::object{{"code", code}, {"records", std::move(list)}};
}

}  // namespace motcua::queries

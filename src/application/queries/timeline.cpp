#include "queries/timeline.hpp"

#include <algorithm>
#include <array>

#include "dossier/supplement.hpp"
#include "procedure/form.hpp"

namespace motcua::queries {
namespace {

struct Title {
  std::string_view event;
  std::string_view vi;
  std::string_view en;
};

constexpr std::array<Title, 44> titles{{
    {"submitted", "Nộp hồ sơ qua mạng", "Application sent on-line"},
    {"received", "Tiếp nhận hồ sơ, hẹn ngày trả", "Application received, date promised"},
    {"accepted", "Hồ sơ đủ giấy tờ, đã tiếp nhận", "Papers complete, application accepted"},
    {"guided", "Hướng dẫn hoàn thiện hồ sơ", "Guided to complete the papers"},
    {"refused", "Từ chối tiếp nhận", "Application refused"},
    {"supplement_requested", "Yêu cầu bổ sung giấy tờ", "Supplement requested"},
    {"supplemented", "Đã nhận giấy tờ bổ sung", "Supplement received"},
    {"suspended", "Tạm dừng thời hạn", "Clock suspended"},
    {"resumed", "Tiếp tục giải quyết", "Resumed"},
    {"taken", "Nhận việc", "Work taken"},
    {"assigned", "Phân công", "Assigned"},
    {"handed_over", "Chuyển đơn vị giải quyết", "Handed over"},
    {"proposed", "Trình lãnh đạo", "Proposed to the leadership"},
    {"approved", "Lãnh đạo duyệt, ký", "Approved and signed"},
    {"returned_for_rework", "Trả lại làm lại", "Returned for rework"},
    {"signed_off", "Cấp có thẩm quyền quyết định", "Decided by the authority"},
    {"opinion_recorded", "Cơ quan được hỏi đã trả lời", "The asked agency answered"},
    {"apologised", "Xin lỗi và hẹn lại ngày trả", "Apology and new date"},
    {"stopped", "Dừng giải quyết", "Processing stopped"},
    {"withdrawn", "Rút hồ sơ", "Withdrawn"},
    {"result_recorded", "Đã có kết quả", "Result ready"},
    {"result_returned", "Đã trả kết quả", "Result handed over"},
    {"result_posted", "Đã gửi kết quả qua bưu chính", "Result sent by post"},
    {"delivery_recorded", "Bưu chính đã phát kết quả", "Result delivered by the carrier"},
    {"paper_signed", "Ký văn bản kết quả", "Result's paper signed"},
    {"paper_sent_back", "Người ký trả lại văn bản", "Paper sent back unsigned"},
    {"result_issued", "Phát hành kết quả điện tử", "Electronic result issued"},
    {"result_revoked", "Thu hồi kết quả", "Result revoked"},
    {"intake_corrected", "Sửa thông tin tiếp nhận", "Intake corrected"},
    {"paper_checked", "Kiểm tra giấy tờ", "Paper checked"},
    {"promise_recomputed", "Tính lại hạn vì lịch nghỉ thay đổi",
     "Date recomputed after the calendar changed"},
    {"fees_charged", "Tính phí, lệ phí", "Fees charged"},
    {"payment_ordered", "Lập lệnh thanh toán trực tuyến", "On-line payment begun"},
    {"payment_received", "Đã nhận thanh toán trực tuyến", "On-line payment received"},
    {"payment_failed", "Thanh toán trực tuyến không thành", "On-line payment not made"},
    {"cash_received", "Đã thu tiền mặt", "Cash received"},
    {"transfer_recorded", "Đã ghi nhận chuyển khoản", "Bank transfer recorded"},
    {"refund_ordered", "Lệnh hoàn tiền", "Refund ordered"},
    {"refunded", "Đã hoàn tiền", "Money given back"},
    {"rated", "Người nộp đã đánh giá", "Rated by the applicant"},
    {"conflict_declared", "Khai có lợi ích liên quan", "Conflict of interest declared"},
    {"unit_succeeded", "Chuyển sang đơn vị kế thừa", "Moved to the succeeding unit"},
    {"timer_came", "Đến hẹn giờ của quy trình", "A timer of the process came"},
    {"refund_failed", "Hoàn tiền không thành", "Refund not made"},
}};

bool is_internal(std::string_view event) {
  return event == "taken" || event == "assigned" || event == "paper_checked" ||
         event == "returned_for_rework" || event == "proposed" || event == "paper_signed" ||
         event == "paper_sent_back" || event == "conflict_declared" || event == "timer_came";
}

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};

struct Detail {
  Detail() = default;
  Detail(Text said, std::string of) : note(std::move(said)), document(std::move(of)) {}
  // As somebody wrote it: in his language.
  Detail(const std::string& said, std::string of) : Detail(Text{said, said}, std::move(of)) {}

  Text note;
  std::string document;
};

std::string joined(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + ". " + b;
}

Text joined(const Text& a, const std::string& b) { return {joined(a.vi, b), joined(a.en, b)}; }

Text asked_for(const std::vector<dossier::AskedItem>& items, const procedure::Version& version) {
  Text text;
  for (const auto& item : items) {
    const auto name = dossier::asked_name(item, version);
    const std::string before = text.vi.empty() ? "" : "; ";
    text.vi += before + name.vi + ": " + item.what;
    text.en += before + name.en + ": " + item.what;
  }
  return text;
}

std::string officer_name(const authority::Office& office, const std::string& username) {
  const auto* person = office.find_person(username);
  return person == nullptr ? username : person->name;
}

Detail own_detail(const dossier::ResultRecorded& e) { return {e.summary, e.document}; }
Detail own_detail(const dossier::ResultReturned& e) { return {joined(e.returned_to, e.note), {}}; }
Detail own_detail(const dossier::ResultPosted& e) {
  return {joined(e.carrier, e.note), e.tracking};
}
Detail own_detail(const dossier::DeliveryRecorded& e) {
  return {joined(e.received_by, e.note), {}};
}
Detail own_detail(const dossier::PaperSigned& e) {
  return {e.signers.empty() ? std::string() : e.signers.back(), {}};
}
Detail own_detail(const dossier::PaperSentBack& e) { return {e.reason, {}}; }
Detail own_detail(const dossier::ResultIssued& e) { return {e.reason, {}}; }
Detail own_detail(const dossier::ResultRevoked& e) { return {e.reason, e.document}; }
Detail own_detail(const dossier::FeesCharged& e) {
  return {write_dong(payment::total(e.lines)), {}};
}
Detail own_detail(const dossier::PaymentOrdered& e) { return {write_dong(e.amount), e.order}; }
Detail own_detail(const dossier::PaymentReceived& e) {
  return {joined(write_dong(e.amount), e.bank), e.transaction};
}
Detail own_detail(const dossier::PaymentFailed& e) {
  return {e.expired ? Text{"Quá hạn thanh toán", "Not paid in time"} : Text{e.code, e.code},
          e.order};
}
Detail own_detail(const dossier::CashReceived& e) {
  return {joined(write_dong(e.amount), e.note), e.receipt};
}
Detail own_detail(const dossier::TransferRecorded& e) {
  return {joined(write_dong(e.amount), e.note), e.reference};
}
Detail own_detail(const dossier::RefundOrdered& e) {
  return {joined(write_dong(e.amount), e.reason), e.document};
}
Detail own_detail(const dossier::Refunded& e) {
  return {joined(write_dong(e.amount), e.reason), e.document};
}
Detail own_detail(const dossier::RefundFailed& e) { return {e.code, {}}; }

Detail own_detail(const dossier::ConflictDeclared& e) { return {e.reason, {}}; }

// Number of the indicator and points: "1: 2; 7: 0".
Detail own_detail(const dossier::Rated& e) {
  std::string marks;
  for (const auto& mark : e.marks) {
    if (!marks.empty()) marks += "; ";
    marks += std::to_string(mark.indicator) + ": " + std::to_string(mark.points);
  }
  return {joined(marks, e.comment), {}};
}

Detail detail_of(const dossier::Event& event, const Scene& scene) {
  using namespace dossier;
  const auto& version = scene.version;
  return std::visit(
      Overloaded{
          [](const Submitted&) { return Detail{}; },
          [](const Received& e) {
            return Detail{e.promise.reason, {}};
          },
          [](const Accepted& e) {
            return Detail{e.note, {}};
          },
          [&](const Guided& e) {
            return Detail{asked_for(e.items, version), {}};
          },
          [](const Refused& e) {
            return Detail{e.reason, e.document};
          },
          [&](const SupplementRequested& e) {
            return Detail{joined(asked_for(e.items, version), e.reason), e.document};
          },
          [](const Supplemented& e) {
            const bool answered = e.corrected && !e.corrected->answers_after.empty();
            if (!answered) return Detail{e.note, {}};
            return Detail{joined(Text{"Đã sửa tờ khai", "The form was corrected"}, e.note), {}};
          },
          [](const Suspended& e) {
            return Detail{e.stop.reason, e.stop.document};
          },
          [](const Resumed& e) {
            return Detail{e.note, {}};
          },
          [](const Taken&) { return Detail{}; },
          [&](const Assigned& e) {
            return Detail{joined(officer_name(scene.office, e.officer), e.note), {}};
          },
          [](const StepCompleted& e) {
            return Detail{joined(e.reason, e.note), e.document};
          },
          [](const Apologised& e) {
            return Detail{e.reason, e.document};
          },
          [](const Stopped& e) {
            return Detail{e.reason, e.document};
          },
          [](const Withdrawn& e) {
            return Detail{e.reason, {}};
          },
          [](const IntakeCorrected& e) {
            return Detail{e.reason, {}};
          },
          [](const PaperChecked& e) {
            return Detail{joined(e.paper, e.note), {}};
          },
          [&](const UnitSucceeded& e) {
            const Text from = unit_name(scene.office, e.from);
            const Text to = unit_name(scene.office, e.to);
            return Detail{Text{from.vi + " → " + to.vi, from.en + " → " + to.en}, e.decision};
          },
          [&](const TimerCame& e) {
            return Detail{task_name(version, e.timer), {}};
          },
          [](const PromiseRecomputed& e) {
            return Detail{e.promise.reason, e.promise.document};
          },
          [](const auto& further) { return own_detail(further); },
      },
      event);
}

// When it really happened, where that was not at the click. Papers that lay there before they were
// registered say so in the intake: the promise counts from then.
std::optional<Moment> happened_at(const dossier::Record& record) {
  auto actual = record.actual_at;
  if (const auto* received = std::get_if<dossier::Received>(&record.event)) {
    actual = received->intake.received_at;
  }
  return actual == record.at ? std::nullopt : actual;
}

json::object done_entry(const ports::StoredRecord& stored, const Scene& scene) {
  const auto& record = stored.record;
  json::object entry{{"kind", stored.type},
                     {"title", write(event_title(stored.type))},
                     {"state", "done"},
                     {"at", write_moment(record.at)},
                     {"who", record.actor.name}};
  if (!record.actor.unit.empty()) entry["unit"] = write(unit_name(scene.office, record.actor.unit));
  if (const auto& place = record.acting_for) {
    entry["acting_for"] =
        json::object{{"name", place->name}, {"post", place->post}, {"paper", place->paper}};
  }
  if (const auto actual = happened_at(record)) entry["actual_at"] = write_moment(*actual);
  const Detail detail = detail_of(record.event, scene);
  if (!detail.note.vi.empty()) entry["note"] = write(detail.note);
  if (!detail.document.empty()) entry["document"] = detail.document;
  return entry;
}

// What the process found out by itself in a step, by which row: officers see why it went that way.
json::array found_out(const dossier::Event& event, const Scene& scene) {
  json::array found;
  const auto* move = dossier::move_of(event);
  if (move == nullptr) return found;
  for (const auto& one : move->found_out) {
    json::object entry{{"name", write(task_name(scene.version, one.node))},
                       {"result", one.result},
                       {"value", one.value}};
    if (one.rule > 0) entry["rule"] = one.rule;
    found.push_back(std::move(entry));
  }
  return found;
}

// What was filled in with the step's own form.
json::array filled_in(const dossier::Event& event, const procedure::Version& version) {
  json::array rows;
  const auto* step = std::get_if<dossier::StepCompleted>(&event);
  if (step == nullptr || step->answers.empty()) return rows;
  const auto form = version.task_forms.find(step->move.closed);
  const auto answers = read_json(step->answers);
  if (form == version.task_forms.end() || !answers) return rows;
  for (const auto& row : procedure::answer_rows(form->second, *answers)) {
    rows.push_back(json::object{{"label", write(row.label)}, {"value", write(row.value)}});
  }
  return rows;
}

json::object timer_entry(const dossier::PendingTimer& timer, const Scene& scene) {
  return {{"kind", timer.node},
          {"title", write(task_name(scene.version, timer.node))},
          {"state", "later"},
          {"due", write_moment(timer.due)}};
}

json::object now_entry(const dossier::OpenTask& task, const Scene& scene) {
  json::object entry{{"kind", task.task},
                     {"title", write(task_name(scene.version, task.task))},
                     {"state", "now"},
                     {"at", write_moment(task.opened_at)},
                     {"unit", write(unit_name(scene.office, task.unit))}};
  if (task.due) entry["due"] = write_moment(*task.due);
  return entry;
}

bool was_reached(const dossier::Dossier& dossier, std::string_view task) {
  return std::any_of(dossier.holdings.begin(), dossier.holdings.end(),
                     [&](const dossier::Holding& h) { return h.task == task; });
}

// The tasks not reached yet, nearest first, by walking the process on from where it stands.
std::vector<std::string> tasks_ahead(const dossier::Dossier& dossier,
                                     const procedure::Version& version) {
  std::vector<std::string> ahead;
  std::vector<std::string> front{dossier.process.tasks};
  if (dossier.phase == dossier::Phase::Submitted) front.push_back(version.process.start);
  std::vector<std::string> seen = front;
  for (std::size_t i = 0; i < front.size(); ++i) {
    const auto node = version.process.nodes.find(front[i]);
    if (node == version.process.nodes.end()) continue;
    for (const auto& target : node->second.next) {
      if (std::find(seen.begin(), seen.end(), target) != seen.end()) continue;
      seen.push_back(target);
      front.push_back(target);
      const auto& next = version.process.nodes.find(target)->second;
      if (next.kind == procedure::NodeKind::UserTask && !was_reached(dossier, target)) {
        ahead.push_back(target);
      }
    }
  }
  return ahead;
}

}  // namespace

Text event_title(std::string_view event_name) {
  for (const auto& title : titles) {
    if (title.event == event_name) return {std::string(title.vi), std::string(title.en)};
  }
  return {std::string(event_name), std::string(event_name)};
}

json::array timeline(const std::vector<ports::StoredRecord>& records,
                     const dossier::Dossier& dossier, const Scene& scene,
                     const TimelineOptions& options) {
  json::array entries;
  for (const auto& stored : records) {
    if (options.for_applicant && is_internal(stored.type)) continue;
    auto entry = done_entry(stored, scene);
    if (!options.for_applicant) {
      if (auto found = found_out(stored.record.event, scene); !found.empty()) {
        entry["found_out"] = std::move(found);
      }
      if (auto rows = filled_in(stored.record.event, scene.version); !rows.empty()) {
        entry["filled_in"] = std::move(rows);
      }
    }
    // The applicant's name is masked on this page; the title says whose act it was.
    if (options.for_applicant && stored.record.actor.id == "applicant") entry.erase("who");
    entries.push_back(std::move(entry));
  }
  if (!dossier.is_open() && dossier.phase != dossier::Phase::Settled) return entries;
  for (const auto& task : dossier.tasks) entries.push_back(now_entry(task, scene));
  if (!options.for_applicant) {
    for (const auto& timer : dossier.timers) entries.push_back(timer_entry(timer, scene));
  }
  for (const auto& task : tasks_ahead(dossier, scene.version)) {
    entries.push_back(json::object{
        {"kind", task}, {"title", write(task_name(scene.version, task))}, {"state", "later"}});
  }
  return entries;
}

}  // namespace motcua::queries

#include "petition/state.hpp"

#include <algorithm>

#include "base/assertion.hpp"

namespace motcua::petition {
namespace {

struct Label {
  std::string_view code;
  std::string_view vi;
  std::string_view en;
  Text text() const { return {std::string(vi), std::string(en)}; }
};

constexpr std::array<Label, 6> status_labels{{
    {"received", "Mới tiếp nhận", "Received"},
    {"assigned", "Đang xử lý", "Being answered"},
    {"waiting", "Chờ người gửi bổ sung", "Waiting for the sender"},
    {"answered", "Đã trả lời", "Answered"},
    {"refused", "Không tiếp nhận", "Refused"},
    {"withdrawn", "Người gửi đã rút", "Withdrawn"},
}};

constexpr std::array<std::string_view, 5> publication_names{"none", "awaited", "published",
                                                            "refused", "unpublished"};

constexpr std::array<Label, all_duties.size()> duty_labels{{
    {"answer", "Trả lời", "Answer"},
    {"refuse", "Thông báo không tiếp nhận", "Refusal"},
    {"ask-supplement", "Đề nghị bổ sung", "Asking for more"},
    {"publish", "Công khai câu trả lời", "Publication of the answer"},
}};

class Folding {
 public:
  Folding(Petition& petition, const Record& record) : p_(petition), record_(record) {}

  void operator()(const Received& e) {
    p_.received = e;
    p_.received_at = record_.at;
    p_.answer_due = e.answer_due;
    p_.refuse_due = e.refuse_due;
    p_.may_publish = e.may_publish;
  }
  void operator()(const Assigned& e) {
    p_.unit = e.unit;
    if (p_.status == Status::Received) p_.status = Status::Assigned;
  }
  void operator()(const SupplementAsked& e) {
    p_.asked.push_back({e.what, record_.at, e.sender_until, e.stops_clock});
    p_.status = Status::Waiting;
  }
  void operator()(const Supplemented& e) {
    p_.asked.back().supplemented_at = record_.at;
    p_.asked.back().text = e.text;
    p_.answer_due = e.answer_due;
    p_.refuse_due = e.refuse_due;
    p_.status = p_.unit.empty() ? Status::Received : Status::Assigned;
  }
  void operator()(const Answered& e) {
    p_.answer = e.text;
    p_.answered_by = record_.actor;
    end(Status::Answered);
    await_publication(e.publish_due);
  }
  void operator()(const Refused& e) {
    p_.reason = e.reason;
    end(Status::Refused);
  }
  void operator()(const Withdrawn& e) {
    p_.reason = e.reason;
    end(Status::Withdrawn);
  }
  void operator()(const ConsentChanged& e) {
    p_.may_publish = e.may_publish;
    if (!e.may_publish) {
      settle_publication(Publication::None);
    } else {
      await_publication(e.publish_due);
    }
  }
  void operator()(const Published& e) {
    p_.published = e;
    p_.published_at = record_.at;
    settle_publication(Publication::Published);
  }
  void operator()(const PublicationRefused& e) {
    p_.publication_reason = e.reason;
    settle_publication(Publication::Refused);
  }
  void operator()(const Unpublished& e) {
    p_.publication_reason = e.reason;
    p_.publication = Publication::Unpublished;
  }
  void operator()(const Judged& e) {
    p_.liked = e.liked;
    p_.comment = e.comment;
    p_.judged_at = record_.at;
  }
  void operator()(const Repeated& e) {
    p_.repeated_by = e.by;
    p_.repeated_at = record_.at;
  }

 private:
  void end(Status status) {
    p_.status = status;
    p_.ended_at = record_.at;
  }
  // The first term counts: a sender who agrees anew gives the office no second one.
  void await_publication(const std::optional<Moment>& due) {
    if (!due) return;
    p_.publication = Publication::Awaited;
    if (!p_.publish_due) p_.publish_due = due;
  }
  void settle_publication(Publication publication) {
    p_.publication = publication;
    if (p_.publish_due && !p_.publish_settled_at) p_.publish_settled_at = record_.at;
  }

  Petition& p_;
  const Record& record_;
};

std::optional<Moment> by(const std::optional<Moment>& moment, Moment as_of) {
  return moment && *moment <= as_of ? moment : std::nullopt;
}

// The ask that held the clock at that moment, or still held it when the petition ended.
const Asked* holding_ask(const Petition& petition, Moment as_of) {
  for (const auto& ask : petition.asked) {
    if (ask.stops_clock && ask.at <= as_of && !by(ask.supplemented_at, as_of)) return &ask;
  }
  return nullptr;
}

Duty answer_at(const Petition& petition, Moment as_of) {
  Duty duty{DutyKind::Answer, petition.answer_due, by(petition.ended_at, as_of)};
  duty.withdrawn = duty.done && petition.status == Status::Withdrawn;
  const auto* ask = holding_ask(petition, as_of);
  if (ask == nullptr) return duty;
  if (duty.done) duty.done = ask->at;
  duty.stands = !duty.done;
  return duty;
}

}  // namespace

std::string_view write_status(Status status) { return status_labels[std::size_t(status)].code; }
Text describe(Status status) { return status_labels[std::size_t(status)].text(); }
std::string_view write_publication(Publication publication) {
  return publication_names[std::size_t(publication)];
}
std::string_view write_duty(DutyKind kind) { return duty_labels[std::size_t(kind)].code; }
Text describe(DutyKind kind) { return duty_labels[std::size_t(kind)].text(); }

const Asked* Petition::open_ask() const {
  return status == Status::Waiting && !asked.empty() ? &asked.back() : nullptr;
}

std::vector<calendar::Stop> Petition::stops() const {
  std::vector<calendar::Stop> stops;
  for (const auto& ask : asked) {
    if (!ask.stops_clock) continue;
    calendar::Stop stop;
    stop.from = ask.at;
    stop.to = ask.supplemented_at ? ask.supplemented_at : ended_at;
    stop.reason = {"Chờ người gửi bổ sung", "Waiting for the sender"};
    stops.push_back(std::move(stop));
  }
  return stops;
}

void apply(Petition& petition, const Record& record) {
  MOTCUA_ASSERT(record.version == petition.version + 1);
  petition.code = record.code;
  petition.version = record.version;
  std::visit(Folding(petition, record), record.event);
}

std::vector<Duty> duties_at(const Petition& petition, Moment as_of) {
  std::vector<Duty> duties;
  const bool refused = petition.status == Status::Refused && by(petition.ended_at, as_of);
  if (refused && holding_ask(petition, as_of) == nullptr) {
    duties.push_back({DutyKind::Refuse, petition.refuse_due, petition.ended_at});
  } else {
    duties.push_back(answer_at(petition, as_of));
  }
  if (!petition.asked.empty() && petition.asked.front().at <= as_of) {
    duties.push_back(
        {DutyKind::AskSupplement, petition.received.ask_due, petition.asked.front().at});
  }
  if (petition.publish_due && by(petition.ended_at, as_of)) {
    duties.push_back(
        {DutyKind::Publish, *petition.publish_due, by(petition.publish_settled_at, as_of)});
  }
  return duties;
}

bool is_late_at(const Petition& petition, Moment now) {
  const auto duties = duties_at(petition, now);
  return std::ranges::any_of(duties, [&](const Duty& duty) { return duty.is_late_at(now); });
}

bool may_be_repeated(const Petition& petition) {
  const bool settled = petition.status == Status::Answered || petition.status == Status::Refused;
  return settled && petition.repeated_by.empty();
}

}  // namespace motcua::petition

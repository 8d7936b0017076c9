#include "queries/promise_account.hpp"

#include <algorithm>
#include <array>

namespace motcua::queries {
namespace {

constexpr std::array<std::string_view, 6> state_names{"none", "running", "stopped",
                                                      "kept", "broken",  "withdrawn"};
std::string_view state_name(dossier::PromiseState state) {
  return state_names[static_cast<std::size_t>(state)];
}
constexpr std::array<std::string_view, 3> policy_names{"pause", "restart", "run"};

Text reason_of(const dossier::Promise& promise) {
  using dossier::PromiseKind;
  const auto with = [&](std::string vi, std::string en) {
    if (!promise.reason.empty()) {
      vi += ": " + promise.reason;
      en += ": " + promise.reason;
    }
    return Text{std::move(vi), std::move(en)};
  };
  switch (promise.kind) {
    case PromiseKind::First:
      return with("Hẹn khi nhận hồ sơ", "Promised on receipt");
    case PromiseKind::Supplement:
      return with("Chạy tiếp sau khi bổ sung", "Runs on after the supplement");
    case PromiseKind::Suspension:
      return with("Chạy tiếp sau khi tạm dừng", "Runs on after the suspension");
    case PromiseKind::Apology:
      return with("Xin lỗi và hẹn lại", "Apology and new date");
    case PromiseKind::Calendar:
      return with("Lịch nghỉ thay đổi", "The calendar of days off changed");
    case PromiseKind::IntakeCorrection:
      return with("Sửa thông tin tiếp nhận", "The intake was corrected");
  }
  return {};
}

json::array history_of(const dossier::Dossier& dossier) {
  json::array history;
  for (const auto& promise : dossier.promises) {
    history.push_back(json::object{{"due", write(promise.due)},
                                   {"given_at", write_moment(promise.given_at)},
                                   {"kind", dossier::write_promise_kind(promise.kind)},
                                   {"reason", write(reason_of(promise))},
                                   {"document", promise.document},
                                   {"author", promise.author}});
  }
  return history;
}

json::array stops_of(const dossier::Dossier& dossier) {
  json::array stops;
  for (const auto& stop : dossier.stops) {
    const std::string reason = stop.reason.empty() ? "Chờ bổ sung" : stop.reason;
    const std::string reason_en = stop.reason.empty() ? "Waiting for the supplement" : stop.reason;
    stops.push_back(json::object{{"from", write_moment(stop.from)},
                                 {"to", write(stop.to)},
                                 {"reason", write(Text{reason, reason_en})},
                                 {"document", stop.document},
                                 {"policy", policy_names[static_cast<std::size_t>(stop.policy)]}});
  }
  return stops;
}

json::array days_of(const calendar::Reckoned& reckoned) {
  json::array days;
  for (const auto& day : reckoned.days) days.push_back(write(day));
  return days;
}

}  // namespace

json::value promise_account(const dossier::Dossier& dossier, const Scene& scene) {
  json::object account;
  const auto* first = dossier.first_promise();
  const auto* current = dossier.current_promise();
  account["first"] = first == nullptr ? json::value(nullptr) : write(first->due);
  account["current"] = current == nullptr ? json::value(nullptr) : write(current->due);
  account["history"] = history_of(dossier);
  account["stops"] = stops_of(dossier);
  account["days"] = json::array{};
  account["term"] = write(calendar::describe_term(std::nullopt));
  CountedDays counted;
  if (const auto reckoning = dossier::reckoning_of(dossier, scene.version)) {
    account["term"] = write(calendar::describe_term(reckoning->term));
    account["total"] = reckoning->term.amount;
    if (const auto reckoned = calendar::reckon(scene.calendar, *reckoning)) {
      account["days"] = days_of(*reckoned);
      counted.emplace();
      for (const auto& day : reckoned->days) {
        if (day.counted) counted->push_back(day.date);
      }
    }
  }
  for (const auto& [name, value] : promise_now(dossier, scene, counted)) account[name] = value;
  return account;
}

json::object promise_now(const dossier::Dossier& dossier, const Scene& scene,
                         const CountedDays& counted) {
  const auto* current = dossier.current_promise();
  json::object now{
      {"state", state_name(dossier::promise_state(dossier, scene.now))},
      {"first_state", state_name(dossier::first_promise_state(dossier, scene.now))},
      {"countdown", write(dossier::countdown(current == nullptr ? std::nullopt : current->due,
                                             dossier, scene.now, scene.calendar))}};
  if (counted) {
    now["used"] = std::count_if(counted->begin(), counted->end(),
                                [&](Date day) { return day <= date_of(scene.now); });
  }
  return now;
}

OrRejection<json::value> promise_preview(const procedure::Version& version,
                                         const procedure::Case& chosen, procedure::Channel channel,
                                         Moment received,
                                         const calendar::WorkingCalendar& calendar) {
  json::object preview;
  const auto term = chosen.term(channel);
  preview["case"] = chosen.id;
  preview["term"] = write(calendar::describe_term(term));
  preview["promise"] = nullptr;
  preview["days"] = json::array{};
  preview["received_as"] = write_moment(received);
  if (!term) return json::value(std::move(preview));
  const auto reckoned = calendar::reckon(calendar, {*term, received, version.receipt, {}});
  if (!reckoned) return Unexpected{reckoned.error()};
  preview["promise"] = write(reckoned->due);
  preview["promise_text"] = write(describe(*reckoned->due));
  preview["received_as"] = write_moment(reckoned->received_as);
  preview["days"] = days_of(*reckoned);
  return json::value(std::move(preview));
}

json::value given_promise(const dossier::Dossier& dossier, const Scene& scene) {
  const auto* first = dossier.first_promise();
  const auto* chosen = scene.version.find_case(dossier.intake.case_id);
  if (first == nullptr || chosen == nullptr) {
    return json::object{{"promise", nullptr},
                        {"term", write(calendar::describe_term(std::nullopt))},
                        {"days", json::array{}}};
  }
  const auto preview = promise_preview(scene.version, *chosen, dossier.intake.channel,
                                       dossier.intake.received_at, scene.calendar);
  return preview ? *preview : json::value(json::object{});
}

}  // namespace motcua::queries

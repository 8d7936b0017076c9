#include "travel/dues.hpp"

#include <algorithm>

namespace motcua::travel {
namespace {

using std::chrono::days;

struct StandingName {
  std::string_view id;
  std::string_view vi;
  std::string_view en;
};
constexpr std::array<StandingName, 7> standing_names{{
    {"planned", "Sắp đi", "Planned"},
    {"away", "Đang đi", "Under way"},
    {"report-due", "Chờ báo cáo", "Report awaited"},
    {"report-late", "Quá hạn báo cáo", "Report overdue"},
    {"reported", "Đã báo cáo", "Reported"},
    {"over", "Đã kết thúc", "Over"},
    {"cancelled", "Đã hủy", "Cancelled"},
}};

Date end_of_trip(const PassportHandedOver& out, const Scene& scene) {
  const auto* delegation = scene.find(out.delegation);
  return delegation == nullptr ? out.on : delegation->trip.to;
}

// Whether somebody is to be told today of what is due then.
bool is_time_to_remind(const Entry& entry, std::string_view about, Date due, const Scene& scene) {
  const auto& limits = scene.settings.on(scene.today);
  const bool after = scene.today > due;
  if (!after && scene.today < due - days{limits.remind_before.most}) return false;
  for (std::size_t i = entry.reminded.size(); i-- > 0;) {
    const auto& last = entry.reminded[i];
    if (last.about != about || last.due != due || last.after != after) continue;
    return after && scene.today >= entry.reminded_on[i] + days{limits.remind_again.most};
  }
  return true;
}

}  // namespace

const Entry* Scene::find(std::string_view code) const {
  const auto found = entries.find(code);
  return found == entries.end() ? nullptr : found->second.get();
}

std::string_view write_standing(Standing standing) {
  return standing_names[std::size_t(standing)].id;
}
Text describe(Standing standing) {
  const auto& name = standing_names[std::size_t(standing)];
  return {std::string(name.vi), std::string(name.en)};
}

Date report_due(const Entry& delegation, const Scene& scene) {
  return delegation.trip.to + days{scene.settings.on(delegation.trip.to).report.most};
}

Standing standing_of(const Entry& delegation, const Scene& scene) {
  if (delegation.cancelled) return Standing::Cancelled;
  if (delegation.report) return Standing::Reported;
  if (scene.today < delegation.trip.from) return Standing::Planned;
  if (scene.today <= delegation.trip.to) return Standing::Away;
  if (delegation.kind == Kind::In) return Standing::Over;
  return scene.today > report_due(delegation, scene) ? Standing::ReportLate : Standing::ReportDue;
}

int report_late_by(const Entry& delegation, const Scene& scene) {
  if (delegation.cancelled || delegation.kind != Kind::Out) return 0;
  const Date until = delegation.report ? delegation.report->on : scene.today;
  return std::max(0, int((until - report_due(delegation, scene)).count()));
}

std::optional<Date> working_days_after(Date day, int count, const Scene& scene) {
  if (!scene.calendar.covers(day)) return std::nullopt;
  for (int left = count; left > 0;) {
    day += days{1};
    if (!scene.calendar.covers(day)) return std::nullopt;
    if (scene.calendar.is_working_day(day)) --left;
  }
  return day;
}

int working_days_between(Date from, Date to, const Scene& scene) {
  int count = 0;
  for (Date day = from + days{1}; day <= to && scene.calendar.covers(day); day += days{1}) {
    if (scene.calendar.is_working_day(day)) ++count;
  }
  return count;
}

std::optional<Date> hand_back_due(const PassportHandedOver& out, const Scene& scene) {
  const Date entered = end_of_trip(out, scene);
  return working_days_after(entered, scene.settings.on(entered).hand_back.most, scene);
}

std::optional<Date> hand_back_due(const PassportHandedBack& back, const Scene& scene) {
  return working_days_after(back.entered, scene.settings.on(back.entered).hand_back.most, scene);
}

int hand_back_late_by(const PassportHandedBack& back, const Scene& scene) {
  const auto due = hand_back_due(back, scene);
  return due ? working_days_between(*due, back.on, scene) : 0;
}

int passport_late_by(const Entry& entry, const Scene& scene) {
  const auto& passport = entry.passport;
  if (!passport.out || !passport.is_held()) return 0;
  const auto due = hand_back_due(*passport.out, scene);
  return due ? working_days_between(*due, scene.today, scene) : 0;
}

bool is_expiring(const Entry& entry, const Scene& scene) {
  const auto& passport = entry.passport;
  const std::chrono::year_month_day today{scene.today};
  const auto months = std::chrono::months{scene.settings.on(scene.today).passport_months.most};
  const auto then = today + months;
  const Date border{then.ok() ? Date{then} : Date{then.year() / then.month() / std::chrono::last}};
  return passport.is_held() && passport.registered.expires < border;
}

std::optional<Date> cancel_due(const Entry& entry, const Scene& scene) {
  const auto& passport = entry.passport;
  if (!passport.lost || passport.cancelled) return std::nullopt;
  const Date lost = passport.lost->on;
  return working_days_after(lost, scene.settings.on(lost).lost_cancelled.most, scene);
}

std::vector<Reminder> reminders_due(const Scene& scene) {
  std::vector<Reminder> due;
  const auto add = [&](const Entry& entry, std::string about, Date day, std::string delegation) {
    if (!is_time_to_remind(entry, about, day, scene)) return;
    due.push_back({entry.code, {std::move(about), day, scene.today > day}, std::move(delegation)});
  };
  for (const auto& [code, entry] : scene.entries) {
    if (entry->kind == Kind::Out) {
      const auto standing = standing_of(*entry, scene);
      if (standing != Standing::ReportDue && standing != Standing::ReportLate) continue;
      add(*entry, "report", report_due(*entry, scene), entry->code);
    } else if (entry->kind == Kind::Passport && entry->passport.out && entry->passport.is_held()) {
      const auto* trip = scene.find(entry->passport.out->delegation);
      const auto day = hand_back_due(*entry->passport.out, scene);
      if (day && trip != nullptr && trip->trip.to < scene.today) {
        add(*entry, "passport", *day, trip->code);
      }
    }
  }
  return due;
}

}  // namespace motcua::travel

#include "notice/travel_notice.hpp"

#include "document/wording.hpp"

namespace motcua::notice {
namespace {

Kind reminder_kind(const travel::Reminded& what) {
  if (what.about == "passport") return what.after ? Kind::PassportLate : Kind::PassportDue;
  return what.after ? Kind::TravelReportLate : Kind::TravelReportDue;
}

}  // namespace

std::optional<Notice> travel_notice(const TravelScene& scene, const Stationery& stationery) {
  const auto& trip = scene.delegation.trip;
  if (trip.email.empty()) return std::nullopt;
  const auto language = trip.language == "en" ? Language::English : Language::Vietnamese;
  const auto kind = reminder_kind(scene.reminder.what);
  const Values values{
      {"office", document::printable_line(scene.office.name.in(language))},
      {"phone", document::printable_line(scene.office.phone)},
      {"code", scene.delegation.code},
      {"until", write_vietnamese(scene.reminder.what.due)},
      {"days", write_vietnamese(trip.from) + " – " + write_vietnamese(trip.to)},
      {"unit", document::printable_line(trip.unit)},
      {"purpose", document::printable_line(trip.purpose)},
      {"passport", document::printable_line(scene.passport)},
  };
  const auto filled = fill(stationery.wording.of(kind, language), values);
  return Notice{kind, Channel::Email, trip.email, language, filled.subject, filled.body};
}

}  // namespace motcua::notice

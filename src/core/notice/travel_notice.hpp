// Which reminder goes to the unit that sent a delegation: of its report, of a passport. By e-mail,
// in the language of the dossier. Pure.
#pragma once

#include "notice/notice.hpp"
#include "travel/dues.hpp"

namespace motcua::notice {

struct TravelScene {
  const travel::Reminder& reminder;
  const travel::Entry& delegation;
  std::string passport;  // its number, and whose; empty: the report is meant
  const authority::Office& office;
};

// Nothing where the unit gave no address.
std::optional<Notice> travel_notice(const TravelScene& scene, const Stationery& stationery);

}  // namespace motcua::notice

// Notices to who booked a time at the counter, and to who replied to an article. By e-mail only.
// Pure.
#pragma once

#include <string>

#include "notice/notice.hpp"

namespace motcua::notice {

struct AppointmentScene {
  std::string code;
  std::string holder;  // his name, as he gave it
  std::string address;
  Language language = Language::Vietnamese;
  Moment slot{};
  std::optional<Moment> slot_before;  // of one that was moved
  Text purpose;                       // with the procedure's name, where there is one
  std::string dossier;
  std::string reason;  // of the office
};

// `kind` is one of an appointment. The link leads to the page where it is moved or cancelled by
// code and look-up code; the look-up code itself is in no notice.
Notice appointment_notice(Kind kind, const AppointmentScene& scene, const authority::Office& office,
                          const Stationery& stationery);

struct ReplyScene {
  std::string holder;
  std::string address;
  Language language = Language::Vietnamese;
  std::string article;  // its id, for the link
  Text title;
  std::string answer;  // of the office, published with the reply
  std::string reason;  // why it was refused
};

// `kind` is ReplyPublished or ReplyRefused.
Notice reply_notice(Kind kind, const ReplyScene& scene, const authority::Office& office,
                    const Stationery& stationery);

}  // namespace motcua::notice

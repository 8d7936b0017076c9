#include "notice/visit_notice.hpp"

#include "base/assertion.hpp"
#include "document/wording.hpp"

namespace motcua::notice {
namespace {

using document::printable;
using document::printable_line;

std::string page_of(const Stationery& stationery, Language language, const std::string& path) {
  return stationery.public_address + (language == Language::English ? "/en" : "") + path;
}

Notice written(Kind kind, const std::string& address, Language language, const Values& values,
               const Stationery& stationery) {
  const auto filled = fill(stationery.wording.of(kind, language), values);
  return {kind, Channel::Email, address, language, filled.subject, filled.body};
}

}  // namespace

Notice appointment_notice(Kind kind, const AppointmentScene& scene, const authority::Office& office,
                          const Stationery& stationery) {
  MOTCUA_ASSERT(kind >= Kind::AppointmentBooked && kind <= Kind::AppointmentReminder);
  const Values values{
      {"office", printable_line(office.name.in(scene.language))},
      {"code", scene.code},
      {"slot", moment_in(scene.slot, scene.language)},
      {"slot_before", scene.slot_before ? moment_in(*scene.slot_before, scene.language) : ""},
      {"phone", printable_line(office.phone)},
      {"holder", printable_line(scene.holder)},
      {"address", printable_line(office.address.in(scene.language))},
      {"purpose", printable_line(scene.purpose.in(scene.language))},
      {"dossier", printable_line(scene.dossier)},
      {"reason", printable(scene.reason)},
      {"link", page_of(stationery, scene.language, "/dat-lich/?ma=" + scene.code)},
  };
  return written(kind, scene.address, scene.language, values, stationery);
}

Notice reply_notice(Kind kind, const ReplyScene& scene, const authority::Office& office,
                    const Stationery& stationery) {
  MOTCUA_ASSERT(kind == Kind::ReplyPublished || kind == Kind::ReplyRefused);
  const Values values{
      {"office", printable_line(office.name.in(scene.language))},
      {"article", printable_line(scene.title.in(scene.language))},
      {"phone", printable_line(office.phone)},
      {"holder", printable_line(scene.holder)},
      {"answer", printable(scene.answer)},
      {"reason", printable(scene.reason)},
      {"link", page_of(stationery, scene.language, "/tin-tuc/" + scene.article + "/")},
  };
  return written(kind, scene.address, scene.language, values, stationery);
}

}  // namespace motcua::notice

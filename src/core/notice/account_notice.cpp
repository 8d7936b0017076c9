#include "notice/account_notice.hpp"

#include "base/assertion.hpp"
#include "document/wording.hpp"

namespace motcua::notice {
namespace {

// The token stands behind the "#": browsers send that part to no server, so no log keeps it.
std::string link_in(Kind kind, const AccountScene& scene, const Stationery& stationery) {
  if (scene.token.empty()) return {};
  const std::string language = scene.language == Language::English ? "/en" : "";
  const std::string page =
      kind == Kind::AddressProof ? "/tai-khoan/xac-nhan/#" : "/dat-lai-mat-khau/#";
  return stationery.public_address + language + page + scene.token;
}

}  // namespace

Notice account_notice(Kind kind, const AccountScene& scene, const authority::Office& office,
                      const Stationery& stationery) {
  MOTCUA_ASSERT(!is_of_dossier(kind) && !is_of_petition(kind) && kind != Kind::Digest);
  const Values values{
      {"office", document::printable_line(office.name.in(scene.language))},
      {"phone", document::printable_line(office.phone)},
      {"holder", document::printable_line(scene.holder)},
      {"link", link_in(kind, scene, stationery)},
      {"until", scene.token.empty() ? "" : moment_in(scene.until, scene.language)},
  };
  const auto filled = fill(stationery.wording.of(kind, scene.language), values);
  return {kind, Channel::Email, scene.address, scene.language, filled.subject, filled.body};
}

}  // namespace motcua::notice

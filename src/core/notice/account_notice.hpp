// Notices to the holder of an account about the account itself: a link that proves he reads the
// mail of his address, and that his password was changed. By e-mail only. Pure.
#pragma once

#include <string>

#include "notice/notice.hpp"

namespace motcua::notice {

struct AccountScene {
  std::string holder;  // his name, as he gave it
  std::string address;
  Language language = Language::Vietnamese;
  std::string token;  // ends the link; empty: the notice has none
  Moment until{};     // the link's last moment
};

// `kind` is AddressProof, PasswordReset or PasswordChanged.
Notice account_notice(Kind kind, const AccountScene& scene, const authority::Office& office,
                      const Stationery& stationery);

}  // namespace motcua::notice

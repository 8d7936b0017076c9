// Which notice an event of a petition makes to its sender: by e-mail, in his language. Pure.
#pragma once

#include "notice/notice.hpp"
#include "petition/state.hpp"

namespace motcua::notice {

struct PetitionScene {
  const petition::Record& record;
  const petition::Petition& after;  // with `record` applied
  const authority::Office& office;
};

// Nothing for what happens inside the office, and where the sender gave no e-mail address.
std::optional<Notice> petition_notice(const PetitionScene& scene, const Stationery& stationery);

// "/phan-anh/theo-doi/?code=…", with the address of the office.
std::string petition_page(const std::string& public_address, const std::string& code,
                          Language language);

}  // namespace motcua::notice

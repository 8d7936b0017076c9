#include "scenario/rejections.hpp"

#include <algorithm>
#include <vector>

#include "calendar/day_off_decree.hpp"
#include "calendar/reckoning.hpp"
#include "commands/registrar.hpp"
#include "commands/rejections.hpp"
#include "dossier/rejections.hpp"
#include "payment/rejections.hpp"

namespace motcua::scenario {

std::span<const RejectionKind* const> all_rejections() {
  static const auto all = [] {
    std::vector<const RejectionKind*> kinds(dossier::all_rejections.begin(),
                                            dossier::all_rejections.end());
    kinds.insert(kinds.end(), payment::all_rejections.begin(), payment::all_rejections.end());
    kinds.insert(kinds.end(), {&commands::request_key_reused, &commands::procedure_unknown,
                               &commands::procedure_amended, &calendar::calendar_has_no_data,
                               &calendar::month_has_no_such_day, &calendar::not_a_working_day,
                               &calendar::not_a_weekly_day_off});
    return kinds;
  }();
  return all;
}

const RejectionKind* find_rejection(std::string_view code) {
  const auto all = all_rejections();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto* kind) { return kind->code == code; });
  return found == all.end() ? nullptr : *found;
}

}  // namespace motcua::scenario

// Every rejection a person may be answered with, whichever module says no.
//
// Left out: what only the file of a procedure or a term can be told (bpmn, term_unreadable); such
// input is refused by `motcua procedure check` and `motcua due` before anybody acts.
#pragma once

#include <span>
#include <string_view>

#include "base/rejection.hpp"

namespace motcua::scenario {

std::span<const RejectionKind* const> all_rejections();
const RejectionKind* find_rejection(std::string_view code);  // nullptr: none of them

}  // namespace motcua::scenario

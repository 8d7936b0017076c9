// The office's units and posts as lists that forms choose from: `office-units` and `posts`.
//
// Written as the reference lists of procedures/lists are, with the days from which and until which
// a unit or a post is there. Units of other agencies are none of the office's own.
#pragma once

#include <map>
#include <string>

#include "authority/office.hpp"

namespace motcua::authority {

// The text of each list by its id. Posts are those of the office file's [[post]] tables and those
// its people hold, each once.
std::map<std::string, std::string> office_lists(const Office& office);

}  // namespace motcua::authority

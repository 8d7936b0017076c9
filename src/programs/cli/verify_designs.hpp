// The book of designs against its chain, and every publication in it against its digest.
#pragma once

#include <string>
#include <vector>

#include "ports/design_book.hpp"

namespace motcua::cli {

OrFailure<std::vector<std::string>> verify_designs(ports::DesignBook& book);  // problems

}  // namespace motcua::cli

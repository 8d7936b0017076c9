// The book of designs against its chain, and every publication in it against its digest.
#pragma once

#include <string>
#include <vector>

#include "ports/design_book.hpp"

namespace motcua::cli {

struct DesignFindings {
  std::uint64_t records = 0;
  std::size_t entries = 0;  // drafts and proposals
  std::vector<std::string> problems;
};
OrFailure<DesignFindings> read_design_book(ports::DesignBook& book);

}  // namespace motcua::cli

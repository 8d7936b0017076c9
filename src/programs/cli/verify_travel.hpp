// motcua verify, for the book of travel: its chain, and its rows against a fresh fold of it.
#pragma once

#include "ports/travel_book.hpp"

namespace motcua::cli {

struct TravelFindings {
  std::uint64_t records = 0;
  std::vector<travel::Row> rows;  // folded anew, by code
  std::vector<std::string> problems;
};

OrFailure<TravelFindings> read_travel_book(ports::TravelBook& book);

// Adds what the rows kept differ in.
OrFailure<Nothing> compare_travel_rows(ports::TravelBook& book, TravelFindings& findings);

}  // namespace motcua::cli

// motcua verify, for the book of petitions: its chain, and its rows against a fresh fold of it.
#pragma once

#include <string>
#include <vector>

#include "ports/petition_book.hpp"

namespace motcua::cli {

struct BookFindings {
  std::uint64_t records = 0;
  std::vector<petition::Row> rows;  // folded anew, by code
  std::vector<std::string> problems;
};

OrFailure<BookFindings> read_book(ports::PetitionBook& book);

// Adds what the rows kept differ in.
OrFailure<Nothing> compare_rows(ports::PetitionBook& book, BookFindings& findings);

}  // namespace motcua::cli

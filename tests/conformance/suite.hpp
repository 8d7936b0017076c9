// What every conformance suite shares: counting cases and telling the failures.
//
// A suite takes the folder of its cases, writes one line per failure (place, case, expected, got)
// and is done; the program prints the total and turns it into an exit status.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::conformance {

class Tally {
 public:
  void pass() { ++passed_; }
  // One line: "PLACE: CASE: expected EXPECTED, got GOT".
  void fail(std::string_view place, std::string_view name, std::string_view expected,
            std::string_view got);
  // Lines "PLACE: CASE" of failures that are known, one a line, # for comments: they are told, not
  // counted; one that no longer fails is a failure, so that the list only shrinks.
  void know(std::string_view lines);
  void finish();  // tells what is left of them

  void skip(std::string_view place, std::string_view why);  // a line of its own; not counted

  int passed() const { return passed_; }
  int failed() const { return failed_; }

 private:
  int passed_ = 0;
  int failed_ = 0;
  std::set<std::string, std::less<>> known_;
};

// Files below `folder` with that extension, in the order of their paths.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                               std::string_view extension);
std::string content_of(const std::filesystem::path& file);

}  // namespace motcua::conformance

// What a command could not do, on the error stream: in words or, for a program, as JSON.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "base/rejection.hpp"

namespace motcua::cli {

std::string with_hyphens(std::string_view code);  // "calendar-has-no-data", as outside the program

inline constexpr RejectionKind date_unreadable{"date_unreadable",
                                               "Không có ngày “{date}”. Ví dụ: 2017-04-28.",
                                               "There is no date “{date}”. Example: 2017-04-28."};

struct Complaint {
  bool json = false;  // {"code", "message": {"vi", "en"}}
  Language language = Language::Vietnamese;

  // Bad input; gives the exit code 2.
  int refuse(const Rejection& rejection, std::ostream& err) const;
  // Could not be done; gives the exit code 1, or 2 when what was read is malformed.
  int fail(const Failure& failure, std::ostream& err) const;
};

}  // namespace motcua::cli

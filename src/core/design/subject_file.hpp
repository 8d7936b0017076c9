// A version or a draft as one file:
// {"format":"motcua-subject/1","kind","subject","digest","files"}.
//
// JSON with members in this order and names of files sorted, so that writing what was read gives
// the same bytes. The digest is that of published.digest.
#pragma once

#include <string>
#include <string_view>

#include "base/rejection.hpp"
#include "design/event.hpp"

namespace motcua::design {

inline constexpr std::string_view subject_format = "motcua-subject/1";
inline constexpr std::size_t most_bytes_of_a_subject = 8'000'000;

struct SubjectFile {
  Subject subject;
  procedure::Files files;
};

// Leaves out what is not the designers': published.digest, abolished.toml, lists of the office.
std::string write_subject(const SubjectFile& subject);

// Refuses another format, names that are no file of the kind (so also every path), texts that are
// too long or hold control characters, members twice or unknown, and a digest that does not fit.
OrRejection<SubjectFile> read_subject(std::string_view text);

// Of a folder: only the files designers write.
procedure::Files designed_files(Kind kind, const procedure::Files& folder);

}  // namespace motcua::design

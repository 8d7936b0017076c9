// What an applicant sends later: only while it is asked for, kept until he sends it all.
#pragma once

#include "api/desk.hpp"

namespace motcua::api {

using UseSeen = std::function<http::Response(const Seen&)>;

// The dossier the address names, for whoever may follow it; 404 for others.
http::Response with_tracked(Desk& desk, const http::Request& request, const UseSeen& use);
// The same while a supplement is asked for; 409 otherwise.
http::Response with_supplement(Desk& desk, const http::Request& request, const UseSeen& use);

// Setting names of the uploads a supplement will take: kept until the supplement act.
std::string supplement_key(std::string_view code, std::string_view id);

// A file that was sent and waits for the supplement act.
OrFailure<std::optional<dossier::PaperFile>> waiting_file(Desk& desk, std::string_view code,
                                                          std::string_view id);

// The form as it is being filled in again, looked at by the office.
struct Corrected {
  const Seen& seen;
  std::string_view answers;  // JSON; empty: as they were
};
// Papers that these answers make necessary.
std::vector<const procedure::Paper*> papers_brought_up(const Parts& parts,
                                                       const Corrected& corrected);
// 200 with them; they are open for uploads from now on, besides those asked for, and no others.
http::Response open_papers(Desk& desk, const Corrected& corrected, Language language);

// 201 with the file, or why it is not kept: 422 for a paper that is not open.
http::Response add_to_supplement(Desk& desk, const Seen& seen, const dossier::PaperFile& file,
                                 Language language);

}  // namespace motcua::api

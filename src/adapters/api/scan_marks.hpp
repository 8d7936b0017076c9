// What the scanner for malware said about papers, and what follows from it: an infected one is
// shown to nobody, one that waits for its scan to no officer unless he was warned.
#pragma once

#include <vector>

#include "api/desk.hpp"

namespace motcua::api {

// Of a file that was just kept: scans it, and says why it is not taken.
struct KeptPaper {
  const ports::KeptFile& file;
  const std::string& name;
};
std::optional<http::Response> refused_by_scan(Parts& parts, const KeptPaper& kept,
                                              Language language);

// Of papers that are about to be sent or taken: one may have turned out infected since it came.
std::optional<http::Response> refused_by_scan(const Parts& parts,
                                              const std::vector<dossier::PaperFile>& files,
                                              Language language);

bool is_infected(const Parts& parts, const dossier::PaperFile& file);

// Why this file is not shown; nothing when it is.
std::optional<http::Response> closed_to_all(const Parts& parts, const dossier::PaperFile& file,
                                            Language language);
// `warned`: he was told that nobody knows whether it is safe, and wants to see it.
enum class Reader { Officer, WarnedOfficer };
std::optional<http::Response> closed_to_officer(const Parts& parts, const dossier::PaperFile& file,
                                                Reader reader, Language language);

}  // namespace motcua::api

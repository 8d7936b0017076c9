// Files of papers as people open them: shown by the browser itself, and what their signatures are
// worth.
#pragma once

#include "api/desk.hpp"

namespace motcua::api {

// The file's content, to be shown in the browser: nothing in it may run, load or send anything.
http::Response show_file(const Parts& parts, const dossier::PaperFile& file, Language language);

// Schema FileSignatures: read now, as what is trusted and what has run out changes with time.
http::Response file_signatures(const Parts& parts, const dossier::PaperFile& file,
                               Language language);

// One of the files by its id or its SHA-256; nullptr when there is none.
const dossier::PaperFile* find_file(const std::vector<dossier::PaperFile>& files,
                                    std::string_view id);
const dossier::PaperFile* find_file(const dossier::Dossier& dossier, std::string_view id);

// Schema SignatureAccount, of each signature in a PDF; none where there is nothing to be read.
json::array signatures_in(const Parts& parts, std::string_view pdf);

}  // namespace motcua::api

// An issued paper as a download, for those who may see the dossier.
#pragma once

#include "api/desk.hpp"

namespace motcua::api {

http::Response result_paper(const Parts& parts, const Seen& seen, std::string_view sha256,
                            Language language);

}  // namespace motcua::api

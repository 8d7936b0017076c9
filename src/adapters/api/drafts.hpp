// Applications begun and not sent: who may use one, and the papers it takes.
#pragma once

#include "api/desk.hpp"

namespace motcua::api {

using UseDraft = std::function<http::Response(ports::Draft&)>;

// The draft the address names, for whoever may use it: 404 or 401 for others.
http::Response with_draft(Desk& desk, const http::Request& request, const UseDraft& use);
// The same for a change, one after the other: 409 when it was sent.
http::Response with_open_draft(Desk& desk, const http::Request& request, const UseDraft& use);

const procedure::Version& version_of_draft(const Parts& parts, const ports::Draft& draft);

// 201 with the file, or why it is not added.
http::Response add_to_draft(Desk& desk, ports::Draft& draft, const dossier::PaperFile& file,
                            Language language);

}  // namespace motcua::api

// Where somebody is signed in, shown to himself, and signing out everywhere else.
#pragma once

#include "api/problems.hpp"
#include "api/sessions.hpp"

namespace motcua::api {

http::Response list_sessions(Sessions& sessions, const ports::Session& mine, Language language);
http::Response close_other_sessions(Sessions& sessions, const ports::Session& mine,
                                    Language language);

}  // namespace motcua::api

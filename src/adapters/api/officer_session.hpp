// An officer's session as the API shows it.
#pragma once

#include "api/desk.hpp"

namespace motcua::api {

json::value write_session(const Desk& desk, const SignedIn& who);

}  // namespace motcua::api

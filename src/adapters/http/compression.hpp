// Packs an answer for a client that takes gzip.
//
// Only for answers that hold nothing secret beside what the asker chose: by how short they become
// they would tell it (BREACH).
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"

namespace motcua::http {

// As it came where the client takes no gzip, or there is too little to gain.
Response packed(const Request& request, Response response);

}  // namespace motcua::http

// One call of VNPAY's API: a JSON body posted, a JSON body back. Blocks up to ten seconds.
#pragma once

#include <string>

#include "base/failure.hpp"

namespace motcua::vnpay {

// Unavailable when the address does not answer with 200 in time, or with more than 64 KB.
OrFailure<std::string> post_json(const std::string& address, const std::string& body);
OrFailure<std::string> get(const std::string& address);

}  // namespace motcua::vnpay

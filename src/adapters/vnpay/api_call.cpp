#include "vnpay/api_call.hpp"

#include "transfer/exchange.hpp"

namespace motcua::vnpay {

OrFailure<std::string> post_json(const std::string& address, const std::string& body) {
  return transfer::ask_for_ok("vnpay", {address, body, {"Content-Type: application/json"}});
}

OrFailure<std::string> get(const std::string& address) {
  return transfer::ask_for_ok("vnpay", {address, {}, {}});
}

}  // namespace motcua::vnpay

// The payments of a served office: the gateway payment.toml names, in a demonstration a sandbox of
// this program's own, and the duty that settles what the gateway did not tell.
#pragma once

#include <memory>

#include "api/parts.hpp"
#include "runtime/runtime.hpp"

namespace motcua::server {

class Payments {
 public:
  // `parts.public_address` is known. Fills in the payment members of `parts`, which must not
  // outlive this; nothing when the office has no gateway.
  static OrFailure<std::unique_ptr<Payments>> open(runtime::Runtime& runtime, api::Parts& parts);

  void start() {
    if (duty_) duty_->start();
  }

 private:
  std::unique_ptr<vnpay::Sandbox> sandbox_;
  std::unique_ptr<vnpay::Gateway> gateway_;
  std::unique_ptr<commands::PaymentDuty> duty_;
};

}  // namespace motcua::server

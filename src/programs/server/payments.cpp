#include "server/payments.hpp"

#include "runtime/payment_file.hpp"

namespace motcua::server {
namespace {

// Its secret is of the office's own key, so that what it signed is known after a restart.
vnpay::Terminal sandbox_terminal(const commands::World& world, const std::string& address) {
  return {"MOTCUA01", world.seal("payment-sandbox", "terminal"), address + "/cong-thu/",
          address + "/cong-thu/api"};
}

}  // namespace

OrFailure<std::unique_ptr<Payments>> Payments::open(runtime::Runtime& runtime, api::Parts& parts) {
  auto payments = std::make_unique<Payments>();
  auto terminal = runtime::read_payment_file(runtime.data());
  if (!terminal) return Unexpected{terminal.error()};
  if (!*terminal && runtime.demo_clock() != nullptr) {
    terminal = std::optional{sandbox_terminal(runtime.world(), parts.public_address)};
    payments->sandbox_ = std::make_unique<vnpay::Sandbox>(**terminal);
  }
  if (!*terminal) return payments;
  payments->gateway_ = std::make_unique<vnpay::Gateway>(**terminal, runtime.chance());
  payments->duty_ = std::make_unique<commands::PaymentDuty>(commands::PaymentDuty::Works{
      runtime.registrar(), runtime.cache(), runtime.store(), runtime.clock(), *payments->gateway_});
  if (auto loaded = payments->duty_->load(); !loaded) return Unexpected{loaded.error()};
  runtime.registrar().on_committed(
      [duty = payments->duty_.get()](const auto& changed) { duty->take(changed); });
  parts.gateway = payments->gateway_.get();
  parts.payments = payments->duty_.get();
  parts.sandbox = payments->sandbox_.get();
  return payments;
}

}  // namespace motcua::server

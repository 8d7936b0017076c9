// Writes the tokens of proofs into a notice on its way out of the house.
#pragma once

#include <memory>

#include "commands/account_mail.hpp"
#include "ports/carrier.hpp"

namespace motcua::duties {

class TokenCarrier final : public ports::Carrier {
 public:
  TokenCarrier(const commands::World& world, std::unique_ptr<ports::Carrier> onward)
      : world_(world), onward_(std::move(onward)) {}

  OrFailure<Nothing> carry(const ports::KeptNotice& notice) override {
    auto written = notice;
    written.made.notice.body = commands::with_tokens(world_, notice.made.notice.body);
    return onward_->carry(written);
  }

 private:
  const commands::World& world_;
  std::unique_ptr<ports::Carrier> onward_;
};

}  // namespace motcua::duties

// Carries short texts (SMS, Zalo) to a gateway over HTTP.
//
// Gateways differ in the JSON they take; an office writes theirs in notices.toml. The notice's id
// goes along as Idempotency-Key, so that a gateway that knows the header sends it once.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "notice/settings.hpp"
#include "ports/carrier.hpp"
#include "transfer/exchange.hpp"

namespace motcua::text_message {

// Digits with a leading "+" where there was one, without blanks, dots and hyphens; nothing when it
// is no telephone number.
std::optional<std::string> dialled(std::string_view number);

// The gateway's JSON for this notice. Malformed when the office's pattern gives no JSON.
OrFailure<std::string> write_order(std::string_view pattern, const ports::KeptNotice& kept,
                                   std::string_view number);

// No redirects. 2xx: taken. A refusal of this text (other 4xx) is final; what is wrong with the
// sign-in, the pace or the gateway is tried later.
class GatewayCarrier final : public ports::Carrier {
 public:
  explicit GatewayCarrier(notice::TextGateway gateway,
                          std::chrono::seconds patience = std::chrono::seconds{20});
  OrFailure<Nothing> carry(const ports::KeptNotice& kept) override;

 private:
  transfer::Question question(const std::string& order, std::int64_t id) const;
  notice::TextGateway gateway_;
  std::chrono::seconds patience_;
};

}  // namespace motcua::text_message

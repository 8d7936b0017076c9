#include "text_message/gateway_carrier.hpp"

#include "base/json.hpp"
#include "transfer/exchange.hpp"

namespace motcua::text_message {
namespace {

// As it stands between the quotes of a JSON text.
std::string in_quotes(std::string_view text) {
  const std::string written = write_json(json::value(text));
  return written.substr(1, written.size() - 2);
}

void replace_all(std::string& text, std::string_view mark, const std::string& value) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
    text.replace(at, mark.size(), value);
    at += value.size();
  }
}

Unexpected<Failure> failed(std::string what, bool retry) {
  return Unexpected{Failure{FailureKind::Unavailable, "gateway: " + std::move(what), retry}};
}

}  // namespace

std::optional<std::string> dialled(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (c == ' ' || c == '.' || c == '-' || c == '(' || c == ')') continue;
    if (!is_ascii_digit(c) && !(c == '+' && digits.empty())) return std::nullopt;
    digits += c;
  }
  const auto count = digits.size() - (digits.starts_with('+') ? 1 : 0);
  if (count < 8 || count > 15) return std::nullopt;
  return digits;
}

OrFailure<std::string> write_order(std::string_view pattern, const ports::KeptNotice& kept,
                                   std::string_view number) {
  std::string order(pattern);
  replace_all(order, "{address}", in_quotes(number));
  replace_all(order, "{id}", std::to_string(kept.id));
  replace_all(order, "{text}", in_quotes(kept.made.notice.body));  // last: its marks are its own
  if (!read_json(order)) return malformed("the body in notices.toml gives no JSON");
  return order;
}

GatewayCarrier::GatewayCarrier(notice::TextGateway gateway, std::chrono::seconds patience)
    : gateway_(std::move(gateway)), patience_(patience) {}

OrFailure<Nothing> GatewayCarrier::carry(const ports::KeptNotice& kept) {
  const auto number = dialled(kept.made.notice.address);
  if (!number) return malformed("“" + kept.made.notice.address + "” is no telephone number");
  const auto order = write_order(gateway_.body, kept, *number);
  if (!order) return Unexpected{order.error()};
  const auto answer = transfer::ask(question(*order, kept.id));
  if (!answer) return failed(answer.error().what, true);
  const long status = answer->status;
  if (status >= 200 && status < 300) return Nothing{};
  const bool ours = status == 401 || status == 403 || status == 408 || status == 429;
  return failed("answered " + std::to_string(status), ours || status < 400 || status >= 500);
}

transfer::Question GatewayCarrier::question(const std::string& order, std::int64_t id) const {
  transfer::Question question{
      gateway_.url,
      order,
      {"Content-Type: application/json", "Idempotency-Key: motcua-" + std::to_string(id)},
      patience_,
      gateway_.authorities};
  if (!gateway_.token.empty()) {
    question.headers.push_back("Authorization: Bearer " + gateway_.token);
  }
  return question;
}

}  // namespace motcua::text_message

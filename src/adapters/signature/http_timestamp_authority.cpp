#include "signature/http_timestamp_authority.hpp"

#include "signature/timestamp.hpp"
#include "transfer/exchange.hpp"

namespace motcua::signature {
namespace {

Unexpected<Failure> unavailable(const std::string& what) {
  return Unexpected{Failure{FailureKind::Unavailable, "timestamp authority: " + what, true}};
}

}  // namespace

HttpTimestampAuthority::HttpTimestampAuthority(AuthorityAddress address)
    : address_(std::move(address)) {}

OrFailure<std::string> HttpTimestampAuthority::stamp(std::string_view bytes) {
  const auto question = timestamp_question(bytes);
  if (!question) return Unexpected{question.error()};
  const auto answer = transfer::ask_for_ok(
      "timestamp authority",
      {address_.url, *question, {"Content-Type: application/timestamp-query"}, address_.patience});
  if (!answer) return Unexpected{answer.error()};
  auto token = token_of_answer(*question, *answer);
  if (!token) return unavailable(token.error().what);
  return token;
}

}  // namespace motcua::signature

#include "signature/http_timestamp_authority.hpp"

#include "signature/timestamp.hpp"
#include "transfer/connection.hpp"

namespace motcua::signature {
namespace {

constexpr std::size_t longest_answer = 64u << 10;

std::size_t take(char* bytes, std::size_t one, std::size_t count, void* there) {
  auto& answer = *static_cast<std::string*>(there);
  if (answer.size() + one * count > longest_answer) return 0;  // ends the transfer
  answer.append(bytes, one * count);
  return one * count;
}

Unexpected<Failure> unavailable(const std::string& what) {
  return Unexpected{Failure{FailureKind::Unavailable, "timestamp authority: " + what, true}};
}

}  // namespace

HttpTimestampAuthority::HttpTimestampAuthority(AuthorityAddress address)
    : address_(std::move(address)) {}

OrFailure<std::string> HttpTimestampAuthority::stamp(std::string_view bytes) {
  const auto question = timestamp_question(bytes);
  if (!question) return Unexpected{question.error()};
  const auto answer = ask(*question);
  if (!answer) return Unexpected{answer.error()};
  auto token = token_of_answer(*question, *answer);
  if (!token) return unavailable(token.error().what);
  return token;
}

OrFailure<std::string> HttpTimestampAuthority::ask(const std::string& question) const {
  const auto connection = transfer::new_connection();
  if (!connection) return unavailable("libcurl does not start");
  const transfer::List headers{
      curl_slist_append(nullptr, "Content-Type: application/timestamp-query")};
  std::string answer;
  CURL* curl = connection.get();
  curl_easy_setopt(curl, CURLOPT_URL, address_.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(address_.patience.count()));
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, question.data());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(question.size()));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
  const CURLcode done = curl_easy_perform(curl);
  if (done != CURLE_OK) return unavailable(curl_easy_strerror(done));
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) return unavailable("answered " + std::to_string(status));
  return answer;
}

}  // namespace motcua::signature

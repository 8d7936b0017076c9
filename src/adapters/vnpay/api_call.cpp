#include "vnpay/api_call.hpp"

#include <curl/curl.h>

#include <memory>

namespace motcua::vnpay {
namespace {

constexpr std::size_t longest_answer = 64u << 10;
constexpr long patience_in_milliseconds = 10'000;

struct CloseConnection {
  void operator()(CURL* it) const { curl_easy_cleanup(it); }
};
struct FreeHeaders {
  void operator()(curl_slist* it) const { curl_slist_free_all(it); }
};

std::size_t take(char* bytes, std::size_t one, std::size_t count, void* there) {
  auto& answer = *static_cast<std::string*>(there);
  if (answer.size() + one * count > longest_answer) return 0;  // ends the transfer
  answer.append(bytes, one * count);
  return one * count;
}

Unexpected<Failure> unavailable(const std::string& what) {
  return Unexpected{Failure{FailureKind::Unavailable, "vnpay: " + what, true}};
}

bool curl_is_ready() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  return started == CURLE_OK;
}

OrFailure<std::string> send(const std::string& address, const std::string* body) {
  const std::unique_ptr<CURL, CloseConnection> connection{curl_is_ready() ? curl_easy_init()
                                                                          : nullptr};
  if (!connection) return unavailable("libcurl does not start");
  const std::unique_ptr<curl_slist, FreeHeaders> headers{
      curl_slist_append(nullptr, "Content-Type: application/json")};
  std::string answer;
  CURL* curl = connection.get();
  curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, patience_in_milliseconds);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  if (body != nullptr) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body->data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body->size()));
  }
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
  const CURLcode done = curl_easy_perform(curl);
  if (done != CURLE_OK) return unavailable(curl_easy_strerror(done));
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) return unavailable("answered " + std::to_string(status));
  return answer;
}

}  // namespace

OrFailure<std::string> post_json(const std::string& address, const std::string& body) {
  return send(address, &body);
}

OrFailure<std::string> get(const std::string& address) { return send(address, nullptr); }

}  // namespace motcua::vnpay

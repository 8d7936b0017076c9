#include "transfer/exchange.hpp"

#include "transfer/connection.hpp"

namespace motcua::transfer {
namespace {

constexpr std::size_t longest_answer = 64u << 10;

std::size_t take(char* bytes, std::size_t one, std::size_t count, void* there) {
  auto& answer = *static_cast<std::string*>(there);
  if (answer.size() + one * count > longest_answer) return 0;  // ends the transfer
  answer.append(bytes, one * count);
  return one * count;
}

Unexpected<Failure> unavailable(std::string what) {
  return Unexpected{Failure{FailureKind::Unavailable, std::move(what), true}};
}

List list_of(const std::vector<std::string>& headers) {
  curl_slist* list = nullptr;
  for (const auto& header : headers) list = curl_slist_append(list, header.c_str());
  return List{list};
}

}  // namespace

OrFailure<Answer> ask(const Question& question) {
  const auto connection = new_connection();
  if (!connection) return unavailable("libcurl does not start");
  const List headers = list_of(question.headers);
  Answer answer;
  CURL* curl = connection.get();
  curl_easy_setopt(curl, CURLOPT_URL, question.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(question.patience.count()));
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  if (question.body) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, question.body->data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(question.body->size()));
  }
  if (!question.authorities.empty()) {
    curl_easy_setopt(curl, CURLOPT_CAINFO, question.authorities.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
  const CURLcode done = curl_easy_perform(curl);
  if (done != CURLE_OK) return unavailable(curl_easy_strerror(done));
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

OrFailure<std::string> ask_for_ok(std::string_view whom, const Question& question) {
  const std::string begin = std::string(whom) + ": ";
  auto answer = ask(question);
  if (!answer) return unavailable(begin + answer.error().what);
  if (answer->status != 200) {
    return unavailable(begin + "answered " + std::to_string(answer->status));
  }
  return std::move(answer->body);
}

}  // namespace motcua::transfer

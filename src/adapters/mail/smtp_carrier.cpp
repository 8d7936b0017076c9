#include "mail/smtp_carrier.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "mail/message.hpp"
#include "transfer/connection.hpp"

namespace motcua::mail {
namespace {

// What libcurl reads the message from.
struct Source {
  std::string_view left;
  bool begun = false;
};

std::size_t give(char* room, std::size_t one, std::size_t count, void* from) {
  auto& source = *static_cast<Source*>(from);
  source.begun = true;
  const auto size = std::min(one * count, source.left.size());
  std::memcpy(room, source.left.data(), size);
  source.left.remove_prefix(size);
  return size;
}

std::size_t drop(char*, std::size_t one, std::size_t count, void*) { return one * count; }

// The server said no to this notice, not to us: to its sender or receiver, or to the whole of it.
bool is_final(CURLcode done, long said, bool contents_begun) {
  if (said < 500 || said == 530 || said == 534 || said == 535 || said == 538) return false;
  return done == CURLE_SEND_ERROR || (done == CURLE_WEIRD_SERVER_REPLY && contents_begun);
}

void set_security(CURL* curl, const notice::MailServer& server) {
  const bool clear = server.security == notice::MailSecurity::None;
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_USE_SSL, clear ? CURLUSESSL_NONE : CURLUSESSL_ALL);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  if (!server.authorities.empty()) {
    curl_easy_setopt(curl, CURLOPT_CAINFO, server.authorities.c_str());
  }
  if (!server.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
  }
}

}  // namespace

SmtpCarrier::SmtpCarrier(notice::MailServer server, std::chrono::seconds patience)
    : server_(std::move(server)), patience_(patience) {}

OrFailure<Nothing> SmtpCarrier::carry(const ports::KeptNotice& kept) {
  const auto& address = kept.made.notice.address;
  if (!is_address(address)) return malformed("“" + address + "” is no e-mail address");
  const auto connection = transfer::new_connection();
  if (!connection) {
    return Unexpected{Failure{FailureKind::Unavailable, "libcurl does not start", true}};
  }
  CURL* curl = connection.get();
  const bool implicit = server_.security == notice::MailSecurity::Tls;
  const std::string url = (implicit ? "smtps://" : "smtp://") + server_.host + ":" +
                          std::to_string(server_.port) + "/" +
                          server_.from.substr(server_.from.find('@') + 1);
  const std::string from = "<" + server_.from + ">";
  const transfer::List to{curl_slist_append(nullptr, ("<" + address + ">").c_str())};
  const std::string message = write_message(kept, {server_.from, server_.from_name});
  Source source{message};
  std::array<char, CURL_ERROR_SIZE> why{};
  set_security(curl, server_);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(patience_.count()));
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
  curl_easy_setopt(curl, CURLOPT_READDATA, &source);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, why.data());
  const CURLcode done = curl_easy_perform(curl);
  if (done == CURLE_OK) return Nothing{};
  long said = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &said);
  std::string what = why[0] != '\0' ? why.data() : curl_easy_strerror(done);
  if (said != 0) what += " (" + std::to_string(said) + ")";
  return Unexpected{Failure{FailureKind::Unavailable, "mail server " + server_.host + ": " + what,
                            !is_final(done, said, source.begun)}};
}

}  // namespace motcua::mail

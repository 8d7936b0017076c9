// How an office sends its notices: notices.toml of its data folder, described in docs/notices.md.
//
// Pure: the caller brings the text, and keeps the file from others, as it holds passwords.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "notice/schedule.hpp"

namespace motcua::notice {

enum class MailSecurity {
  StartTls,  // begins in clear text and must change over before anything is said
  Tls,       // from the first byte
  None,      // a server on this machine only
};

struct MailServer {
  std::string host;
  int port = 587;
  MailSecurity security = MailSecurity::StartTls;
  std::string user;  // empty: no sign-in
  std::string password;
  std::string from;  // e-mail address
  std::string from_name;
  std::string authorities;  // file of certificates to believe; empty: the machine's
};

struct TextGateway {
  std::string url;
  std::string token;  // sent as "Authorization: Bearer …"; empty: not sent
  // JSON with {address}, {text} and {id} for what is sent, each inside quotes.
  std::string body;
  std::string authorities;
};

struct Settings {
  std::optional<MailServer> mail;
  std::optional<TextGateway> sms;
  std::optional<TextGateway> zalo;
  Schedule schedule;
  std::optional<minutes> digest_at{7 * 60 + 30};  // on working days; nothing: no digests
};

// Whether a notice to this server or gateway stays on this machine.
bool is_on_this_machine(const MailServer& server);
bool is_on_this_machine(const TextGateway& gateway);

// Malformed ("notices.toml:3: …") for what is missing, unknown or of the wrong kind.
OrFailure<Settings> read_settings(std::string_view toml_text);

}  // namespace motcua::notice

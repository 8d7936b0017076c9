// A notice as an e-mail (RFC 5322, MIME): what the mail server is given, byte for byte.
//
// Nothing a person wrote can begin a header of its own: subjects and names are encoded words
// (RFC 2047) and the body is base64, so no line end of theirs is ever a line end of the message.
#pragma once

#include <string>
#include <string_view>

#include "ports/outbox.hpp"

namespace motcua::mail {

struct Sender {
  std::string address;
  std::string name;
};

// Whether mail may be sent there: one "@", visible ASCII letters without what SMTP or a header
// could take for its own, at most 254 of them.
bool is_address(std::string_view text);

// "<n17.000.00.00.H26-170412-0001.2@example.gov.vn>": the same each time the notice is sent.
std::string message_id(const ports::KeptNotice& kept, std::string_view sender_address);

// Both addresses have passed is_address().
std::string write_message(const ports::KeptNotice& kept, const Sender& sender);

}  // namespace motcua::mail

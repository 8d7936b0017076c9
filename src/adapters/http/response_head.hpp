// Writes the head of an answer: status line and headers, with the security headers every answer of
// the product carries (ui.md's one policy for all pages).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/response.hpp"

namespace motcua::http {

struct HeadFacts {
  std::optional<std::uint64_t> content_length;  // none: the body ends with the connection
  bool keep_alive = true;
  bool old_client = false;  // HTTP/1.0: keeping alive has to be said
  std::string_view date;    // as in the Date header
};

// Whether every header of the response can be written without breaking out of its line.
bool has_clean_headers(const Response& response);

// Needs has_clean_headers. Appends to `out`.
void write_head(std::string& out, const Response& response, const HeadFacts& facts);

// The headers of every HTML answer, without the first and last line end.
extern const std::string_view html_security_headers;

}  // namespace motcua::http

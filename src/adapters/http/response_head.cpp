#include "http/response_head.hpp"

#include <algorithm>

namespace motcua::http {

const std::string_view html_security_headers =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(self), microphone=(), geolocation=(), payment=()";

namespace {

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 416:
      return "Range Not Satisfiable";
    case 422:
      return "Unprocessable Content";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    case 507:
      return "Insufficient Storage";
    default:
      return status < 400 ? "Success" : "Error";
  }
}

bool is_clean(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

void line(std::string& out, std::string_view name, std::string_view value) {
  out += "\r\n";
  out += name;
  out += ": ";
  out += value;
}

}  // namespace

bool has_clean_headers(const Response& response) {
  return response.status >= 200 && response.status <= 599 && is_clean(response.content_type) &&
         std::all_of(response.headers.begin(), response.headers.end(), [](const auto& header) {
           return !header.first.empty() && is_clean(header.first) && is_clean(header.second);
         });
}

void write_head(std::string& out, const Response& response, const HeadFacts& facts) {
  out += "HTTP/1.1 ";
  out += std::to_string(response.status);
  out += ' ';
  out += reason(response.status);
  line(out, "Date", facts.date);
  if (!response.content_type.empty()) line(out, "Content-Type", response.content_type);
  const bool bodiless = response.status == 204 || response.status == 304;
  if (facts.content_length && !bodiless) {
    line(out, "Content-Length", std::to_string(*facts.content_length));
  }
  out += "\r\nX-Content-Type-Options: nosniff";
  if (response.content_type.compare(0, 9, "text/html") == 0) {
    out += "\r\n";
    out += html_security_headers;
  }
  if (!facts.keep_alive) {
    out += "\r\nConnection: close";
  } else if (facts.old_client) {
    out += "\r\nConnection: keep-alive";
  }
  for (const auto& [name, value] : response.headers) line(out, name, value);
  out += "\r\n\r\n";
}

}  // namespace motcua::http

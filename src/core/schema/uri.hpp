// URIs and IRIs (RFC 3986, RFC 3987): their parts, their grammar, and references resolved.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motcua::schema {

// Split by the first delimiters (RFC 3986, appendix B); says nothing about the characters.
struct Uri {
  std::optional<std::string> scheme;
  std::optional<std::string> authority;
  std::string path;
  std::optional<std::string> query;
  std::optional<std::string> fragment;

  static Uri split(std::string_view text);
  std::string write() const;
};

// RFC 3986, 5.2. The base is absolute.
Uri resolve(const Uri& base, const Uri& reference);

enum class Characters { Ascii, International };  // URI or IRI

bool is_uri_reference(std::string_view text, Characters characters);
bool is_absolute_uri(std::string_view text, Characters characters);  // has a scheme

bool is_ipv4(std::string_view text);
bool is_ipv6(std::string_view text);

// "%41" -> "A"; nothing where a % is not followed by two hexadecimal digits.
std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace motcua::schema

// A request as the endpoints see it: plain values, already checked for form (not for meaning).
//
// Invariants: `path`, `params` and the query are valid UTF-8 without NUL; no dot segments; header
// names are lower-case. A request belongs to one exchange; an endpoint may move parts out of it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/percent.hpp"
#include "http/spool.hpp"

namespace motcua::http {

struct Request {
  std::string method;  // upper-case as sent; GET also when the client sent HEAD
  std::string path;    // decoded
  std::string query;   // as sent, without the question mark
  Pairs headers;
  Pairs params;                      // of the route's pattern, decoded
  std::string peer;                  // IP address of the other end
  std::string body;                  // empty when spooled
  std::uint64_t body_size = 0;       // bytes, in memory or spooled
  std::shared_ptr<SpoolFile> spool;  // a large body, of a route that takes such: RouteLimits
  bool head_only = false;            // the client sent HEAD: the body will not be sent
  bool secure = false;               // came over this server's own TLS

  // The first header of that (lower-case) name; empty when there is none.
  std::string_view header(std::string_view name) const;
  // The value of a cookie; empty when there is none.
  std::string_view cookie(std::string_view name) const;
  // The first value of that name in the query, decoded.
  std::optional<std::string> query_value(std::string_view name) const;
  // All names and values of the query, decoded, in order.
  Pairs query_pairs() const;
  // A parameter of the route's pattern; empty when the pattern has none of that name.
  std::string_view param(std::string_view name) const;
  // The content type without parameters, lower-case ("application/json"); empty when absent.
  std::string media_type() const;
};

}  // namespace motcua::http

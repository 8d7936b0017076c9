// Bytes in, requests out: HTTP/1.1 message syntax (RFC 9112), strict, without any I/O.
//
// The syntax itself is read by Boost.Beast's parser. Added here: exactly one Host, a
// Transfer-Encoding that is exactly "chunked", limits on the head, a path and query that decode.
// Invariant: after a refusal nothing more is read; the connection must be closed, because what
// follows cannot be told apart from another request.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "http/config.hpp"
#include "http/request.hpp"

namespace motcua::http {

// What the head says beside the request itself.
struct HeadReading {
  Request request;                    // without body, params and peer
  std::vector<std::string> segments;  // of the path
  bool keep_alive = true;
  bool old_client = false;  // HTTP/1.0
  bool expects_continue = false;
  bool has_body = false;
  std::optional<std::uint64_t> content_length;  // bytes; none when chunked
};

class RequestParser {
 public:
  explicit RequestParser(const Limits& limits);
  ~RequestParser();
  RequestParser(const RequestParser&) = delete;
  RequestParser& operator=(const RequestParser&) = delete;

  // Makes ready for the next request of the connection.
  void restart();

  // Takes bytes of the head; gives how many it used. Unused bytes must be offered again, in front
  // of newer ones. Bytes after the head are not touched.
  std::size_t feed_head(std::string_view bytes);
  bool head_done() const;
  // Needs head_done(); once per request. Nothing when the head is refused after all.
  std::optional<HeadReading> take_head();

  // Takes bytes of the body as sent and writes its content to `out` (not empty).
  struct BodyStep {
    std::size_t used = 0;      // of `bytes`
    std::size_t produced = 0;  // written to `out`
  };
  BodyStep feed_body(std::string_view bytes, std::span<char> out);
  bool message_done() const;
  // The last step could do nothing with what it was offered: more bytes are needed.
  bool is_stuck() const { return stuck_; }

  const std::optional<ProblemKind>& refusal() const { return refusal_; }

 private:
  struct Syntax;
  std::unique_ptr<Syntax> syntax_;
  Limits limits_;
  std::size_t head_bytes_ = 0;
  bool stuck_ = false;
  std::optional<ProblemKind> refusal_;
};

}  // namespace motcua::http

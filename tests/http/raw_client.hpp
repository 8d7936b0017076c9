// A client that sends exactly the bytes it is told to, for tests of the server's wire behaviour.
//
// Every read waits at most ten seconds for the server: a test that waits longer has failed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::http::test {

struct Answer {
  int status = 0;
  std::string head;  // status line and headers, without the empty line
  std::string body;

  // The value of a header (name as sent); empty when absent.
  std::string header(std::string_view name) const;
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False when the server has closed.
  bool send(std::string_view bytes);
  // Sends until the server stops reading or closes; gives the bytes it took.
  std::size_t flood(std::string_view bytes, std::size_t at_most);
  // One answer, by its Content-Length; status 0 when the connection ended before it was whole.
  Answer receive(bool with_body = true);
  // Bytes up to and with `mark`; empty when the connection ended first.
  std::string receive_until(std::string_view mark);
  // Everything until the server closes; nothing when it does not within the time limit.
  std::optional<std::string> receive_to_end();
  // No more bytes will be sent; the other direction stays open.
  void finish_sending();
  // Ends with a reset, as a client that crashed.
  void vanish();

  int descriptor() const { return socket_; }

 private:
  bool fill();

  int socket_ = -1;
  bool timed_out_ = false;
  std::string received_;
};

// One request on a connection of its own.
Answer ask(std::uint16_t port, std::string_view request);

// "GET /path HTTP/1.1" with a Host.
std::string get(std::string_view path, std::string_view headers = {});

}  // namespace motcua::http::test

// A person's connection to the office's server: one request after the other over loopback.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/failure.hpp"

namespace motcua::scenario {

struct Call {
  std::string method = "GET";
  std::string target;  // "/api/dossiers/000.00.00.H26-170412-0001"
  std::vector<std::pair<std::string, std::string>> headers{};
  std::string body{};
  std::string content_type = "application/json";
};

struct Reply {
  int status = 0;
  std::string body;
  std::string etag;
  std::string cookie;  // "name=value" of Set-Cookie; empty when none is set
};

class HttpClient {
 public:
  explicit HttpClient(std::uint16_t port);
  ~HttpClient();

  // Keeps the connection for the next call. Unavailable when the server does not answer.
  OrFailure<Reply> send(const Call& call);

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace motcua::scenario

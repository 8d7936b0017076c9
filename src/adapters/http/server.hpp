// The HTTP server: connections on network threads, endpoints inline or on a bounded worker pool.
//
// Transport only: it knows no rule of the product. A slow, silent or malformed client costs a
// bounded buffer and is cut off by a deadline; it never delays another connection. Thread rule:
// bind() and run() from one thread; stop() from any thread, but not from a signal's own context
// (use Config::stop_on_signals).
#pragma once

#include <cstdint>
#include <memory>

#include "base/failure.hpp"
#include "http/config.hpp"
#include "http/router.hpp"

namespace motcua::http {

class Server {
 public:
  Server(Config config, Router router);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Reads the TLS files and listens; gives the port. Fails when the address is taken or the files
  // cannot be used.
  OrFailure<std::uint16_t> bind();

  // Serves until stop(), then drains: idle connections and event streams end at once, running
  // requests are finished, and after Deadlines::drain whatever is left is cut. Needs bind().
  // An endpoint that runs in the pool is always waited for.
  void run();

  void stop();

  std::size_t open_connections() const;

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace motcua::http

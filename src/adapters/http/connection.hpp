// One client's connection, from its first byte to its last (inside of the server).
//
// Thread rule: everything here runs on the connection's own network thread, except endpoints and
// disk work, which run in the pool while the connection waits.
#pragma once

#include <atomic>
#include <chrono>
#include <list>
#include <string>
#include <string_view>

#include "http/config.hpp"
#include "http/router.hpp"

namespace boost::asio {
class io_context;
class thread_pool;
namespace ssl {
class context;
}
}  // namespace boost::asio

namespace motcua::http {

using Clock = std::chrono::steady_clock;

// A connection as its loop's sweep sees it.
class LiveConnection {
 public:
  virtual ~LiveConnection() = default;
  virtual void sweep(Clock::time_point now) = 0;  // acts on a deadline that has passed
  virtual void drain() = 0;                       // the server is stopping: end when idle
  virtual void cut() = 0;                         // end now
};

// What the connections of one network thread share.
struct Loop {
  explicit Loop(boost::asio::io_context& context) : io(context) {}

  boost::asio::io_context& io;
  std::list<LiveConnection*> connections;
  Clock::time_point now = Clock::now();  // of the last sweep
  std::string date;                      // as in the Date header, of the last sweep
};

// What all connections share.
struct Shared {
  Shared(Config its_config, Router its_router)
      : config(std::move(its_config)), router(std::move(its_router)) {}

  void log(std::string_view line) const {
    if (config.log_error) config.log_error(line);
  }

  const Config config;
  const Router router;
  boost::asio::thread_pool* pool = nullptr;
  boost::asio::ssl::context* tls = nullptr;  // null: plain
  std::atomic<bool> stopping{false};
  std::atomic<std::size_t> open{0};
};

// Takes over a connected, non-blocking socket. Call on the loop's thread.
void open_connection(Shared& shared, Loop& loop, int socket, std::string peer);

// The answer of the product's hook to a problem; the plain one when the hook itself fails.
Response render_problem(const Shared& shared, ProblemKind kind, const Request* request);

}  // namespace motcua::http

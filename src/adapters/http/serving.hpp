// What the parts of a running server share (inside of the server).
#pragma once

#include <atomic>
#include <list>
#include <memory>
#include <string>
#include <string_view>

#include "http/config.hpp"
#include "http/network.hpp"
#include "http/router.hpp"
#include "http/worker_pool.hpp"

namespace motcua::http {

class Connection;

// One network thread: its loop, its connections, and the time as of the last sweep. Touched on that
// thread only.
struct ServingThread {
  NetworkLoop loop;
  std::list<Connection*> connections;
  Clock::time_point now = Clock::now();
  std::string date;  // as in the Date header
};

// What all connections share. Configuration and routes are only read once the server runs.
struct Serving {
  Serving(Config its_config, Router its_router)
      : config(std::move(its_config)), router(std::move(its_router)) {}

  void log(std::string_view line) const {
    if (config.log_error) config.log_error(line);
  }
  // The answer of the product's hook to a problem; the plain one when the hook itself fails.
  Response render_problem(ProblemKind kind, const Request* request) const;

  const Config config;
  const Router router;
  std::unique_ptr<TlsIdentity> tls;  // null: plain
  std::unique_ptr<WorkerPool> pool;
  std::atomic<bool> stopping{false};
  std::atomic<std::size_t> open_connections{0};
};

}  // namespace motcua::http

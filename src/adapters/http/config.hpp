// What a server is told before it starts: where to listen, limits, deadlines, and the hooks that
// give the product's words to its errors. Every deadline can be set, so tests need no long waits.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "http/problem.hpp"
#include "http/response.hpp"

namespace motcua::http {

struct Deadlines {
  using Span = std::chrono::milliseconds;
  Span head = std::chrono::seconds(10);    // from the first byte (or connecting) to a full head
  Span body = std::chrono::seconds(60);    // grace for a body, plus its bytes at `bytes_a_second`
  Span write = std::chrono::seconds(60);   // grace for an answer, plus its bytes likewise
  Span idle = std::chrono::seconds(60);    // between two requests on one connection
  Span answer = std::chrono::seconds(60);  // for a Later to be completed
  Span heartbeat = std::chrono::seconds(15);  // comment line in a quiet event stream
  Span linger = std::chrono::seconds(2);      // reading on after a refusal, so it can be read
  Span drain = std::chrono::seconds(10);      // from stop() to cutting what still runs
  Span sweep = std::chrono::seconds(1);       // how often deadlines are looked at: their precision
  std::uint64_t bytes_a_second = 2048;        // the slowest body or reader that is put up with
};

struct Limits {
  std::size_t connections = 4096;
  std::size_t head_bytes = 16384;
  std::size_t head_fields = 100;
  std::size_t body_in_memory = 64 * 1024;  // bytes; more goes to a file while it comes
  std::size_t body_given_whole = 256 * 1024;  // a route that takes no more gets its body in memory
  std::size_t stream_frames = 256;         // frames waiting in one event stream
};

struct Tls {
  std::string certificate_file;  // PEM chain; empty: no TLS
  std::string key_file;          // PEM
};

struct Config {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one; bind() tells which
  int network_threads = 1;
  int workers = 4;
  Limits limits;
  Deadlines deadlines;
  Tls tls;
  std::string spool_folder = ".";
  bool stop_on_signals = false;  // SIGINT and SIGTERM call stop()
  ProblemWriter problem = plain_problem;
  std::function<void(std::string_view)> log_error;  // English, one line; from any thread
};

}  // namespace motcua::http

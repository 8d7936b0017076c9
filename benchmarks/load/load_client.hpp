// A load driver for the server: one thread, epoll, keep-alive connections, loopback only.
//
// It sends one request at a time on each connection and measures from the first byte sent to the
// last byte received. It reads only what it must of the answers (status and Content-Length).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::load {

struct Answer {
  int status = 0;
  std::string head;
  std::string body;
};
std::string header_of(const Answer& answer, std::string_view name);  // empty: it has none

struct Plan {
  std::uint16_t port = 0;
  std::string address = "127.0.0.1";  // any other than a loopback address is refused
  int connections = 64;
  std::chrono::milliseconds duration{5000};
  // How long what is under way at the end is waited for; it is told to `answered`, not measured.
  std::chrono::milliseconds patience{10000};
  // The bytes of the n-th request, from 0. Called on the driver's thread.
  std::function<std::string(std::uint64_t number)> request;
  // What came back for it, when somebody wants to know.
  std::function<void(std::uint64_t number, const Answer& answer)> answered{};
  // Bytes sent on a connection before the others have their turn, so that large requests grow side
  // by side; 0: as many as it takes.
  std::size_t at_once = 0;
  // The run is over before its time when this says so.
  std::function<bool()> over{};
  // Connections that send one byte of a header a second beside the honest ones.
  int dripping = 0;
};

struct Measure {
  std::uint64_t requests = 0;    // answered completely
  std::uint64_t errors = 0;      // connections lost or refused, answers that could not be read
  std::uint64_t unanswered = 0;  // when patience was at its end
  double seconds = 0;
  std::map<int, std::uint64_t> statuses;
  std::vector<std::uint32_t> microseconds;  // of each answered request, sorted
  int dripping_closed = 0;                  // by the server, before the end

  double per_second() const;
  double milliseconds_at(double share) const;  // 0.5: the median; 1: the longest
  // {"requests_per_second":..., "p50_ms":..., "errors":..., "statuses":{"200":...}, ...}
  std::string to_json() const;
};

// One request on a connection of its own; waits for the answer. Throws std::runtime_error.
Answer ask(std::uint16_t port, const std::string& request);

// Throws std::invalid_argument for an address that is not loopback or a plan without requests, and
// std::runtime_error when the server cannot be reached.
Measure run(const Plan& plan);

}  // namespace motcua::load

// The operating system's network, in the few forms the server needs: an event loop, a listening
// socket, TLS, and a connected socket whose operations can be awaited. Boost.Asio stays inside
// network.cpp.
//
// Thread rule: a loop runs on one thread; everything made with it is used on that thread only,
// except NetworkLoop::post.
#pragma once

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace motcua::http {

using Clock = std::chrono::steady_clock;

class NetworkLoop {
 public:
  NetworkLoop();
  ~NetworkLoop();
  NetworkLoop(const NetworkLoop&) = delete;
  NetworkLoop& operator=(const NetworkLoop&) = delete;

  // Until nothing is left to wait for.
  void run();
  // From any thread: runs `job` on the loop's thread.
  void post(std::function<void()> job);
  // One alarm a loop: `job` after `span`, or earlier after hurry(); replaces the one before.
  void call_after(std::chrono::milliseconds span, std::function<void()> job);
  void hurry();
  // SIGINT or SIGTERM, once, until forget_signals().
  void on_stop_signal(std::function<void()> job);
  void forget_signals();

  struct Core;
  Core& core() { return *core_; }

 private:
  std::unique_ptr<Core> core_;
};

class TlsIdentity {
 public:
  // PEM files. Fails when they cannot be read or do not belong together. TLS 1.2 and newer.
  static OrFailure<std::unique_ptr<TlsIdentity>> load(const std::string& certificate_file,
                                                      const std::string& key_file);
  ~TlsIdentity();
  TlsIdentity(const TlsIdentity&) = delete;
  TlsIdentity& operator=(const TlsIdentity&) = delete;

  struct Core;
  Core& core() const { return *core_; }

 private:
  explicit TlsIdentity(std::unique_ptr<Core> core);
  std::unique_ptr<Core> core_;
};

class Listener {
 public:
  explicit Listener(NetworkLoop& loop);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  // Gives the port. `address` is numeric.
  OrFailure<std::uint16_t> bind(const std::string& address, std::uint16_t port);
  // Calls `arrived` for every connection until close(), with a non-blocking socket that the callee
  // owns; `trouble` when the system has no room for one (tried again a little later).
  void accept(std::function<void(int socket, std::string peer)> arrived,
              std::function<void()> trouble);
  void close();

 private:
  struct Core;
  std::unique_ptr<Core> core_;
};

// What came of an operation. For a nap, good means that the time was reached.
struct Transfer {
  std::size_t bytes = 0;
  bool good = false;
};

class Wire;

// An operation under way; await it at once.
struct Operation {
  enum class Kind { ShakeHands, Receive, ReceiveUnsealed, Send, SayGoodbye, Nap };

  Wire& wire;
  Kind kind;
  std::span<char> space{};
  std::string_view first{};
  std::string_view second{};
  Clock::time_point until{};
  Transfer result{};

  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> awaiting);
  Transfer await_resume() const noexcept { return result; }
};

// A connected socket, plain or with TLS. One Receive, one Send and one Nap may be under way
// together; what they read and write must stay in place until they end.
class Wire {
 public:
  // Takes the socket over. `tls` is null for a plain one.
  Wire(NetworkLoop& loop, int socket, const TlsIdentity* tls);
  ~Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  bool is_tls() const;

  Operation shake_hands();  // good at once when plain
  Operation receive(std::span<char> space);
  Operation receive_unsealed(std::span<char> space);  // below TLS, to throw away
  Operation send(std::string_view first, std::string_view second = {});
  Operation say_goodbye();  // TLS closing alert, then the end of sending
  Operation nap(Clock::time_point until);

  void wake();       // ends a nap
  void interrupt();  // fails the Receive and Send under way; later ones work
  void close();      // fails everything

 private:
  friend struct Operation;
  void begin(Operation& operation, std::coroutine_handle<> awaiting);

  struct Core;
  std::unique_ptr<Core> core_;
};

}  // namespace motcua::http

#include "http/connection.hpp"

#include <unistd.h>

#include <algorithm>

namespace motcua::http {

void Connection::open(Serving& serving, ServingThread& thread, int socket, std::string peer) {
  const auto given_up = [&serving](const std::exception& error) {
    serving.log(std::string("a connection was given up: ") + error.what());
  };
  std::shared_ptr<Connection> connection;
  try {
    connection = std::make_shared<Connection>(serving, thread, socket, std::move(peer));
  } catch (const std::exception& error) {
    ::close(socket);
    return given_up(error);
  }
  run_detached(live(std::move(connection)), given_up);
}

Connection::Connection(Serving& serving, ServingThread& thread, int socket, std::string peer)
    : serving_(serving),
      thread_(thread),
      place_(thread.connections.end()),
      wire_(thread.loop, socket, serving.tls.get()),
      peer_(std::move(peer)),
      parser_(serving.config.limits),
      input_(room_for_heads(), '\0') {
  bell_ = std::make_shared<Doorbell>([this] {
    thread_.loop.post([weak = weak_from_this()] {
      if (const auto self = weak.lock()) self->wire_.wake();
    });
  });
  place_ = thread_.connections.insert(thread_.connections.end(), this);
  ++serving_.open_connections;
}

Connection::~Connection() {
  bell_->silence();
  thread_.connections.erase(place_);
  --serving_.open_connections;
}

// --- deadlines ----------------------------------------------------------------------------------

void Connection::enter(Phase phase, Span allowed) {
  phase_ = phase;
  deadline_ = allowed == Span::max() ? Clock::time_point::max() : thread_.now + allowed;
}

Connection::Span Connection::span_for(Span grace, std::uint64_t bytes) const {
  const auto rate = std::max<std::uint64_t>(serving_.config.deadlines.bytes_a_second, 1);
  return grace + Span(static_cast<Span::rep>(bytes * 1000 / rate));
}

void Connection::sweep(Clock::time_point now) {
  if (deadline_ > now) return;
  const bool reading = phase_ == Phase::ReadingHead || phase_ == Phase::ReadingBody;
  if (timed_out_ || !(reading || phase_ == Phase::Waiting)) return cut();
  timed_out_ = true;
  deadline_ = now + serving_.config.deadlines.linger;
  if (reading) wire_.interrupt();
  wire_.wake();
}

void Connection::drain() {
  if (phase_ == Phase::Idle) cut();
  if (phase_ == Phase::Streaming) wire_.wake();
}

void Connection::cut() {
  cut_ = true;
  wire_.close();
}

// --- life ---------------------------------------------------------------------------------------

Task<void> Connection::live(std::shared_ptr<Connection> self) {
  self->enter(Phase::Idle, self->serving_.config.deadlines.head);
  const Transfer greeted = co_await self->wire_.shake_hands();
  bool going = greeted.good;
  while (going) going = co_await self->exchange();
  co_await self->say_goodbye();
  self->cut();
}

// One request and its answer; false when the connection is to end.
Task<bool> Connection::exchange() {
  refusal_.reset();
  head_ = HeadReading();
  allowed_.clear();
  const bool head_came = co_await read_head();
  if (!head_came) co_return false;
  if (!refusal_) accept_head();
  if (!refusal_ && head_.has_body) {
    const bool body_came = co_await read_body();
    if (!body_came) co_return false;
  }
  if (refusal_) {
    use_problem(*refusal_);
  } else {
    co_await call_endpoint();
  }
  if (cut_) co_return false;
  const bool written = co_await write_answer();
  head_.request.spool.reset();
  co_return written&& keep_alive_;
}

// Lets the other side read what was sent before the socket goes: a close with unread bytes would
// reset the connection and take the answer with it.
Task<void> Connection::say_goodbye() {
  if (cut_) co_return;
  enter(Phase::Closing, serving_.config.deadlines.linger);
  co_await wire_.say_goodbye();
  if (!unread_) co_return;
  for (;;) {
    const Transfer leftover = co_await wire_.receive_unsealed(std::span<char>(input_));
    if (!leftover.good) co_return;
  }
}

// Runs blocking work elsewhere; this connection waits for its end, whatever happens meanwhile.
Task<void> Connection::in_pool(std::function<void()> job) {
  enter(Phase::Running, Span::max());
  pool_done_ = false;
  serving_.pool->post([this, bell = bell_, job = std::move(job)] {
    job();
    pool_done_ = true;  // from here on the connection may be gone
    bell->ring();
  });
  while (!pool_done_) co_await wire_.nap(Clock::time_point::max());
}

}  // namespace motcua::http

// One client's connection, from its first byte to its last (inside of the server).
//
// Invariants: at most one request at a time; every phase but Running and Streaming has a deadline;
// disk work and endpoints of Run::Pool never run on the network thread. Thread rule: everything
// here runs on the connection's own network thread, except what in_pool is given, while the
// connection does nothing but wait for it. Shared by its coroutines: the last to end destroys it.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/mailbox.hpp"
#include "http/network.hpp"
#include "http/open_file.hpp"
#include "http/request_parser.hpp"
#include "http/serving.hpp"
#include "http/task.hpp"

namespace motcua::http {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  // Takes over a connected socket and serves it until its end. On the thread's own loop.
  static void open(Serving& serving, ServingThread& thread, int socket, std::string peer);

  Connection(Serving& serving, ServingThread& thread, int socket, std::string peer);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void sweep(Clock::time_point now);  // acts on a deadline that has passed
  void drain();                       // the server is stopping: end when idle
  void cut();                         // end now

 private:
  using Span = Deadlines::Span;

  enum class Phase {
    Idle,         // no byte of a request yet
    ReadingHead,  // part of a head is here
    ReadingBody,  // part of a body is here
    Running,      // in the pool
    Waiting,      // for a Later
    Writing,      // an answer is going out
    Streaming,    // an event stream is open and quiet
    Closing,      // reading on until the client has seen a refusal
  };

  // Life (connection.cpp).
  static Task<void> live(std::shared_ptr<Connection> self);
  Task<bool> exchange();
  Task<void> say_goodbye();
  Task<void> in_pool(std::function<void()> job);
  void enter(Phase phase, Span allowed);
  Span span_for(Span grace, std::uint64_t bytes) const;

  // Reading (connection_reading.cpp).
  Task<bool> read_head();
  void accept_head();
  Task<bool> read_body();
  void give_back_room();
  Task<bool> invite_body();
  void take_body_bytes();
  Task<void> spool_body();
  void keep_body_bytes();
  void take_body_back();
  Task<bool> receive();
  std::string_view pending() const { return {input_.data() + begin_, end_ - begin_}; }
  std::size_t room_for_heads() const {
    return std::max<std::size_t>(serving_.config.limits.head_bytes, 4096);
  }
  bool input_is_full() const { return end_ - begin_ == input_.size(); }
  void refuse(ProblemKind kind);

  // Answering (connection_answering.cpp).
  Task<void> call_endpoint();
  void run_endpoint();
  bool answer_quickly();
  Task<void> await_answer();
  void use_problem(ProblemKind kind);
  void settle_answer();

  // Writing (connection_writing.cpp).
  Task<bool> write_answer();
  Task<bool> write_bytes(std::string_view body);
  Task<bool> write_file(FileRange file);
  void open_file(const FileRange& file);
  Task<bool> write_pieces(std::uint64_t offset, std::uint64_t length);
  Task<bool> write_stream(EventStream stream);
  Task<bool> pump_frames(std::shared_ptr<FrameQueue> queue);
  static Task<void> watch(std::shared_ptr<Connection> self);
  Task<bool> send(std::string_view first, std::string_view second = {});
  void start_head(std::optional<std::uint64_t> content_length);

  Serving& serving_;
  ServingThread& thread_;
  std::list<Connection*>::iterator place_;
  Wire wire_;
  std::shared_ptr<Doorbell> bell_;
  const std::string peer_;

  Phase phase_ = Phase::Idle;
  Clock::time_point deadline_ = Clock::time_point::max();
  bool cut_ = false;        // the socket is closed
  bool timed_out_ = false;  // the request or a Later took too long: say so and close
  bool peer_gone_ = false;  // seen while streaming
  bool keep_alive_ = true;
  bool unread_ = false;  // the client may still be sending what nobody will read

  RequestParser parser_;
  std::string input_;  // received and not yet used: [begin_, end_)
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::string scratch_;
  std::string output_;

  HeadReading head_;
  const Route* route_ = nullptr;
  std::string allowed_;
  std::optional<ProblemKind> refusal_;
  Response response_;
  std::shared_ptr<AnswerSlot> slot_;
  std::unique_ptr<OpenFile> file_;
  std::atomic<bool> pool_done_{true};
};

}  // namespace motcua::http

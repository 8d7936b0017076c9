#include "http/connection.hpp"

#include <algorithm>
#include <array>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <cstring>
#include <optional>

#include "http/byte_range.hpp"
#include "http/mailbox.hpp"
#include "http/open_file.hpp"
#include "http/request_parser.hpp"
#include "http/response_head.hpp"

// Rules for g++ 12.2: no capturing lambda and no braced temporary inside a co_await expression;
// coroutine parameters by value or to things that outlive the coroutine.

namespace motcua::http {
namespace asio = boost::asio;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using TlsStream = asio::ssl::stream<Socket&>;
using Timer =
    asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, asio::io_context::executor_type>;
template <class T>
using Awaitable = asio::awaitable<T, Executor>;
using Span = Deadlines::Span;

namespace {

constexpr asio::use_awaitable_t<Executor> use_awaitable{};
constexpr std::size_t piece_bytes = 64 * 1024;     // of a file being sent
constexpr std::size_t scratch_bytes = 16 * 1024;   // of a body being read
constexpr std::size_t one_send_bytes = 16 * 1024;  // bodies up to this go out with their head

enum class Phase {
  Idle,       // no byte of a request yet
  Head,       // part of a head is here
  Body,       // part of a body is here
  Running,    // in the pool
  Waiting,    // for a Later
  Writing,    // an answer is going out
  Streaming,  // an event stream is open and quiet
  Closing,    // reading on until the client has seen a refusal
};

class Connection final : public LiveConnection, public std::enable_shared_from_this<Connection> {
 public:
  Connection(Shared& shared, Loop& loop, std::string peer);
  ~Connection() override;

  bool adopt(int socket);
  static Awaitable<void> live(std::shared_ptr<Connection> self);

  void sweep(Clock::time_point now) override;
  void drain() override;
  void cut() override;

 private:
  Awaitable<bool> shake_hands();
  Awaitable<bool> exchange();
  Awaitable<void> say_goodbye();

  Awaitable<bool> receive();
  Awaitable<bool> read_head();
  void accept_head();
  Awaitable<bool> read_body();
  Awaitable<void> spool_body();
  void keep_body_bytes();

  Awaitable<void> call_endpoint();
  void run_endpoint();
  Awaitable<void> in_pool(std::function<void()> job);
  Awaitable<void> ring();
  Awaitable<bool> await_answer();

  Awaitable<bool> write_answer();
  Awaitable<bool> write_bytes(std::string_view body);
  Awaitable<bool> write_file(FileRange file);
  void open_file(const FileRange& file);
  Awaitable<bool> write_pieces(std::uint64_t offset, std::uint64_t length);
  Awaitable<bool> write_stream(EventStream stream);
  Awaitable<bool> pump_frames(std::shared_ptr<FrameQueue> queue);
  static Awaitable<void> watch(std::shared_ptr<Connection> self);
  Awaitable<bool> send(std::string_view first, std::string_view second = {});

  std::string_view pending() const { return {input_.data() + begin_, end_ - begin_}; }
  void refuse(ProblemKind kind);
  void use_problem(ProblemKind kind);
  void start_head(std::optional<std::uint64_t> content_length);
  void enter(Phase phase, Span allowed);
  Span span_for(Span grace, std::uint64_t bytes) const;

  Shared& shared_;
  Loop& loop_;
  std::list<LiveConnection*>::iterator place_;
  Socket socket_;
  std::optional<TlsStream> tls_;
  Timer wake_;
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

Connection::Connection(Shared& shared, Loop& loop, std::string peer)
    : shared_(shared),
      loop_(loop),
      place_(loop.connections.insert(loop.connections.end(), this)),
      socket_(loop.io),
      wake_(loop.io),
      peer_(std::move(peer)),
      parser_(shared.config.limits),
      input_(std::max<std::size_t>(shared.config.limits.head_bytes, 4096), '\0') {
  ++shared_.open;
  bell_ = std::make_shared<Doorbell>([this] {
    asio::post(loop_.io, [weak = weak_from_this()] {
      if (const auto self = weak.lock()) self->wake_.cancel();
    });
  });
}

Connection::~Connection() {
  bell_->silence();
  loop_.connections.erase(place_);
  --shared_.open;
}

bool Connection::adopt(int socket) {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
  boost::system::error_code error;
  socket_.assign(address.ss_family == AF_INET6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4(), socket,
                 error);
  if (error) return false;
  socket_.set_option(asio::ip::tcp::no_delay(true), error);
  if (shared_.tls) tls_.emplace(socket_, *shared_.tls);
  return true;
}

// --- deadlines ----------------------------------------------------------------------------------

void Connection::enter(Phase phase, Span allowed) {
  phase_ = phase;
  deadline_ = allowed == Span::max() ? Clock::time_point::max() : loop_.now + allowed;
}

Span Connection::span_for(Span grace, std::uint64_t bytes) const {
  return grace +
         Span(static_cast<Span::rep>(
             bytes * 1000 / std::max<std::uint64_t>(shared_.config.deadlines.bytes_a_second, 1)));
}

void Connection::sweep(Clock::time_point now) {
  if (deadline_ > now) return;
  const bool can_be_told = phase_ == Phase::Head || phase_ == Phase::Body;
  if (timed_out_ || !(can_be_told || phase_ == Phase::Waiting)) return cut();
  timed_out_ = true;
  deadline_ = now + shared_.config.deadlines.linger;
  boost::system::error_code ignored;
  if (can_be_told) socket_.cancel(ignored);
  wake_.cancel();
}

void Connection::drain() {
  if (phase_ == Phase::Idle) cut();
  if (phase_ == Phase::Streaming) wake_.cancel();
}

void Connection::cut() {
  cut_ = true;
  boost::system::error_code ignored;
  socket_.close(ignored);
  wake_.cancel();
}

// --- life ---------------------------------------------------------------------------------------

Awaitable<void> Connection::live(std::shared_ptr<Connection> self) {
  self->enter(Phase::Idle, self->shared_.config.deadlines.head);
  bool going = co_await self->shake_hands();
  while (going) going = co_await self->exchange();
  co_await self->say_goodbye();
  self->cut();
}

Awaitable<bool> Connection::shake_hands() {
  if (!tls_) co_return true;
  boost::system::error_code error;
  co_await tls_->async_handshake(asio::ssl::stream_base::server,
                                 asio::redirect_error(use_awaitable, error));
  co_return !error;
}

// One request and its answer; false when the connection is to end.
Awaitable<bool> Connection::exchange() {
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
Awaitable<void> Connection::say_goodbye() {
  if (cut_) co_return;
  enter(Phase::Closing, shared_.config.deadlines.linger);
  boost::system::error_code error;
  if (tls_ && !unread_) {
    co_await tls_->async_shutdown(asio::redirect_error(use_awaitable, error));
  }
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, error);
  if (!unread_) co_return;
  const auto space = asio::buffer(input_.data(), input_.size());
  error.clear();
  while (!error) {
    co_await socket_.async_read_some(space, asio::redirect_error(use_awaitable, error));
  }
}

// --- reading ------------------------------------------------------------------------------------

// Needs room in the buffer. False: the client is gone, or too slow (timed_out_).
Awaitable<bool> Connection::receive() {
  if (timed_out_ || cut_) co_return false;
  if (begin_ > 0) {
    std::memmove(input_.data(), input_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  const auto space = asio::buffer(input_.data() + end_, input_.size() - end_);
  boost::system::error_code error;
  std::size_t count = 0;
  if (tls_) {
    count = co_await tls_->async_read_some(space, asio::redirect_error(use_awaitable, error));
  } else {
    count = co_await socket_.async_read_some(space, asio::redirect_error(use_awaitable, error));
  }
  end_ += count;
  co_return !error;
}

Awaitable<bool> Connection::read_head() {
  parser_.restart();
  if (phase_ != Phase::Idle) enter(Phase::Idle, shared_.config.deadlines.idle);
  for (;;) {
    while (begin_ < end_) {
      if (phase_ == Phase::Idle) enter(Phase::Head, shared_.config.deadlines.head);
      const std::size_t used = parser_.feed_head(pending());
      begin_ += used;
      if (parser_.refusal()) refuse(*parser_.refusal());
      if (refusal_ || parser_.head_done()) co_return true;
      if (used == 0) break;
    }
    if (end_ - begin_ == input_.size()) {
      refuse(ProblemKind::HeaderTooLarge);
      co_return true;
    }
    const bool received = co_await receive();
    if (!received && timed_out_) {
      refuse(ProblemKind::TooSlow);
      co_return true;
    }
    if (!received) co_return false;
  }
}

// Finds the route and refuses what it will not take before any of the body is read.
void Connection::accept_head() {
  auto head = parser_.take_head();
  if (!head) return refuse(*parser_.refusal());
  head_ = std::move(*head);
  keep_alive_ = head_.keep_alive;
  Request& request = head_.request;
  request.peer = peer_;
  request.secure = tls_.has_value();
  auto match = shared_.router.find(request.method, head_.segments);
  route_ = match.route;
  request.params = std::move(match.params);
  allowed_ = std::move(match.allowed);
  if (!route_) {
    refusal_ = allowed_.empty() ? ProblemKind::NotFound : ProblemKind::MethodNotAllowed;
  } else if (head_.has_body) {
    const auto& accepts = route_->limits.accepts;
    if (head_.content_length.value_or(0) > route_->limits.body_bytes) {
      refusal_ = ProblemKind::BodyTooLarge;
    } else if (!accepts.empty() &&
               std::find(accepts.begin(), accepts.end(), request.media_type()) == accepts.end()) {
      refusal_ = ProblemKind::UnsupportedMediaType;
    }
  }
  if (refusal_ && head_.has_body) refuse(*refusal_);
}

Awaitable<bool> Connection::read_body() {
  enter(Phase::Body, shared_.config.deadlines.body);
  const auto started = loop_.now;
  if (head_.expects_continue) {
    const bool sent = co_await send("HTTP/1.1 100 Continue\r\n\r\n");
    if (!sent) co_return false;
    enter(Phase::Body, shared_.config.deadlines.body);
  }
  scratch_.resize(scratch_bytes);
  Request& request = head_.request;
  while (!parser_.message_done()) {
    RequestParser::BodyStep step;
    if (begin_ < end_) step = parser_.feed_body(pending(), std::span<char>(scratch_));
    begin_ += step.used;
    request.body_size += step.produced;
    if (parser_.refusal()) refuse(*parser_.refusal());
    if (request.body_size > route_->limits.body_bytes) refuse(ProblemKind::BodyTooLarge);
    if (refusal_) co_return true;
    request.body.append(scratch_.data(), step.produced);
    if (request.body.size() > shared_.config.limits.body_in_memory) co_await spool_body();
    if (refusal_) co_return true;
    deadline_ = started + span_for(shared_.config.deadlines.body, request.body_size);
    if (parser_.message_done() || step.used + step.produced > 0) continue;
    if (end_ - begin_ == input_.size()) refuse(ProblemKind::Malformed);
    if (refusal_) co_return true;
    const bool received = co_await receive();
    if (!received && timed_out_) refuse(ProblemKind::TooSlow);
    if (!received) co_return refusal_.has_value();
  }
  if (request.spool && !request.body.empty()) co_await spool_body();
  co_return true;
}

Awaitable<void> Connection::spool_body() {
  std::function<void()> job = [this] { keep_body_bytes(); };
  co_await in_pool(std::move(job));
  phase_ = Phase::Body;
}

// In the pool: moves the bytes read so far from memory to the body's file.
void Connection::keep_body_bytes() {
  Request& request = head_.request;
  if (!request.spool) {
    auto created = SpoolFile::create(shared_.config.spool_folder);
    if (!created) {
      shared_.log(created.error().what);
      return refuse(ProblemKind::StorageFull);
    }
    request.spool = std::move(*created);
  }
  const auto appended = request.spool->append(request.body);
  request.body.clear();
  if (!appended) {
    shared_.log(appended.error().what);
    refuse(ProblemKind::StorageFull);
  }
}

// The message cannot be read to its end: answer, then close.
void Connection::refuse(ProblemKind kind) {
  refusal_ = kind;
  unread_ = true;
  keep_alive_ = false;
}

// --- answering ----------------------------------------------------------------------------------

Awaitable<void> Connection::call_endpoint() {
  if (route_->run == Run::Inline) {
    run_endpoint();
  } else {
    enter(Phase::Running, Span::max());
    std::function<void()> job = [this] { run_endpoint(); };
    co_await in_pool(std::move(job));
  }
  if (!std::holds_alternative<Later>(response_.body)) co_return;
  const bool answered = co_await await_answer();
  slot_.reset();
  if (!answered) keep_alive_ = false;
  if (std::holds_alternative<Later>(response_.body)) {
    shared_.log("an answer that came later was itself to come later: " + route_->pattern);
    response_ = problem(ProblemKind::Internal);
  }
}

void Connection::run_endpoint() {
  try {
    response_ = route_->endpoint(head_.request);
    if (const auto* later = std::get_if<Later>(&response_.body)) {
      slot_ = std::make_shared<AnswerSlot>(bell_);
      later->start(completion_for(slot_));
    }
  } catch (const std::exception& error) {
    shared_.log(route_->method + " " + route_->pattern + ": " + error.what());
    response_ = problem(ProblemKind::Internal);
  }
}

// Runs blocking work elsewhere; this connection waits for its end whatever happens meanwhile.
Awaitable<void> Connection::in_pool(std::function<void()> job) {
  deadline_ = Clock::time_point::max();
  if (phase_ == Phase::Body) phase_ = Phase::Running;
  pool_done_ = false;
  asio::post(*shared_.pool, [this, bell = bell_, job = std::move(job)] {
    job();
    pool_done_ = true;  // from here on the connection may be gone
    bell->ring();
  });
  while (!pool_done_) co_await ring();
}

// Until something wakes this connection.
Awaitable<void> Connection::ring() {
  boost::system::error_code woken;
  wake_.expires_at(Clock::time_point::max());
  co_await wake_.async_wait(asio::redirect_error(use_awaitable, woken));
}

Awaitable<bool> Connection::await_answer() {
  enter(Phase::Waiting, shared_.config.deadlines.answer);
  for (;;) {
    auto answer = slot_->take();
    if (answer) {
      response_ = std::move(*answer);
      co_return true;
    }
    if (timed_out_ || cut_) {
      shared_.log("no answer came in time: " + route_->method + " " + route_->pattern);
      response_ = problem(ProblemKind::Unavailable);
      co_return false;
    }
    co_await ring();
  }
}

void Connection::use_problem(ProblemKind kind) {
  response_ = render_problem(shared_, kind, head_.segments.empty() ? nullptr : &head_.request);
  if (kind == ProblemKind::MethodNotAllowed) response_.headers.emplace_back("Allow", allowed_);
}

// --- writing ------------------------------------------------------------------------------------

Awaitable<bool> Connection::write_answer() {
  if (const auto* asked = std::get_if<Problem>(&response_.body)) {
    Response rendered = render_problem(shared_, asked->kind, &head_.request);
    for (auto& header : response_.headers) rendered.headers.push_back(std::move(header));
    response_ = std::move(rendered);
  }
  if (!has_clean_headers(response_)) {
    shared_.log("an answer had a header that cannot be sent: " + head_.request.path);
    use_problem(ProblemKind::Internal);
  }
  if (shared_.stopping) keep_alive_ = false;
  output_.clear();
  if (auto* file = std::get_if<FileRange>(&response_.body)) {
    co_return co_await write_file(std::move(*file));
  }
  if (auto* stream = std::get_if<EventStream>(&response_.body)) {
    co_return co_await write_stream(std::move(*stream));
  }
  std::string_view body;
  if (const auto* text = std::get_if<std::string>(&response_.body)) body = *text;
  if (const auto* asset = std::get_if<Borrowed>(&response_.body)) body = asset->bytes;
  co_return co_await write_bytes(body);
}

void Connection::start_head(std::optional<std::uint64_t> content_length) {
  HeadFacts facts;
  facts.content_length = content_length;
  facts.keep_alive = keep_alive_;
  facts.old_client = head_.old_client;
  facts.date = loop_.date;
  write_head(output_, response_, facts);
}

Awaitable<bool> Connection::write_bytes(std::string_view body) {
  start_head(body.size());
  const bool bodiless = response_.status == 204 || response_.status == 304;
  if (head_.request.head_only || bodiless) body = {};
  if (body.size() <= one_send_bytes) {
    output_ += body;
    body = {};
  }
  co_return co_await send(output_, body);
}

Awaitable<bool> Connection::send(std::string_view first, std::string_view second) {
  enter(Phase::Writing, span_for(shared_.config.deadlines.write, first.size() + second.size()));
  boost::system::error_code error;
  if (cut_) co_return false;
  if (second.empty()) {
    const auto bytes = asio::buffer(first.data(), first.size());
    if (tls_) {
      co_await asio::async_write(*tls_, bytes, asio::redirect_error(use_awaitable, error));
    } else {
      co_await asio::async_write(socket_, bytes, asio::redirect_error(use_awaitable, error));
    }
    co_return !error;
  }
  const std::array<asio::const_buffer, 2> both{asio::buffer(first.data(), first.size()),
                                               asio::buffer(second.data(), second.size())};
  if (tls_) {
    co_await asio::async_write(*tls_, both, asio::redirect_error(use_awaitable, error));
  } else {
    co_await asio::async_write(socket_, both, asio::redirect_error(use_awaitable, error));
  }
  co_return !error;
}

// In the pool: opens the file, or leaves `file_` empty and a problem in its place.
void Connection::open_file(const FileRange& file) {
  auto opened = OpenFile::open(file.path);
  if (opened && file.offset + file.length.value_or(0) <= (*opened)->size()) {
    file_ = std::move(*opened);
    return;
  }
  shared_.log(opened ? file.path + " is shorter than what was to be sent" : opened.error().what);
  const bool absent = !opened && opened.error().kind == FailureKind::NotFound;
  use_problem(absent ? ProblemKind::NotFound : ProblemKind::Internal);
}

Awaitable<bool> Connection::write_file(FileRange file) {
  enter(Phase::Running, Span::max());
  std::function<void()> job = [this, &file] { open_file(file); };
  co_await in_pool(std::move(job));
  if (!file_) co_return co_await write_answer();
  const std::uint64_t whole = file.length.value_or(file_->size() - file.offset);
  RangeChoice range;
  const Request& request = head_.request;
  const std::string_view condition = request.header("if-range");
  std::string_view etag;
  for (const auto& [name, value] : response_.headers) {
    if (name == "ETag") etag = value;
  }
  if (response_.status == 200 && request.method == "GET" &&
      (condition.empty() || condition == etag)) {
    range = choose_range(request.header("range"), whole);
  }
  const std::string size = std::to_string(whole);
  if (range.kind == RangeChoice::Kind::NotSatisfiable) {
    file_.reset();
    use_problem(ProblemKind::RangeNotSatisfiable);
    response_.headers.emplace_back("Content-Range", "bytes */" + size);
    co_return co_await write_answer();
  }
  response_.headers.emplace_back("Accept-Ranges", "bytes");
  if (range.kind == RangeChoice::Kind::Whole) {
    range.length = whole;
  } else {
    response_.status = 206;
    response_.headers.emplace_back("Content-Range",
                                   "bytes " + std::to_string(range.first) + "-" +
                                       std::to_string(range.first + range.length - 1) + "/" + size);
  }
  start_head(range.length);
  const bool sent = co_await send(output_);
  if (!sent || request.head_only) co_return sent;
  co_return co_await write_pieces(file.offset + range.first, range.length);
}

Awaitable<bool> Connection::write_pieces(std::uint64_t offset, std::uint64_t length) {
  const auto file = std::move(file_);
  bool good = true;
  while (good && length > 0) {
    output_.resize(std::min<std::uint64_t>(length, piece_bytes));
    std::function<void()> job = [this, &file, &good, offset] {
      const auto read = file->read_at(offset, std::span<char>(output_));
      good = read && *read == output_.size();
    };
    enter(Phase::Running, Span::max());
    co_await in_pool(std::move(job));
    if (!good) shared_.log("a file became shorter while it was sent");
    if (good) good = co_await send(output_);
    offset += output_.size();
    length -= output_.size();
  }
  co_return good;
}

// --- event streams ------------------------------------------------------------------------------

Awaitable<bool> Connection::write_stream(EventStream stream) {
  keep_alive_ = false;
  response_.headers.emplace_back("Cache-Control", "no-store");
  start_head(std::nullopt);
  const bool sent = co_await send(output_);
  if (!sent || head_.request.head_only) co_return false;
  auto queue = std::make_shared<FrameQueue>(bell_, shared_.config.limits.stream_frames);
  try {
    stream.open(queue);
  } catch (const std::exception& error) {
    shared_.log(route_->pattern + ": " + error.what());
    co_return false;
  }
  asio::co_spawn(loop_.io, watch(shared_from_this()), asio::detached);
  const bool good = co_await pump_frames(queue);
  queue->close();
  co_return good;
}

Awaitable<bool> Connection::pump_frames(std::shared_ptr<FrameQueue> queue) {
  for (;;) {
    enter(Phase::Streaming, Span::max());
    const bool ending = queue->closed() || shared_.stopping;
    std::string frames = queue->take();
    if (cut_ || peer_gone_ || (frames.empty() && ending)) co_return false;
    if (frames.empty()) {
      boost::system::error_code woken;
      wake_.expires_after(shared_.config.deadlines.heartbeat);
      co_await wake_.async_wait(asio::redirect_error(use_awaitable, woken));
      if (woken) continue;
      frames = ": still here\n\n";
    }
    const bool sent = co_await send(frames);
    if (!sent || ending) co_return false;
  }
}

// Reads beside an open stream, only to learn that the client has gone.
Awaitable<void> Connection::watch(std::shared_ptr<Connection> self) {
  self->begin_ = self->end_ = 0;
  const auto space = asio::buffer(self->input_.data(), self->input_.size());
  boost::system::error_code error;
  while (!error) {
    if (self->tls_) {
      co_await self->tls_->async_read_some(space, asio::redirect_error(use_awaitable, error));
    } else {
      co_await self->socket_.async_read_some(space, asio::redirect_error(use_awaitable, error));
    }
  }
  self->peer_gone_ = true;
  self->wake_.cancel();
}

}  // namespace

Response render_problem(const Shared& shared, ProblemKind kind, const Request* request) {
  try {
    Response response = shared.config.problem(kind, request);
    const bool plain = std::holds_alternative<std::string>(response.body);
    if (plain && has_clean_headers(response)) return response;
    shared.log("the problem writer gave an answer that cannot be sent");
  } catch (const std::exception& error) {
    shared.log(std::string("the problem writer failed: ") + error.what());
  }
  return plain_problem(kind, request);
}

void open_connection(Shared& shared, Loop& loop, int socket, std::string peer) {
  const auto connection = std::make_shared<Connection>(shared, loop, std::move(peer));
  if (!connection->adopt(socket)) {
    ::close(socket);
    return;
  }
  asio::co_spawn(loop.io, Connection::live(connection), asio::detached);
}

}  // namespace motcua::http

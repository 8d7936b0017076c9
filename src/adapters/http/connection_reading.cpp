#include <algorithm>
#include <cstring>

#include "http/connection.hpp"

namespace motcua::http {
namespace {

constexpr std::size_t room_for_a_body = 64 * 1024;  // received at once of a large one

// What can be refused before any of the body is read.
std::optional<ProblemKind> refusal_of_body(const RouteLimits& limits, const HeadReading& head) {
  if (head.content_length.value_or(0) > limits.body_bytes) return ProblemKind::BodyTooLarge;
  const auto& accepts = limits.accepts;
  const bool accepted = accepts.empty() || std::find(accepts.begin(), accepts.end(),
                                                     head.request.media_type()) != accepts.end();
  if (!accepted) return ProblemKind::UnsupportedMediaType;
  return std::nullopt;
}

}  // namespace

// False: the client is gone, or was too slow (timed_out_). Needs room in the buffer.
Task<bool> Connection::receive() {
  if (timed_out_ || cut_) co_return false;
  if (begin_ > 0) {
    std::memmove(input_.data(), input_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  const Transfer received =
      co_await wire_.receive(std::span<char>(input_.data() + end_, input_.size() - end_));
  end_ += received.bytes;
  co_return received.good;
}

// True: there is a head, or a refusal.
Task<bool> Connection::read_head() {
  parser_.restart();
  give_back_room();
  if (phase_ != Phase::Idle) enter(Phase::Idle, serving_.config.deadlines.idle);
  for (;;) {
    while (begin_ < end_) {
      if (phase_ == Phase::Idle) enter(Phase::ReadingHead, serving_.config.deadlines.head);
      const std::size_t used = parser_.feed_head(pending());
      begin_ += used;
      if (parser_.refusal()) refuse(*parser_.refusal());
      if (refusal_ || parser_.head_done()) co_return true;
      if (used == 0) break;
    }
    if (input_is_full()) {
      refuse(ProblemKind::HeaderTooLarge);
      co_return true;
    }
    const bool received = co_await receive();
    if (!received && timed_out_) refuse(ProblemKind::TooSlow);
    if (!received) co_return refusal_.has_value();
  }
}

// Finds the route and refuses what it will not take before any of the body is read.
void Connection::accept_head() {
  auto head = parser_.take_head();
  if (!head) return refuse(*parser_.refusal());
  head_ = std::move(*head);
  keep_alive_ = head_.keep_alive;
  head_.request.peer = peer_;
  head_.request.secure = wire_.is_tls();
  auto match = serving_.router.find(head_.request.method, head_.segments);
  route_ = match.route;
  head_.request.params = std::move(match.params);
  allowed_ = std::move(match.allowed);
  if (!route_) {
    refusal_ = allowed_.empty() ? ProblemKind::NotFound : ProblemKind::MethodNotAllowed;
  } else if (head_.has_body) {
    refusal_ = refusal_of_body(route_->limits, head_);
  }
  if (refusal_ && head_.has_body) refuse(*refusal_);
}

// True: the whole body is there, or a refusal.
Task<bool> Connection::read_body() {
  enter(Phase::ReadingBody, serving_.config.deadlines.body);
  const Clock::time_point started = thread_.now;
  const bool invited = co_await invite_body();
  if (!invited) co_return false;
  scratch_.resize(
      std::min<std::size_t>(head_.content_length.value_or(room_for_a_body), room_for_a_body));
  if (scratch_.size() > input_.size()) input_.resize(room_for_a_body);
  while (!parser_.message_done()) {
    if (begin_ == end_ || parser_.is_stuck()) {
      if (input_is_full()) refuse(ProblemKind::Malformed);
      const bool received = !refusal_ && co_await receive();
      if (!received && timed_out_) refuse(ProblemKind::TooSlow);
      if (!received) co_return refusal_.has_value();
    }
    take_body_bytes();
    if (refusal_) co_return true;
    if (head_.request.body.size() > serving_.config.limits.body_in_memory) {
      co_await spool_body();
      if (refusal_) co_return true;
    }
    phase_ = Phase::ReadingBody;
    deadline_ = started + span_for(serving_.config.deadlines.body, head_.request.body_size);
  }
  if (!head_.request.spool) co_return true;
  if (!head_.request.body.empty()) co_await spool_body();
  if (route_->limits.body_bytes > serving_.config.limits.body_given_whole) co_return true;
  std::function<void()> job = [this] { take_body_back(); };
  co_await in_pool(std::move(job));
  co_return true;
}

// A connection that waits for its next request holds no more than one that never sent a body.
void Connection::give_back_room() {
  if (begin_ < end_ || input_.size() <= room_for_heads()) return;
  begin_ = end_ = 0;
  input_ = std::string(room_for_heads(), '\0');
  scratch_ = std::string();
}

Task<bool> Connection::invite_body() {
  if (!head_.expects_continue) co_return true;
  const bool sent = co_await send("HTTP/1.1 100 Continue\r\n\r\n");
  enter(Phase::ReadingBody, serving_.config.deadlines.body);
  co_return sent;
}

void Connection::take_body_bytes() {
  Request& request = head_.request;
  const RequestParser::BodyStep step = parser_.feed_body(pending(), std::span<char>(scratch_));
  begin_ += step.used;
  request.body_size += step.produced;
  request.body.append(scratch_.data(), step.produced);
  if (parser_.refusal()) refuse(*parser_.refusal());
  if (request.body_size > route_->limits.body_bytes) refuse(ProblemKind::BodyTooLarge);
}

Task<void> Connection::spool_body() {
  std::function<void()> job = [this] { keep_body_bytes(); };
  co_await in_pool(std::move(job));
}

// In the pool: moves the bytes read so far from memory to the body's file.
void Connection::keep_body_bytes() {
  Request& request = head_.request;
  if (!request.spool) {
    auto created = SpoolFile::create(serving_.config.spool_folder);
    if (!created) {
      serving_.log(created.error().what);
      return refuse(ProblemKind::StorageFull);
    }
    request.spool = std::move(*created);
  }
  const auto appended = request.spool->append(request.body);
  request.body.clear();
  if (!appended) {
    serving_.log(appended.error().what);
    refuse(ProblemKind::StorageFull);
  }
}

// In the pool: the whole body in memory again, now that all of it is there.
void Connection::take_body_back() {
  if (refusal_) return;
  Request& request = head_.request;
  auto body = request.spool->contents();
  if (!body) {
    serving_.log(body.error().what);
    return refuse(ProblemKind::StorageFull);
  }
  request.body = std::move(*body);
  request.spool.reset();
}

// The message cannot be read to its end: answer, then close.
void Connection::refuse(ProblemKind kind) {
  refusal_ = kind;
  unread_ = true;
  keep_alive_ = false;
}

}  // namespace motcua::http

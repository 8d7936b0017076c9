#include "http/mailbox.hpp"

#include <utility>

namespace motcua::http {
namespace {

// Held by every copy of a completion: gone when nobody can answer any more.
struct Ticket {
  explicit Ticket(std::shared_ptr<AnswerSlot> place) : slot(std::move(place)) {}
  ~Ticket() { slot->give(problem(ProblemKind::Internal)); }
  Ticket(const Ticket&) = delete;
  Ticket& operator=(const Ticket&) = delete;

  std::shared_ptr<AnswerSlot> slot;
};

}  // namespace

void Doorbell::ring() {
  const std::lock_guard lock(mutex_);
  if (wake_) wake_();
}

void Doorbell::silence() {
  const std::lock_guard lock(mutex_);
  wake_ = nullptr;
}

void AnswerSlot::give(Response response) {
  {
    const std::lock_guard lock(mutex_);
    if (given_) return;
    given_ = true;
    answer_ = std::move(response);
  }
  bell_->ring();
}

std::optional<Response> AnswerSlot::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(answer_, std::nullopt);
}

Completion completion_for(std::shared_ptr<AnswerSlot> slot) {
  auto ticket = std::make_shared<Ticket>(std::move(slot));
  return [ticket](Response response) { ticket->slot->give(std::move(response)); };
}

bool FrameQueue::send(std::string frame) {
  bool was_empty = false;
  bool taken = false;
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    was_empty = frames_.empty();
    taken = frames_.size() < limit_;
    if (taken) {
      frames_.push_back(std::move(frame));
    } else {
      closed_ = true;
    }
  }
  if (was_empty || !taken) bell_->ring();
  return taken;
}

bool FrameQueue::closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

void FrameQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  bell_->ring();
}

std::string FrameQueue::take() {
  const std::lock_guard lock(mutex_);
  std::string all;
  for (const std::string& frame : frames_) all += frame;
  frames_.clear();
  return all;
}

}  // namespace motcua::http

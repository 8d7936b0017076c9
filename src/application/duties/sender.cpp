#include "duties/sender.hpp"

#include <algorithm>

namespace motcua::duties {
namespace {

using std::chrono::milliseconds;

constexpr int at_once = 50;
// The office's clock may be sent ahead, so it is looked at again however far the next notice is.
constexpr milliseconds longest_wait{20'000};

}  // namespace

Sender::Sender(ports::Outbox& outbox, const ports::Clock& clock, Carriers carriers,
               notice::Schedule schedule)
    : outbox_(outbox),
      clock_(clock),
      carriers_(std::move(carriers)),
      schedule_(std::move(schedule)) {}

Sender::~Sender() { stop(); }

void Sender::start(MakeDue make_due, Report report) {
  make_due_ = std::move(make_due);
  report_ = std::move(report);
  thread_ = std::thread([this] { run(); });
}

void Sender::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  told_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Sender::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  told_.notify_one();
}

bool Sender::is_stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

void Sender::run() {
  for (;;) {
    auto wait = longest_wait;
    if (const auto made = make_due_(clock_.now()); !made) report_(made.error());
    if (const auto sent = send_due(); sent) {
      wait = until_next();
    } else {
      report_(sent.error());
    }
    std::unique_lock lock(mutex_);
    told_.wait_for(lock, wait, [&] { return stopping_ || woken_; });
    if (stopping_) return;
    woken_ = false;
  }
}

milliseconds Sender::until_next() {
  const auto next = outbox_.next_notice_at();
  if (!next || !*next) return longest_wait;
  const milliseconds left = **next - clock_.now();
  return std::clamp(left, milliseconds{0}, longest_wait);
}

OrFailure<Nothing> Sender::send_due() {
  if (const auto noted = note_what_could_not_be_noted(); !noted) return noted;
  for (;;) {
    const auto due = outbox_.due_notices(clock_.now(), at_once);
    if (!due) return Unexpected{due.error()};
    for (const auto& kept : *due) {
      if (is_stopping()) return Nothing{};
      const auto noted = note(kept.id, deliver(kept, clock_.now()));
      if (!noted) return noted;
    }
    if (due->size() < at_once) return Nothing{};
  }
}

ports::Delivery Sender::deliver(const ports::KeptNotice& kept, Moment now) {
  using ports::DeliveryState;
  auto delivery = kept.delivery;
  const auto channel = kept.made.notice.channel;
  const auto found = carriers_.find(channel);
  if (found == carriers_.end()) {
    delivery.state = DeliveryState::InAppOnly;
    delivery.next_at.reset();
    return delivery;
  }
  if (const auto at = notice::may_go_at(schedule_.quiet, channel, now); at > now) {
    delivery.next_at = at;
    return delivery;
  }
  ++delivery.tries;
  const auto carried = found->second->carry(kept);
  if (carried) {
    delivery.state = DeliveryState::Sent;
    delivery.next_at.reset();
    delivery.sent_at = now;
    return delivery;
  }
  delivery.last_error = carried.error().what;
  delivery.next_at = carried.error().retry ? notice::next_try(schedule_, delivery.tries, now)
                                           : std::optional<Moment>{};
  if (!delivery.next_at) delivery.state = DeliveryState::DeadLetter;
  return delivery;
}

OrFailure<Nothing> Sender::note(std::int64_t id, ports::Delivery delivery) {
  auto noted = outbox_.note_delivery(id, delivery);
  if (!noted) not_noted_.insert_or_assign(id, std::move(delivery));
  return noted;
}

OrFailure<Nothing> Sender::note_what_could_not_be_noted() {
  while (!not_noted_.empty()) {
    const auto first = not_noted_.begin();
    if (auto noted = outbox_.note_delivery(first->first, first->second); !noted) return noted;
    not_noted_.erase(first);
  }
  return Nothing{};
}

}  // namespace motcua::duties

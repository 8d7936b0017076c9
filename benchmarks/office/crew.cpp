#include "office/crew.hpp"

#include <stdexcept>

#include "office/life.hpp"

namespace motcua::bench {

using Clock = std::chrono::steady_clock;

constexpr std::size_t least_prepared = 64;

Crew::Crew(runtime::Runtime& runtime, std::vector<Standing> standings, std::uint64_t first_number)
    : runtime_(runtime),
      standings_(standings.begin(), standings.end()),
      next_number_(first_number) {
  for (auto& standing : standings_) idle_.push_back(&standing);
}

// Acts are prepared on the caller's thread, so that the writer's time is the program's own.
Crew::Worked Crew::work(int in_flight, std::chrono::milliseconds duration) {
  const auto began = Clock::now();
  std::unique_lock lock(mutex_);
  ending_ = false;
  acts_ = 0;
  while (Clock::now() < began + duration && trouble_.empty()) {
    keep_prepared(lock);
    while (open_ < in_flight && !prepared_.empty()) {
      ++open_;
      submit_next(lock);
    }
    changed_.wait_until(lock, began + duration, [&] {
      return prepared_.size() < least_prepared || open_ < in_flight || !trouble_.empty();
    });
  }
  ending_ = true;
  changed_.wait(lock, [&] { return open_ == 0; });
  if (!trouble_.empty()) throw std::runtime_error(trouble_);
  for (auto& left : prepared_) idle_.push_back(left.standing);
  prepared_.clear();
  return {acts_, std::chrono::duration<double>(Clock::now() - began).count()};
}

void Crew::keep_prepared(std::unique_lock<std::mutex>& lock) {
  while (prepared_.size() < 2 * least_prepared && !idle_.empty()) {
    Standing& standing = *idle_.front();
    idle_.pop_front();
    lock.unlock();
    Prepared made = prepare(standing);
    lock.lock();
    prepared_.push_back(std::move(made));
  }
}

Crew::Prepared Crew::prepare(Standing& standing) {
  if (standing.stage == life().size()) standing = {};
  if (standing.code.empty()) return {&standing, registration(runtime_.world(), next_number_++)};
  auto request = act_of_life(runtime_.world(), standing.code, standing.stage);
  std::get<commands::PerformAct>(request.command).expected_version = standing.version;
  return {&standing, std::move(request)};
}

void Crew::submit_next(std::unique_lock<std::mutex>& lock) {
  Prepared next = std::move(prepared_.front());
  prepared_.pop_front();
  lock.unlock();
  auto* standing = next.standing;
  runtime_.registrar().submit(
      std::move(next.request),
      [this, standing](const commands::Outcome& outcome) { answered(*standing, outcome); });
  lock.lock();
}

// On the writer's thread.
void Crew::answered(Standing& standing, const commands::Outcome& outcome) {
  std::unique_lock lock(mutex_);
  if (const auto* done = std::get_if<commands::Done>(&outcome)) {
    ++acts_;
    if (!standing.code.empty()) ++standing.stage;
    standing.code = done->dossier->code;
    standing.version = done->dossier->version;
    idle_.push_back(&standing);
  } else {
    const auto* rejection = std::get_if<Rejection>(&outcome);
    trouble_ = "an act of the benchmark was not done: " +
               (rejection == nullptr ? "conflict or failure" : std::string(rejection->code()));
  }
  const bool go_on = !ending_ && trouble_.empty() && !prepared_.empty();
  if (go_on) {
    submit_next(lock);
  } else {
    --open_;
  }
  if (!go_on || prepared_.size() < least_prepared) changed_.notify_all();
}

}  // namespace motcua::bench

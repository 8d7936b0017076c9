#include "commands/registrar.hpp"

#include <future>

#include "commands/batch.hpp"

namespace motcua::commands {
namespace {

constexpr std::size_t largest_batch = 256;

}  // namespace

Registrar::Registrar(const World& world, ports::Journal& journal, DossierCache& cache,
                     ports::Clock& clock)
    : world_(world), journal_(journal), cache_(cache), clock_(clock) {}

Registrar::~Registrar() { stop(); }

OrFailure<Nothing> Registrar::start() {
  const auto end = journal_.end();
  if (!end) return Unexpected{end.error()};
  end_ = *end;
  const auto read = journal_.recent_requests(
      requests_.capacity(),
      [&](std::string_view key, std::string_view code, std::uint64_t version) {
        requests_.remember_stored(key, code, version);
      });
  if (!read) return Unexpected{read.error()};
  thread_ = std::thread([this] { run(); });
  return Nothing{};
}

void Registrar::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Registrar::submit(Request request, Completion done) {
  {
    const std::lock_guard lock(mutex_);
    if (!stopping_) {
      queue_.push_back({std::move(request), std::move(done)});
      arrived_.notify_one();
      return;
    }
  }
  done(Failure{FailureKind::Unavailable, "the office is closing", true});
}

Outcome Registrar::perform(Request request) {
  std::promise<Outcome> promise;
  auto future = promise.get_future();
  submit(std::move(request), [&](Outcome outcome) { promise.set_value(std::move(outcome)); });
  return future.get();
}

std::optional<Failure> Registrar::commit_failure() const {
  const std::lock_guard lock(failure_mutex_);
  return commit_failure_;
}

void Registrar::note_commit(std::optional<Failure> failure) {
  const std::lock_guard lock(failure_mutex_);
  commit_failure_ = std::move(failure);
}

void Registrar::run() {
  for (;;) {
    auto queued = take_batch();
    if (queued.empty()) return;
    commit_batch(queued);
  }
}

std::vector<Registrar::Queued> Registrar::take_batch() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
  std::vector<Queued> batch;
  while (!queue_.empty() && batch.size() < largest_batch) {
    batch.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return batch;
}

void Registrar::commit_batch(std::vector<Queued>& queued) {
  const auto fail_all = [&](const Failure& failure) {
    note_commit(failure);
    for (auto& item : queued) item.done(failure);
  };
  auto transaction = journal_.begin();
  if (!transaction) return fail_all(transaction.error());
  Batch batch(*this, **transaction);
  std::vector<Outcome> outcomes;
  outcomes.reserve(queued.size());
  for (const auto& item : queued) {
    auto outcome = batch.attempt(item.request);
    if (!outcome) return fail_all(outcome.error());
    outcomes.push_back(std::move(*outcome));
  }
  if (const auto committed = (*transaction)->commit(); !committed) {
    return fail_all(committed.error());
  }
  const auto changed = batch.publish();
  if (!changed.empty()) note_commit({});  // a batch of refusals wrote nothing
  for (const auto& tell : committed_) {
    if (!changed.empty()) tell(changed);
  }
  for (std::size_t i = 0; i < queued.size(); ++i) queued[i].done(std::move(outcomes[i]));
}

}  // namespace motcua::commands

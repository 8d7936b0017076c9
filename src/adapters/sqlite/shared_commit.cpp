#include "sqlite/shared_commit.hpp"

#include <utility>

#include "base/assertion.hpp"

namespace motcua::sqlite {
namespace {

// A bug met on the way abandons this write alone.
OrFailure<Nothing> run_caught(Database& connection, const SharedCommit::Write& write) {
  try {
    return write(connection);
  } catch (const Bug& bug) {
    return Unexpected{Failure{FailureKind::Unavailable, bug.what(), false}};
  }
}

// Undone alone when it fails.
OrFailure<Nothing> run_alone(Database& connection, const SharedCommit::Write& write) {
  if (auto begun = connection.execute("SAVEPOINT one"); !begun) return begun;
  auto written = run_caught(connection, write);
  if (!written) (void)connection.execute("ROLLBACK TO one");
  auto ended = connection.execute("RELEASE one");
  return written ? ended : written;
}

}  // namespace

OrFailure<Nothing> SharedCommit::run(const Write& write) {
  Waiting mine{write};
  std::unique_lock lock(queue_mutex_);
  waiting_.push_back(&mine);
  ended_.wait(lock, [&] { return mine.over || !committing_; });
  if (mine.over) return mine.result;
  committing_ = true;
  const auto together = std::exchange(waiting_, {});
  lock.unlock();
  commit(together);
  lock.lock();
  committing_ = false;
  for (auto* one : together) one->over = true;
  lock.unlock();
  ended_.notify_all();
  return mine.result;
}

void SharedCommit::commit(const std::vector<Waiting*>& together) {
  const std::lock_guard lock(mutex_);
  const std::lock_guard turn(turn_);
  auto whole = connection_.execute("BEGIN IMMEDIATE");
  if (whole) {
    for (auto* one : together) one->result = run_alone(connection_, one->write);
    whole = connection_.execute("COMMIT");
    if (!whole) (void)connection_.execute("ROLLBACK");
  }
  if (whole) return;
  for (auto* one : together) {
    if (one->result) one->result = Unexpected{whole.error()};
  }
}

}  // namespace motcua::sqlite

#include "sqlite/checkpointer.hpp"

namespace motcua::sqlite {
OrFailure<std::unique_ptr<Checkpointer>> Checkpointer::open(const std::string& path,
                                                            CheckpointLimits limits) {
  auto database = Database::open(path, Access::ReadWrite);
  if (!database) return Unexpected{database.error()};
  return std::unique_ptr<Checkpointer>(new Checkpointer(std::move(*database), limits));
}

Checkpointer::Checkpointer(std::unique_ptr<Database> database, CheckpointLimits limits)
    : database_(std::move(database)), limits_(limits), thread_([this] { run(); }) {}

Checkpointer::~Checkpointer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  told_.notify_one();
  thread_.join();
}

void Checkpointer::follow(Database& writer) {
  writer.on_commit([this, &writer](int pages_in_log) { committed(writer, pages_in_log); });
}

// On the writer's thread, after its commit.
void Checkpointer::committed(Database& writer, int pages_in_log) {
  std::unique_lock lock(mutex_);
  if (pages_in_log < in_log_) in_file_ = 0;  // the log began anew
  in_log_ = pages_in_log;
  const int left = in_log_ - in_file_;
  if ((in_log_ >= limits_.long_log && left <= limits_.little) || in_log_ >= limits_.longest_log) {
    lock.unlock();
    const int brought_in = writer.checkpoint();
    lock.lock();
    in_file_ = brought_in;
  } else if (left >= limits_.due) {
    asked_ = true;
    told_.notify_one();
  }
}

void Checkpointer::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    told_.wait(lock, [&] { return ending_ || asked_; });
    if (ending_) return;
    asked_ = false;
    lock.unlock();
    const int brought_in = database_->checkpoint();
    lock.lock();
    in_file_ = brought_in;
  }
}

}  // namespace motcua::sqlite

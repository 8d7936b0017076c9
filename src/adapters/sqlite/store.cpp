#include "sqlite/store.hpp"

#include "sqlite/schema.hpp"

namespace motcua::sqlite {

constexpr int reader_count = 4;

OrFailure<Nothing> Readers::open(const std::string& path, int count) {
  for (int i = 0; i < count; ++i) {
    auto database = Database::open(path, Access::ReadOnly);
    if (!database) return Unexpected{database.error()};
    free_.push_back(std::move(*database));
  }
  return Nothing{};
}

Readers::Lent Readers::lend() {
  std::unique_lock lock(mutex_);
  given_back_.wait(lock, [&] { return !free_.empty(); });
  auto database = std::move(free_.back());
  free_.pop_back();
  return {*this, std::move(database)};
}

void Readers::give_back(std::unique_ptr<Database> database) {
  {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(database));
  }
  given_back_.notify_one();
}

OrFailure<std::unique_ptr<Store>> Store::open(const std::string& path) {
  std::unique_ptr<Store> store(new Store);
  auto writer = Database::open(path, Access::ReadWrite);
  if (!writer) return Unexpected{writer.error()};
  store->writer_ = std::move(*writer);
  if (const auto made = prepare_schema(*store->writer_); !made) return Unexpected{made.error()};
  auto desk = Database::open(path, Access::ReadWrite);
  if (!desk) return Unexpected{desk.error()};
  store->desk_ = std::move(*desk);
  store->drafts_ = std::make_unique<SharedCommit>(*store->desk_, store->desk_mutex_, store->turn_);
  auto checkpointer = Checkpointer::open(path);
  if (!checkpointer) return Unexpected{checkpointer.error()};
  store->checkpointer_ = std::move(*checkpointer);
  store->checkpointer_->follow(*store->writer_);
  store->checkpointer_->follow(*store->desk_);
  if (const auto opened = store->readers_.open(path, reader_count); !opened) {
    return Unexpected{opened.error()};
  }
  return store;
}

OrFailure<std::optional<Moment>> Store::last_act_at() {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare(
      "SELECT max(at) FROM (SELECT * FROM (SELECT at FROM journal ORDER BY sequence DESC LIMIT 1)"
      " UNION ALL SELECT * FROM (SELECT at FROM petition_record ORDER BY sequence DESC LIMIT 1)"
      " UNION ALL SELECT * FROM (SELECT at FROM travel_record ORDER BY sequence DESC LIMIT 1))");
  if (!statement) return Unexpected{statement.error()};
  const auto stepped = statement->step();
  if (!stepped) return Unexpected{stepped.error()};
  return statement->optional_moment(0);
}

OrFailure<std::vector<std::string>> Store::damage() {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare("PRAGMA integrity_check(20)");
  if (!statement) return Unexpected{statement.error()};
  std::vector<std::string> found;
  for (;;) {
    const auto stepped = statement->step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return found;
    if (statement->text(0) != "ok") found.emplace_back(statement->text(0));
  }
}

}  // namespace motcua::sqlite

#include "office/disk.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <future>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/digest.hpp"

namespace motcua::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t view_rows = 4000;
constexpr int commands_a_commit = 64;

std::string code_of(std::uint64_t row) {
  return "000.00.00.H26-170412-" + std::to_string(100'000 + row);
}

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

}  // namespace

double syncs_per_second(const std::filesystem::path& folder, std::chrono::milliseconds duration) {
  const std::filesystem::path path = folder / "sync";
  const int file = ::open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error("cannot write " + path.string());
  const std::array<char, 4096> page{};
  const auto began = Clock::now();
  int syncs = 0;
  for (; Clock::now() < began + duration; ++syncs) {
    if (::write(file, page.data(), page.size()) < 0 || ::fdatasync(file) != 0) {
      throw std::runtime_error("cannot write " + path.string());
    }
  }
  const double rate = syncs / seconds_since(began);
  ::close(file);
  std::filesystem::remove(path);
  return rate;
}

namespace {

void keep_paper(const std::filesystem::path& place, const std::string& paper) {
  static constexpr std::size_t write_bytes = 64 * 1024;
  const std::string fresh = place.string() + ".new";
  const int file = ::open(fresh.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  bool good = file >= 0;
  for (std::size_t at = 0; good && at < paper.size(); at += write_bytes) {
    const auto piece = std::string_view(paper).substr(at, write_bytes);
    good = ::write(file, piece.data(), piece.size()) == ssize_t(piece.size());
  }
  good = good && ::fdatasync(file) == 0;
  if (file >= 0) ::close(file);
  if (!good) throw std::runtime_error("cannot write " + fresh);
  std::filesystem::rename(fresh, place.string() + to_hex(sha256(paper)));
}

}  // namespace

double papers_per_second(const std::filesystem::path& folder, std::size_t bytes,
                         std::chrono::milliseconds duration) {
  const auto own = folder / "papers";
  std::filesystem::create_directories(own);
  std::atomic<int> papers = 0;
  const auto began = Clock::now();
  const auto work = [&](char thread) {
    std::string paper(bytes, thread);
    while (Clock::now() < began + duration) {
      const std::string number = std::to_string(++papers);
      paper.replace(0, number.size(), number);
      keep_paper(own / number, paper);
    }
  };
  std::vector<std::future<void>> threads;
  for (const char thread : {'a', 'b', 'c', 'd'}) {
    threads.push_back(std::async(std::launch::async, work, thread));
  }
  for (auto& thread : threads) thread.get();
  const double rate = papers / seconds_since(began);
  std::filesystem::remove_all(own);
  return rate;
}

struct RawFloor::Handles {
  sqlite3* database = nullptr;
  sqlite3_stmt* insert_event = nullptr;
  sqlite3_stmt* update_view = nullptr;
  ~Handles() {
    sqlite3_finalize(insert_event);
    sqlite3_finalize(update_view);
    sqlite3_close(database);
  }
};

RawFloor::RawFloor(const std::filesystem::path& folder) : handles_(std::make_unique<Handles>()) {
  const std::string path = (folder / "floor.sqlite").string();
  if (sqlite3_open(path.c_str(), &handles_->database) != SQLITE_OK) {
    throw std::runtime_error("cannot open " + path);
  }
  execute(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384;"
      "PRAGMA wal_autocheckpoint=4000;"
      "CREATE TABLE event(sequence INTEGER PRIMARY KEY, code TEXT, version INTEGER, body TEXT);"
      "CREATE TABLE view(code TEXT PRIMARY KEY, version INTEGER, row TEXT); BEGIN");
  const std::string row(600, 'v');
  for (std::uint64_t i = 0; i < view_rows; ++i) {
    execute(("INSERT INTO view VALUES('" + code_of(i) + "', 1, '" + row + "')").c_str());
  }
  execute("COMMIT");
  const auto prepare = [&](const char* sql, sqlite3_stmt** into) {
    if (sqlite3_prepare_v2(handles_->database, sql, -1, into, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(handles_->database));
    }
  };
  prepare("INSERT INTO event(code, version, body) VALUES(?,?,?)", &handles_->insert_event);
  prepare("UPDATE view SET version=?2, row=?3 WHERE code=?1", &handles_->update_view);
}

RawFloor::~RawFloor() = default;

void RawFloor::execute(const char* sql) {
  if (sqlite3_exec(handles_->database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(handles_->database));
  }
}

void RawFloor::command() {
  const std::string code = code_of((number_ * 7919) % view_rows);
  const std::string event(300, 'e');
  const std::string row(600, char('a' + number_ % 26));
  const auto run = [&](sqlite3_stmt* statement, const std::string& text) {
    sqlite3_bind_text(statement, 1, code.data(), int(code.size()), SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, std::int64_t(number_));
    sqlite3_bind_text(statement, 3, text.data(), int(text.size()), SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_DONE) {
      throw std::runtime_error(sqlite3_errmsg(handles_->database));
    }
    sqlite3_reset(statement);
  };
  run(handles_->insert_event, event);
  run(handles_->update_view, row);
  ++number_;
}

double RawFloor::commands_per_second(std::chrono::milliseconds duration) {
  const auto began = Clock::now();
  std::uint64_t commands = 0;
  while (Clock::now() < began + duration) {
    execute("BEGIN IMMEDIATE");
    for (int i = 0; i < commands_a_commit; ++i) command();
    execute("COMMIT");
    commands += commands_a_commit;
  }
  return double(commands) / seconds_since(began);
}

}  // namespace motcua::bench

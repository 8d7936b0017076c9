// A thin layer over SQLite's C interface: connection, cached statements, typed binding and columns.
//
// A Database is used by one thread at a time. Every failure carries SQLite's own words. No SQL is
// built from outside text: values are bound.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/failure.hpp"
#include "base/moment.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace motcua::sqlite {

class Statement {
 public:
  Statement(sqlite3* database, sqlite3_stmt* handle) : database_(database), handle_(handle) {}
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();  // makes it ready for its next use

  Statement& bind(int place, std::int64_t value);
  Statement& bind(int place, int value) { return bind(place, std::int64_t{value}); }
  Statement& bind(int place, std::string_view text);
  // Without a copy: the text must outlive the statement's run.
  Statement& lend(int place, std::string_view text);
  Statement& bind_blob(int place, std::string_view bytes);
  Statement& bind_null(int place);
  Statement& bind(int place, Moment moment) { return bind(place, to_unix(moment)); }
  Statement& bind(int place, const std::optional<Moment>& moment);

  // Runs on: true with a row to read, false at the end.
  OrFailure<bool> step();
  OrFailure<Nothing> run();  // steps to the end

  std::int64_t integer(int column) const;
  std::string_view text(int column) const;  // valid until the next step
  std::string_view blob(int column) const;
  bool is_null(int column) const;
  Moment moment(int column) const { return from_unix(integer(column)); }
  std::optional<Moment> optional_moment(int column) const;

 private:
  sqlite3* database_;
  sqlite3_stmt* handle_;
};

enum class Access { ReadWrite, ReadOnly };

class Database {
 public:
  // Opens or creates; WAL, synchronous=FULL: what commit answered well survives a power cut.
  static OrFailure<std::unique_ptr<Database>> open(const std::string& path, Access access);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  OrFailure<Statement> prepare(std::string_view sql);
  OrFailure<Nothing> execute(std::string_view sql);  // one or more statements without values
  // `told` is called after each commit of this connection with the length of the log in pages.
  void on_commit(std::function<void(int pages_in_log)> told);
  // Brings pages of the log into the file, as many as no reader holds back. How many of the log are
  // in the file then; 0 when it failed, which harms nothing that is durable.
  int checkpoint();
  std::int64_t changed_rows() const;  // by the statement that ran last
  Failure last_failure(std::string_view doing) const;

 private:
  explicit Database(sqlite3* handle) : handle_(handle) {}
  sqlite3* handle_;
  struct HashOfText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, sqlite3_stmt*, HashOfText, std::equal_to<>> statements_;
  std::function<void(int)> committed_;
};

}  // namespace motcua::sqlite

// What the disk gives in this very run: the floor under durable acts.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>

namespace motcua::bench {

// How often a second 4 KiB at the end of a file can be made durable.
double syncs_per_second(const std::filesystem::path& folder, std::chrono::milliseconds duration);

// How many papers of so many bytes a second four threads hash (SHA-256), write, make durable and
// give their names: the floor under taking papers in.
double papers_per_second(const std::filesystem::path& folder, std::size_t bytes,
                         std::chrono::milliseconds duration);

// The raw floor of a store in SQLite as the program sets it up (WAL, synchronous=FULL): commits of
// 64 commands, each one event row of some 300 bytes and one update of a view row of some 600.
class RawFloor {
 public:
  explicit RawFloor(const std::filesystem::path& folder);
  ~RawFloor();
  RawFloor(const RawFloor&) = delete;
  RawFloor& operator=(const RawFloor&) = delete;

  double commands_per_second(std::chrono::milliseconds duration);

 private:
  void execute(const char* sql);
  void command();

  struct Handles;
  std::unique_ptr<Handles> handles_;
  std::uint64_t number_ = 0;
};

}  // namespace motcua::bench

// Brings the write-ahead log back into the database file, on a thread of its own, so that the acts
// of a commit do not wait for it.
//
// SQLite does it inside the commit that passes a limit, which delays one commit in a hundred by
// several disk syncs. Here the commit only tells how long the log has become. The log begins anew
// once all of it is in the file; the last few pages of a long one are brought in by the writer,
// which nobody can overtake.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "sqlite/database.hpp"

namespace motcua::sqlite {

struct CheckpointLimits {  // in pages of the log
  int due = 4000;          // not yet in the file: the thread brings them in
  int long_log = 16'000;   // 64 MB: to begin anew when little is left to bring in
  int little = 1000;
  int longest_log = 64'000;  // 256 MB: to begin anew whatever it costs
};

class Checkpointer {
 public:
  static OrFailure<std::unique_ptr<Checkpointer>> open(const std::string& path,
                                                       CheckpointLimits limits = {});
  ~Checkpointer();
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;

  // From now on `writer` tells its commits; it must be closed before this ends. What cannot be
  // brought back now (no space, a reader of old pages) is tried again after the next commit.
  void follow(Database& writer);

 private:
  Checkpointer(std::unique_ptr<Database> database, CheckpointLimits limits);
  void committed(Database& writer, int pages_in_log);
  void run();

  std::unique_ptr<Database> database_;
  const CheckpointLimits limits_;
  std::mutex mutex_;
  std::condition_variable told_;
  int in_log_ = 0;   // pages
  int in_file_ = 0;  // of them, brought back into the file
  bool asked_ = false;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace motcua::sqlite

// A fixed number of threads for work that may block: endpoints on storage, files.
//
// Thread rule: post() from any thread. Work is begun in the order it came.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace motcua::http {

class WorkerPool {
 public:
  explicit WorkerPool(int workers);
  // Ends after all work that was posted.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // A job must not let an exception out.
  void post(std::function<void()> job);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable something_to_do_;
  std::deque<std::function<void()>> jobs_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace motcua::http

// Writes of many threads, made durable by one commit: whoever comes while another commits waits and
// is committed with all who wait by then.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

#include "sqlite/database.hpp"

namespace motcua::sqlite {

class SharedCommit {
 public:
  using Write = std::function<OrFailure<Nothing>(Database&)>;

  // `connection` is used under `mutex`, which others may take as well, and writes when it is its
  // `turn` among connections.
  SharedCommit(Database& connection, std::mutex& mutex, std::mutex& turn)
      : connection_(connection), mutex_(mutex), turn_(turn) {}

  // Any thread. Well answered: it is durable. A write that failed leaves the others as they are.
  OrFailure<Nothing> run(const Write& write);

 private:
  struct Waiting {
    const Write& write;
    OrFailure<Nothing> result = Nothing{};
    bool over = false;
  };

  void commit(const std::vector<Waiting*>& together);

  Database& connection_;
  std::mutex& mutex_;
  std::mutex& turn_;
  std::mutex queue_mutex_;
  std::condition_variable ended_;
  std::vector<Waiting*> waiting_;
  bool committing_ = false;
};

}  // namespace motcua::sqlite

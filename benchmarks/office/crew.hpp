// Works on dossiers in process: keeps a fixed number of acts in flight, each for another dossier,
// as so many officers would who wait for each answer.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

#include "office/made_office.hpp"

namespace motcua::bench {

class Crew {
 public:
  // Dossiers whose life has ended are replaced by newly registered ones.
  Crew(runtime::Runtime& runtime, std::vector<Standing> standings, std::uint64_t first_number);

  struct Worked {
    std::uint64_t acts = 0;
    double seconds = 0;
    double per_second() const { return double(acts) / seconds; }
  };
  // Throws when an act is not accepted.
  Worked work(int in_flight, std::chrono::milliseconds duration);

 private:
  struct Prepared {
    Standing* standing = nullptr;
    commands::Request request;
  };
  Prepared prepare(Standing& standing);
  void keep_prepared(std::unique_lock<std::mutex>& lock);
  void submit_next(std::unique_lock<std::mutex>& lock);
  void answered(Standing& standing, const commands::Outcome& outcome);

  runtime::Runtime& runtime_;
  std::deque<Standing> standings_;
  std::uint64_t next_number_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Standing*> idle_;
  std::deque<Prepared> prepared_;
  bool ending_ = false;
  int open_ = 0;
  std::uint64_t acts_ = 0;
  std::string trouble_;
};

}  // namespace motcua::bench

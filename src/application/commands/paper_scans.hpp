// Scanning papers: each as it comes, and later those the scanner had no answer for.
//
// An infected file leaves the papers for the quarantine and is marked before it is moved, so that
// nobody is served it in between. While the scanner is silent no upload waits for it: the first
// that had no answer stops the asking, until the duty has one. Any thread.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "ports/clock.hpp"
#include "ports/file_store.hpp"
#include "ports/paper_scanner.hpp"

namespace motcua::commands {

enum class Unscanned {
  Refused,  // no officer opens what waits for its scan
  Warned,   // he may, after a warning
};

class PaperScans {
 public:
  struct Works {                             // outlive the duty
    ports::PaperScanner* scanner = nullptr;  // none: papers are not scanned here
    ports::ScanBook& book;
    ports::FileStore& files;
    ports::Quarantine& quarantine;
    const ports::Clock& clock;
  };
  struct Manner {
    Unscanned unscanned = Unscanned::Refused;
    std::chrono::milliseconds again{30'000};  // between tries of a scanner that is silent
  };
  using Scanned = std::function<void()>;  // called by the duty's thread, after it scanned some
  using Report = std::function<void(const Failure&)>;

  PaperScans(const Works& works, Manner manner) : works_(works), manner_(manner) {}
  ~PaperScans();
  PaperScans(const PaperScans&) = delete;
  PaperScans& operator=(const PaperScans&) = delete;

  bool has_scanner() const { return works_.scanner != nullptr; }
  Unscanned unscanned() const { return manner_.unscanned; }

  // A file that was just kept. Nothing: it was not scanned, as there is no scanner and nothing was
  // known of it. A Failure is of the store; a silent scanner is none.
  OrFailure<std::optional<ports::PaperScan>> look_at(const ports::KeptFile& kept,
                                                     const std::string& name);
  // What is known of a paper that somebody wants to see. One that came before there was a scanner
  // waits for its scan from now on.
  OrFailure<std::optional<ports::PaperScan>> wanted(const ports::KeptFile& kept,
                                                    const std::string& name);
  OrFailure<std::optional<ports::PaperScan>> known(std::string_view sha256) const {
    return works_.book.find_scan(sha256);
  }
  OrFailure<std::vector<ports::PaperScan>> quarantined(int most) const {
    return works_.book.scans_in(ports::ScanState::Infected, most);
  }

  // Scans what waits, until the scanner is silent. How many are not waiting any more.
  OrFailure<int> catch_up();
  // Does so by itself from now on; also tries anew what was too large, and ends quarantining that
  // was broken off. Nothing without a scanner.
  OrFailure<Nothing> start(Scanned scanned, Report report);
  void stop();

 private:
  OrFailure<bool> scan_again(ports::PaperScan waiting);
  OrFailure<Nothing> note(const ports::PaperScan& scan);
  OrFailure<Nothing> finish_what_was_begun();
  void wake();
  void run();

  Works works_;
  Manner manner_;
  Scanned scanned_;
  Report report_;
  std::atomic<bool> silent_ = false;  // the scanner
  std::mutex mutex_;
  std::condition_variable told_;
  bool woken_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace motcua::commands

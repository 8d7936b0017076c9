#include "commands/paper_scans.hpp"

namespace motcua::commands {
namespace {

using ports::PaperScan;
using ports::ScanState;
using KnownScan = OrFailure<std::optional<PaperScan>>;

constexpr int at_once = 50;

}  // namespace

PaperScans::~PaperScans() { stop(); }

KnownScan PaperScans::look_at(const ports::KeptFile& kept, const std::string& name) {
  auto before = works_.book.find_scan(kept.sha256);
  if (!before) return before;
  if (works_.scanner == nullptr) {
    const bool bad = *before && (*before)->found.state == ScanState::Infected;
    const auto noted = bad ? note(**before) : OrFailure<Nothing>(Nothing{});
    return noted ? std::move(before) : KnownScan(Unexpected{noted.error()});
  }
  PaperScan scan{kept.sha256, name, kept.size, {}, works_.clock.now(), 0};
  scan.found.state = ScanState::Waiting;
  bool asked_in_vain = false;
  if (!silent_) {
    const auto path = works_.files.path_of(kept.sha256);
    if (!path) return Unexpected{path.error()};
    auto found = works_.scanner->scan(*path);
    if (!found && report_) report_(found.error());
    asked_in_vain = !found;
    if (found) scan.found = std::move(*found);
  }
  const bool waits = scan.found.state == ScanState::Waiting;
  // What was judged before keeps its verdict while there is no newer one.
  if (waits && *before && (*before)->found.state != ScanState::TooLarge) {
    scan = std::move(**before);
  }
  if (auto noted = note(scan); !noted) return Unexpected{noted.error()};
  if (asked_in_vain) silent_ = true;  // only now: the duty takes an empty book for an answer
  if (waits) wake();
  return std::optional{std::move(scan)};
}

KnownScan PaperScans::wanted(const ports::KeptFile& kept, const std::string& name) {
  auto before = works_.book.find_scan(kept.sha256);
  if (!before || *before || works_.scanner == nullptr) return before;
  if (!works_.files.path_of(kept.sha256)) return before;  // there is nothing to scan
  PaperScan scan{kept.sha256, name, kept.size, {}, works_.clock.now(), 0};
  scan.found.state = ScanState::Waiting;
  if (auto put = works_.book.put_scan(scan); !put) return Unexpected{put.error()};
  wake();
  return std::optional{std::move(scan)};
}

OrFailure<Nothing> PaperScans::note(const PaperScan& scan) {
  if (auto put = works_.book.put_scan(scan); !put) return put;
  if (scan.found.state != ScanState::Infected) return Nothing{};
  const auto path = works_.files.path_of(scan.sha256);
  return path ? works_.quarantine.take(*path, scan.sha256) : Nothing{};  // it lies there already
}

// Whether the scanner answered.
OrFailure<bool> PaperScans::scan_again(PaperScan waiting) {
  const auto path = works_.files.path_of(waiting.sha256);
  if (!path) {
    if (auto dropped = works_.book.drop_scan(waiting.sha256); !dropped) {
      return Unexpected{dropped.error()};
    }
    return true;
  }
  auto found = works_.scanner->scan(*path);
  silent_ = !found;
  if (found) {
    waiting.found = std::move(*found);
    waiting.at = works_.clock.now();
    waiting.tries = 0;
  } else {
    ++waiting.tries;
  }
  if (auto noted = note(waiting); !noted) return Unexpected{noted.error()};
  return found.ok();
}

OrFailure<int> PaperScans::catch_up() {
  int scanned = 0;
  for (;;) {
    const auto waiting = works_.book.scans_in(ScanState::Waiting, at_once);
    if (!waiting) return Unexpected{waiting.error()};
    if (waiting->empty()) silent_ = false;  // the next upload tries it
    for (const auto& scan : *waiting) {
      const auto answered = scan_again(scan);
      if (!answered) return Unexpected{answered.error()};
      if (!*answered) return scanned;
      ++scanned;
      const std::lock_guard lock(mutex_);
      if (stopping_) return scanned;
    }
    if (waiting->size() < at_once) return scanned;
  }
}

OrFailure<Nothing> PaperScans::finish_what_was_begun() {
  const auto large = works_.book.scans_in(ScanState::TooLarge, 10'000);
  if (!large) return Unexpected{large.error()};
  for (auto scan : *large) {
    scan.found.state = ScanState::Waiting;
    if (auto put = works_.book.put_scan(scan); !put) return put;
  }
  const auto bad = works_.book.scans_in(ScanState::Infected, 10'000);
  if (!bad) return Unexpected{bad.error()};
  for (const auto& scan : *bad) {
    if (auto noted = note(scan); !noted) return noted;
  }
  return Nothing{};
}

OrFailure<Nothing> PaperScans::start(Scanned scanned, Report report) {
  scanned_ = std::move(scanned);
  report_ = std::move(report);
  if (works_.scanner == nullptr) return Nothing{};
  if (auto done = finish_what_was_begun(); !done) return done;
  woken_ = true;
  thread_ = std::thread([this] { run(); });
  return Nothing{};
}

void PaperScans::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  told_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void PaperScans::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  told_.notify_one();
}

void PaperScans::run() {
  for (;;) {
    const auto scanned = catch_up();
    if (!scanned) report_(scanned.error());
    if (scanned && *scanned > 0 && scanned_) scanned_();
    std::unique_lock lock(mutex_);
    // A silent scanner is asked again after a while, however many papers come in meanwhile.
    const bool again = silent_ || !scanned;
    if (again) {
      told_.wait_for(lock, manner_.again, [&] { return stopping_; });
    } else {
      told_.wait(lock, [&] { return stopping_ || woken_; });
    }
    if (stopping_) return;
    woken_ = false;
  }
}

}  // namespace motcua::commands

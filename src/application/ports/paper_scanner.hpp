// Looking for malware in papers: who does it, and the book of what was found.
//
// A mark belongs to a content, by its SHA-256, and not to a dossier: the journal knows nothing of
// it, and a content found bad later is bad in every dossier that has it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "base/moment.hpp"

namespace motcua::ports {

enum class ScanState {
  Waiting,   // the scanner did not answer: scanned later
  Clean,     // nothing known was found
  Infected,  // in quarantine
  TooLarge,  // for the scanner: nobody knows
};

struct ScanFinding {
  ScanState state = ScanState::Clean;  // never Waiting
  std::string virus;                   // in the scanner's words; of an infected one
  std::string signatures;  // version of the scanner and of its database of signatures, in its words
};

// Any thread; blocks, but not longer than a set time.
class PaperScanner {
 public:
  virtual ~PaperScanner() = default;
  // Of a kept file, read in pieces. A Failure when the scanner gave no verdict.
  virtual OrFailure<ScanFinding> scan(const std::string& path) = 0;
};

struct PaperScan {
  std::string sha256;
  std::string name;       // the file's, as it came
  std::int64_t size = 0;  // bytes
  ScanFinding found;      // Waiting: no more is known
  Moment at{};            // when it was scanned, or came to wait
  int tries = 0;          // in vain, while it waits
};

// Any thread.
class ScanBook {
 public:
  virtual ~ScanBook() = default;
  virtual OrFailure<Nothing> put_scan(const PaperScan& scan) = 0;  // replaces what is known
  virtual OrFailure<std::optional<PaperScan>> find_scan(std::string_view sha256) = 0;
  // Those tried least first, then the oldest; infected ones the newest first.
  virtual OrFailure<std::vector<PaperScan>> scans_in(ScanState state, int most) = 0;
  virtual OrFailure<Nothing> drop_scan(std::string_view sha256) = 0;
};

// Where bad files lie, apart from the papers and never served. Any thread.
class Quarantine {
 public:
  virtual ~Quarantine() = default;
  virtual OrFailure<Nothing> take(const std::string& path, std::string_view sha256) = 0;
};

}  // namespace motcua::ports

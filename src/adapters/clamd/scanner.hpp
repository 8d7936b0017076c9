// The scanner for malware: clamd of ClamAV, asked by its own protocol (commands VERSION and
// INSTREAM of clamd(8)) through a Unix socket or TCP. A file is sent in pieces and never whole in
// memory; the scanner's word is believed for at most 4 KB of it.
//
// Each question has a connection of its own and ends within the patience, whatever the other side
// does.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "ports/paper_scanner.hpp"

namespace motcua::clamd {

struct Settings {
  std::string socket;      // path of a Unix socket, or empty
  std::string host;        // otherwise, with the port
  std::uint16_t port = 0;  // TCP
  int most_megabytes = 25;
  std::chrono::milliseconds patience{10'000};  // for one paper
};

class Scanner : public ports::PaperScanner {
 public:
  explicit Scanner(Settings settings);
  // Unavailable: no connection, no answer in time, or none that is understood.
  OrFailure<ports::ScanFinding> scan(const std::string& path) override;

 private:
  Settings settings_;
};

// What an answer to INSTREAM says; `signatures` stays empty.
OrFailure<ports::ScanFinding> read_verdict(std::string_view answer);

}  // namespace motcua::clamd

// scanner.toml of a data folder: which clamd looks for malware in the papers.
//
//   socket = "/run/clamav/clamd.ctl"   # or address = "127.0.0.1:3310"
//   most_megabytes = 25                # clamd's StreamMaxLength; 1 to 4000, 25 unless said
//   timeout_seconds = 10               # for one paper; 1 to 300, 10 unless said
//   retry_seconds = 30                 # between tries while it is silent; 1 to 3600, 30 unless
//   said unscanned = "refuse"               # or "warn": officers may open what waits for its scan
#pragma once

#include <filesystem>
#include <optional>

#include "clamd/scanner.hpp"
#include "commands/paper_scans.hpp"

namespace motcua::runtime {

inline constexpr std::string_view scanner_file = "scanner.toml";

struct ScannerFile {
  clamd::Settings clamd;
  commands::PaperScans::Manner manner;
};

// Nothing when the folder has none: papers are marked as not scanned. Malformed says which line is
// wrong.
OrFailure<std::optional<ScannerFile>> read_scanner_file(const std::filesystem::path& data);

}  // namespace motcua::runtime

// Papers of a served office looked into for malware: by the scanner that scanner.toml names.
#pragma once

#include <memory>

#include "api/parts.hpp"
#include "clamd/scanner.hpp"
#include "files/quarantine.hpp"
#include "runtime/runtime.hpp"

namespace motcua::server {

class Scanning {
 public:
  // Fills in `parts.scans`; `parts` must not outlive this.
  static OrFailure<std::unique_ptr<Scanning>> open(runtime::Runtime& runtime, api::Parts& parts);

  // `scanned`: called after waiting papers were scanned.
  OrFailure<Nothing> start(std::function<void()> scanned);

 private:
  std::unique_ptr<clamd::Scanner> scanner_;  // none: nothing is scanned
  std::unique_ptr<files::FolderQuarantine> quarantine_;
  std::unique_ptr<commands::PaperScans> scans_;
};

}  // namespace motcua::server

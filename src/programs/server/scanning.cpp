#include "server/scanning.hpp"

#include <spdlog/spdlog.h>

#include "runtime/scanner_file.hpp"

namespace motcua::server {

OrFailure<std::unique_ptr<Scanning>> Scanning::open(runtime::Runtime& runtime, api::Parts& parts) {
  const auto file = runtime::read_scanner_file(runtime.data());
  if (!file) return Unexpected{file.error()};
  auto scanning = std::make_unique<Scanning>();
  commands::PaperScans::Manner manner;
  if (*file) {
    scanning->scanner_ = std::make_unique<clamd::Scanner>((*file)->clamd);
    manner = (*file)->manner;
  }
  scanning->quarantine_ =
      std::make_unique<files::FolderQuarantine>((runtime.data() / "quarantine").string());
  const commands::PaperScans::Works works{scanning->scanner_.get(), runtime.store(),
                                          runtime.files(), *scanning->quarantine_, runtime.clock()};
  scanning->scans_ = std::make_unique<commands::PaperScans>(works, manner);
  parts.scans = scanning->scans_.get();
  return scanning;
}

OrFailure<Nothing> Scanning::start(std::function<void()> scanned) {
  return scans_->start(std::move(scanned),
                       [](const Failure& failure) { spdlog::warn("{}", failure.what); });
}

}  // namespace motcua::server

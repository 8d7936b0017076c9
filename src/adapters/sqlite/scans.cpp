// What the scanner for malware found.

#include <algorithm>
#include <array>

#include "sqlite/rows.hpp"
#include "sqlite/store.hpp"

namespace motcua::sqlite {
namespace {

using ports::PaperScan;
using ports::ScanState;

constexpr std::array<std::string_view, 4> scan_states{"waiting", "clean", "infected", "too-large"};

std::string_view write_scan_state(ScanState state) {
  return scan_states[static_cast<std::size_t>(state)];
}

constexpr std::string_view scan_columns =
    "SELECT sha256, name, size, state, virus, signatures, at, tries FROM paper_scan ";

OrFailure<PaperScan> read_scan(const Statement& row) {
  PaperScan scan;
  scan.sha256 = row.text(0);
  scan.name = row.text(1);
  scan.size = row.integer(2);
  const auto known = std::find(scan_states.begin(), scan_states.end(), row.text(3));
  if (known == scan_states.end()) {
    return Unexpected{
        Failure{FailureKind::Storage, "the book of scans is damaged: " + scan.sha256, false}};
  }
  scan.found.state = static_cast<ScanState>(known - scan_states.begin());
  scan.found.virus = row.text(4);
  scan.found.signatures = row.text(5);
  scan.at = row.moment(6);
  scan.tries = static_cast<int>(row.integer(7));
  return scan;
}

}  // namespace

OrFailure<Nothing> Store::put_scan(const PaperScan& scan) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_,
             "INSERT OR REPLACE INTO paper_scan(sha256, name, size, state, virus, signatures, at,"
             " tries) VALUES(?1,?2,?3,?4,?5,?6,?7,?8)",
             [&](Statement& s) {
               s.bind(1, std::string_view(scan.sha256))
                   .bind(2, std::string_view(scan.name))
                   .bind(3, scan.size)
                   .bind(4, write_scan_state(scan.found.state))
                   .bind(5, std::string_view(scan.found.virus))
                   .bind(6, std::string_view(scan.found.signatures))
                   .bind(7, scan.at)
                   .bind(8, scan.tries);
             });
}

OrFailure<std::optional<PaperScan>> Store::find_scan(std::string_view sha256) {
  auto reader = readers_.lend();
  auto found = find(*reader, std::string(scan_columns) + "WHERE sha256 = ?", sha256);
  if (!found) return Unexpected{found.error()};
  if (!*found) return std::optional<PaperScan>{};
  auto scan = read_scan(**found);
  if (!scan) return Unexpected{scan.error()};
  return std::optional{std::move(*scan)};
}

OrFailure<std::vector<PaperScan>> Store::scans_in(ScanState state, int most) {
  auto reader = readers_.lend();
  const std::string_view order = state == ScanState::Infected
                                     ? "WHERE state = ? ORDER BY at DESC, sha256 LIMIT ?"
                                     : "WHERE state = ? ORDER BY tries, at, sha256 LIMIT ?";
  return read_each<PaperScan>(
      *reader, std::string(scan_columns) + std::string(order),
      [&](Statement& s) { s.bind(1, write_scan_state(state)).bind(2, most); }, read_scan);
}

OrFailure<Nothing> Store::drop_scan(std::string_view sha256) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "DELETE FROM paper_scan WHERE sha256 = ?",
             [&](Statement& s) { s.bind(1, sha256); });
}

}  // namespace motcua::sqlite

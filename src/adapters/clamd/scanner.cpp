#include "clamd/scanner.hpp"

#include <algorithm>
#include <filesystem>

#include "clamd/conversation.hpp"

namespace motcua::clamd {
namespace {

using ports::ScanFinding;
using ports::ScanState;

constexpr std::size_t longest_word = 120;  // of what the scanner calls something

// The scanner's words are shown to officers: one line of plain letters.
std::string plain(std::string_view words) {
  std::string out(words.substr(0, longest_word));
  std::ranges::replace_if(
      out, [](char c) { return c < 0x20 || c > 0x7E; }, '?');
  return out;
}

}  // namespace

OrFailure<ScanFinding> read_verdict(std::string_view answer) {
  constexpr std::string_view stream = "stream: ";
  constexpr std::string_view found = " FOUND";
  if (answer == "stream: OK") return ScanFinding{ScanState::Clean, {}, {}};
  if (answer.starts_with("INSTREAM size limit exceeded")) {
    return ScanFinding{ScanState::TooLarge, {}, {}};
  }
  if (answer.starts_with(stream) && answer.ends_with(found) &&
      answer.size() > stream.size() + found.size()) {
    answer.remove_prefix(stream.size());
    answer.remove_suffix(found.size());
    return ScanFinding{ScanState::Infected, plain(answer), {}};
  }
  return Unexpected{
      Failure{FailureKind::Unavailable, "the scanner answered: " + plain(answer), true}};
}

Scanner::Scanner(Settings settings) : settings_(std::move(settings)) {}

OrFailure<ScanFinding> Scanner::scan(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return Unexpected{Failure{FailureKind::NotFound, "scan " + path, false}};
  if (size > std::uintmax_t(settings_.most_megabytes) << 20) {
    return ScanFinding{ScanState::TooLarge, {}, {}};
  }
  const auto until = std::chrono::steady_clock::now() + settings_.patience;
  const auto version = ask(settings_, {"VERSION", {}, until});
  if (!version) return Unexpected{version.error()};
  const auto answer = ask(settings_, {"INSTREAM", path, until});
  if (!answer) return Unexpected{answer.error()};
  auto verdict = read_verdict(*answer);
  if (verdict) verdict.value().signatures = plain(*version);
  return verdict;
}

}  // namespace motcua::clamd

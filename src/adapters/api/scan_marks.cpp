#include "api/scan_marks.hpp"

namespace motcua::api {
namespace {

using ports::PaperScan;
using ports::ScanState;

inline constexpr ProblemKind file_infected{
    422,
    {"file_infected",
     "Tệp “{name}” có mã độc ({virus}) nên không được nhận. Hãy quét virus trên máy của bạn, "
     "rồi gửi lại từ bản gốc sạch.",
     "The file “{name}” carries malware ({virus}) and is not taken. Please scan your device, "
     "then send it again from a clean original."}};
inline constexpr ProblemKind paper_in_quarantine{
    409,
    {"paper_in_quarantine", "Tệp này có mã độc ({virus}) nên đã bị cách ly, không ai mở được.",
     "This file carries malware ({virus}). It is in quarantine and opens for nobody."}};
inline constexpr ProblemKind paper_waits_for_scan{
    409,
    {"paper_waits_for_scan", "Tệp này chưa được quét mã độc. Hãy chờ quét xong rồi mở.",
     "This file has not been scanned for malware yet. It opens once it was."}};

std::string_view mark_of(ScanState state) {
  switch (state) {
    case ScanState::Waiting:
      return "waiting";
    case ScanState::Clean:
      return "clean";
    case ScanState::Infected:
      return "infected";
    case ScanState::TooLarge:
      return "too-large";
  }
  return "waiting";
}

// What waits for a scanner that the office has no more was not scanned.
OrFailure<std::optional<PaperScan>> known_scan(const Parts& parts, std::string_view sha256) {
  if (parts.scans == nullptr) return std::optional<PaperScan>{};
  auto scan = parts.scans->known(sha256);
  if (!scan || !*scan || parts.scans->has_scanner()) return scan;
  const auto state = (*scan)->found.state;
  if (state == ScanState::Clean || state == ScanState::Infected) return scan;
  return std::optional<PaperScan>{};
}

OrFailure<std::optional<PaperScan>> wanted_scan(const Parts& parts,
                                                const dossier::PaperFile& file) {
  if (parts.scans == nullptr || !parts.scans->has_scanner()) return known_scan(parts, file.sha256);
  return parts.scans->wanted({file.sha256, file.size}, file.name);
}

http::Response infected(const std::string& name, const PaperScan& scan, Language language) {
  return problem(file_infected, language, {{"name", name}, {"virus", scan.found.virus}});
}

json::object write_mark(const PaperScan& scan) {
  json::object out{{"sha256", scan.sha256}, {"state", mark_of(scan.found.state)}};
  out["at"] = write_moment(scan.at);
  if (!scan.found.signatures.empty()) out["signatures"] = scan.found.signatures;
  if (!scan.found.virus.empty()) out["virus"] = scan.found.virus;
  return out;
}

http::Response marks_of_dossier(const Parts& parts, const http::Request& request) {
  const Language language = language_of(&request);
  const auto seen = see(parts, request.param("code"));
  if (!seen) return problem_of(seen.error(), language);
  json::array marks;
  for (const auto& paper : seen->dossier->papers) {
    for (const auto& file : paper.files) {
      const auto scan = wanted_scan(parts, file);
      if (!scan) return problem_of(scan.error(), language);
      marks.push_back(*scan ? write_mark(**scan)
                            : json::object{{"sha256", file.sha256}, {"state", "not-scanned"}});
    }
  }
  const bool warned =
      parts.scans != nullptr && parts.scans->unscanned() == commands::Unscanned::Warned;
  return answer(json::object{{"scanner", parts.scans != nullptr && parts.scans->has_scanner()},
                             {"opens_unscanned", warned},
                             {"marks", std::move(marks)}});
}

http::Response quarantine(const Parts& parts, const http::Request& request) {
  constexpr int most = 200;
  json::array items;
  if (parts.scans != nullptr) {
    const auto bad = parts.scans->quarantined(most);
    if (!bad) return problem_of(bad.error(), language_of(&request));
    for (const auto& scan : *bad) {
      auto item = write_mark(scan);
      item["name"] = scan.name;
      item["size"] = scan.size;
      items.push_back(std::move(item));
    }
  }
  return answer(json::object{{"scanner", parts.scans != nullptr && parts.scans->has_scanner()},
                             {"items", std::move(items)}});
}

}  // namespace

std::optional<http::Response> refused_by_scan(Parts& parts, const KeptPaper& kept,
                                              Language language) {
  if (parts.scans == nullptr) return std::nullopt;
  const auto scan = parts.scans->look_at(kept.file, kept.name);
  if (!scan) return problem_of(scan.error(), language);
  if (!*scan || (*scan)->found.state != ScanState::Infected) return std::nullopt;
  return infected(kept.name, **scan, language);
}

std::optional<http::Response> refused_by_scan(const Parts& parts,
                                              const std::vector<dossier::PaperFile>& files,
                                              Language language) {
  for (const auto& file : files) {
    const auto scan = known_scan(parts, file.sha256);
    if (!scan) return problem_of(scan.error(), language);
    if (*scan && (*scan)->found.state == ScanState::Infected) {
      return infected(file.name, **scan, language);
    }
  }
  return std::nullopt;
}

bool is_infected(const Parts& parts, const dossier::PaperFile& file) {
  const auto scan = known_scan(parts, file.sha256);
  return scan && *scan && (*scan)->found.state == ScanState::Infected;
}

std::optional<http::Response> closed_to_all(const Parts& parts, const dossier::PaperFile& file,
                                            Language language) {
  const auto scan = known_scan(parts, file.sha256);
  if (!scan) return problem_of(scan.error(), language);
  if (!*scan || (*scan)->found.state != ScanState::Infected) return std::nullopt;
  return problem(paper_in_quarantine, language, {{"virus", (*scan)->found.virus}});
}

std::optional<http::Response> closed_to_officer(const Parts& parts, const dossier::PaperFile& file,
                                                Reader reader, Language language) {
  const auto scan = wanted_scan(parts, file);
  if (!scan) return problem_of(scan.error(), language);
  const bool unknown = *scan && ((*scan)->found.state == ScanState::Waiting ||
                                 (*scan)->found.state == ScanState::TooLarge);
  if (!unknown) return std::nullopt;
  const bool may_be_warned = parts.scans->unscanned() == commands::Unscanned::Warned;
  if (may_be_warned && reader == Reader::WarnedOfficer) return std::nullopt;
  return problem(paper_waits_for_scan, language);
}

void add_scan_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const auto add = [&](const std::string& path,
                       http::Response (*show)(const Parts&, const http::Request&)) {
    router.add("GET", path, Run::Pool,
               for_officers(desk, [&desk, show](http::Request& request, const SignedIn&) {
                 return show(desk.parts, request);
               }));
  };
  add("/api/dossiers/{code}/scans", marks_of_dossier);
  add("/api/quarantine", quarantine);
}

}  // namespace motcua::api

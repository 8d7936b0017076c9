#include "api/uploads.hpp"

#include <filesystem>

#include "api/scan_marks.hpp"
#include "base/utf8.hpp"

namespace motcua::api {
namespace {

constexpr std::size_t longest_name = 200;  // bytes
constexpr std::size_t longest_ending = 16;

// Control characters, and marks that turn the reading around or take no room: they make "exe.pdf"
// of "fdp.exe" (Unicode 15, general categories Cc, Cf, Zl and Zp as far as file names meet them).
bool is_unseen(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD || code == 0x61C ||
         code == 0x180E || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
         code == 0xFEFF || (code >= 0xFFF0 && code <= 0xFFFB) || code >= 0xE0000;
}

// At most `most` bytes of whole letters.
std::string_view clipped(std::string_view text, std::size_t most) {
  text = text.substr(0, most);
  while (!text.empty() && !is_valid_utf8(text)) text.remove_suffix(1);
  return text;
}

std::uint64_t size_of(const ports::Piece& bytes) {
  const auto* spooled = std::get_if<ports::SpooledPiece>(&bytes);
  if (spooled == nullptr) return std::get<std::string_view>(bytes).size();
  std::error_code error;  // a file that is gone is told by whoever reads it
  const auto size = std::filesystem::file_size(spooled->path, error);
  return error ? 0 : size;
}

const ProblemKind& problem_kind(ports::PaperFault fault) {
  using ports::PaperFault;
  switch (fault) {
    case PaperFault::KindRefused:
      return file_kind_refused;
    case PaperFault::TwoKinds:
      return file_of_two_kinds;
    case PaperFault::Damaged:
      return file_damaged;
    case PaperFault::Encrypted:
      return file_encrypted;
    case PaperFault::TooManyPages:
      return file_has_too_many_pages;
    case PaperFault::TooLargeWithin:
      return file_too_large_within;
    case PaperFault::PictureTooLarge:
      return picture_too_large;
  }
  return file_damaged;
}

}  // namespace

http::RouteLimits upload_limits() {
  return {largest_file, {"application/pdf", "image/jpeg", "image/png"}};
}

ports::Piece body_of(const http::Request& request) {
  return request.spool ? ports::Piece(ports::SpooledPiece{request.spool->path()})
                       : ports::Piece(std::string_view(request.body));
}

http::Response refused_paper(ports::PaperFault fault, int most_pages, Language language) {
  return problem(problem_kind(fault), language, {{"most", std::to_string(most_pages)}});
}

http::Response refused_size(const procedure::Paper& paper, Language language) {
  return problem(paper_too_large, language, {{"most", std::to_string(paper.most_megabytes)}});
}

bool is_too_large(std::uint64_t bytes, const procedure::Paper& paper) {
  return bytes > std::uint64_t(paper.most_megabytes) << 20;
}

std::string clean_file_name(std::string_view name) {
  name = name.substr(name.find_last_of("/\\") + 1);
  std::string clean;
  while (!name.empty()) {
    const auto code = take_code_point(name);
    if (code != invalid_code_point && !is_unseen(code)) append_utf8(clean, code);
  }
  if (clean.find_first_not_of(". ") == std::string::npos) return "tep";
  if (clean.size() <= longest_name) return clean;
  const auto dot = clean.rfind('.');
  const bool ends = dot != std::string::npos && clean.size() - dot <= longest_ending;
  const auto ending = ends ? clean.substr(dot) : std::string();
  return std::string(clipped(clean, longest_name - ending.size())) + ending;
}

std::optional<dossier::PaperFile> keep_upload(Parts& parts, const http::Request& request,
                                              const procedure::Version& version,
                                              http::Response& refused) {
  Arrived arrived{request.query_value("paper").value_or(""),
                  request.query_value("name").value_or(""), body_of(request)};
  return keep_paper(parts, arrived, version, language_of(&request), refused);
}

std::optional<dossier::PaperFile> keep_paper(Parts& parts, const Arrived& arrived,
                                             const procedure::Version& version, Language language,
                                             http::Response& refused) {
  const auto* paper = version.find_paper(arrived.paper);
  if (paper == nullptr) {
    refused = problem_of(Rejection{&dossier::paper_unknown, {{"paper", arrived.paper}}}, language);
    return std::nullopt;
  }
  if (is_too_large(size_of(arrived.bytes), *paper)) {
    refused = refused_size(*paper, language);
    return std::nullopt;
  }
  const auto found = parts.examiner.examine(arrived.bytes, paper->most_pages);
  if (!found) {
    refused = problem_of(found.error(), language);
    return std::nullopt;
  }
  if (const auto* fault = std::get_if<ports::PaperFault>(&*found)) {
    refused = refused_paper(*fault, paper->most_pages, language);
    return std::nullopt;
  }
  const auto* spooled = std::get_if<ports::SpooledPiece>(&arrived.bytes);
  const auto kept = spooled != nullptr
                        ? parts.files.keep(spooled->path)
                        : parts.files.keep_bytes(std::get<std::string_view>(arrived.bytes));
  if (!kept) {
    refused = problem_of(kept.error(), language);
    return std::nullopt;
  }
  const auto& account = std::get<ports::PaperAccount>(*found);
  dossier::PaperFile file;
  file.id = parts.chance.token(12);
  file.paper = arrived.paper;
  file.name = clean_file_name(arrived.name);
  file.media_type = account.media_type;
  file.pages = account.pages;
  file.signatures = account.signatures;
  file.sha256 = kept->sha256;
  file.size = kept->size;
  file.received_at = parts.clock.now();
  if (auto no = refused_by_scan(parts, {*kept, file.name}, language)) {
    refused = std::move(*no);
    return std::nullopt;
  }
  return file;
}

}  // namespace motcua::api

#include "api/uploads.hpp"

namespace motcua::api {
namespace {

constexpr std::size_t longest_name = 200;

bool is_hidden_mark(std::string_view letter) {
  // Right-to-left overrides and isolates, which make "exe.pdf" of "fdp.exe".
  return letter.starts_with("\xE2\x80\xAA") || letter.starts_with("\xE2\x80\xAB") ||
         letter.starts_with("\xE2\x80\xAC") || letter.starts_with("\xE2\x80\xAD") ||
         letter.starts_with("\xE2\x80\xAE") || letter.starts_with("\xE2\x81\xA6") ||
         letter.starts_with("\xE2\x81\xA7") || letter.starts_with("\xE2\x81\xA8") ||
         letter.starts_with("\xE2\x81\xA9");
}

}  // namespace

http::RouteLimits upload_limits() {
  return {largest_file, {"application/pdf", "image/jpeg", "image/png"}};
}

std::string clean_file_name(std::string_view name) {
  name = name.substr(name.find_last_of("/\\") + 1);
  std::string clean;
  for (std::size_t i = 0; i < name.size() && clean.size() < longest_name; ++i) {
    if (is_hidden_mark(name.substr(i))) {
      i += 2;
      continue;
    }
    const auto byte = static_cast<unsigned char>(name[i]);
    if (byte >= 0x20 && byte != 0x7F) clean += name[i];
  }
  while (!clean.empty() && !is_valid_utf8(clean)) clean.pop_back();
  return clean.empty() ? "tep" : clean;
}

std::optional<dossier::PaperFile> keep_upload(Parts& parts, const http::Request& request,
                                              const procedure::Version& version,
                                              http::Response& refused) {
  Arrived arrived{request.query_value("paper").value_or(""),
                  request.query_value("name").value_or(""), std::string_view(request.body)};
  if (request.spool) arrived.bytes = ports::SpooledPiece{request.spool->path()};
  return keep_paper(parts, arrived, version, language_of(&request), refused);
}

std::optional<dossier::PaperFile> keep_paper(Parts& parts, const Arrived& arrived,
                                             const procedure::Version& version, Language language,
                                             http::Response& refused) {
  if (version.find_paper(arrived.paper) == nullptr) {
    refused = problem_of(Rejection{&dossier::paper_unknown, {{"paper", arrived.paper}}}, language);
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
  if (kept->media_type.empty()) {
    refused = problem(file_kind_refused, language);
    return std::nullopt;
  }
  dossier::PaperFile file;
  file.id = parts.chance.token(12);
  file.paper = arrived.paper;
  file.name = clean_file_name(arrived.name);
  file.media_type = kept->media_type;
  file.sha256 = kept->sha256;
  file.size = kept->size;
  file.received_at = parts.clock.now();
  return file;
}

}  // namespace motcua::api

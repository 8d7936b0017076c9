#include "api/paper_files.hpp"

#include "api/account.hpp"
#include "api/drafts.hpp"
#include "api/scan_marks.hpp"
#include "api/supplements.hpp"
#include "dossier/fields_json.hpp"
#include "http/open_file.hpp"
#include "queries/result_papers.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;
using Show = Response (*)(const Parts&, const dossier::PaperFile&, Language);

// A picture is shown by itself, in a sandbox. A browser's PDF viewer does not run in one; it gets
// nothing but the file.
constexpr std::string_view picture_policy = "default-src 'none'; sandbox; frame-ancestors 'none'";
constexpr std::string_view pdf_policy =
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

OrFailure<std::string> read_whole(const std::string& path) {
  const auto file = http::OpenFile::open(path);
  if (!file) return Unexpected{file.error()};
  std::string bytes((*file)->size(), '\0');
  const auto read = (*file)->read_at(0, bytes);
  if (!read) return Unexpected{read.error()};
  bytes.resize(*read);
  return bytes;
}

Response of_draft(Desk& desk, const Request& request, Show show) {
  return with_draft(desk, request, [&](ports::Draft& draft) {
    const auto* file = find_file(draft.files, request.param("file"));
    return file == nullptr ? problem(not_found, language_of(&request))
                           : show(desk.parts, *file, language_of(&request));
  });
}

// What waits to be sent with the supplement, for whoever may follow the dossier. What is in the
// dossier already, for its party alone: a receipt that somebody finds opens no passport.
Response of_tracking(Desk& desk, const Request& request, Show show) {
  return with_tracked(desk, request, [&](const Seen& seen) {
    const Language language = language_of(&request);
    const auto id = request.param("file");
    const auto waiting = waiting_file(desk, seen.dossier->code, id);
    if (!waiting) return problem_of(waiting.error(), language);
    if (*waiting) return show(desk.parts, **waiting, language);
    const auto* file =
        is_party_to(desk, request, *seen.dossier) ? find_file(*seen.dossier, id) : nullptr;
    return file == nullptr ? problem(not_found, language) : show(desk.parts, *file, language);
  });
}

Response of_dossier(Desk& desk, const Request& request, Show show) {
  const Language language = language_of(&request);
  const auto seen = see(desk.parts, request.param("code"));
  if (!seen) return problem_of(seen.error(), language);
  const auto* file = find_file(*seen->dossier, request.param("file"));
  if (file == nullptr) return problem(not_found, language);
  const bool warned = request.query_value("unscanned") == "open";
  const auto reader = warned ? Reader::WarnedOfficer : Reader::Officer;
  if (auto no = closed_to_officer(desk.parts, *file, reader, language)) return *no;
  return show(desk.parts, *file, language);
}

}  // namespace

Response show_file(const Parts& parts, const dossier::PaperFile& file, Language language) {
  if (auto no = closed_to_all(parts, file, language)) return *no;
  const auto path = parts.files.path_of(file.sha256);
  if (!path) return problem_of(path.error(), language);
  const bool pdf = file.media_type == "application/pdf";
  Response response;
  response.content_type = file.media_type;
  response.headers = {
      {"Cache-Control", "private, no-store"},
      {"Content-Security-Policy", std::string(pdf ? pdf_policy : picture_policy)},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Content-Disposition", http::content_disposition(http::Disposition::Inline, file.name)}};
  response.body = http::FileRange{*path, 0, std::nullopt};
  return response;
}

Response file_signatures(const Parts& parts, const dossier::PaperFile& file, Language language) {
  if (auto no = closed_to_all(parts, file, language)) return *no;
  json::object out{{"checked_at", write_moment(parts.clock.now())}, {"sha256", file.sha256}};
  json::array signatures;
  if (file.signatures > 0) {
    const auto path = parts.files.path_of(file.sha256);
    if (!path) return problem_of(path.error(), language);
    const auto bytes = read_whole(*path);
    if (!bytes) return problem_of(bytes.error(), language);
    signatures = signatures_in(parts, *bytes);
  }
  out["readable"] = file.signatures == 0 || !signatures.empty();
  out["signatures"] = std::move(signatures);
  return answer(out);
}

const dossier::PaperFile* find_file(const std::vector<dossier::PaperFile>& files,
                                    std::string_view id) {
  for (const auto& file : files) {
    if (file.id == id || file.sha256 == id) return &file;
  }
  return nullptr;
}

const dossier::PaperFile* find_file(const dossier::Dossier& dossier, std::string_view id) {
  for (const auto& paper : dossier.papers) {
    if (const auto* file = find_file(paper.files, id)) return file;
  }
  return nullptr;
}

json::array signatures_in(const Parts& parts, std::string_view pdf) {
  json::array out;
  if (parts.signatures == nullptr) return out;
  const auto accounts = parts.signatures->read(pdf, parts.clock.now());
  if (!accounts) return out;
  for (const auto& account : *accounts) out.push_back(queries::write_signature(account));
  return out;
}

void add_paper_routes(http::Router& router, Desk& desk) {
  using http::Run;
  using Find = Response (*)(Desk&, const Request&, Show);
  const auto add = [&](const std::string& path, Find find) {
    router.add("GET", path, Run::Pool,
               [&desk, find](Request& r) { return find(desk, r, show_file); });
    router.add("GET", path + "/signatures", Run::Pool,
               [&desk, find](Request& r) { return find(desk, r, file_signatures); });
  };
  add("/api/drafts/{draft}/files/{file}", of_draft);
  add("/api/tracking/{code}/files/{file}", of_tracking);
  const auto officers = [&](Show show) {
    return for_officers(
        desk, [&desk, show](Request& r, const SignedIn&) { return of_dossier(desk, r, show); });
  };
  router.add("GET", "/api/dossiers/{code}/files/{file}", Run::Pool, officers(show_file));
  router.add("GET", "/api/dossiers/{code}/files/{file}/signatures", Run::Pool,
             officers(file_signatures));
}

}  // namespace motcua::api

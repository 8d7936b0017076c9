// Resumable uploads by the tus protocol 1.0 (core, creation, termination): of the papers of a draft
// and of a supplement. A paper is taken when all of it is there; until then its pieces are kept for
// a day, also over a restart.

#include <atomic>
#include <charconv>

#include "api/desk.hpp"
#include "api/drafts.hpp"
#include "api/supplements.hpp"
#include "api/uploads.hpp"
#include "base/base64.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;
using ports::PartialUpload;

constexpr std::string_view protocol = "1.0.0";
constexpr std::int64_t upload_lifetime_seconds = 24 * 3600;
constexpr std::int64_t seconds_between_clearings = 600;
constexpr std::uint64_t largest_piece = largest_file;

inline constexpr ProblemKind protocol_unknown{
    412,
    {"protocol_unknown", "Chỉ nhận tải lên theo tus 1.0.0.", "Uploads are taken by tus 1.0.0."}};
inline constexpr ProblemKind length_missing{
    400,
    {"length_missing", "Thiếu dung lượng tệp (Upload-Length).",
     "The length of the file (Upload-Length) is missing."}};
inline constexpr ProblemKind file_too_large{
    413, {"too_large", "Tệp lớn quá mức cho phép.", "The file is larger than is accepted."}};
inline constexpr ProblemKind offset_differs{
    409,
    {"offset_differs", "Phần tệp gửi lên không nối tiếp phần đã có.",
     "The piece does not follow what is there."}};

// Where the papers of one address go.
struct Place {
  std::string owner;
  const procedure::Version& version;
  std::function<Response(const dossier::PaperFile&)> take;  // 201, or why not
};
using UsePlace = std::function<Response(const Place&)>;
using Enter = std::function<Response(const Request&, const UsePlace&)>;

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
  return whole && number >= 0 && !text.empty() ? std::optional(number) : std::nullopt;
}

// A value of "name dGV4dA==,other dGV4dA==".
std::string told(std::string_view metadata, std::string_view wanted) {
  while (!metadata.empty()) {
    const auto comma = metadata.find(',');
    auto pair = metadata.substr(0, comma);
    metadata = comma == std::string_view::npos ? "" : metadata.substr(comma + 1);
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    const auto blank = pair.find(' ');
    if (pair.substr(0, blank) != wanted || blank == std::string_view::npos) continue;
    return out_of_base64(pair.substr(blank + 1)).value_or("");
  }
  return {};
}

class TusRoutes {
 public:
  TusRoutes(Desk& desk, Enter enter) : desk_(desk), parts_(desk.parts), enter_(std::move(enter)) {}

  static Response offer(const Request&) {
    auto response = no_content();
    response.headers.emplace_back("Tus-Version", protocol);
    response.headers.emplace_back("Tus-Extension", "creation,termination");
    response.headers.emplace_back("Tus-Max-Size", std::to_string(largest_file));
    return marked(std::move(response));
  }

  Response begin(const Request& request) const {
    return entered(request, [&](const Place& place) { return begin_at(request, place); });
  }

  Response show(const Request& request) const {
    return with_upload(request, [&](const Place& place, PartialUpload& upload) {
      if (upload.offset == upload.length && upload.file.empty()) {  // interrupted at the very end
        if (auto refused = complete(request, place, upload)) return *refused;
      }
      json::object out{{"offset", upload.offset}, {"length", upload.length}};
      if (const auto file = read_json(upload.file)) out["file"] = *file;
      return standing(answer(out), upload);
    });
  }

  Response add(const Request& request) const {
    return with_upload(request, [&](const Place& place, PartialUpload& upload) {
      const auto offset = whole_number(request.header("upload-offset"));
      if (!offset) {
        return problem(header_missing, language_of(&request), {{"header", "Upload-Offset"}});
      }
      const auto added = parts_.partial_uploads.append(upload.id, *offset, body_of(request));
      if (!added) return problem_of(added.error(), language_of(&request));
      if (!*added) return problem(offset_differs, language_of(&request));
      upload.offset = **added;
      if (upload.offset == upload.length) {
        if (auto refused = complete(request, place, upload)) return *refused;
      }
      return standing(no_content(), upload);
    });
  }

  Response drop(const Request& request) const {
    return with_upload(request, [&](const Place&, const PartialUpload& upload) {
      const auto dropped = parts_.partial_uploads.drop(upload.id);
      return dropped ? no_content() : problem_of(dropped.error(), language_of(&request));
    });
  }

 private:
  static Response marked(Response response) {
    response.headers.emplace_back("Tus-Resumable", protocol);
    return response;
  }

  static Response standing(Response response, const PartialUpload& upload) {
    response.headers.emplace_back("Upload-Offset", std::to_string(upload.offset));
    response.headers.emplace_back("Upload-Length", std::to_string(upload.length));
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
  }

  Response entered(const Request& request, const UsePlace& use) const {
    if (request.header("tus-resumable") != protocol) {
      auto refused = problem(protocol_unknown, language_of(&request));
      refused.headers.emplace_back("Tus-Version", protocol);
      return marked(std::move(refused));
    }
    return marked(enter_(request, use));
  }

  using UseUpload = std::function<Response(const Place&, PartialUpload&)>;
  Response with_upload(const Request& request, const UseUpload& use) const {
    return entered(request, [&](const Place& place) {
      auto upload = parts_.partial_uploads.find(request.param("upload"));
      if (!upload) return problem_of(upload.error(), language_of(&request));
      const bool his = *upload && (*upload)->owner == place.owner;
      return his ? use(place, **upload) : problem(not_found, language_of(&request));
    });
  }

  Response begin_at(const Request& request, const Place& place) const {
    const Language language = language_of(&request);
    const auto length = whole_number(request.header("upload-length"));
    if (!length || *length == 0) return problem(length_missing, language);
    if (*length > std::int64_t(largest_file)) return problem(file_too_large, language);
    const auto metadata = request.header("upload-metadata");
    PartialUpload upload;
    upload.owner = place.owner;
    upload.paper = told(metadata, "paper");
    upload.name = clean_file_name(told(metadata, "filename"));
    upload.length = *length;
    const auto* paper = place.version.find_paper(upload.paper);
    if (paper == nullptr) {
      return problem_of(Rejection{&dossier::paper_unknown, {{"paper", upload.paper}}}, language);
    }
    if (is_too_large(std::uint64_t(*length), *paper)) return refused_size(*paper, language);
    const auto now = parts_.real_seconds();
    const Guess each{request.peer, place.owner};
    if (const auto wait = desk_.uploads_begun.seconds_to_wait(each, now); wait > 0) {
      return too_many_attempts(wait, language);
    }
    desk_.uploads_begun.failed(each, now);
    upload.id = parts_.chance.token(18);
    upload.begun_at = now;
    clear_old_ones(now);
    const auto begun = parts_.partial_uploads.begin(upload);
    if (!begun) return problem_of(begun.error(), language);
    auto response = no_content();
    response.status = 201;
    response.headers.emplace_back("Location", request.path + "/" + upload.id);
    return response;
  }

  // Now and then: it looks at every upload of a day.
  void clear_old_ones(std::int64_t now) const {
    auto last = cleared_at_.load();
    if (now - last < seconds_between_clearings) return;
    if (!cleared_at_.compare_exchange_strong(last, now)) return;  // somebody else does it
    (void)parts_.partial_uploads.drop_begun_before(now - upload_lifetime_seconds);
  }

  // Takes the whole paper in; what is refused is let go.
  std::optional<Response> complete(const Request& request, const Place& place,
                                   PartialUpload& upload) const {
    const Language language = language_of(&request);
    const auto path = parts_.partial_uploads.path_of(upload.id);
    if (!path) return problem_of(path.error(), language);
    Response refused;
    const auto file = keep_paper(parts_, {upload.paper, upload.name, ports::SpooledPiece{*path}},
                                 place.version, language, refused);
    if (file) refused = place.take(*file);
    if (!file || refused.status != 201) {
      (void)parts_.partial_uploads.drop(upload.id);
      return refused;
    }
    upload.file = std::get<std::string>(refused.body);
    const auto finished = parts_.partial_uploads.finish(upload.id, upload.file);
    return finished ? std::nullopt : std::optional(problem_of(finished.error(), language));
  }

  Desk& desk_;
  Parts& parts_;
  Enter enter_;
  mutable std::atomic<std::int64_t> cleared_at_ = 0;  // Unix seconds of the real clock
};

Enter enter_drafts(Desk& desk) {
  return [&desk](const Request& request, const UsePlace& use) {
    return with_open_draft(desk, request, [&](ports::Draft& draft) {
      return use({"draft:" + draft.id, version_of_draft(desk.parts, draft),
                  [&](const dossier::PaperFile& file) {
                    return add_to_draft(desk, draft, file, language_of(&request));
                  }});
    });
  };
}

Enter enter_supplements(Desk& desk) {
  return [&desk](const Request& request, const UsePlace& use) {
    return with_supplement(desk, request, [&](const Seen& seen) {
      return use(
          {"dossier:" + seen.dossier->code, *seen.version, [&](const dossier::PaperFile& file) {
             return add_to_supplement(desk, seen, file, language_of(&request));
           }});
    });
  };
}

void add_at(http::Router& router, Desk& desk, const std::string& base, Enter enter) {
  using http::Run;
  const auto routes = std::make_shared<const TusRoutes>(desk, std::move(enter));
  const std::string one = base + "/{upload}";
  const http::RouteLimits piece{largest_piece, {"application/offset+octet-stream"}};
  router.add("OPTIONS", base, Run::Inline, TusRoutes::offer);
  router.add("POST", base, Run::Pool, [routes](Request& r) { return routes->begin(r); },
             {1024, {"application/offset+octet-stream"}});
  router.add("GET", one, Run::Pool, [routes](Request& r) { return routes->show(r); });
  router.add(
      "PATCH", one, Run::Pool, [routes](Request& r) { return routes->add(r); }, piece);
  router.add("DELETE", one, Run::Pool, [routes](Request& r) { return routes->drop(r); });
}

}  // namespace

void add_tus_routes(http::Router& router, Desk& desk) {
  add_at(router, desk, "/api/drafts/{draft}/uploads", enter_drafts(desk));
  add_at(router, desk, "/api/tracking/{code}/uploads", enter_supplements(desk));
}

}  // namespace motcua::api

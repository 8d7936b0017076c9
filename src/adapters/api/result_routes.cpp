#include "api/result_routes.hpp"

#include <algorithm>
#include <array>

#include "api/input.hpp"
#include "api/paper_files.hpp"
#include "api/scan_marks.hpp"
#include "api/uploads.hpp"
#include "base/assertion.hpp"
#include "commands/issue_result.hpp"
#include "http/percent.hpp"
#include "pdf/render.hpp"
#include "queries/result_papers.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

std::string verification_address(const Parts& parts, const document::Decision& decision) {
  return parts.public_address +
         "/xac-minh/?so=" + http::percent_encode(decision.letterhead.symbol) +
         "&ma=" + decision.verification_code;
}

std::optional<document::Decision> decision_by(const Parts& parts, const Seen& seen,
                                              const dossier::Actor& signer) {
  const auto scene = seen.scene(parts);
  queries::DecisionRequest request{signer,
                                   {},
                                   queries::verification_code(parts.world, *seen.dossier),
                                   parts.demo_clock != nullptr};
  auto made = queries::decision_of(*seen.dossier, scene, request);
  if (made) made->verification_address = verification_address(parts, *made);
  return made;
}

// How the paper will look, before anybody signs it.
Response draft(Desk& desk, const Request& request, const SignedIn& who) {
  const Language language = language_of(&request);
  const auto seen = see(desk.parts, request.param("code"));
  if (!seen) return problem_of(seen.error(), language);
  const auto decision = decision_by(desk.parts, *seen, who.officer().actor);
  if (!decision) return problem(not_found, language);
  return pdf_response(pdf::render_pdf(*decision), seen->dossier->code + "-du-thao.pdf");
}

// Such a paper comes without a name.
std::string name_made_of(const std::string& sha256) { return sha256.substr(0, 12) + ".pdf"; }

// A paper made elsewhere, to be issued next: kept, and named by its SHA-256.
Response add_file(Desk& desk, const Request& request, const SignedIn&) {
  const Language language = language_of(&request);
  auto& files = desk.parts.files;
  const auto found =
      desk.parts.examiner.examine(body_of(request), procedure::most_pages_of_a_paper);
  if (!found) return problem_of(found.error(), language);
  if (const auto* fault = std::get_if<ports::PaperFault>(&*found)) {
    return refused_paper(*fault, procedure::most_pages_of_a_paper, language);
  }
  if (std::get<ports::PaperAccount>(*found).media_type != "application/pdf") {
    return problem(file_kind_refused, language);
  }
  const auto kept =
      request.spool ? files.keep(request.spool->path()) : files.keep_bytes(request.body);
  if (!kept) return problem_of(kept.error(), language);
  if (auto no = refused_by_scan(desk.parts, {*kept, name_made_of(kept->sha256)}, language)) {
    return *no;
  }
  return answer(json::object{{"sha256", kept->sha256}, {"size", kept->size}}, 201);
}

struct Asked {
  commands::IssueOrder order;
  std::string sha256;  // of the paper made elsewhere
};

std::optional<Asked> read_order(const Request& request, Response& refused) {
  const auto body = read_body(request, refused);
  if (!body) return std::nullopt;
  Asked asked;
  Input input(*body);
  const auto origin = dossier::parse_result_origin(input.needed_text("origin", 20));
  if (!origin) input.wrong("origin", "unknown", {"Nguồn văn bản không rõ", "Unknown origin"});
  asked.order.issue.origin = origin.value_or(dossier::ResultOrigin::Composed);
  asked.order.issue.reason = input.text("reason", 4000);
  asked.order.issue.valid_until = input.date("valid_until");
  asked.order.passphrase = input.secret("passphrase", 200);
  asked.sha256 = input.text("sha256", 64);
  if (const auto errors = input.finish(); !errors.empty()) {
    refused = invalid_input(errors, language_of(&request));
    return std::nullopt;
  }
  return asked;
}

// Of what was asked for, without the passphrase: this digest stays in the journal.
std::string digest_of(const Asked& asked) {
  const auto& issue = asked.order.issue;
  const auto until = issue.valid_until ? write_date(*issue.valid_until) : std::string();
  return to_hex(sha256(asked.order.code + "|" +
                       std::string(dossier::write_result_origin(issue.origin)) + "|" +
                       asked.sha256 + "|" + until + "|" + issue.reason))
      .substr(0, 24);
}

ports::OfficerMark mark_of(const Parts& parts, const dossier::Actor& actor) {
  const auto& office = parts.world.office();
  const auto* person = office.find_person(actor.id);
  return {actor.name, person == nullptr ? "" : person->post.vi, office.name.vi};
}

ports::InRectangle rectangle_of(const pdf::PlacedBox& room) {
  return {room.page + 1, room.left, room.top, room.width, room.height};
}

ports::OnPage seal_place_of(const authority::SealPlace& wanted) {
  using ports::PagePart;
  static constexpr std::array<std::pair<std::string_view, PagePart>, 5> parts{
      {{"upper-left", PagePart::UpperLeft},
       {"upper-right", PagePart::UpperRight},
       {"lower-left", PagePart::LowerLeft},
       {"lower-centre", PagePart::LowerCentre},
       {"lower-right", PagePart::LowerRight}}};
  const auto found =
      std::ranges::find(parts, wanted.part, &std::pair<std::string_view, PagePart>::first);
  MOTCUA_ASSERT(found != parts.end());  // the office file was checked
  return {found->second, wanted.page == 0 ? std::nullopt : std::optional(wanted.page)};
}

// The composed paper with room for its signature, or the file that was named.
std::optional<Response> put_paper(const Parts& parts, const Seen& seen, Asked& asked,
                                  Language language) {
  auto& order = asked.order;
  if (order.issue.origin != dossier::ResultOrigin::Composed) {
    dossier::PaperFile named;
    named.sha256 = asked.sha256;
    named.name = name_made_of(asked.sha256);
    if (auto no = closed_to_all(parts, named, language)) return no;
    if (auto no = closed_to_officer(parts, named, Reader::WarnedOfficer, language)) return no;
    auto bytes = parts.files.read(asked.sha256);
    if (!bytes) return problem_of(bytes.error(), language);
    order.pdf = std::move(*bytes);
    order.seal_place = seal_place_of(parts.world.office().copy_seal);
    return std::nullopt;
  }
  const auto decision = decision_by(parts, seen, order.officer.actor);
  if (!decision) return problem(not_found, language);
  auto printed = pdf::print(*decision);
  const auto room = pdf::signing_room(*decision, printed.layout);
  const auto& signing = seen.dossier->result->signing;
  const auto before = signing ? signing->by.size() : 0;
  const bool is_last = before >= decision->countersigners.size();
  order.pdf = std::move(printed.pdf);
  order.mark = mark_of(parts, order.officer.actor);
  order.place =
      rectangle_of(is_last ? room : pdf::countersigning_room(*decision, printed.layout, before));
  order.seal_place = rectangle_of(pdf::seal_room(room));
  return std::nullopt;
}

std::string name_of(const dossier::Dossier& dossier) { return "ket-qua-" + dossier.code + ".pdf"; }

Response issue(Desk& desk, const Request& request, const SignedIn& who) {
  const Language language = language_of(&request);
  auto& parts = desk.parts;
  if (parts.issuing == nullptr)
    return problem_of(Rejection{&commands::no_signing_key, {}}, language);
  Response refused;
  auto asked = read_order(request, refused);
  if (!asked) return refused;
  const auto version = version_in(request.header("if-match"));
  if (!version) return problem(header_missing, language, {{"header", "If-Match"}});
  commands::Request repeatable;
  if (auto missing = make_repeatable(request, who.person->username, repeatable)) return *missing;
  const auto seen = see(parts, request.param("code"));
  if (!seen) return problem_of(seen.error(), language);
  auto& order = asked->order;
  order.officer = who.officer();
  order.code = seen->dossier->code;
  order.expected_version = *version;
  order.key = std::move(repeatable.key);
  order.contents_digest = digest_of(*asked);
  order.issue.file.name = name_of(*seen->dossier);
  if (auto wrong = put_paper(parts, *seen, *asked, language)) return std::move(*wrong);
  const auto outcome = parts.issuing->issue(std::move(order));
  return write_outcome(outcome, language, [&](const commands::Done& done) {
    const auto& result = *done.dossier->result;
    json::object body{{"code", done.dossier->code},
                      {"version", done.dossier->version},
                      {"issued", queries::issued_papers(result, date_of(parts.clock.now()))}};
    if (result.signing) body["signed"] = queries::write(result.signing->file);
    if (!result.signing) body["notes"] = notes_of_decision(*done.dossier, parts);
    auto response = answer(std::move(body));
    response.headers.emplace_back("ETag", "\"" + std::to_string(done.dossier->version) + "\"");
    return response;
  });
}

// A paper that has yet to be signed by others; for officers only.
const dossier::PaperFile* paper_in_signing(const dossier::Dossier& dossier,
                                           std::string_view sha256) {
  if (!dossier.result || !dossier.result->signing) return nullptr;
  const auto& file = dossier.result->signing->file;
  return file.sha256 == sha256 ? &file : nullptr;
}

const dossier::IssuedPaper* find_paper(const dossier::Dossier& dossier, std::string_view sha256) {
  if (!dossier.result) return nullptr;
  for (const auto& paper : dossier.result->issued) {
    if (paper.file.sha256 == sha256) return &paper;
  }
  return nullptr;
}

// --- anybody
// --------------------------------------------------------------------------------------

OrFailure<std::vector<Seen>> see_all(const Parts& parts,
                                     const OrFailure<std::vector<std::string>>& codes) {
  if (!codes) return Unexpected{codes.error()};
  std::vector<Seen> all;
  for (const auto& code : *codes) {
    auto seen = see(parts, code);
    if (!seen) return Unexpected{seen.error()};
    all.push_back(std::move(*seen));
  }
  return all;
}

class Verification {
 public:
  Verification(Desk& desk, const Request& request)
      : desk_(desk), parts_(desk.parts), request_(request), language_(language_of(&request)) {}

  // By the number and the code that stand on the paper.
  Response by_number() const {
    Response refused;
    const auto body = read_body(request_, refused);
    if (!body) return refused;
    Input input(*body);
    const std::string number = input.needed_text("number", 60);
    const std::string code = input.needed_text("code", 40);
    if (const auto errors = input.finish(); !errors.empty()) {
      return invalid_input(errors, language_);
    }
    const auto found = verify_by_number(desk_, request_, {number, code, language_}, refused);
    return found ? answer(*found) : refused;
  }

  // By the file itself: what this office says of it, and what its signatures say.
  Response by_paper() const {
    const auto now = parts_.real_seconds();
    const Guess each{request_.peer, "paper"};
    if (const auto wait = desk_.paper_checks.seconds_to_wait(each, now); wait > 0) {
      return too_many_attempts(wait, language_);
    }
    desk_.paper_checks.failed(each, now);
    const auto bytes = paper();
    if (!bytes) return problem_of(bytes.error(), language_);
    const auto digest = to_hex(sha256(*bytes));
    json::object out{{"checked_at", write_moment(parts_.clock.now())},
                     {"sha256", digest},
                     {"signatures", signatures_in(parts_, *bytes)}};
    const auto found = see_all(parts_, parts_.lists.with_result_paper(digest));
    if (!found) return problem_of(found.error(), language_);
    for (const auto& seen : *found) {
      out["issued"] = queries::verification_of(*seen.dossier, *find_paper(*seen.dossier, digest),
                                               seen.scene(parts_));
    }
    return answer(out);
  }

 private:
  OrFailure<std::string> paper() const {
    return request_.spool ? request_.spool->contents() : OrFailure<std::string>(request_.body);
  }

  Desk& desk_;
  Parts& parts_;
  const Request& request_;
  Language language_;
};

}  // namespace

namespace {

Response serve(const Parts& parts, const dossier::PaperFile& file, Language language) {
  const auto path = parts.files.path_of(file.sha256);
  if (!path) return problem_of(path.error(), language);
  http::Response response;
  response.content_type = file.media_type;
  response.headers = {
      {"Cache-Control", "private, no-store"},
      {"Content-Disposition", http::content_disposition(http::Disposition::Inline, file.name)}};
  response.body = http::FileRange{*path, 0, std::nullopt};
  return response;
}

Response paper_for_officer(const Parts& parts, const Seen& seen, std::string_view sha256,
                           Language language) {
  if (const auto* file = paper_in_signing(*seen.dossier, sha256)) {
    return serve(parts, *file, language);
  }
  const auto* paper = find_paper(*seen.dossier, sha256);
  return paper == nullptr ? problem(not_found, language) : serve(parts, paper->file, language);
}

}  // namespace

Response result_paper(const Parts& parts, const Seen& seen, std::string_view sha256,
                      Language language) {
  const auto* paper = find_paper(*seen.dossier, sha256);
  if (paper == nullptr) return problem(not_found, language);
  if (seen.dossier->result_awaits_payment()) {
    const auto due = write_dong(seen.dossier->owed(), Language::Vietnamese);
    return problem_of(Rejection{&dossier::fee_unpaid, {{"due", due}}}, language);
  }
  return serve(parts, paper->file, language);
}

void put_verification_code(const Parts& parts, const dossier::Dossier& dossier,
                           json::value& tracking) {
  if (!dossier.result || dossier.result->issued.empty()) return;
  tracking.at("result").as_object()["verification_code"] =
      queries::verification_code(parts.world, dossier);
}

std::optional<json::object> verify_by_number(Desk& desk, const Request& request,
                                             const PaperAsked& asked, Response& refused) {
  const auto& parts = desk.parts;
  const auto now = parts.real_seconds();
  const Guess guess{request.peer, asked.number};
  if (const auto wait = desk.verifications.seconds_to_wait(guess, now); wait > 0) {
    refused = too_many_attempts(wait, asked.language);
    return std::nullopt;
  }
  const auto found = see_all(parts, parts.lists.with_result_number(asked.number));
  if (!found) {
    refused = problem_of(found.error(), asked.language);
    return std::nullopt;
  }
  for (const auto& seen : *found) {
    if (queries::is_verification_code(parts.world, *seen.dossier, asked.code)) {
      return queries::verification_of(*seen.dossier, seen.dossier->result->issued.back(),
                                      seen.scene(parts));
    }
  }
  desk.verifications.failed(guess, now);
  refused = problem(result_not_found, asked.language);
  return std::nullopt;
}

void add_result_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const http::RouteLimits body{64 * 1024, {"application/json"}};
  const http::RouteLimits paper{20u << 20, {"application/pdf"}};
  const auto officers = [&](Response (*endpoint)(Desk&, const Request&, const SignedIn&)) {
    return for_officers(desk, [&desk, endpoint](Request& r, const SignedIn& who) {
      return endpoint(desk, r, who);
    });
  };
  router.add("GET", "/api/dossiers/{code}/result-draft", Run::Pool, officers(draft));
  router.add("POST", "/api/result-files", Run::Pool, officers(add_file), paper);
  router.add("POST", "/api/dossiers/{code}/result-papers", Run::Pool, officers(issue), body);
  router.add("GET", "/api/dossiers/{code}/result-papers/{sha256}", Run::Pool,
             for_officers(desk, [&desk](Request& r, const SignedIn&) {
               const auto seen = see(desk.parts, r.param("code"));
               if (!seen) return problem_of(seen.error(), language_of(&r));
               return paper_for_officer(desk.parts, *seen, r.param("sha256"), language_of(&r));
             }));
  router.add(
      "POST", "/api/verifications", Run::Pool,
      [&desk](Request& r) { return Verification(desk, r).by_number(); }, body);
  router.add(
      "POST", "/api/verifications/paper", Run::Pool,
      [&desk](Request& r) { return Verification(desk, r).by_paper(); }, paper);
}

}  // namespace motcua::api

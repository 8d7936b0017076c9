// Following a dossier by its code and look-up code, without an account.
//
// Opening a dossier sets an HttpOnly cookie that names it under the office's seal for two hours;
// the other routes need that cookie, so neither code nor secret ever stands in an address.

#include <algorithm>
#include <charconv>
#include <iterator>

#include "api/account.hpp"
#include "api/desk.hpp"
#include "api/input.hpp"
#include "api/result_routes.hpp"
#include "api/scan_marks.hpp"
#include "api/supplements.hpp"
#include "api/tracking_cookie.hpp"
#include "api/uploads.hpp"
#include "base/digest.hpp"
#include "dossier/fields_json.hpp"
#include "dossier/rejections.hpp"
#include "dossier/supplement.hpp"
#include "pdf/render.hpp"
#include "queries/dossier_view.hpp"
#include "queries/slips.hpp"

namespace motcua::api {
namespace {

class TrackingRoutes {
 public:
  explicit TrackingRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  http::Response open(const http::Request& request) const {
    const Language language = language_of(&request);
    http::Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    const std::string code = input.needed_text("code", 60);
    const std::string secret = input.needed_text("secret", 40);
    if (const auto errors = input.finish(); !errors.empty()) {
      return invalid_input(errors, language);
    }
    const auto seen = open_by_secret(desk_, request, {code, secret, language}, refused);
    if (!seen) return refused;
    auto response = view(request, *seen, language);
    response.headers.emplace_back("Set-Cookie", tracking_cookie(parts_, code, request.secure));
    return response;
  }

  http::Response get(const http::Request& request) const {
    return with_dossier(
        request, [&](const Seen& seen) { return view(request, seen, language_of(&request)); });
  }

  http::Response add_file(const http::Request& request) const {
    return with_supplement(desk_, request, [&](const Seen& seen) {
      http::Response refused;
      const auto file = keep_upload(parts_, request, *seen.version, refused);
      return file ? add_to_supplement(desk_, seen, *file, language_of(&request)) : refused;
    });
  }

  // Which papers the answers typed so far make necessary: they open at once.
  http::Response check(const http::Request& request) const {
    return with_dossier(request, [&](const Seen& seen) {
      const Language language = language_of(&request);
      http::Response refused;
      const auto body = read_body(request, refused);
      if (!body) return refused;
      Input input(*body);
      const auto answers = input.answers("answers");
      if (!answers) input.need("answers");
      if (const auto errors = input.finish(); !errors.empty()) {
        return invalid_input(errors, language);
      }
      if (!seen.dossier->supplement) {
        return problem_of(Rejection{&dossier::no_supplement_asked, {}}, language);
      }
      return open_papers(desk_, {seen, write_json(*answers)}, language);
    });
  }

  http::Response act(const http::Request& request) const {
    return with_dossier(request, [&](const Seen& seen) {
      const Language language = language_of(&request);
      http::Response refused;
      const auto body = read_body(request, refused);
      if (!body) return refused;
      commands::PerformAct act{seen.dossier->code, std::string(request.param("act")), {}, {}};
      Input input(*body);
      act.input.note = input.text("note", 4000);
      act.input.reason = input.text("reason", 4000);
      act.input.marks = read_marks(input);
      if (const auto answers = input.answers("answers")) act.input.answers = write_json(*answers);
      read_files(input, seen.dossier->code, act.input.files);
      auto errors = input.finish();
      put_faults(seen, act.input.answers, errors);
      const auto lacking = dossier::without_files(
          papers_brought_up(parts_, {seen, act.input.answers}), act.input.files);
      const bool nothing_else = errors.empty();
      put_lacking(lacking, errors);
      if (!errors.empty()) {
        if (!nothing_else) return invalid_input(errors, language);
        auto rejection = dossier::papers_lacking(lacking);
        rejection.parts = std::move(errors);
        return problem_of(rejection, language);
      }
      if (auto no = refused_by_scan(parts_, act.input.files, language)) return *no;
      commands::Request command;
      command.officer = {{"applicant", seen.dossier->intake.applicant.name, ""}, {"applicant"}};
      command.command = std::move(act);
      if (auto missing = make_repeatable(request, seen.dossier->code, command)) return *missing;
      const auto outcome = parts_.registrar.perform(std::move(command));
      return write_outcome(outcome, language, [&](const commands::Done&) {
        const auto after = see(parts_, seen.dossier->code);
        return after ? view(request, *after, language) : problem_of(after.error(), language);
      });
    });
  }

  http::Response slip(const http::Request& request) const {
    return with_dossier(request, [&](const Seen& seen) {
      const Language language = language_of(&request);
      const auto records = parts_.journal.load(seen.dossier->code);
      if (!records) return problem_of(records.error(), language);
      const auto scene = seen.scene(parts_);
      const auto slip = queries::slip_of(
          *records, *seen.dossier, scene,
          {request.param("slip"), tracking_address(parts_, seen.dossier->code),
           parts_.world.lookup_secret(seen.dossier->code), true, parts_.demo_clock != nullptr});
      if (!slip) return problem(not_found, language);
      return pdf_response(pdf::render_pdf(*slip),
                          seen.dossier->code + "-" + std::string(request.param("slip")) + ".pdf");
    });
  }

  http::Response result(const http::Request& request) const {
    return with_dossier(request, [&](const Seen& seen) {
      return result_paper(parts_, seen, request.param("sha256"), language_of(&request));
    });
  }

 private:
  http::Response with_dossier(const http::Request& request, const UseSeen& use) const {
    return with_tracked(desk_, request, use);
  }

  http::Response view(const http::Request& request, const Seen& seen, Language language) const {
    const auto records = parts_.journal.load(seen.dossier->code);
    if (!records) return problem_of(records.error(), language);
    const auto scene = seen.scene(parts_);
    auto out = queries::tracking_view(*records, *seen.dossier, scene);
    out.as_object()["tracking_url"] = tracking_address(parts_, seen.dossier->code);
    put_verification_code(parts_, *seen.dossier, out);
    out.as_object()["files_open"] = is_party_to(desk_, request, *seen.dossier);
    return answer(out);
  }

  void read_files(Input& input, std::string_view code,
                  std::vector<dossier::PaperFile>& files) const {
    const auto* list = input.array("files", 50);
    if (list == nullptr) return;
    for (const auto& element : *list) {
      const auto* id = element.if_string();
      const auto waiting = id == nullptr
                               ? OrFailure<std::optional<dossier::PaperFile>>(std::nullopt)
                               : waiting_file(desk_, code, *id);
      if (!waiting || !*waiting) {
        input.wrong("files", "unknown-file", {"Không có tệp này", "There is no such file"});
        continue;
      }
      files.push_back(**waiting);
    }
  }

  static void put_faults(const Seen& seen, std::string_view answers,
                         std::vector<PathError>& errors) {
    if (answers.empty()) return;
    std::ranges::move(dossier::faults_of(*seen.dossier, answers, *seen.version),
                      std::back_inserter(errors));
  }

  static void put_lacking(const dossier::Papers& papers, std::vector<PathError>& errors) {
    for (const auto* paper : papers) {
      const auto said = dossier::papers_lacking({paper});
      errors.push_back({"/papers/" + paper->id,
                        "paper-missing",
                        {said.message(Language::Vietnamese), said.message(Language::English)}});
    }
  }

  Desk& desk_;
  Parts& parts_;
};

}  // namespace

std::optional<Seen> open_by_secret(Desk& desk, const http::Request& request, const LookUp& asked,
                                   http::Response& refused) {
  const auto now = desk.parts.real_seconds();
  const Guess guess{request.peer, asked.code};
  if (const auto wait = desk.trackings.seconds_to_wait(guess, now); wait > 0) {
    refused = too_many_attempts(wait, asked.language);
    return std::nullopt;
  }
  // The secret is checked first and alike for codes that do not exist.
  const bool right = desk.parts.world.is_lookup_secret(asked.code, asked.secret);
  auto seen = right ? see(desk.parts, asked.code)
                    : OrFailure<Seen>(Unexpected{Failure{FailureKind::NotFound, "", false}});
  if (seen) return std::move(*seen);
  if (seen.error().kind != FailureKind::NotFound) {
    refused = problem_of(seen.error(), asked.language);
    return std::nullopt;
  }
  desk.trackings.failed(guess, now);
  refused = problem(tracking_not_found, asked.language);
  return std::nullopt;
}

void add_tracking_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const auto routes = std::make_shared<const TrackingRoutes>(desk);  // shared by its endpoints
  const auto to = [&](http::Response (TrackingRoutes::*act)(const http::Request&) const) {
    return [routes, act](http::Request& request) { return ((*routes).*act)(request); };
  };
  const http::RouteLimits body{64 * 1024, {"application/json"}};
  router.add("POST", "/api/tracking", Run::Pool, to(&TrackingRoutes::open), body);
  router.add("GET", "/api/tracking/{code}", Run::Pool, to(&TrackingRoutes::get));
  router.add("POST", "/api/tracking/{code}/files", Run::Pool, to(&TrackingRoutes::add_file),
             upload_limits());
  router.add("POST", "/api/tracking/{code}/supplement-check", Run::Pool, to(&TrackingRoutes::check),
             body);
  router.add("POST", "/api/tracking/{code}/acts/{act}", Run::Pool, to(&TrackingRoutes::act), body);
  router.add("GET", "/api/tracking/{code}/slips/{slip}", Run::Pool, to(&TrackingRoutes::slip));
  router.add("GET", "/api/tracking/{code}/result-papers/{sha256}", Run::Pool,
             to(&TrackingRoutes::result));
}

}  // namespace motcua::api

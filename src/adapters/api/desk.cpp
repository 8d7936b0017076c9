#include "api/desk.hpp"

#include <charconv>

#include "base/digest.hpp"
#include "queries/authority_view.hpp"
#include "queries/dossier_view.hpp"
#include "queries/payment_view.hpp"

namespace motcua::api {
namespace {

constexpr std::size_t key_digits = 32;  // of a SHA-256 in hex: 128 bits

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};

std::string short_digest(const std::string& text) {
  return to_hex(sha256(text)).substr(0, key_digits);
}

Seen look_at(const Parts& parts, commands::DossierSnapshot dossier) {
  Seen seen{std::move(dossier), parts.world.calendar(), nullptr, parts.clock.now()};
  seen.version = parts.world.catalogue().find(seen.dossier->intake.procedure,
                                              seen.dossier->intake.procedure_version);
  MOTCUA_ASSERT(seen.version != nullptr);
  return seen;
}

// Nothing for a session of somebody the office file no longer names.
std::optional<SignedIn> officer_of(const Desk& desk, std::optional<ports::Session> session) {
  if (!session) return std::nullopt;
  const auto* person = desk.parts.world.office().find_person(session->holder);
  if (person == nullptr) return std::nullopt;
  return SignedIn{person, std::move(*session)};
}

}  // namespace

dossier::Officer SignedIn::officer() const {
  return {{person->username, person->name, person->unit}, person->roles};
}

bool has_csrf_token(const http::Request& request, const ports::Session& session) {
  return request.method == "GET" ||
         equal_in_constant_time(request.header("x-csrf-token"), session.csrf);
}

http::Endpoint for_half_signed_in(Desk& desk, OfficerEndpoint endpoint) {
  return [&desk, endpoint = std::move(endpoint)](http::Request& request) {
    const Language language = language_of(&request);
    const auto signed_in = officer_of(desk, desk.sessions.find(request));
    if (!signed_in) return problem(sign_in_needed, language);
    if (!has_csrf_token(request, signed_in->session)) return problem(csrf_mismatch, language);
    return endpoint(request, *signed_in);
  };
}

http::Endpoint for_officers(Desk& desk, OfficerEndpoint endpoint) {
  return for_half_signed_in(
      desk, [endpoint = std::move(endpoint)](http::Request& request, const SignedIn& who) {
        if (!who.session.lacks_factor) return endpoint(request, who);
        return problem(second_factor_to_set_up, language_of(&request));
      });
}

http::QuickEndpoint quick_for_officers(Desk& desk, QuickOfficerEndpoint endpoint) {
  return [&desk, endpoint = std::move(endpoint)](
             const http::Request& request) -> std::optional<http::Response> {
    if (request.method != "GET") return std::nullopt;
    const auto signed_in = officer_of(desk, desk.sessions.recall(request));
    if (!signed_in || signed_in->session.lacks_factor) return std::nullopt;
    return endpoint(request, *signed_in);
  };
}

std::optional<std::uint64_t> version_in(std::string_view etag) {
  if (etag.size() < 3 || etag.front() != '"' || etag.back() != '"') return std::nullopt;
  etag = etag.substr(1, etag.size() - 2);
  std::uint64_t version = 0;
  const auto read = std::from_chars(etag.data(), etag.data() + etag.size(), version);
  if (read.ec != std::errc{} || read.ptr != etag.data() + etag.size()) return std::nullopt;
  return version;
}

http::Response pdf_response(std::string bytes, const std::string& name) {
  http::Response response;
  response.content_type = "application/pdf";
  response.headers = {
      {"Cache-Control", "no-store"},
      {"Content-Disposition", http::content_disposition(http::Disposition::Inline, name)}};
  response.body = std::move(bytes);
  return response;
}

std::optional<json::value> read_body(const http::Request& request, http::Response& refused) {
  auto value = read_json(request.body);
  if (value) return std::move(*value);
  refused = problem(malformed_json, language_of(&request),
                    {{"line", std::to_string(value.error().line)}});
  return std::nullopt;
}

OrFailure<Seen> see(const Parts& parts, std::string_view code) {
  auto found = parts.cache.find(code);
  if (!found) return Unexpected{found.error()};
  return look_at(parts, std::move(*found));
}

std::optional<Seen> see_in_memory(const Parts& parts, std::string_view code) {
  auto found = parts.cache.recall(code);
  if (!found) return std::nullopt;
  return look_at(parts, std::move(found));
}

queries::ListScene list_scene(const Parts& parts, const calendar::WorkingCalendar& calendar,
                              Moment now) {
  return {now, parts.world.office(), calendar, parts.world.catalogue()};
}

std::optional<RepeatKey> repeat_key(const http::Request& from, std::string_view actor) {
  const auto key = from.header("idempotency-key");
  if (key.size() < 8 || key.size() > 80) return std::nullopt;
  return RepeatKey{short_digest(std::string(actor) + "|" + std::string(key)),
                   short_digest(from.method + from.path + "|" + from.body)};
}

std::optional<http::Response> make_repeatable(const http::Request& from, std::string_view actor,
                                              commands::Request& request) {
  auto made = repeat_key(from, actor);
  if (!made) return problem(header_missing, language_of(&from), {{"header", "Idempotency-Key"}});
  request.key = std::move(made->key);
  request.contents_digest = std::move(made->contents_digest);
  return std::nullopt;
}

void make_once(std::string_view what, commands::Request& request) {
  request.key = short_digest(std::string(what));
  request.contents_digest = "once";
}

http::Response write_outcome(const commands::Outcome& outcome, Language language,
                             const WriteDone& write_done) {
  return std::visit(
      Overloaded{
          [&](const commands::Done& done) { return write_done(done); },
          [&](const Rejection& rejection) { return problem_of(rejection, language); },
          [&](const commands::Conflict& c) { return conflict(c.version_now, language); },
          [&](const Failure& failure) { return problem_of(failure, language); },
      },
      outcome);
}

http::Response perform_later(Desk& desk, commands::Request request, Language language,
                             WriteDone write_done) {
  http::Response response;
  response.body =
      http::Later{[&registrar = desk.parts.registrar, request = std::move(request), language,
                   write_done = std::move(write_done)](http::Completion complete) mutable {
        registrar.submit(std::move(request), [complete = std::move(complete), language,
                                              write_done](commands::Outcome outcome) {
          complete(write_outcome(outcome, language, write_done));
        });
      }};
  return response;
}

std::string tracking_address(const Parts& parts, std::string_view code) {
  return parts.public_address + "/tra-cuu/?code=" + std::string(code);
}

json::array notes_of_decision(const dossier::Dossier& dossier, const Parts& parts) {
  const auto then = dossier::judgement_as_decided(dossier, parts.world.powers());
  return then ? queries::notes_of(*then) : json::array{};
}

json::value confirmation(const Parts& parts, const dossier::Dossier& dossier) {
  const auto calendar = parts.world.calendar();
  const auto* version =
      parts.world.catalogue().find(dossier.intake.procedure, dossier.intake.procedure_version);
  MOTCUA_ASSERT(version != nullptr);
  const queries::Scene scene{parts.clock.now(), parts.world.office(), *calendar, *version,
                             parts.world.powers()};
  json::array slips;
  for (const auto& slip : queries::slips_of(dossier, true)) slips.push_back(json::value(slip));
  return json::object{{"code", dossier.code},
                      {"owed", queries::write(dossier.owed())},
                      {"secret", parts.world.lookup_secret(dossier.code)},
                      {"status", queries::write(dossier::status_of(dossier))},
                      {"tracking_url", tracking_address(parts, dossier.code)},
                      {"promise", queries::given_promise(dossier, scene)},
                      {"slips", std::move(slips)}};
}

void add_routes(http::Router& router, Desk& desk) {
  add_public_routes(router, desk);
  add_draft_routes(router, desk);
  add_tus_routes(router, desk);
  add_paper_routes(router, desk);
  add_scan_routes(router, desk);
  add_paper_store_routes(router, desk);
  add_tracking_routes(router, desk);
  add_officer_session_routes(router, desk);
  add_officer_routes(router, desk);
  add_account_routes(router, desk);
  add_account_mail_routes(router, desk);
  add_passkey_routes(router, desk);
  add_mandate_routes(router, desk);
  add_identity_routes(router, desk);
  add_act_routes(router, desk);
  add_result_routes(router, desk);
  add_figure_routes(router, desk);
  add_open_figure_routes(router, desk);
  add_notice_routes(router, desk);
  add_appointment_routes(router, desk);
  add_appointment_desk_routes(router, desk);
  add_article_routes(router, desk);
  add_editing_routes(router, desk);
  add_design_routes(router, desk);
  add_design_try_routes(router, desk);
  add_proposal_routes(router, desk);
  add_authority_routes(router, desk);
  add_plain_news_routes(router, desk);
  add_demo_routes(router, desk);
  add_payment_routes(router, desk);
  add_sandbox_routes(router, desk);
  add_petition_routes(router, desk);
  add_petition_desk_routes(router, desk);
  add_travel_routes(router, desk);
  add_plain_routes(router, desk);
  add_place_routes(router, desk);
  add_sitemap_routes(router, desk);
}

}  // namespace motcua::api

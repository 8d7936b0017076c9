// Petitions (phản ánh, kiến nghị) as anybody sends and follows them, with an account or without,
// and the answers that are published.
//
// A petition has a code and a look-up code, as a dossier has. About a dossier one is sent by
// whoever may follow that dossier: with its look-up code, its cookie, or the account that holds it.

#include "api/account.hpp"
#include "api/address.hpp"
#include "api/input.hpp"
#include "api/petition_answers.hpp"
#include "api/tracking_cookie.hpp"
#include "base/digest.hpp"
#include "queries/petition_figures.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;
using petition::Petition;

constexpr std::size_t longest_petition = 4000;  // letters
constexpr int most_published = 20;              // on a page

petition::Sender read_sender(Input& input, const std::optional<SignedCitizen>& who) {
  petition::Sender sender;
  sender.name = input.text("name", 200);
  sender.email = input.text("email", 200);
  sender.phone = input.text("phone", 40);
  sender.language = input.choice("language", {"vi", "en"});
  if (sender.language.empty()) sender.language = "vi";
  check_address(input, sender.email);
  check_phone(input, sender.phone);
  if (who) sender.account = who->id();
  return sender;
}

class PetitionRoutes {
 public:
  explicit PetitionRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  Response list(const Request& request) const {
    Query asked(request);
    ports::PetitionQuery query;
    query.published_only = true;
    query.kind = petition::parse_kind(
        asked.choice("kind", {"", "conduct", "lateness", "extra-papers", "burden", "suggestion"}));
    query.page = asked.integer("page", 1, 100000).value_or(1);
    query.size = most_published;
    if (const auto errors = asked.finish(); !errors.empty()) {
      return invalid_input(errors, language_of(&request));
    }
    const auto page = parts_.petitions->book().list_petitions(query);
    if (!page) return problem_of(page.error(), language_of(&request));
    const auto calendar = parts_.world.calendar();
    const auto scene = petition_scene(parts_, *calendar);
    json::array items;
    for (const auto& row : page->rows) {
      const auto found = parts_.petitions->find(row.code);
      // Taken off the page since the row was read: it is not shown.
      if (found && found->is_public()) items.push_back(published_petition(*found, scene));
    }
    return answer(json::object{
        {"items", std::move(items)},
        {"total", page->total},
        {"page", query.page},
        {"size", query.size},
        {"kinds", queries::petition_kinds()},
        {"terms", queries::petition_terms(parts_.world.office())},
        {"counts", queries::open_petition_counts(*parts_.petitions,
                                                 parts_.face.open_figures.minimum, scene.now)}});
  }

  Response send(const Request& request) const {
    const Language language = language_of(&request);
    return with_body(request, [&](Input& input, petition::Received& intake) {
      const std::string code = input.text("dossier", 60);
      const std::string secret = input.text("dossier_secret", 40);
      if (code.empty()) return std::optional<Response>{};
      intake.dossier = code;
      if (may_follow(desk_, request, code)) return std::optional<Response>{};
      Response refused;
      if (open_by_secret(desk_, request, {code, secret, language}, refused)) {
        return std::optional<Response>{};
      }
      return std::optional{std::move(refused)};
    });
  }

  // About the dossier the sender has open.
  Response send_about(const Request& request) const {
    const auto code = request.param("code");
    if (!may_follow(desk_, request, code)) {
      return problem(tracking_not_found, language_of(&request));
    }
    return with_body(request, [&](Input&, petition::Received& intake) {
      intake.dossier = code;
      return std::optional<Response>{};
    });
  }

  // Again, about the same, as the answer did not do.
  Response send_again(const Request& request) const {
    return with_petition(request, [&](const Petition& before) {
      return with_body(request, [&](Input&, petition::Received& intake) {
        intake.dossier = before.received.dossier;
        intake.repeats = before.code;
        return std::optional<Response>{};
      });
    });
  }

  Response open(const Request& request) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    const std::string code = input.needed_text("code", 60);
    const std::string secret = input.needed_text("secret", 40);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto now = parts_.real_seconds();
    const Guess guess{request.peer, code};
    if (const auto wait = desk_.petition_trackings.seconds_to_wait(guess, now); wait > 0) {
      return too_many_attempts(wait, language);
    }
    // The secret is checked first and alike for codes that do not exist.
    const bool right = parts_.world.is_lookup_secret(code, secret);
    const auto found = right ? parts_.petitions->find(code) : nullptr;
    if (!found) {
      desk_.petition_trackings.failed(guess, now);
      return problem(petition_not_found, language);
    }
    auto response = tracked(*found);
    response.headers.emplace_back("Set-Cookie", petition_cookie(parts_, code, request.secure));
    return response;
  }

  Response get(const Request& request) const {
    return with_petition(request, [&](const Petition& petition) { return tracked(petition); });
  }

  Response act(const Request& request) const {
    return with_petition(request, [&](const Petition& petition) {
      const Language language = language_of(&request);
      Response refused;
      const auto body = read_body(request, refused);
      if (!body) return refused;
      Input input(*body);
      auto given = read_petition_input(input);
      if (const auto errors = input.finish(); !errors.empty()) {
        return invalid_input(errors, language);
      }
      const auto key = repeat_key(request, petition.code);
      if (!key) return problem(header_missing, language, {{"header", "Idempotency-Key"}});
      return perform_petition(
          desk_,
          {sender_of(petition.received.sender),
           commands::ActOnPetition{
               petition.code, std::string(request.param("act")), std::move(given), {}},
           key->key, key->contents_digest},
          language, [&](const auto& done) { return tracked(*done); });
    });
  }

  Response of_account(const SignedCitizen& who, const Request& request) const {
    ports::PetitionQuery query;
    query.account = who.id();
    query.size = 200;
    const auto page = parts_.petitions->book().list_petitions(query);
    if (!page) return problem_of(page.error(), language_of(&request));
    const auto calendar = parts_.world.calendar();
    json::array items;
    for (const auto& row : page->rows) {
      if (const auto found = parts_.petitions->find(row.code)) {
        items.push_back(queries::petition_row(row, *found, petition_scene(parts_, *calendar)));
      }
    }
    return answer(json::object{{"items", std::move(items)}});
  }

 private:
  using FindSubject =
      std::function<std::optional<Response>(Input& input, petition::Received& intake)>;

  static dossier::Officer sender_of(const petition::Sender& sender) {
    const std::string role(petition::sender_role);
    return {{role, sender.name, ""}, {role}};
  }

  // Reads a petition, finds what it is about, and lets the desk receive it.
  Response with_body(const Request& request, const FindSubject& find_subject) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    petition::Received intake;
    const auto kind = petition::parse_kind(
        input.choice("kind", {"conduct", "lateness", "extra-papers", "burden", "suggestion"}));
    if (!kind) input.need("kind");
    intake.kind = kind.value_or(petition::Kind::Suggestion);
    intake.text = input.needed_text("text", longest_petition);
    intake.sender = read_sender(input, citizen_of(desk_, request));
    intake.may_publish = input.flag("may_publish");
    const auto key = repeat_key(request, "petition");
    if (!key) return problem(header_missing, language, {{"header", "Idempotency-Key"}});
    const auto now = parts_.real_seconds();
    const Guess from{request.peer, "petition"};
    if (const auto wait = desk_.petitions_sent.seconds_to_wait(from, now); wait > 0) {
      return too_many_attempts(wait, language);
    }
    auto no_subject = find_subject(input, intake);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    if (no_subject) return std::move(*no_subject);
    desk_.petitions_sent.failed(from, now);
    auto sender = sender_of(intake.sender);
    return perform_petition(desk_,
                            {std::move(sender), commands::SendPetition{std::move(intake)}, key->key,
                             key->contents_digest},
                            language,
                            [&](const auto& done) { return confirmation_of(*done, language); });
  }

  // Told as at the moment it was received: sent again with its key, it is answered as then.
  Response confirmation_of(const Petition& petition, Language language) const {
    const auto calendar = parts_.world.calendar();
    auto scene = petition_scene(parts_, *calendar);
    scene.now = petition.received_at;
    const auto& sender = petition.received.sender;
    return answer(json::object{{"code", petition.code},
                               {"secret", parts_.world.lookup_secret(petition.code)},
                               {"promise", queries::petition_promise(petition, scene)},
                               {"told_by_mail", !sender.email.empty()},
                               {"out_of_reach", sender.is_out_of_reach()},
                               {"tracking_url", petition_address(parts_, petition.code, language)}},
                  201);
  }

  Response with_petition(const Request& request,
                         const std::function<Response(const Petition&)>& use) const {
    const auto found = parts_.petitions->find(request.param("code"));
    const bool opened =
        found && (may_track_petition(parts_, request, found->code) || is_his(request, *found));
    return opened ? use(*found) : problem(petition_not_found, language_of(&request));
  }

  bool is_his(const Request& request, const Petition& petition) const {
    if (petition.received.sender.account.empty()) return false;
    const auto session = desk_.citizen_sessions.find(request);
    return session && session->holder == petition.received.sender.account &&
           has_csrf_token(request, *session);
  }

  Response tracked(const Petition& petition) const {
    const auto calendar = parts_.world.calendar();
    const auto scene = petition_scene(parts_, *calendar);
    const petition::Facts facts{
        scene.now, *calendar, parts_.world.office(), sender_of(petition.received.sender), {}};
    return answer(queries::tracked_petition(petition, facts, scene));
  }

  Desk& desk_;
  Parts& parts_;
};

}  // namespace

void add_petition_routes(http::Router& router, Desk& desk) {
  using http::Run;
  if (desk.parts.petitions == nullptr) return;
  const auto routes = std::make_shared<const PetitionRoutes>(desk);  // shared by its endpoints
  const auto to = [&](Response (PetitionRoutes::*act)(const Request&) const) {
    return [routes, act](Request& request) { return ((*routes).*act)(request); };
  };
  const http::RouteLimits body{64 * 1024, {"application/json"}};
  router.add("GET", "/api/petitions", Run::Pool, to(&PetitionRoutes::list));
  router.add("POST", "/api/petitions", Run::Pool, to(&PetitionRoutes::send), body);
  router.add("POST", "/api/tracking/{code}/petitions", Run::Pool, to(&PetitionRoutes::send_about),
             body);
  router.add("POST", "/api/petition-tracking", Run::Pool, to(&PetitionRoutes::open), body);
  router.add("GET", "/api/petition-tracking/{code}", Run::Pool, to(&PetitionRoutes::get));
  router.add("POST", "/api/petition-tracking/{code}/petitions", Run::Pool,
             to(&PetitionRoutes::send_again), body);
  router.add("POST", "/api/petition-tracking/{code}/acts/{act}", Run::Pool,
             to(&PetitionRoutes::act), body);
  router.add("GET", "/api/account/petitions", Run::Pool,
             for_citizens(desk, [routes](Request& request, const SignedCitizen& who) {
               return routes->of_account(who, request);
             }));
}

}  // namespace motcua::api

#include "scenario/callers.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <utility>

#include "dossier/rejections.hpp"
#include "dossier/status.hpp"
#include "scenario/api_bodies.hpp"
#include "scenario/door.hpp"

namespace motcua::scenario {
namespace {

using commands::Outcome;

// The smallest thing that is a PDF: one empty page.
constexpr std::string_view scanned_paper =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
    "xref\n"
    "0 4\n"
    "0000000000 65535 f \n"
    "0000000009 00000 n \n"
    "0000000052 00000 n \n"
    "0000000101 00000 n \n"
    "trailer<</Size 4/Root 1 0 R>>\n"
    "startxref\n"
    "164\n"
    "%%EOF\n";

bool is_good(const Reply& reply) { return reply.status / 100 == 2; }

bool is_applicant(const commands::Request& request) {
  return request.officer.has_role("applicant");
}

Failure differs(std::string what) {
  return {FailureKind::Malformed, "the API shows " + std::move(what), false};
}

std::string dossier_path(const std::string& code) { return "/api/dossiers/" + code; }

json::value written(const std::optional<Moment>& moment) {
  return moment ? json::value(write_moment(*moment)) : json::value(nullptr);
}

// What a page says of version, status and promise must be what was recorded.
std::optional<Failure> compare(const json::value& page, const dossier::Dossier& recorded) {
  const auto* version = member(page, "version");
  const auto* status = member(page, "status");
  const auto* promise = member(page, "promise");
  if (version == nullptr || status == nullptr || promise == nullptr) {
    return differs("a page without version, status or promise");
  }
  if (version->to_number<std::uint64_t>() != recorded.version) return differs("another version");
  const auto* number = member(*status, "number");
  if (number == nullptr || number->to_number<int>() != dossier::status_number(recorded)) {
    return differs("another status");
  }
  const auto* current = recorded.current_promise();
  const auto due = written(current == nullptr ? std::nullopt : current->due);
  const auto* shown = member(*promise, "current");
  if (shown == nullptr || *shown != due) return differs("another promise");
  return std::nullopt;
}

}  // namespace

Outcome Callers::perform(const commands::Request& request) {
  return std::visit([&](const auto& command) { return send(command, request); }, request.command);
}

OrFailure<Reply> Callers::post(const std::string& target, const json::value& body,
                               Headers headers) {
  return client_.send({"POST", target, std::move(headers), write_json(body)});
}

OrFailure<Callers::Session> Callers::session_of(const std::string& username) {
  if (const auto known = sessions_.find(username); known != sessions_.end()) return known->second;
  const auto reply =
      post("/api/session", json::object{{"username", username}, {"password", password_of_all}}, {});
  if (!reply) return Unexpected{reply.error()};
  const auto session = read_json(reply->body);
  if (!is_good(*reply) || !session) return malformed("sign in " + username + ": " + reply->body);
  return sessions_[username] = {reply->cookie, std::string(string_member(*session, "csrf"))};
}

OrFailure<std::string> Callers::get(const std::string& username, const std::string& target) {
  const auto session = session_of(username);
  if (!session) return Unexpected{session.error()};
  auto reply = client_.send({"GET", target, {{"Cookie", session->cookie}}});
  if (!reply) return Unexpected{reply.error()};
  if (!is_good(*reply)) return malformed("GET " + target + ": " + reply->body);
  return std::move(reply->body);
}

OrFailure<json::value> Callers::see(const std::string& username, const std::string& target) {
  const auto body = get(username, target);
  if (!body) return Unexpected{body.error()};
  auto page = read_json(*body);
  if (!page) return malformed("GET " + target + ": no JSON");
  return std::move(*page);
}

OrFailure<json::value> Callers::see(const std::string& target) {
  return see(any_officer(), target);
}

OrFailure<std::string> Callers::print(const std::string& code, const std::string& slip) {
  return get(any_officer(), dossier_path(code) + "/slips/" + slip);
}

const std::string& Callers::any_officer() const {
  return behind_.world.office().people.front().username;
}

// --- beginning a dossier -------------------------------------------------------------------------

OrFailure<Reply> Callers::attach(const std::string& draft, const dossier::PaperGiven& given) {
  return client_.send({"POST",
                       "/api/drafts/" + draft + "/files?name=scan.pdf&paper=" + given.paper,
                       {},
                       std::string(scanned_paper),
                       "application/pdf"});
}

OrFailure<Reply> Callers::open_draft(const std::string& procedure, std::string& draft) {
  auto reply = post("/api/drafts", json::object{{"procedure", procedure}}, {});
  if (!reply || !is_good(*reply)) return reply;
  const auto made = read_json(reply->body);
  if (!made) return malformed("a draft is no JSON");
  draft = string_member(*made, "id");
  return reply;
}

OrFailure<Nothing> Callers::begin_form(const std::string& procedure) {
  const auto reply = open_draft(procedure, begun_[procedure]);
  if (!reply) return Unexpected{reply.error()};
  if (!is_good(*reply)) return malformed("a form of " + procedure + ": " + reply->body);
  return Nothing{};
}

// Leaves the id of the draft; the reply is the last one, or the first that refused.
OrFailure<Reply> Callers::fill_in(const dossier::Intake& intake, std::string& draft) {
  const auto answers = read_json(intake.answers);
  if (!answers) return malformed("the answers are no JSON");
  draft = std::exchange(begun_[intake.procedure], std::string());
  if (draft.empty()) {
    const auto opened = open_draft(intake.procedure, draft);
    if (!opened || !is_good(*opened)) return opened;
  }
  auto reply = client_.send({"PUT",
                             "/api/drafts/" + draft,
                             {},
                             write_json(json::object{{"answers", *answers}, {"step", 1}})});
  for (const auto& given : intake.papers) {
    if (!reply || !is_good(*reply)) return reply;
    reply = attach(draft, given);
  }
  return reply;
}

Outcome Callers::send(const commands::SubmitApplication& command,
                      const commands::Request& request) {
  // The public routes know no officer; one who would use them as himself has no door.
  if (!request.officer.has_role("applicant")) return Rejection{&dossier::not_allowed, {}};
  std::string draft;
  const auto filled = fill_in(command.intake, draft);
  if (!filled) return filled.error();
  if (!is_good(*filled)) return read_refusal(*filled);
  return begun(post("/api/drafts/" + draft + "/submission", json::object{},
                    {{"Idempotency-Key", request.key}}));
}

Outcome Callers::send(const commands::RegisterApplication& command,
                      const commands::Request& request) {
  const auto session = session_of(request.officer.actor.id);
  if (!session) return session.error();
  return begun(post("/api/counter/dossiers", body_of(command.registration),
                    {{"Cookie", session->cookie},
                     {"X-CSRF-Token", session->csrf},
                     {"Idempotency-Key", request.key}}));
}

Outcome Callers::begun(const OrFailure<Reply>& reply) {
  if (!reply) return reply.error();
  if (!is_good(*reply)) return read_refusal(*reply);
  const auto confirmation = read_json(reply->body);
  if (!confirmation) return malformed("a confirmation is no JSON").error;
  const std::string code(string_member(*confirmation, "code"));
  const bool is_new = secrets_.emplace(code, string_member(*confirmation, "secret")).second;
  return done(code, is_new ? std::nullopt : std::optional(std::string()));
}

// --- acts ----------------------------------------------------------------------------------------

Outcome Callers::send(const commands::PerformAct& command, const commands::Request& request) {
  return is_applicant(request) ? act_as_applicant(command, request)
                               : act_as_officer(command, request);
}

// As his page does: the answers typed open what they make necessary, then the files are sent. The
// reply is the last one, or the first that refused.
OrFailure<Reply> Callers::add_to_supplement(const commands::PerformAct& act,
                                            const std::string& cookie, json::array& ids) {
  const std::string base = "/api/tracking/" + act.code;
  OrFailure<Reply> reply = Reply{};
  if (const auto answers = read_json(act.input.answers)) {
    reply =
        post(base + "/supplement-check", json::object{{"answers", *answers}}, {{"Cookie", cookie}});
    if (!reply || !is_good(*reply)) return reply;
  }
  for (const auto& file : act.input.files) {
    reply = client_.send({"POST",
                          base + "/files?name=scan.pdf&paper=" + file.paper,
                          {{"Cookie", cookie}},
                          std::string(scanned_paper),
                          "application/pdf"});
    if (!reply || !is_good(*reply)) return reply;
    if (const auto made = read_json(reply->body)) {
      ids.push_back(json::value(string_member(*made, "id")));
    }
  }
  return reply;
}

Outcome Callers::act_as_applicant(const commands::PerformAct& act,
                                  const commands::Request& request) {
  const auto opened =
      post("/api/tracking", json::object{{"code", act.code}, {"secret", secrets_[act.code]}}, {});
  if (!opened) return opened.error();
  if (!is_good(*opened)) return read_refusal(*opened);
  json::object body = body_of(act.input);
  if (!act.input.files.empty()) {
    json::array ids;
    const auto refused = add_to_supplement(act, opened->cookie, ids);
    if (!refused) return refused.error();
    if (!is_good(*refused)) return read_refusal(*refused);
    body["files"] = std::move(ids);
  }
  const auto reply = post("/api/tracking/" + act.code + "/acts/" + act.act, body,
                          {{"Cookie", opened->cookie}, {"Idempotency-Key", request.key}});
  if (!reply) return reply.error();
  if (!is_good(*reply)) return read_refusal(*reply);
  return done(act.code, std::nullopt);
}

// The ETag of the page he looked at, as the scenario says or as it is now.
OrFailure<std::string> Callers::version_seen(const commands::PerformAct& act,
                                             const std::string& username) {
  if (act.expected_version) return "\"" + std::to_string(*act.expected_version) + "\"";
  const auto session = session_of(username);
  if (!session) return Unexpected{session.error()};
  const auto page = client_.send({"GET", dossier_path(act.code), {{"Cookie", session->cookie}}});
  if (!page) return Unexpected{page.error()};
  return page->etag;
}

Outcome Callers::act_as_officer(const commands::PerformAct& act, const commands::Request& request) {
  const auto& username = request.officer.actor.id;
  const auto seen = version_seen(act, username);
  const auto session = session_of(username);
  if (!seen || !session) return seen ? session.error() : seen.error();
  const auto reply = post(dossier_path(act.code) + "/acts/" + act.act, body_of(act.input),
                          {{"Cookie", session->cookie},
                           {"X-CSRF-Token", session->csrf},
                           {"If-Match", *seen},
                           {"Idempotency-Key", request.key}});
  if (!reply) return reply.error();
  if (!is_good(*reply)) return read_refusal(*reply);
  const auto answer = read_json(reply->body);
  const auto* events = answer ? member(*answer, "events") : nullptr;
  if (events == nullptr || !events->is_array()) return differs("an act without events");
  const auto& list = events->get_array();
  return done(act.code, list.empty() ? std::string() : std::string(list.front().as_string()));
}

Outcome Callers::send(const commands::IssueResult&, const commands::Request&) {
  return malformed("a paper that is signed is no matter of scenarios").error;
}

Outcome Callers::send(const commands::RecomputePromise&, const commands::Request&) {
  return malformed("nobody asks for a promise to be recomputed").error;
}

Outcome Callers::send(const commands::OrderPayment&, const commands::Request&) {
  return malformed("a scenario's office has no gateway").error;
}

Outcome Callers::send(const commands::SettlePayment&, const commands::Request&) {
  return malformed("a gateway does not come through the office's pages").error;
}

Outcome Callers::send(const commands::LetTimerCome&, const commands::Request&) {
  return malformed("timers come by themselves").error;
}

Outcome Callers::send(const commands::MoveToSuccessor&, const commands::Request&) {
  return malformed("the office moves its dossiers on itself").error;
}

Outcome Callers::send(const commands::EndRefund&, const commands::Request&) {
  return malformed("a gateway does not come through the office's pages").error;
}

// What happened, by its name or by the journal's last record, and the dossier after it.
Outcome Callers::done(const std::string& code, std::optional<std::string> event) {
  const auto recorded = behind_.cache.find(code);
  if (!recorded) return recorded.error();
  const auto page = see(dossier_path(code));
  if (!page) return page.error();
  if (const auto difference = compare(*page, **recorded)) return *difference;
  const auto journal = see(dossier_path(code) + "/journal");
  if (!journal) return journal.error();
  const auto* records = member(*journal, "records");
  if (records == nullptr || !records->is_array() ||
      records->get_array().size() != (*recorded)->version) {
    return differs("another number of records");
  }
  return with_records(**recorded, records->get_array(), std::move(event));
}

// The newest act with what the office recorded by rule after it.
Outcome Callers::with_records(const dossier::Dossier& recorded, const json::array& records,
                              std::optional<std::string> event) {
  commands::Done made{behind_.cache.recall(recorded.code), event.value_or(""), false};
  if (event && event->empty()) return made;
  for (auto record = records.rbegin(); record != records.rend(); ++record) {
    const auto type = string_member(*record, "type");
    if (string_member(*record, "actor") != commands::by_rule.name) {
      if (!event) made.event = type;
      return made;
    }
    made.consequences.insert(made.consequences.begin(), std::string(type));
  }
  return differs("a dossier without an act");
}

}  // namespace motcua::scenario

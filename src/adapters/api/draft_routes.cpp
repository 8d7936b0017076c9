// Applying through the network: drafts, files, checking, sending.

#include <algorithm>

#include "api/account.hpp"
#include "api/desk.hpp"
#include "api/drafts.hpp"
#include "api/input.hpp"
#include "api/scan_marks.hpp"
#include "api/uploads.hpp"
#include "dossier/intake_rules.hpp"
#include "dossier/known_answers.hpp"
#include "dossier/powers.hpp"
#include "notice/notice.hpp"
#include "procedure/form.hpp"
#include "queries/authority_view.hpp"

namespace motcua::api {
namespace {

using ports::Draft;

constexpr std::size_t most_drafts = 20;  // begun in one account and not sent
constexpr std::chrono::days draft_lifetime{30};

// An account's own: of e-mail addresses only the one its holder was seen to read.
std::string address_of(const ports::Citizen& holder, std::string_view notify_by) {
  if (notify_by == "sms" || notify_by == "zalo") return holder.party.details.phone;
  const bool by_mail = notify_by.empty() || notify_by == "email";
  return by_mail && holder.has_confirmed_address() ? holder.confirmed_address : std::string();
}

// JSON Pointers of the answers that are still as they were filled in.
void list_unchanged(const json::value& filled_in, const json::value& now, const std::string& path,
                    json::array& unchanged) {
  if (filled_in.is_object() && now.is_object()) {
    for (const auto& [name, value] : filled_in.get_object()) {
      const std::string key(name);
      const auto* here = member(now, key);
      if (here != nullptr) list_unchanged(value, *here, path + "/" + key, unchanged);
    }
  } else if (filled_in == now && filled_in != json::value("")) {
    unchanged.push_back(json::value(path));
  }
}

json::array still_filled_in(const Draft& draft) {
  json::array unchanged;
  const auto filled_in = read_json(draft.filled_in);
  const auto now = read_json(draft.answers);
  if (filled_in && now) list_unchanged(*filled_in, *now, "", unchanged);
  return unchanged;
}

json::value write_draft(const Draft& draft) {
  const auto answers = read_json(draft.answers);
  json::array files;
  for (const auto& file : draft.files) files.push_back(queries::write(file));
  return json::object{{"id", draft.id},
                      {"party", draft.party},
                      {"procedure", draft.procedure},
                      {"version", draft.procedure_version},
                      {"answers", answers ? *answers : json::value(json::object{})},
                      {"filled_in", still_filled_in(draft)},
                      {"step", draft.step},
                      {"notify_by", draft.notify_by.empty() ? "email" : draft.notify_by},
                      {"notify_at", draft.notify_at.empty() ? "form" : draft.notify_at},
                      {"language", draft.language.empty() ? "vi" : draft.language},
                      {"files", std::move(files)},
                      {"saved_at", write_moment(draft.saved_at)},
                      {"expires_at", write_moment(draft.saved_at + draft_lifetime)}};
}

class DraftRoutes {
 public:
  explicit DraftRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  http::Response create(const http::Request& request) const {
    http::Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    Draft draft;
    draft.procedure = input.needed_text("procedure", 100);
    draft.party = input.text("party", 40);
    if (const auto errors = input.finish(); !errors.empty()) {
      return invalid_input(errors, language_of(&request));
    }
    const auto* version =
        parts_.world.catalogue().in_force(draft.procedure, date_of(parts_.clock.now()));
    if (version == nullptr) return unknown_procedure(draft.procedure, language_of(&request));
    if (!version->open_for_applications) {
      return problem_of(Rejection{&dossier::not_open_for_applications, {}}, language_of(&request));
    }
    const auto who = citizen_of(desk_, request);
    const auto lock = who ? desk_.account_locks.lock(who->id()) : std::unique_lock<std::mutex>();
    if (auto no = begin(request, who, *version, draft)) return *no;
    draft.id = parts_.chance.token(16);
    draft.procedure_version = version->number;
    draft.saved_at = parts_.clock.now();
    if (const auto kept = parts_.desk.put_draft(draft); !kept) {
      return problem_of(kept.error(), language_of(&request));
    }
    return answer(write_draft(draft), 201);
  }

  http::Response take_in(const http::Request& request, const SignedCitizen& who) const;

  http::Response get(const http::Request& request) const {
    return with_draft(request, [](Draft& draft) { return answer(write_draft(draft)); });
  }

  http::Response save(const http::Request& request) const {
    return with_open_draft(request, [&](Draft& draft) {
      http::Response refused;
      const auto body = read_body(request, refused);
      if (!body) return refused;
      Input input(*body);
      const auto answers = input.answers("answers");
      if (!answers) input.need("answers");
      const auto step = input.integer("step", 0, 1000);
      const auto notify_by = input.choice("notify_by", {"email", "sms", "zalo", "none"});
      const auto notify_at = input.choice("notify_at", {"form", "account"});
      const auto language = input.choice("language", {"vi", "en"});
      if (const auto errors = input.finish(); !errors.empty()) {
        return invalid_input(errors, language_of(&request));
      }
      if (!notify_by.empty()) draft.notify_by = notify_by;
      if (!notify_at.empty()) draft.notify_at = notify_at;
      if (!language.empty()) draft.language = language;
      draft.answers = write_json(*answers);
      draft.step = int(step.value_or(draft.step));
      return keep(draft, request, 200);
    });
  }

  http::Response drop(const http::Request& request) const {
    return with_open_draft(request, [&](Draft& draft) {
      const auto dropped = parts_.desk.drop_draft(draft.id);
      return dropped ? no_content() : problem_of(dropped.error(), language_of(&request));
    });
  }

  http::Response add_file(const http::Request& request) const {
    return with_open_draft(request, [&](Draft& draft) {
      http::Response refused;
      const auto file = keep_upload(parts_, request, version_of(draft), refused);
      return file ? add_to_draft(desk_, draft, *file, language_of(&request)) : refused;
    });
  }

  http::Response drop_file(const http::Request& request) const {
    return with_open_draft(request, [&](Draft& draft) {
      std::erase_if(draft.files, [&](const auto& f) { return f.id == request.param("file"); });
      const auto kept = parts_.desk.put_draft(draft);
      return kept ? no_content() : problem_of(kept.error(), language_of(&request));
    });
  }

  http::Response check(const http::Request& request) const {
    return with_draft(request, [&](Draft& draft) { return answer(checked(draft)); });
  }

  http::Response send(const http::Request& request) const;

 private:
  http::Response with_draft(const http::Request& request, const UseDraft& use) const {
    return api::with_draft(desk_, request, use);
  }
  http::Response with_open_draft(const http::Request& request, const UseDraft& use) const {
    return api::with_open_draft(desk_, request, use);
  }

  http::Response keep(Draft& draft, const http::Request& request, int status) const {
    draft.saved_at = parts_.clock.now();
    const auto kept = parts_.desk.put_draft(draft);
    return kept ? answer(write_draft(draft), status)
                : problem_of(kept.error(), language_of(&request));
  }

  std::optional<http::Response> begin(const http::Request& request,
                                      const std::optional<SignedCitizen>& who,
                                      const procedure::Version& version, Draft& draft) const;
  std::optional<http::Response> refuse_one_more(const SignedCitizen& who, Language language) const;
  json::value answers_known(const procedure::Version& version, const std::string& party) const;
  std::optional<http::Response> name_filer(const Draft& draft, Language language,
                                           dossier::Filer& filer) const;

  const procedure::Version& version_of(const Draft& draft) const {
    return version_of_draft(parts_, draft);
  }

  json::value checked(const Draft& draft) const;
  std::optional<authority::Judgement> judged_now(const procedure::Version& version,
                                                 const json::value& answers) const;
  std::string told_at(const Draft& draft, const procedure::Version& version,
                      const json::value& answers) const;
  std::string account_address(const Draft& draft) const;
  json::array papers_of(const Draft& draft, const procedure::Case* chosen,
                        const json::value& answers, bool& complete) const;

  Desk& desk_;
  Parts& parts_;
};

// Whose draft it is, and what the office knows of him already.
std::optional<http::Response> DraftRoutes::begin(const http::Request& request,
                                                 const std::optional<SignedCitizen>& who,
                                                 const procedure::Version& version,
                                                 Draft& draft) const {
  const Language language = language_of(&request);
  if (!who) {
    if (!draft.party.empty()) return problem(sign_in_needed, language);
    const Guess each{request.peer, "draft"};
    const auto now = parts_.real_seconds();
    if (const auto wait = desk_.drafts_begun.seconds_to_wait(each, now); wait > 0) {
      return too_many_attempts(wait, language);
    }
    desk_.drafts_begun.failed(each, now);
    return std::nullopt;
  }
  draft.citizen = who->id();
  draft.language = who->citizen.language;
  draft.notify_by = who->citizen.notify_by;
  const bool told_by_account = !address_of(who->citizen, draft.notify_by).empty();
  if (told_by_account && !draft.notify_by.empty()) draft.notify_at = "account";
  if (draft.party.empty()) draft.party = draft.citizen;
  if (auto no = refuse_one_more(*who, language)) return no;
  dossier::Filer filer;
  if (auto no = name_filer(draft, language, filer)) return no;
  draft.answers = write_json(answers_known(version, draft.party));
  draft.filled_in = draft.answers;
  return std::nullopt;
}

std::optional<http::Response> DraftRoutes::refuse_one_more(const SignedCitizen& who,
                                                           Language language) const {
  const auto begun = parts_.desk.drafts_of(who.id());
  if (!begun) return problem_of(begun.error(), language);
  if (begun->size() < most_drafts) return std::nullopt;
  return problem(too_many_drafts, language, {{"most", std::to_string(most_drafts)}});
}

// A draft begun without an account, by whoever knows its id, which is its secret: from then on it
// is his alone.
http::Response DraftRoutes::take_in(const http::Request& request, const SignedCitizen& who) const {
  const Language language = language_of(&request);
  http::Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const std::string id = input.needed_text("draft", 60);
  const std::string party = input.text("party", 40);
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  const auto account_lock = desk_.account_locks.lock(who.id());
  const auto lock = desk_.draft_locks.lock(id);
  auto found = parts_.desk.find_draft(id);
  if (!found) return problem_of(found.error(), language);
  if (!*found) return problem(not_found, language);
  auto& draft = **found;
  if (draft.citizen == who.id()) return answer(write_draft(draft));
  if (!draft.citizen.empty()) return problem(not_found, language);
  if (!draft.submitted_as.empty()) {
    return problem(draft_already_sent, language, {{"code", draft.submitted_as}});
  }
  if (auto no = refuse_one_more(who, language)) return *no;
  draft.citizen = who.id();
  draft.party = party.empty() ? who.id() : party;
  dossier::Filer filer;
  if (auto no = name_filer(draft, language, filer)) return *no;
  return keep(draft, request, 200);
}

json::value DraftRoutes::answers_known(const procedure::Version& version,
                                       const std::string& party) const {
  json::value answers(json::object{});
  if (const auto known = find_party(desk_, party); known && *known) {
    dossier::write_applicant(version, answers, (*known)->details, (*known)->address);
  }
  const auto held = parts_.lists.held_by(party);
  for (const auto& code : held ? *held : std::vector<std::string>{}) {
    const auto earlier = parts_.cache.find(code);
    if (!earlier || (*earlier)->intake.procedure != version.procedure) continue;
    dossier::write_contact(version, answers, (*earlier)->intake.answers);
    break;
  }
  return answers;
}

std::optional<http::Response> DraftRoutes::name_filer(const Draft& draft, Language language,
                                                      dossier::Filer& filer) const {
  if (draft.citizen.empty()) return std::nullopt;
  const auto mandate = mandate_for(desk_, draft.citizen, draft.party, draft.procedure);
  if (!mandate) return problem_of(mandate.error(), language);
  if (!*mandate) return problem(not_your_party, language);
  filer = {draft.citizen, draft.party, **mandate};
  return std::nullopt;
}

json::array DraftRoutes::papers_of(const Draft& draft, const procedure::Case* chosen,
                                   const json::value& answers, bool& complete) const {
  json::array papers;
  if (chosen == nullptr) return papers;
  for (const auto* paper : dossier::asked_papers(version_of(draft), *chosen, answers)) {
    const bool received = std::any_of(draft.files.begin(), draft.files.end(),
                                      [&](const auto& f) { return f.paper == paper->id; });
    complete = complete && (received || !paper->required);
    papers.push_back(json::object{{"id", paper->id}, {"asked", true}, {"received", received}});
  }
  return papers;
}

// By the matrix and the registers of this moment, as the signature would be.
std::optional<authority::Judgement> DraftRoutes::judged_now(const procedure::Version& version,
                                                            const json::value& answers) const {
  const auto applicant = dossier::applicant_of(version, answers);
  return dossier::judge_application({version, answers, parts_.clock.now(), 0, applicant.name},
                                    parts_.world.powers());
}

json::value DraftRoutes::checked(const Draft& draft) const {
  const auto& version = version_of(draft);
  const auto answers = read_json(draft.answers);
  MOTCUA_ASSERT(answers.ok());
  json::array errors;
  const Date today = date_of(parts_.clock.now());
  for (const auto& error : procedure::check_answers_on(version, *answers, today)) {
    errors.push_back(json::object{
        {"path", error.path}, {"code", error.code}, {"message", queries::write(error.message)}});
  }
  bool complete = errors.empty();
  json::object out;
  const auto judged = judged_now(version, *answers);
  const auto case_id =
      dossier::choose_case(version, *answers, "", dossier::authority_variables(judged));
  if (judged)
    out["authority"] =
        queries::authority_of(*judged, parts_.world.powers(), today, queries::Known::Untold);
  const auto* chosen = case_id ? version.find_case(*case_id) : nullptr;
  if (chosen == nullptr) complete = false;
  out["papers"] = papers_of(draft, chosen, *answers, complete);
  if (chosen != nullptr) {
    out["case"] = chosen->id;
    out["case_name"] = queries::write(chosen->name);
    out["decided_by"] = queries::write(chosen->decided_by);
    const auto promise = queries::promise_preview(version, *chosen, procedure::Channel::Online,
                                                  parts_.clock.now(), *parts_.world.calendar());
    if (promise) out["promise"] = *promise;
  }
  out["told_at"] = told_at(draft, version, *answers);
  out["account_at"] = account_address(draft);
  json::array rows;
  for (const auto& row : procedure::answer_rows(version, *answers)) {
    rows.push_back(json::object{{"path", row.path},
                                {"label", queries::write(row.label)},
                                {"value", queries::write(row.value)},
                                {"page", row.page}});
  }
  out["rows"] = std::move(rows);
  out["errors"] = std::move(errors);
  out["complete"] = complete;
  return out;
}

// The address by which its holder may be told through the draft's channel; empty: none.
std::string DraftRoutes::account_address(const Draft& draft) const {
  if (draft.citizen.empty()) return {};
  const auto holder = parts_.people.find_citizen(draft.citizen);
  return holder && *holder ? address_of(**holder, draft.notify_by) : std::string();
}

// Where notices would go; empty: nowhere.
std::string DraftRoutes::told_at(const Draft& draft, const procedure::Version& version,
                                 const json::value& answers) const {
  dossier::Intake intake;
  intake.applicant = dossier::applicant_of(version, answers);
  intake.notify_by = draft.notify_by;
  if (draft.notify_at == "account") intake.notify_to = account_address(draft);
  const auto recipient = notice::recipient_of(intake);
  return recipient ? recipient->address : std::string();
}

http::Response DraftRoutes::send(const http::Request& request) const {
  const Language language = language_of(&request);
  const auto lock = desk_.draft_locks.lock(request.param("draft"));
  return with_draft(request, [&](Draft& draft) {
    commands::Request act;
    act.officer.actor = {"applicant", "", ""};
    act.officer.roles = {"applicant"};
    if (auto refused = make_repeatable(request, draft.id, act)) return *refused;
    make_once("draft " + draft.id, act);
    const auto& version = version_of(draft);
    const auto answers = read_json(draft.answers);
    MOTCUA_ASSERT(answers.ok());
    std::vector<PathError> errors;
    const Date today = date_of(parts_.clock.now());
    for (const auto& error : procedure::check_answers_on(version, *answers, today)) {
      errors.push_back({error.path, error.code, error.message});
    }
    if (!errors.empty()) return invalid_input(errors, language);
    if (auto no = refused_by_scan(parts_, draft.files, language)) return *no;
    const auto judged = judged_now(version, *answers);
    const auto case_id =
        dossier::choose_case(version, *answers, "", dossier::authority_variables(judged));
    if (!case_id) return problem_of(case_id.error(), language);
    dossier::Intake intake;
    intake.procedure = draft.procedure;
    intake.procedure_version = draft.procedure_version;
    intake.case_id = *case_id;
    intake.applicant = dossier::applicant_of(version, *answers);
    intake.summary = procedure::answer_summary(version, *answers);
    intake.answers = draft.answers;
    intake.files = draft.files;
    if (auto no = name_filer(draft, language, intake.filer)) return *no;
    intake.notify_by = draft.notify_by;
    if (draft.notify_at == "account") intake.notify_to = account_address(draft);
    intake.language = draft.language;
    act.officer.actor.name = intake.applicant.name;
    act.command = commands::SubmitApplication{std::move(intake)};
    if (!draft.submitted_as.empty()) {  // sent before: the same answer again
      const auto seen = see(parts_, draft.submitted_as);
      return seen ? answer(confirmation(parts_, *seen->dossier), 201)
                  : problem_of(seen.error(), language);
    }
    const auto outcome = parts_.registrar.perform(std::move(act));
    return write_outcome(outcome, language, [&](const commands::Done& done) {
      draft.submitted_as = done.dossier->code;
      (void)parts_.desk.put_draft(draft);  // the journal has it, and answers when it is sent again
      return answer(confirmation(parts_, *done.dossier), 201);
    });
  });
}

}  // namespace

void add_draft_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const auto routes = std::make_shared<const DraftRoutes>(desk);  // shared by its endpoints
  const auto to = [&](http::Response (DraftRoutes::*act)(const http::Request&) const) {
    return [routes, act](http::Request& request) { return ((*routes).*act)(request); };
  };
  const http::RouteLimits body{256 * 1024, {"application/json"}};
  router.add("POST", "/api/drafts", Run::Pool, to(&DraftRoutes::create), body);
  router.add("POST", "/api/account/drafts", Run::Pool,
             for_citizens(desk,
                          [routes](http::Request& request, const SignedCitizen& who) {
                            return routes->take_in(request, who);
                          }),
             body);
  router.add("GET", "/api/drafts/{draft}", Run::Pool, to(&DraftRoutes::get));
  router.add("PUT", "/api/drafts/{draft}", Run::Pool, to(&DraftRoutes::save), body);
  router.add("DELETE", "/api/drafts/{draft}", Run::Pool, to(&DraftRoutes::drop));
  router.add("POST", "/api/drafts/{draft}/files", Run::Pool, to(&DraftRoutes::add_file),
             upload_limits());
  router.add("DELETE", "/api/drafts/{draft}/files/{file}", Run::Pool, to(&DraftRoutes::drop_file));
  router.add("POST", "/api/drafts/{draft}/check", Run::Pool, to(&DraftRoutes::check), body);
  router.add("POST", "/api/drafts/{draft}/submission", Run::Pool, to(&DraftRoutes::send), body);
}

}  // namespace motcua::api

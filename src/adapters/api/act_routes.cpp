// What officers do: receive at the counter, act on a dossier, look at an act's effects first.

#include "api/desk.hpp"
#include "api/input.hpp"
#include "dossier/event_json.hpp"
#include "dossier/powers.hpp"
#include "queries/authority_view.hpp"
#include "queries/timeline.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

Response act(Desk& desk, const Request& request, const SignedIn& who) {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  std::vector<PathError> errors;
  commands::PerformAct act{std::string(request.param("code")), std::string(request.param("act")),
                           read_act_input(*body, errors), version_in(request.header("if-match"))};
  if (!errors.empty()) return invalid_input(errors, language);
  if (!act.expected_version) return problem(header_missing, language, {{"header", "If-Match"}});
  commands::Request command;
  command.officer = who.officer();
  command.command = std::move(act);
  if (auto missing = make_repeatable(request, who.person->username, command)) return *missing;
  return perform_later(desk, std::move(command), language, [&desk](const commands::Done& done) {
    json::array events;
    if (!done.event.empty()) events.push_back(json::value(done.event));
    for (const auto& consequence : done.consequences) events.push_back(json::value(consequence));
    json::object told{{"code", done.dossier->code},
                      {"version", done.dossier->version},
                      {"status", queries::write(dossier::status_of(*done.dossier))},
                      {"events", std::move(events)}};
    if (done.event == "signed_off" || done.event == "approved") {
      told["notes"] = notes_of_decision(*done.dossier, desk.parts);
    }
    auto response = answer(told);
    response.headers.emplace_back("ETag", "\"" + std::to_string(done.dossier->version) + "\"");
    return response;
  });
}

std::string_view slip_after(const dossier::Event& event) {
  const auto name = dossier::event_name(event);
  if (name == "refused") return "refusal";
  if (name == "supplement_requested") return "supplement-request";
  if (name == "apologised") return "apology";
  if (name == "stopped" || name == "withdrawn") return "stop-notice";
  return "";
}

std::optional<Moment> due_of(const dossier::Dossier& dossier) {
  if (dossier.open_stop() != nullptr) return std::nullopt;
  const auto* promise = dossier.current_promise();
  return promise == nullptr ? std::nullopt : promise->due;
}

json::array effects_of(const dossier::Dossier& before, const dossier::Dossier& after,
                       const dossier::Event& event, const Seen& seen, const Parts& parts) {
  json::array effects;
  effects.push_back(queries::write(queries::event_title(dossier::event_name(event))));
  const auto status_before = dossier::status_of(before);
  const auto status_after = dossier::status_of(after);
  if (status_before.number != status_after.number) {
    effects.push_back(
        queries::write(Text{"Trạng thái: " + status_before.name.vi + " → " + status_after.name.vi,
                            "Status: " + status_before.name.en + " → " + status_after.name.en}));
  }
  for (const auto& task : after.tasks) {
    if (before.find_task(task.task) != nullptr) continue;
    const auto name = queries::task_name(*seen.version, task.task);
    const auto unit = queries::unit_name(parts.world.office(), task.unit);
    effects.push_back(queries::write(Text{"Bước tiếp: " + name.vi + " (" + unit.vi + ")",
                                          "Next step: " + name.en + " (" + unit.en + ")"}));
  }
  if (!after.is_open() && before.is_open()) {
    effects.push_back(queries::write(Text{"Hồ sơ kết thúc; việc này không hoàn tác được.",
                                          "The dossier ends; this cannot be undone."}));
  }
  return effects;
}

Response preview(Desk& desk, const Request& request, const SignedIn& who) {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  std::vector<PathError> errors;
  const auto input = read_act_input(*body, errors);
  if (!errors.empty()) return invalid_input(errors, language);
  const auto seen = see(desk.parts, request.param("code"));
  if (!seen) return problem_of(seen.error(), language);
  const dossier::Facts facts{seen->now,
                             *seen->calendar,
                             *seen->version,
                             who.officer(),
                             desk.parts.world.office().division_of(seen->version->procedure),
                             {},
                             desk.parts.world.powers(),
                             seen->dossier->code};
  const auto event = dossier::decide(*seen->dossier, request.param("act"), input, facts);
  if (!event) return problem_of(event.error(), language);
  dossier::Dossier after = *seen->dossier;
  dossier::apply(after, {after.code, after.version + 1, seen->now, input.actual_at,
                         who.officer().actor, *event});
  json::object out{{"effects", effects_of(*seen->dossier, after, *event, *seen, desk.parts)},
                   {"promise_before", queries::write(due_of(*seen->dossier))},
                   {"promise_after", queries::write(due_of(after))}};
  if (const auto slip = slip_after(*event); !slip.empty()) out["slip"] = slip;
  return answer(out);
}

// What is passed or in doubt as the registers stand now: told at the counter, before anybody works.
json::array notes_now(const Parts& parts, const dossier::Dossier& dossier) {
  const auto seen = see(parts, dossier.code);
  if (!seen) return {};
  const dossier::Facts facts{seen->now, *seen->calendar,      *seen->version, {}, {},
                             {},        parts.world.powers(), dossier.code};
  const auto judgement = dossier::judgement_of(dossier.intake, facts);
  return judgement ? queries::notes_of(*judgement) : json::array{};
}

Response receive(Desk& desk, const Request& request, const SignedIn& who) {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  std::vector<PathError> errors;
  auto registration = read_registration(*body, errors);
  if (!errors.empty()) return invalid_input(errors, language);
  const auto* version = desk.parts.world.catalogue().in_force(registration.intake.procedure,
                                                              date_of(desk.parts.clock.now()));
  if (version == nullptr) return unknown_procedure(registration.intake.procedure, language);
  const auto answers = read_json(registration.intake.answers);
  MOTCUA_ASSERT(answers.ok());
  const auto judged = dossier::judge_application(
      {*version, *answers, desk.parts.clock.now(), 0, registration.intake.applicant.name},
      desk.parts.world.powers());
  auto chosen = dossier::choose_case(*version, *answers, registration.intake.case_id,
                                     dossier::authority_variables(judged));
  if (!chosen) return problem_of(chosen.error(), language);
  registration.intake.case_id = std::move(*chosen);
  commands::Request command;
  command.officer = who.officer();
  command.command = commands::RegisterApplication{std::move(registration)};
  if (auto missing = make_repeatable(request, who.person->username, command)) return *missing;
  return perform_later(desk, std::move(command), language,
                       [&parts = desk.parts](const commands::Done& done) {
                         auto told = confirmation(parts, *done.dossier);
                         told.as_object()["notes"] = notes_now(parts, *done.dossier);
                         return answer(told, 201);
                       });
}

}  // namespace

void add_act_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const http::RouteLimits body{256 * 1024, {"application/json"}};
  router.add("POST", "/api/dossiers/{code}/acts/{act}", Run::Inline,
             for_officers(desk, [&](Request& r, const SignedIn& who) { return act(desk, r, who); }),
             body);
  router.add(
      "POST", "/api/dossiers/{code}/acts/{act}/preview", Run::Pool,
      for_officers(desk, [&](Request& r, const SignedIn& who) { return preview(desk, r, who); }),
      body);
  router.add(
      "POST", "/api/counter/dossiers", Run::Inline,
      for_officers(desk, [&](Request& r, const SignedIn& who) { return receive(desk, r, who); }),
      body);
}

}  // namespace motcua::api

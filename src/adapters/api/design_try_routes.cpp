// Trying a draft: on the office's past dossiers, by hand, and one decision alone.

#include "api/design_answers.hpp"
#include "dmn/decision.hpp"
#include "procedure/version_file.hpp"
#include "queries/authority_words.hpp"
#include "queries/design_trial.hpp"
#include "queries/json_parts.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t longest_cell = 2000;

class DesignTryRoutes {
 public:
  explicit DesignTryRoutes(Desk& desk) : shared_(desk), parts_(desk.parts) {}

  Response trial(const Request& request, const design::Draft& draft) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    const auto from = input.date("from");
    const auto to = input.date("to");
    if (!from) input.need("from");
    if (!to) input.need("to");
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const std::unique_lock one_at_a_time(shared_.design_trial, std::try_to_lock);
    if (!one_at_a_time.owns_lock()) {
      return problem_of(Rejection{&design::trial_is_running, {}}, language);
    }
    const auto library = parts_.designs->library();
    const auto told = queries::try_draft({parts_.world, *library, parts_.journal, parts_.lists},
                                         {draft.subject, draft.files, *from, *to, language});
    if (const auto* no = std::get_if<Rejection>(&told)) return problem_of(*no, language);
    if (const auto* broken = std::get_if<Failure>(&told)) return problem_of(*broken, language);
    return answer(std::get<json::object>(told));
  }

  Response walk(const Request& request, const design::Draft& draft) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    dossier::Intake intake;
    intake.procedure = draft.subject.id;
    const auto answers = input.answers("answers");
    if (!answers) input.need("answers");
    intake.answers = answers ? write_json(*answers) : "{}";
    intake.case_id = input.text("case", 60);
    intake.channel =
        procedure::parse_channel(input.choice("channel", {"online", "counter", "post"}))
            .value_or(procedure::Channel::Counter);
    intake.received_at = input.moment("received").value_or(parts_.clock.now());
    const auto outcomes = read_outcomes(input);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto library = parts_.designs->library();
    const auto version = procedure::read_version(commands::with_lists(*library, draft.files));
    if (draft.subject.kind != design::Kind::Procedure || !version) {
      const auto first = version ? Text{} : version.error().front().what;
      return problem_of(
          Rejection{&design::draft_has_problems, {{"count", "1"}, {"first", first.in(language)}}},
          language);
    }
    const auto calendar = parts_.world.calendar();
    const auto walked =
        trial::walk(std::move(intake), outcomes, {*version, *calendar, parts_.world.powers()});
    return answer(
        queries::walk_view(walked, *version, parts_.world.powers(), date_of(parts_.clock.now())));
  }

  Response evaluate(const Request& request, const design::Draft& draft) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    const auto file = input.needed_text("file", 60);
    const auto decision = input.needed_text("decision", 200);
    const auto answers = input.answers("answers");
    if (!answers) input.need("answers");
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto found = draft.files.find(file);
    if (found == draft.files.end()) return problem(not_found, language);
    const auto tables = dmn::import_decisions(found->second);
    if (!tables) {
      const auto& error = tables.error().front();
      return problem_of(Rejection{&design::draft_has_problems,
                                  {{"count", std::to_string(tables.error().size())},
                                   {"first", error.element + ": " + error.what.in(language)}}},
                        language);
    }
    const auto table = std::ranges::find(*tables, decision, &dmn::DecisionTable::id);
    if (table == tables->end()) return problem(not_found, language);
    const auto outcome = table->evaluate(feel::context_from_json(*answers));
    json::array rules;
    for (const int rule : outcome.rules) rules.push_back(rule);
    json::array errors;
    for (const auto& error : outcome.errors) errors.push_back(json::value(error));
    return answer(
        json::object{{"value", queries::write_feel(outcome.value)},
                     {"rules", std::move(rules)},
                     {"trace", json::object{{"vi", outcome.trace.vi}, {"en", outcome.trace.en}}},
                     {"errors", std::move(errors)}});
  }

  // One cell of a table or one condition, as it is typed.
  Response cell(const Request& request) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    const auto kind = input.choice("kind", {"unary-tests", "expression"});
    const auto text = input.needed_text("text", longest_cell);
    if (kind.empty()) input.need("kind");
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto wrong = kind == "expression" ? error_of(feel::Expression::compile(text))
                                            : error_of(feel::UnaryTests::compile(text));
    if (!wrong) return answer(json::object{{"sound", true}});
    return answer(json::object{{"sound", false},
                               {"at", characters(std::string_view(text).substr(0, wrong->offset))},
                               {"what", queries::write(wrong->what)}});
  }

  // Where something rests, as it is typed, in words. Schema SourceInWords.
  Response source(const Request& request) const {
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    const auto text = input.needed_text("text", longest_cell);
    if (const auto errors = input.finish(); !errors.empty()) {
      return invalid_input(errors, language_of(&request));
    }
    const auto told = queries::source_in_words(text);
    return answer(json::object{{"words", queries::write(told.words)}, {"checked", told.checked}});
  }

  Response with_draft(const Request& request,
                      Response (DesignTryRoutes::*use)(const Request&, const design::Draft&)
                          const) const {
    const auto draft = parts_.designs->find_draft(request.param("draft"));
    return draft ? (this->*use)(request, *draft) : problem(not_found, language_of(&request));
  }

 private:
  template <class Compiled>
  static std::optional<feel::SyntaxError> error_of(const Compiled& compiled) {
    if (compiled) return std::nullopt;
    return compiled.error();
  }

  // Of UTF-8: bytes that begin one.
  static std::int64_t characters(std::string_view text) {
    return std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
  }

  static std::vector<trial::Done> read_outcomes(Input& input) {
    std::vector<trial::Done> outcomes;
    const auto* given = input.array("outcomes", trial::most_steps);
    for (std::size_t i = 0; given != nullptr && i < given->size(); ++i) {
      Input inner((*given)[i], "/outcomes/" + std::to_string(i));
      trial::Done done{inner.needed_text("task", 200), inner.text("outcome", 60)};
      if (const auto answers = inner.answers("answers")) done.answers = write_json(*answers);
      outcomes.push_back(std::move(done));
      input.take_errors(inner);
    }
    return outcomes;
  }

  Desk& shared_;
  const Parts& parts_;
};

}  // namespace

void add_design_try_routes(http::Router& router, Desk& desk) {
  if (desk.parts.designs == nullptr) return;
  const auto routes = std::make_shared<const DesignTryRoutes>(desk);  // shared by its endpoints
  using Use = Response (DesignTryRoutes::*)(const Request&, const design::Draft&) const;
  const auto add = [&](const std::string& what, Use use) {
    router.add("POST", "/api/design/drafts/{draft}/" + what, http::Run::Pool,
               for_officers(desk, for_designers([routes, use](Request& request, const SignedIn&) {
                              return routes->with_draft(request, use);
                            })),
               {256 * 1024, {"application/json"}});
  };
  add("trial", &DesignTryRoutes::trial);
  add("walk", &DesignTryRoutes::walk);
  add("evaluate", &DesignTryRoutes::evaluate);
  using Ask = Response (DesignTryRoutes::*)(const Request&) const;
  const auto add_alone = [&](const std::string& path, Ask ask) {
    router.add("POST", path, http::Run::Pool,
               for_officers(desk, for_designers([routes, ask](Request& request, const SignedIn&) {
                              return ((*routes).*ask)(request);
                            })),
               {8 * 1024, {"application/json"}});
  };
  add_alone("/api/design/cell", &DesignTryRoutes::cell);
  add_alone("/api/design/source", &DesignTryRoutes::source);
}

}  // namespace motcua::api

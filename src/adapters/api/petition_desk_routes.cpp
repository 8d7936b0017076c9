// Petitions as officers deal with them, and the figures leaders read of them.

#include "api/input.hpp"
#include "api/petition_answers.hpp"
#include "queries/petition_figures.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

class PetitionDeskRoutes {
 public:
  explicit PetitionDeskRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  Response list(const Request& request, const SignedIn& who) const {
    Query asked(request);
    ports::PetitionQuery query;
    query.now = parts_.clock.now();
    if (asked.choice("view", {"all", "unit"}) == "unit") query.unit = who.person->unit;
    query.open_only = asked.choice("open", {"true", "false"}) == "true";
    query.late_only = asked.choice("late", {"false", "true"}) == "true";
    query.kind = petition::parse_kind(
        asked.choice("kind", {"", "conduct", "lateness", "extra-papers", "burden", "suggestion"}));
    query.dossier = asked.text("dossier", 60);
    query.page = asked.integer("page", 1, 1000000).value_or(1);
    query.size = asked.integer("size", 1, 200).value_or(50);
    if (const auto errors = asked.finish(); !errors.empty()) {
      return invalid_input(errors, language_of(&request));
    }
    const auto page = parts_.petitions->book().list_petitions(query);
    if (!page) return problem_of(page.error(), language_of(&request));
    return answer(json::object{{"items", write_rows(page->rows)},
                               {"total", page->total},
                               {"page", query.page},
                               {"size", query.size}});
  }

  Response get(const Request& request, const SignedIn& who) const {
    const auto found = parts_.petitions->find(request.param("code"));
    if (!found) return problem(petition_not_found, language_of(&request));
    return page(*found, who, language_of(&request));
  }

  Response act(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    auto given = read_petition_input(input);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto seen = version_in(request.header("if-match"));
    if (!seen) return problem(header_missing, language, {{"header", "If-Match"}});
    const auto key = repeat_key(request, who.person->username);
    if (!key) return problem(header_missing, language, {{"header", "Idempotency-Key"}});
    return perform_petition(
        desk_,
        {who.officer(),
         commands::ActOnPetition{std::string(request.param("code")),
                                 std::string(request.param("act")), std::move(given), seen},
         key->key, key->contents_digest},
        language, [&](const auto& done) { return page(*done, who, language); });
  }

  Response figures(const Request& request) const {
    auto found = queries::petition_figures(
        *parts_.petitions, request.query_value("period").value_or(""), parts_.clock.now());
    return found ? answer(*found) : problem(not_found, language_of(&request));
  }

  Response of_cell(const Request& request) const {
    const Language language = language_of(&request);
    Query asked(request);
    const auto page = std::size_t(asked.integer("page", 1, 1000000).value_or(1));
    const auto size = std::size_t(asked.integer("size", 1, 200).value_or(50));
    if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto found =
        queries::petitions_of_cell(*parts_.petitions, request.query_value("cell").value_or(""),
                                   request.query_value("period").value_or(""), parts_.clock.now());
    if (!found) return problem(not_found, language);
    std::vector<petition::Row> rows;
    for (std::size_t i = (page - 1) * size; i < found->size() && rows.size() < size; ++i) {
      rows.push_back(petition::row_of(*(*found)[i], parts_.clock.now()));
    }
    return answer(json::object{
        {"items", write_rows(rows)}, {"total", found->size()}, {"page", page}, {"size", size}});
  }

 private:
  json::array write_rows(const std::vector<petition::Row>& rows) const {
    const auto calendar = parts_.world.calendar();
    const auto scene = petition_scene(parts_, *calendar);
    json::array items;
    for (const auto& row : rows) {
      if (const auto found = parts_.petitions->find(row.code)) {
        items.push_back(queries::petition_row(row, *found, scene));
      }
    }
    return items;
  }

  Response page(const petition::Petition& petition, const SignedIn& who, Language language) const {
    const auto calendar = parts_.world.calendar();
    const auto scene = petition_scene(parts_, *calendar);
    const auto records = parts_.petitions->book().petition_records(petition.code);
    if (!records) return problem_of(records.error(), language);
    const auto facts = parts_.petitions->facts(petition, *calendar, who.officer(), scene.now);
    if (!facts) return problem_of(facts.error(), language);
    auto response = answer(queries::desk_petition(petition, *records, *facts, scene));
    response.headers.emplace_back("ETag", "\"" + std::to_string(petition.version) + "\"");
    return response;
  }

  Desk& desk_;
  Parts& parts_;
};

}  // namespace

void add_petition_desk_routes(http::Router& router, Desk& desk) {
  using http::Run;
  if (desk.parts.petitions == nullptr) return;
  const auto routes = std::make_shared<const PetitionDeskRoutes>(desk);
  const auto add = [&](std::string_view pattern, OfficerEndpoint endpoint) {
    router.add("GET", pattern, Run::Pool, for_officers(desk, std::move(endpoint)));
  };
  add("/api/petition-desk",
      [routes](Request& r, const SignedIn& who) { return routes->list(r, who); });
  add("/api/petition-desk/{code}",
      [routes](Request& r, const SignedIn& who) { return routes->get(r, who); });
  add("/api/petition-figures",
      [routes](Request& r, const SignedIn&) { return routes->figures(r); });
  add("/api/petition-figures/petitions",
      [routes](Request& r, const SignedIn&) { return routes->of_cell(r); });
  const http::RouteLimits body{64 * 1024, {"application/json"}};
  router.add(
      "POST", "/api/petition-desk/{code}/acts/{act}", Run::Pool,
      for_officers(desk, [routes](Request& r, const SignedIn& who) { return routes->act(r, who); }),
      body);
}

}  // namespace motcua::api

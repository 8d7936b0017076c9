// The page "Authority": the matrices in force, who holds which post, who stands in for whom.

#include "api/desk.hpp"
#include "api/input.hpp"
#include "commands/substitutions.hpp"
#include "queries/authority_view.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t most_roles = 20;
constexpr int rows_at_once = 500;

class AuthorityRoutes {
 public:
  explicit AuthorityRoutes(Desk& desk) : parts_(desk.parts) {}

  Response show(const Request&, const SignedIn&) const {
    const auto powers = parts_.world.powers();
    queries::WorkOfUnits work;
    for (const auto& one : powers.office->successions) {
      auto has = work_of(one.from);
      if (!has) return problem_of(has.error(), Language::Vietnamese);
      work[one.from] = *has;
    }
    return answer(queries::authority_page(powers, parts_.world.catalogue(),
                                          date_of(parts_.clock.now()), work));
  }

  Response set(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    authority::Substitution wanted;
    wanted.absent = input.needed_text("absent", 60);
    wanted.substitute = input.needed_text("substitute", 60);
    wanted.period = {input.date("from"), input.date("until")};
    if (!wanted.period.from) input.need("from");
    if (!wanted.period.until) input.need("until");
    wanted.paper = input.needed_text("paper", 120);
    wanted.reason = input.text("reason", 500);
    if (const auto* roles = input.array("roles", most_roles)) take_roles(*roles, wanted, input);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    wanted.set_by = who.person->username;
    wanted.set_at = parts_.clock.now();
    return told(parts_.substitutions->set(std::move(wanted)), language, 201);
  }

  Response end(const Request& request, const SignedIn& who) const {
    return told(parts_.substitutions->end(request.param("substitution"), who.person->username,
                                          parts_.clock.now()),
                language_of(&request), 200);
  }

 private:
  OrFailure<queries::UnitWork> work_of(const std::string& unit) const {
    queries::UnitWork work;
    ports::ListQuery query;
    query.unit = unit;
    query.open_only = true;
    query.sort = ports::ListSort::Code;
    query.size = rows_at_once;
    for (;; ++query.page) {
      const auto page = parts_.lists.list(query);
      if (!page) return Unexpected{page.error()};
      work.open = page->total;
      for (const auto& row : page->rows) work.assigned += row.assignee.empty() ? 0 : 1;
      if (int(page->rows.size()) < rows_at_once) return work;
    }
  }

  static void take_roles(const json::array& roles, authority::Substitution& wanted, Input& input) {
    for (const auto& role : roles) {
      const auto* text = role.if_string();
      if (text == nullptr) return input.wrong("roles", "type", {"Phải là chữ", "Must be a text"});
      wanted.roles.emplace_back(std::string_view(*text));
    }
  }

  Response told(const commands::SubstitutionAnswer& said, Language language, int status) const {
    if (const auto* no = std::get_if<Rejection>(&said)) return problem_of(*no, language);
    if (const auto* failure = std::get_if<Failure>(&said)) return problem_of(*failure, language);
    return answer(queries::write_substitution(std::get<authority::Substitution>(said),
                                              parts_.world.office(), date_of(parts_.clock.now())),
                  status);
  }

  Parts& parts_;
};

}  // namespace

void add_authority_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const auto routes = std::make_shared<const AuthorityRoutes>(desk);  // shared by its endpoints
  using Act = Response (AuthorityRoutes::*)(const Request&, const SignedIn&) const;
  const auto to = [&](Act act) {
    return for_officers(desk, [routes, act](Request& request, const SignedIn& who) {
      return ((*routes).*act)(request, who);
    });
  };
  const http::RouteLimits body{8 * 1024, {"application/json"}};
  router.add("GET", "/api/authority", Run::Pool, to(&AuthorityRoutes::show));
  if (desk.parts.substitutions == nullptr) return;
  router.add("POST", "/api/authority/substitutions", Run::Pool, to(&AuthorityRoutes::set), body);
  router.add("POST", "/api/authority/substitutions/{substitution}/ending", Run::Pool,
             to(&AuthorityRoutes::end), body);
}

}  // namespace motcua::api

// The register of proposals: to abolish, merge, delegate or simplify procedures.

#include "api/design_answers.hpp"
#include "http/response_head.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t most_subjects = 20;

class ProposalRoutes {
 public:
  explicit ProposalRoutes(Desk& desk) : parts_(desk.parts), desk_(*desk.parts.designs) {}

  Response list(const Request&, const SignedIn& who) const {
    const auto officer = who.officer();
    json::array items;
    for (const auto& proposal : newest_first()) {
      items.push_back(queries::proposal_view(*proposal, design_scene(parts_, officer)));
    }
    return answer(json::object{{"items", std::move(items)}, {"may", json::array{"propose"}}});
  }

  Response table(const Request& request, const SignedIn&) const {
    auto response = answer_text(queries::proposals_csv(desk_.proposals(), language_of(&request)));
    response.content_type = "text/csv; charset=utf-8";
    response.headers.emplace_back(
        "Content-Disposition",
        http::content_disposition(http::Disposition::Attachment, "so-de-xuat-thu-tuc.csv"));
    return response;
  }

  Response propose(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    design::Proposed proposed;
    const auto kind = design::parse_proposal_kind(
        input.choice("kind", {"abolish", "merge", "delegate", "simplify"}));
    if (!kind) input.need("kind");
    proposed.kind = kind.value_or(design::ProposalKind::Simplify);
    proposed.subjects = read_subjects(input);
    proposed.into = input.text("into", 60);
    proposed.why = input.needed_text("why", 4000);
    const auto day = input.date("in_force_from");
    if (!day) input.need("in_force_from");
    proposed.in_force_from = day.value_or(Date{});
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    auto named = proposed.subjects;
    if (!proposed.into.empty()) named.push_back(proposed.into);
    const Date today = date_of(parts_.clock.now());
    auto burden = queries::burdens_of(parts_.world, named, today);
    if (!burden) return problem_of(burden.error(), language);
    proposed.burden = std::move(*burden);
    return perform(request, who, std::move(proposed), 201);
  }

  Response act(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    const auto what = request.param("act");
    if (what != "decide" && what != "withdraw" && what != "carry-out") {
      return problem(not_found, language);
    }
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    commands::ProposalAct act;
    if (what == "decide") {
      design::ProposalDecided decided;
      decided.accepted = input.flag("accepted");
      decided.decision = read_decision(input, true);
      decided.reason = input.text("reason", 2000);
      act = std::move(decided);
    } else if (what == "withdraw") {
      act = design::ProposalWithdrawn{input.text("reason", 2000)};
    } else {
      act = design::CarriedOut{input.text("reason", 2000), {}};
    }
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    return perform(request, who,
                   commands::ActOnProposal{std::string(request.param("proposal")), std::move(act)});
  }

 private:
  std::vector<commands::ProposalSnapshot> newest_first() const {
    auto all = desk_.proposals();
    std::ranges::reverse(all);
    return all;
  }

  static std::vector<std::string> read_subjects(Input& input) {
    std::vector<std::string> subjects;
    const auto* given = input.array("subjects", most_subjects);
    if (given == nullptr || given->empty()) {
      input.need("subjects");
      return subjects;
    }
    for (const auto& one : *given) {
      if (one.is_string() && !one.get_string().empty() && one.get_string().size() <= 60) {
        subjects.emplace_back(one.get_string());
      } else {
        input.wrong("subjects", "type", {"Kiểu dữ liệu không đúng", "Wrong type"});
      }
    }
    return subjects;
  }

  Response perform(const Request& request, const SignedIn& who,
                   decltype(commands::DesignRequest::command) command, int status = 200) const {
    const auto officer = who.officer();
    const Language language = language_of(&request);
    const auto outcome = desk_.perform({officer, language, std::move(command)});
    return tell_design(parts_, outcome, {officer, language, status});
  }

  const Parts& parts_;
  commands::DesignDesk& desk_;
};

}  // namespace

void add_proposal_routes(http::Router& router, Desk& desk) {
  if (desk.parts.designs == nullptr) return;
  const auto routes = std::make_shared<const ProposalRoutes>(desk);  // shared by its endpoints
  using Act = Response (ProposalRoutes::*)(const Request&, const SignedIn&) const;
  const auto to = [&](Act act) {
    return for_officers(desk, for_designers([routes, act](Request& request, const SignedIn& who) {
                          return ((*routes).*act)(request, who);
                        }));
  };
  const http::RouteLimits body{64 * 1024, {"application/json"}};
  router.add("GET", "/api/design/proposals", http::Run::Pool, to(&ProposalRoutes::list));
  router.add("GET", "/api/design/proposals.csv", http::Run::Pool, to(&ProposalRoutes::table));
  router.add("POST", "/api/design/proposals", http::Run::Pool, to(&ProposalRoutes::propose), body);
  router.add("POST", "/api/design/proposals/{proposal}/{act}", http::Run::Pool,
             to(&ProposalRoutes::act), body);
}

}  // namespace motcua::api

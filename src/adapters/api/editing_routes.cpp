// The editors' desk: writing, publishing, correcting and withdrawing articles, and judging replies.
// Heads and directors edit.

#include "api/article_view.hpp"
#include "api/input.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

constexpr int most_replies_shown = 200;

constexpr ProblemKind not_an_editor{
    403,
    {"not_an_editor", "Chỉ trưởng phòng và lãnh đạo được đăng bài và duyệt ý kiến.",
     "Only heads and directors publish articles and judge replies."}};

bool is_editor(const SignedIn& who) {
  for (const auto& role : who.person->roles) {
    if (role == "head" || role == "director") return true;
  }
  return false;
}

Text read_pair(Input& input, std::string_view name, std::size_t most) {
  const auto* found = input.object(name);
  if (found == nullptr) return {};
  Input pair(*found, "/" + std::string(name));
  Text text{pair.text("vi", most), pair.text("en", most)};
  input.take_errors(pair);
  return text;
}

class EditingRoutes {
 public:
  explicit EditingRoutes(Desk& desk) : parts_(desk.parts) {}

  Response list(const Request& request, const SignedIn&) const {
    const auto found = parts_.articles->articles();
    if (!found) return problem_of(found.error(), language_of(&request));
    json::array items;
    for (const auto& one : *found) items.push_back(write_edited_article(parts_, one));
    return answer(json::object{{"items", std::move(items)}});
  }

  Response get(const Request& request, const SignedIn&) const {
    return with_article(request, [&](const article::Article& found) {
      return answer(write_edited_article(parts_, found));
    });
  }

  Response write(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    const auto content = read_content(input);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    return done(request, commands::write_article(article_desk(parts_), content, editor(who)), 201);
  }

  Response edit(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    commands::Edit edit{read_content(input), read_pair(input, "correction", 500), 0};
    const auto seen = input.integer("revision", 0, 1'000'000);
    if (!seen) input.need("revision");
    edit.seen = static_cast<int>(seen.value_or(0));
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    return with_article(request, [&](const article::Article& found) {
      return done(request, commands::edit_article(article_desk(parts_), found, edit, editor(who)));
    });
  }

  Response publish(const Request& request, const SignedIn& who) const {
    return with_article(request, [&](const article::Article& found) {
      return done(request, commands::publish_article(article_desk(parts_), found, editor(who)));
    });
  }

  Response withdraw(const Request& request, const SignedIn&) const {
    return with_article(request, [&](const article::Article& found) {
      return done(request, commands::withdraw_article(article_desk(parts_), found));
    });
  }

  Response replies(const Request& request, const SignedIn&) const {
    const Language language = language_of(&request);
    Query asked(request);
    const auto state =
        article::parse_reply_state(asked.choice("state", {"waiting", "published", "refused"}));
    if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto found = parts_.articles->replies_in(*state, most_replies_shown);
    if (!found) return problem_of(found.error(), language);
    json::array items;
    for (const auto& one : *found) items.push_back(write_judged_reply(one));
    return answer(json::object{{"items", std::move(items)}});
  }

  Response judge(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    article::Judgement judgement;
    const auto state = article::parse_reply_state(input.choice("state", {"published", "refused"}));
    if (!state) input.need("state");
    judgement.state = state.value_or(article::ReplyState::Published);
    judgement.answer = input.text("answer", 2000);
    judgement.reason = input.text("reason", 1000);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto waiting = parts_.articles->find_reply(request.param("reply"));
    if (!waiting) return problem_of(waiting.error(), language);
    if (!*waiting) return problem(not_found, language);
    const auto judged =
        commands::judge_reply(article_desk(parts_), **waiting, judgement, editor(who));
    if (const auto* no = std::get_if<Rejection>(&judged)) return problem_of(*no, language);
    if (const auto* failure = std::get_if<Failure>(&judged)) return problem_of(*failure, language);
    if (parts_.notices != nullptr) parts_.notices->wake_sender();
    return answer(write_judged_reply({std::get<article::Reply>(judged), (*waiting)->title}));
  }

 private:
  commands::Editor editor(const SignedIn& who) const {
    return {who.person->username, who.person->unit, parts_.clock.now()};
  }

  static article::Content read_content(Input& input) {
    article::Content content;
    const auto kind = article::parse_kind(input.choice("kind", {"news", "guidance"}));
    if (!kind) input.need("kind");
    content.kind = kind.value_or(article::Kind::News);
    content.title = read_pair(input, "title", 200);
    if (content.title.vi.empty()) input.need("title");
    content.body = read_pair(input, "body", 20'000);
    content.takes_replies = input.flag("takes_replies");
    return content;
  }

  template <class Use>
  Response with_article(const Request& request, Use use) const {
    const auto found = parts_.articles->find_article(request.param("article"));
    if (!found) return problem_of(found.error(), language_of(&request));
    return *found ? use(**found) : problem(not_found, language_of(&request));
  }

  Response done(const Request& request, const commands::Edited& edited, int status = 200) const {
    const Language language = language_of(&request);
    if (const auto* no = std::get_if<Rejection>(&edited)) return problem_of(*no, language);
    if (const auto* failure = std::get_if<Failure>(&edited)) return problem_of(*failure, language);
    return answer(write_edited_article(parts_, std::get<article::Article>(edited)), status);
  }

  Parts& parts_;
};

}  // namespace

void add_editing_routes(http::Router& router, Desk& desk) {
  using http::Run;
  if (desk.parts.articles == nullptr) return;
  const auto routes = std::make_shared<const EditingRoutes>(desk);  // shared by its endpoints
  using Act = Response (EditingRoutes::*)(const Request&, const SignedIn&) const;
  const auto to = [&](Act act) {
    return for_officers(desk, [routes, act](Request& request, const SignedIn& who) {
      if (!is_editor(who)) return problem(not_an_editor, language_of(&request));
      return ((*routes).*act)(request, who);
    });
  };
  const http::RouteLimits body{128 * 1024, {"application/json"}};
  router.add("GET", "/api/editing/articles", Run::Pool, to(&EditingRoutes::list));
  router.add("POST", "/api/editing/articles", Run::Pool, to(&EditingRoutes::write), body);
  router.add("GET", "/api/editing/articles/{article}", Run::Pool, to(&EditingRoutes::get));
  router.add("PUT", "/api/editing/articles/{article}", Run::Pool, to(&EditingRoutes::edit), body);
  router.add("POST", "/api/editing/articles/{article}/publication", Run::Pool,
             to(&EditingRoutes::publish), body);
  router.add("POST", "/api/editing/articles/{article}/withdrawal", Run::Pool,
             to(&EditingRoutes::withdraw), body);
  router.add("GET", "/api/editing/replies", Run::Pool, to(&EditingRoutes::replies));
  router.add("POST", "/api/editing/replies/{reply}/judgement", Run::Pool, to(&EditingRoutes::judge),
             body);
}

}  // namespace motcua::api

// News and guidance for anybody, and leaving a reply, which waits until an officer has read it.

#include "api/article_view.hpp"
#include "api/input.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

class ArticleRoutes {
 public:
  explicit ArticleRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  Response list(const Request& request) const {
    const Language language = language_of(&request);
    Query asked(request);
    const auto kind = article::parse_kind(asked.choice("kind", {"any", "news", "guidance"}));
    if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto found = parts_.articles->published_articles();
    if (!found) return problem_of(found.error(), language);
    json::array items;
    for (const auto& one : *found) {
      if (!kind || one.content.kind == *kind) items.push_back(write_article_summary(parts_, one));
    }
    return answer(json::object{{"items", std::move(items)}});
  }

  Response get(const Request& request) const {
    const Language language = language_of(&request);
    const auto found = parts_.articles->find_article(request.param("article"));
    if (!found) return problem_of(found.error(), language);
    if (!*found || (*found)->state != article::State::Published) {
      return problem(not_found, language);
    }
    const auto replies = parts_.articles->published_replies((*found)->id);
    if (!replies) return problem_of(replies.error(), language);
    return answer(write_public_article(parts_, **found, *replies));
  }

  Response reply(const Request& request) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    article::Reply sent;
    sent.name = input.needed_text("name", 100);
    sent.email = input.needed_text("email", 200);
    sent.text = input.needed_text("text", 2000);
    sent.language =
        input.choice("language", {"vi", "en"}) == "en" ? Language::English : Language::Vietnamese;
    check_email(input, "email", sent.email);
    if (sent.text.find_first_not_of(" \n") == std::string::npos) input.need("text");
    if (sent.name.find_first_not_of(" \n") == std::string::npos) input.need("name");
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const Guess guess{request.peer, "reply"};
    const auto now = parts_.real_seconds();
    if (const auto wait = desk_.replies_sent.seconds_to_wait(guess, now); wait > 0) {
      return too_many_attempts(wait, language);
    }
    const auto found = parts_.articles->find_article(request.param("article"));
    if (!found) return problem_of(found.error(), language);
    if (!*found || (*found)->state == article::State::Draft) return problem(not_found, language);
    const auto replied =
        commands::reply(article_desk(parts_), **found, std::move(sent), parts_.clock.now());
    if (const auto* no = std::get_if<Rejection>(&replied)) return problem_of(*no, language);
    if (const auto* failure = std::get_if<Failure>(&replied)) return problem_of(*failure, language);
    desk_.replies_sent.failed(guess, now);
    return answer(json::object{{"state", "waiting"}}, 202);
  }

 private:
  Desk& desk_;
  Parts& parts_;
};

}  // namespace

void add_article_routes(http::Router& router, Desk& desk) {
  using http::Run;
  if (desk.parts.articles == nullptr) return;
  const auto routes = std::make_shared<const ArticleRoutes>(desk);  // shared by its endpoints
  const auto to = [&](Response (ArticleRoutes::*act)(const Request&) const) {
    return [routes, act](Request& request) { return ((*routes).*act)(request); };
  };
  router.add("GET", "/api/articles", Run::Pool, to(&ArticleRoutes::list));
  router.add("GET", "/api/articles/{article}", Run::Pool, to(&ArticleRoutes::get));
  router.add("POST", "/api/articles/{article}/replies", Run::Pool, to(&ArticleRoutes::reply),
             {32 * 1024, {"application/json"}});
}

}  // namespace motcua::api

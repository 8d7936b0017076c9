// News and guidance for browsers that run no script.

#include "api/article_view.hpp"
#include "api/plain_news.hpp"

namespace motcua::api {
namespace {

const Text news_title{"Tin tức và hướng dẫn", "News and guidance"};

struct AskedPage {
  const Parts& parts;
  Language language;
};

AskedPage asked_page(const Parts& parts, const http::Request& request) {
  const bool english = request.query_value("lang").value_or("") == "en";
  return {parts, english ? Language::English : Language::Vietnamese};
}

http::Response write_page(const AskedPage& asked, const Text& title, std::string html,
                          int status = 200) {
  return plain::page({asked.language, title.in(asked.language),
                      asked.parts.world.office().name.in(asked.language), std::move(html), status});
}

http::Response no_page(const AskedPage& asked) {
  return write_page(
      asked, {"Không tìm thấy", "Not found"},
      "<p>" +
          plain::link(
              Text{"/ban-don-gian/tin-tuc/", "/ban-don-gian/tin-tuc/?lang=en"}.in(asked.language),
              news_title.in(asked.language)) +
          "</p>\n",
      404);
}

http::Response list_page(const AskedPage& asked) {
  const auto found = asked.parts.articles->published_articles();
  if (!found) return problem_of(found.error(), asked.language);
  json::array items;
  for (const auto& one : *found) items.push_back(write_article_summary(asked.parts, one));
  const json::value list = json::object{{"items", std::move(items)}};
  return write_page(asked, news_title, plain::news_html({list, asked.language}));
}

http::Response article_page(const AskedPage& asked, std::string_view id) {
  const auto found = asked.parts.articles->find_article(id);
  if (!found) return problem_of(found.error(), asked.language);
  if (!*found || (*found)->state != article::State::Published) return no_page(asked);
  const auto replies = asked.parts.articles->published_replies(id);
  if (!replies) return problem_of(replies.error(), asked.language);
  const json::value shown = write_public_article(asked.parts, **found, *replies);
  return write_page(asked, (*found)->content.title, plain::article_html({shown, asked.language}));
}

}  // namespace

void add_plain_news_routes(http::Router& router, Desk& desk) {
  using http::Run;
  if (desk.parts.articles == nullptr) return;
  const auto& parts = desk.parts;
  router.add("GET", "/ban-don-gian/tin-tuc/", Run::Pool,
             [&parts](http::Request& request) { return list_page(asked_page(parts, request)); });
  router.add("GET", "/ban-don-gian/tin-tuc/{article}/", Run::Pool,
             [&parts](http::Request& request) {
               return article_page(asked_page(parts, request), request.param("article"));
             });
}

}  // namespace motcua::api

// Articles and replies as the API shows them.
#pragma once

#include "api/desk.hpp"
#include "commands/articles.hpp"

namespace motcua::api {

commands::ArticleDesk article_desk(const Parts& parts);

// Schema ArticleSummary.
json::object write_article_summary(const Parts& parts, const article::Article& article);
// Schema Article: with its blocks in both languages and the replies that are published.
json::object write_public_article(const Parts& parts, const article::Article& article,
                                  const std::vector<article::Reply>& replies);
// Schema EditedArticle: as an editor sees it.
json::object write_edited_article(const Parts& parts, const article::Article& article);
// Schema JudgedReply: with the address, for officers.
json::object write_judged_reply(const ports::ReplyOfArticle& of_article);

}  // namespace motcua::api

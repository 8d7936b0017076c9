// Publishing what the office writes, and judging what people reply.
#pragma once

#include <variant>

#include "commands/world.hpp"
#include "ports/article_store.hpp"
#include "ports/chance.hpp"

namespace motcua::commands {

struct ArticleDesk {
  const World& world;
  ports::ArticleStore& store;
  ports::Chance& chance;
};

// Who writes, and when.
struct Editor {
  std::string username;
  std::string unit;
  Moment now{};
};

using Edited = std::variant<article::Article, Rejection, Failure>;

// A draft; its id comes from the Vietnamese title.
Edited write_article(const ArticleDesk& desk, const article::Content& content,
                     const Editor& editor);

struct Edit {
  article::Content content;
  Text correction;
  int seen = 0;  // the revision that was looked at
};
Edited edit_article(const ArticleDesk& desk, const article::Article& before, const Edit& edit,
                    const Editor& editor);
// One that was withdrawn keeps its first date.
Edited publish_article(const ArticleDesk& desk, const article::Article& before,
                       const Editor& editor);
Edited withdraw_article(const ArticleDesk& desk, const article::Article& before);

using Replied = std::variant<article::Reply, Rejection, Failure>;

inline constexpr int most_waiting_replies = 3;  // of one address

// What somebody sent; its id and moment are given here.
Replied reply(const ArticleDesk& desk, const article::Article& article, article::Reply sent,
              Moment now);
// Who wrote it is told by mail.
Replied judge_reply(const ArticleDesk& desk, const ports::ReplyOfArticle& waiting,
                    const article::Judgement& judgement, const Editor& by);

}  // namespace motcua::commands

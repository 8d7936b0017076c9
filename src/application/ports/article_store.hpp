// What the office publishes, and what people reply: beside the journal, as nothing here is part of
// a dossier.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "article/article.hpp"
#include "base/failure.hpp"
#include "ports/outbox.hpp"

namespace motcua::ports {

// A reply with what its judging needs.
struct ReplyOfArticle {
  article::Reply reply;
  Text title;  // of its article
};

// Any thread.
class ArticleStore {
 public:
  virtual ~ArticleStore() = default;

  // False, and nothing kept, when the id is taken.
  virtual OrFailure<bool> add_article(const article::Article& article) = 0;
  // False when its revision is not one more than the kept one's.
  virtual OrFailure<bool> put_article(const article::Article& article) = 0;
  virtual OrFailure<std::optional<article::Article>> find_article(std::string_view id) = 0;
  // The newest first: by publication, drafts before all others.
  virtual OrFailure<std::vector<article::Article>> articles() = 0;
  virtual OrFailure<std::vector<article::Article>> published_articles() = 0;

  // False, and nothing kept, when as many of the address already wait.
  virtual OrFailure<bool> add_reply(const article::Reply& reply, int most_waiting) = 0;
  // With the notice in one commit. False when it waits no more.
  virtual OrFailure<bool> judge_reply(const article::Reply& judged,
                                      const std::optional<MadeNotice>& notice) = 0;
  virtual OrFailure<std::optional<ReplyOfArticle>> find_reply(std::string_view id) = 0;
  // Published ones of an article, in the order they were sent.
  virtual OrFailure<std::vector<article::Reply>> published_replies(std::string_view article) = 0;
  // Of every article; waiting ones the oldest first, others the newest first.
  virtual OrFailure<std::vector<ReplyOfArticle>> replies_in(article::ReplyState state,
                                                            int most) = 0;
};

}  // namespace motcua::ports

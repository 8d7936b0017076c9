#include "commands/articles.hpp"

#include "notice/visit_notice.hpp"

namespace motcua::commands {
namespace {

using article::Article;
using article::Reply;
using article::ReplyState;

constexpr int most_names = 50;  // of articles with one title

Edited kept_as(const OrFailure<bool>& kept, Article after) {
  if (!kept) return kept.error();
  if (!*kept) return Rejection{&article::article_changed, {}};
  return after;
}

std::optional<ports::MadeNotice> told(const World& world, const Reply& judged, const Text& title) {
  const auto stationery = world.stationery();
  if (!stationery || judged.email.empty() || !judged.judged_at) return std::nullopt;
  const auto kind = judged.state == ReplyState::Published ? notice::Kind::ReplyPublished
                                                          : notice::Kind::ReplyRefused;
  const notice::ReplyScene scene{judged.name, judged.email,  judged.language, judged.article,
                                 title,       judged.answer, judged.reason};
  return ports::MadeNotice{"", 0, *judged.judged_at,
                           notice::reply_notice(kind, scene, world.office(), *stationery)};
}

}  // namespace

Edited write_article(const ArticleDesk& desk, const article::Content& content,
                     const Editor& editor) {
  Article made;
  made.content = content;
  made.author = editor.username;
  made.unit = editor.unit;
  const std::string slug = article::slug_of(content.title.vi);
  for (int number = 1; number <= most_names; ++number) {
    made.id = number == 1 ? slug : slug + "-" + std::to_string(number);
    const auto added = desk.store.add_article(made);
    if (!added) return added.error();
    if (*added) return made;
  }
  return Failure{FailureKind::Busy, "no free address for an article", true};
}

Edited edit_article(const ArticleDesk& desk, const Article& before, const Edit& edit,
                    const Editor& editor) {
  if (before.revision != edit.seen) return Rejection{&article::article_changed, {}};
  auto after = article::edited(before, edit.content, edit.correction, editor.now);
  if (!after) return after.error();
  return kept_as(desk.store.put_article(*after), *after);
}

Edited publish_article(const ArticleDesk& desk, const Article& before, const Editor& editor) {
  if (const auto may = article::check_publish(before); !may) return may.error();
  Article after = before;
  after.state = article::State::Published;
  if (!after.published_at) after.published_at = editor.now;
  ++after.revision;
  return kept_as(desk.store.put_article(after), after);
}

Edited withdraw_article(const ArticleDesk& desk, const Article& before) {
  if (const auto may = article::check_withdraw(before); !may) return may.error();
  Article after = before;
  after.state = article::State::Withdrawn;
  ++after.revision;
  return kept_as(desk.store.put_article(after), after);
}

Replied reply(const ArticleDesk& desk, const Article& article, Reply sent, Moment now) {
  if (const auto open = article::check_open_for_replies(article); !open) return open.error();
  sent.id = desk.chance.token(12);
  sent.article = article.id;
  sent.sent_at = now;
  const auto kept = desk.store.add_reply(sent, most_waiting_replies);
  if (!kept) return kept.error();
  if (!*kept) {
    return Rejection{&article::too_many_replies, {{"most", std::to_string(most_waiting_replies)}}};
  }
  return sent;
}

Replied judge_reply(const ArticleDesk& desk, const ports::ReplyOfArticle& waiting,
                    const article::Judgement& judgement, const Editor& by) {
  if (const auto may = article::check_judgement(waiting.reply, judgement); !may) {
    return may.error();
  }
  Reply judged = waiting.reply;
  judged.state = judgement.state;
  if (judgement.state == ReplyState::Published) judged.answer = judgement.answer;
  if (judgement.state == ReplyState::Refused) judged.reason = judgement.reason;
  judged.judged_by = by.username;
  judged.judged_at = by.now;
  const auto kept = desk.store.judge_reply(judged, told(desk.world, judged, waiting.title));
  if (!kept) return kept.error();
  if (!*kept) return Rejection{&article::reply_judged_already, {}};
  return judged;
}

}  // namespace motcua::commands

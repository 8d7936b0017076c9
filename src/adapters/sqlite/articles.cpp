// Articles and replies.

#include "appointment/appointment.hpp"
#include "sqlite/outbox.hpp"
#include "sqlite/rows.hpp"
#include "sqlite/store.hpp"
#include "sqlite/transaction.hpp"

namespace motcua::sqlite {
namespace {

using article::Article;
using article::Reply;
using article::ReplyState;
using ports::ReplyOfArticle;

constexpr std::string_view article_columns =
    "SELECT id, kind, title_vi, title_en, body_vi, body_en, takes_replies, state, unit, author,"
    " published_at, corrected_at, correction_vi, correction_en, revision FROM article ";

constexpr std::string_view reply_columns =
    "SELECT reply.id, article, name, email, text, language, sent_at, reply.state, answer, reason,"
    " judged_by, judged_at";

Unexpected<Failure> damaged_article(std::string_view what) {
  return Unexpected{
      Failure{FailureKind::Storage, std::string(what) + " is damaged in the store", false}};
}

Text text_at(const Statement& row, int column) {
  return {std::string(row.text(column)), std::string(row.text(column + 1))};
}

OrFailure<Article> read_article(const Statement& row) {
  Article read;
  read.id = row.text(0);
  const auto kind = article::parse_kind(row.text(1));
  const auto state = article::parse_state(row.text(7));
  if (!kind || !state) return damaged_article("article " + read.id);
  read.content = {*kind, text_at(row, 2), text_at(row, 4), row.integer(6) != 0};
  read.state = *state;
  read.unit = row.text(8);
  read.author = row.text(9);
  read.published_at = row.optional_moment(10);
  read.corrected_at = row.optional_moment(11);
  read.correction = text_at(row, 12);
  read.revision = static_cast<int>(row.integer(14));
  return read;
}

OrFailure<Reply> read_reply(const Statement& row) {
  Reply read;
  read.id = row.text(0);
  const auto state = article::parse_reply_state(row.text(7));
  if (!state) return damaged_article("reply " + read.id);
  read.article = row.text(1);
  read.name = row.text(2);
  read.email = row.text(3);
  read.text = row.text(4);
  read.language = row.text(5) == "en" ? Language::English : Language::Vietnamese;
  read.sent_at = row.moment(6);
  read.state = *state;
  read.answer = row.text(8);
  read.reason = row.text(9);
  read.judged_by = row.text(10);
  read.judged_at = row.optional_moment(11);
  return read;
}

OrFailure<ReplyOfArticle> read_reply_of_article(const Statement& row) {
  auto reply = read_reply(row);
  if (!reply) return Unexpected{reply.error()};
  return ReplyOfArticle{std::move(*reply), text_at(row, 12)};
}

void bind_article(Statement& s, const Article& a) {
  s.lend(1, a.id)
      .lend(2, article::write_kind(a.content.kind))
      .lend(3, a.content.title.vi)
      .lend(4, a.content.title.en)
      .lend(5, a.content.body.vi)
      .lend(6, a.content.body.en)
      .bind(7, a.content.takes_replies ? 1 : 0)
      .lend(8, article::write_state(a.state))
      .lend(9, a.unit)
      .lend(10, a.author)
      .bind(11, a.published_at)
      .bind(12, a.corrected_at)
      .lend(13, a.correction.vi)
      .lend(14, a.correction.en)
      .bind(15, a.revision);
}

}  // namespace

OrFailure<bool> Store::add_article(const Article& article) {
  return change(
      "INSERT INTO article VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)"
      " ON CONFLICT DO NOTHING",
      [&](Statement& s) { bind_article(s, article); });
}

OrFailure<bool> Store::put_article(const Article& article) {
  return change(
      "UPDATE article SET kind=?2, title_vi=?3, title_en=?4, body_vi=?5, body_en=?6,"
      " takes_replies=?7, state=?8, unit=?9, author=?10, published_at=?11, corrected_at=?12,"
      " correction_vi=?13, correction_en=?14, revision=?15 WHERE id=?1 AND revision=?15-1",
      [&](Statement& s) { bind_article(s, article); });
}

OrFailure<std::optional<Article>> Store::find_article(std::string_view id) {
  auto reader = readers_.lend();
  return read_found(find(*reader, std::string(article_columns) + "WHERE id = ?", id), read_article);
}

OrFailure<std::vector<Article>> Store::articles() {
  auto reader = readers_.lend();
  return read_each<Article>(
      *reader,
      std::string(article_columns) +
          "ORDER BY published_at IS NOT NULL, published_at DESC, id LIMIT 1000",
      [](Statement&) {}, read_article);
}

OrFailure<std::vector<Article>> Store::published_articles() {
  auto reader = readers_.lend();
  return read_each<Article>(
      *reader,
      std::string(article_columns) +
          "WHERE state = 'published' ORDER BY published_at DESC, id LIMIT 200",
      [](Statement&) {}, read_article);
}

OrFailure<bool> Store::add_reply(const Reply& reply, int most_waiting) {
  const std::string key = appointment::email_key(reply.email);
  return change(
      "INSERT INTO reply SELECT ?1,?2,?3,?4,?5,?6,?7,?8,'waiting','','','',NULL WHERE"
      " (SELECT count(*) FROM reply WHERE email_key = ?5 AND state = 'waiting') < ?9",
      [&](Statement& s) {
        s.lend(1, reply.id)
            .lend(2, reply.article)
            .lend(3, reply.name)
            .lend(4, reply.email)
            .lend(5, key)
            .lend(6, reply.text)
            .lend(7, reply.language == Language::English ? "en" : "vi")
            .bind(8, reply.sent_at)
            .bind(9, most_waiting);
      });
}

OrFailure<bool> Store::judge_reply(const Reply& judged,
                                   const std::optional<ports::MadeNotice>& notice) {
  const std::lock_guard lock(desk_mutex_);
  DeskTransaction transaction(*desk_);
  if (!transaction.begun()) return Unexpected{transaction.begun().error()};
  const auto noted = run(*desk_,
                         "UPDATE reply SET state=?2, answer=?3, reason=?4, judged_by=?5,"
                         " judged_at=?6 WHERE id=?1 AND state='waiting'",
                         [&](Statement& s) {
                           s.lend(1, judged.id)
                               .lend(2, article::write_reply_state(judged.state))
                               .lend(3, judged.answer)
                               .lend(4, judged.reason)
                               .lend(5, judged.judged_by)
                               .bind(6, judged.judged_at);
                         });
  if (!noted) return Unexpected{noted.error()};
  if (desk_->changed_rows() == 0) return false;
  if (notice) {
    if (const auto put = insert_notice(*desk_, *notice); !put) return Unexpected{put.error()};
  }
  if (const auto done = transaction.commit(); !done) return Unexpected{done.error()};
  return true;
}

OrFailure<std::optional<ReplyOfArticle>> Store::find_reply(std::string_view id) {
  auto reader = readers_.lend();
  return read_found(find(*reader,
                         std::string(reply_columns) +
                             ", title_vi, title_en FROM reply JOIN article ON article.id = article"
                             " WHERE reply.id = ?",
                         id),
                    read_reply_of_article);
}

OrFailure<std::vector<Reply>> Store::published_replies(std::string_view article) {
  auto reader = readers_.lend();
  return read_each<Reply>(
      *reader,
      std::string(reply_columns) +
          " FROM reply WHERE article = ? AND state = 'published' ORDER BY sent_at, id LIMIT 500",
      [&](Statement& s) { s.bind(1, article); }, read_reply);
}

OrFailure<std::vector<ReplyOfArticle>> Store::replies_in(ReplyState state, int most) {
  const std::string order =
      state == ReplyState::Waiting ? "sent_at, reply.id" : "judged_at DESC, reply.id";
  auto reader = readers_.lend();
  return read_each<ReplyOfArticle>(
      *reader,
      std::string(reply_columns) +
          ", title_vi, title_en FROM reply JOIN article ON article.id = article"
          " WHERE reply.state = ? ORDER BY " +
          order + " LIMIT ?",
      [&](Statement& s) { s.bind(1, article::write_reply_state(state)).bind(2, most); },
      read_reply_of_article);
}

}  // namespace motcua::sqlite

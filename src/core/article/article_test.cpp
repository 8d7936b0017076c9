#include "article/article.hpp"

#include <gtest/gtest.h>

namespace motcua::article {
namespace {

const Moment now = *parse_moment("2017-04-12T09:00");

Content whole() {
  return {Kind::News, {"Lịch nghỉ", "Days off"}, {"Nghỉ hai ngày.", "Two days."}, true};
}

Article published() {
  Article article;
  article.id = "lich-nghi";
  article.content = whole();
  article.state = State::Published;
  article.published_at = now;
  article.revision = 3;
  return article;
}

TEST(Articles, NeedBothLanguagesToBePublished) {
  Article article;
  article.content = whole();
  EXPECT_TRUE(check_publish(article).ok());
  article.content.title.en = "  ";
  EXPECT_EQ(check_publish(article).error().code(), "article_incomplete");
  article.content = whole();
  article.content.body.vi = "\n";
  EXPECT_FALSE(check_publish(article).ok());
}

TEST(Articles, ArePublishedOnceAndWithdrawnWhenTheyAreThere) {
  auto article = published();
  EXPECT_EQ(check_publish(article).error().code(), "article_published_already");
  EXPECT_TRUE(check_withdraw(article).ok());
  article.state = State::Withdrawn;
  EXPECT_EQ(check_withdraw(article).error().code(), "article_not_published");
  EXPECT_TRUE(check_publish(article).ok());
  article.state = State::Draft;
  EXPECT_FALSE(check_withdraw(article).ok());
}

TEST(Articles, ThatArePublishedSayWhatWasCorrected) {
  const Text note{"Sửa ngày nghỉ", "Corrected the days"};
  auto content = whole();
  content.body.vi = "Nghỉ ba ngày.";
  EXPECT_EQ(edited(published(), content, {"Sửa", ""}, now).error().code(), "correction_missing");
  const auto after = edited(published(), content, note, now + hours{1});
  ASSERT_TRUE(after.ok());
  EXPECT_EQ(after->corrected_at, now + hours{1});
  EXPECT_EQ(after->correction, note);
  EXPECT_EQ(after->published_at, now);
  EXPECT_EQ(after->revision, 4);
  content.body.en = "";
  EXPECT_EQ(edited(published(), content, note, now).error().code(), "article_incomplete");
}

TEST(Articles, AreNotCorrectedByWhatDoesNotShowAsText) {
  auto content = whole();
  content.takes_replies = false;
  const auto after = edited(published(), content, {}, now);
  ASSERT_TRUE(after.ok());
  EXPECT_FALSE(after->corrected_at);
  auto draft = published();
  draft.state = State::Draft;
  content.body.vi = "";
  EXPECT_TRUE(edited(draft, content, {}, now).ok()) << "a draft may be half written";
}

TEST(Articles, HaveAnAddressThatSaysWhatTheyAre) {
  EXPECT_EQ(slug_of("Lịch tiếp nhận dịp nghỉ lễ 30/4 – 1/5"),
            "lich-tiep-nhan-dip-nghi-le-30-4-1-5");
  EXPECT_EQ(slug_of("  Đổi giờ!  "), "doi-gio");
  EXPECT_EQ(slug_of("!?"), "bai");
  EXPECT_LE(slug_of(std::string(200, 'a')).size(), 60u);
}

TEST(Replies, AreTakenWhereTheArticleIsOpenForThem) {
  auto article = published();
  EXPECT_TRUE(check_open_for_replies(article).ok());
  article.content.takes_replies = false;
  EXPECT_EQ(check_open_for_replies(article).error().code(), "replies_closed");
  article.state = State::Withdrawn;
  EXPECT_EQ(check_open_for_replies(article).error().code(), "article_not_published");
}

TEST(Replies, AreJudgedOnceAndRefusedWithAReason) {
  Reply reply;
  EXPECT_TRUE(check_judgement(reply, {ReplyState::Published, "", ""}).ok());
  EXPECT_EQ(check_judgement(reply, {ReplyState::Refused, "", " \n"}).error().code(),
            "refusal_reason_missing");
  EXPECT_TRUE(check_judgement(reply, {ReplyState::Refused, "", "Không liên quan"}).ok());
  EXPECT_FALSE(check_judgement(reply, {ReplyState::Waiting, "", ""}).ok());
  reply.state = ReplyState::Published;
  EXPECT_EQ(check_judgement(reply, {ReplyState::Refused, "", "x"}).error().code(),
            "reply_judged_already");
}

TEST(Names, OfArticlesAndRepliesReadBack) {
  for (const auto kind : {Kind::News, Kind::Guidance})
    EXPECT_EQ(parse_kind(write_kind(kind)), kind);
  for (const auto state : {State::Draft, State::Published, State::Withdrawn}) {
    EXPECT_EQ(parse_state(write_state(state)), state);
  }
  for (const auto state : {ReplyState::Waiting, ReplyState::Published, ReplyState::Refused}) {
    EXPECT_EQ(parse_reply_state(write_reply_state(state)), state);
  }
  EXPECT_FALSE(parse_kind("rumour"));
}

}  // namespace
}  // namespace motcua::article

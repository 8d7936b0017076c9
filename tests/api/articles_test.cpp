// What the office publishes, and replies, which nobody sees before an officer has read them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* whole = R"({"kind":"news","title":{"vi":"Lịch nghỉ lễ","en":"Days off"},)"
                              R"("body":{"vi":"Nghỉ [hai ngày](/thu-tuc/).","en":"Two days."},)"
                              R"("takes_replies":true)";

class Articles : public testing::Test {
 protected:
  Articles() { office_.send_mail(); }

  Answer write(Officer& officer, const std::string& more = "") {
    return officer.ask({"POST", "/api/editing/articles", whole + more + "}"});
  }
  Answer to(Officer& officer, const std::string& id, const std::string& act) {
    return officer.ask({"POST", "/api/editing/articles/" + id + "/" + act});
  }
  std::string published() {
    const auto id = write(head_).text("id");
    EXPECT_EQ(to(head_, id, "publication").status, 200);
    return id;
  }
  Answer read(const std::string& id) { return office_.ask({"GET", "/api/articles/" + id}); }
  Answer reply(const std::string& id, const std::string& text,
               const std::string& email = "an@example.org", const std::string& peer = "192.0.2.1") {
    return office_.ask({"POST",
                        "/api/articles/" + id + "/replies",
                        R"({"name":"An","email":")" + email + R"(","text":")" + text + "\"}",
                        {},
                        peer});
  }
  std::string waiting_reply() {
    const auto list = head_.get("/api/editing/replies").read();
    const auto& items = list.at("items").as_array();
    return items.empty() ? "" : std::string(string_member(items[0], "id"));
  }
  Answer judge(const std::string& reply, const std::string& body) {
    return head_.ask({"POST", "/api/editing/replies/" + reply + "/judgement", body});
  }

  TestOffice office_;
  Officer head_{office_, "minh"};
};

TEST_F(Articles, AreSeenOnceTheyArePublishedAndNoMoreOnceTheyAreWithdrawn) {
  const auto id = write(head_).text("id");
  EXPECT_EQ(id, "lich-nghi-le");
  EXPECT_EQ(read(id).status, 404);
  EXPECT_EQ(to(head_, id, "publication").text("state"), "published");
  const auto seen = read(id);
  EXPECT_THAT(seen.body, HasSubstr(R"({"text":"hai ngày","address":"/thu-tuc/"})"));
  EXPECT_THAT(office_.ask({"GET", "/api/articles?kind=news"}).body, HasSubstr(id));
  EXPECT_THAT(office_.ask({"GET", "/api/articles?kind=guidance"}).body, Not(HasSubstr(id)));
  EXPECT_THAT(office_.ask({"GET", "/sitemap.xml"}).body, HasSubstr("/en/tin-tuc/" + id + "/"));
  EXPECT_EQ(to(head_, id, "withdrawal").status, 200);
  EXPECT_EQ(read(id).status, 404);
  EXPECT_EQ(reply(id, "Hỏi").text("code"), "article-not-published");
  EXPECT_THAT(office_.ask({"GET", "/sitemap.xml"}).body, Not(HasSubstr(id)));
}

TEST_F(Articles, OfOneTitleHaveDifferentAddresses) {
  EXPECT_EQ(write(head_).text("id"), "lich-nghi-le");
  EXPECT_EQ(write(head_).text("id"), "lich-nghi-le-2");
}

TEST_F(Articles, AreWrittenByHeadsAndDirectorsOnly) {
  Officer lan(office_, "lan");
  EXPECT_EQ(write(lan).text("code"), "not-an-editor");
  EXPECT_EQ(lan.get("/api/editing/replies").status, 403);
  const auto id = published();
  EXPECT_EQ(to(lan, id, "withdrawal").status, 403);
  Officer director(office_, "giamdoc");
  EXPECT_EQ(write(director).status, 201);
}

TEST_F(Articles, ThatAreCorrectedSayOfWhat) {
  const auto id = published();
  const std::string changed =
      R"({"kind":"news","title":{"vi":"Lịch nghỉ lễ","en":"Days off"},)"
      R"("body":{"vi":"Nghỉ ba ngày.","en":"Three days."},"takes_replies":true,"revision":1)";
  const auto put = [&](const std::string& more) {
    return head_.ask({"PUT", "/api/editing/articles/" + id, changed + more + "}"});
  };
  EXPECT_EQ(put("").text("code"), "correction-missing");
  EXPECT_EQ(put(R"(,"correction":{"vi":"Sửa số ngày","en":"The days"})").status, 200);
  EXPECT_THAT(read(id).body, HasSubstr("Sửa số ngày"));
  EXPECT_EQ(put(R"(,"correction":{"vi":"Sửa nữa","en":"Again"})").text("code"), "article-changed");
}

TEST_F(Articles, ArePublishedWholeInBothLanguages) {
  const auto half =
      head_.ask({"POST", "/api/editing/articles", R"({"kind":"news","title":{"vi":"Nửa"}})"});
  ASSERT_EQ(half.status, 201) << half.body;
  EXPECT_EQ(to(head_, half.text("id"), "publication").text("code"), "article-incomplete");
}

TEST_F(Articles, ShowAReplyOnlyOnceItIsPublishedAndNeverItsAddress) {
  const auto id = published();
  EXPECT_EQ(reply(id, "Chiều thứ Sáu có nhận không?").status, 202);
  EXPECT_THAT(read(id).body, Not(HasSubstr("Chiều thứ Sáu")));
  EXPECT_EQ(judge(waiting_reply(), R"({"state":"published","answer":"Có, đến 16 giờ."})").status,
            200);
  const auto seen = read(id);
  EXPECT_THAT(seen.body, HasSubstr("Chiều thứ Sáu"));
  EXPECT_THAT(seen.body, HasSubstr("Có, đến 16 giờ."));
  EXPECT_THAT(seen.body, Not(HasSubstr("example.org")));
  const auto mail = office_.newest_mail("an@example.org");
  EXPECT_THAT(mail, HasSubstr("Cơ quan trả lời: Có, đến 16 giờ."));
  EXPECT_THAT(mail, HasSubstr("/tin-tuc/" + id + "/"));
  const auto plain = office_.ask({"GET", "/ban-don-gian/tin-tuc/" + id + "/"});
  EXPECT_THAT(plain.body, HasSubstr("Chiều thứ Sáu"));
  EXPECT_THAT(plain.body, Not(HasSubstr("example.org")));
}

TEST_F(Articles, LeaveARefusedReplyOutAndTellWhy) {
  const auto id = published();
  reply(id, "Bán xe máy cũ");
  const auto waiting = waiting_reply();
  EXPECT_EQ(judge(waiting, R"({"state":"refused"})").text("code"), "refusal-reason-missing");
  EXPECT_EQ(judge(waiting, R"({"state":"refused","reason":"Quảng cáo"})").status, 200);
  EXPECT_EQ(judge(waiting, R"({"state":"published"})").text("code"), "reply-judged-already");
  EXPECT_THAT(read(id).body, Not(HasSubstr("xe máy")));
  EXPECT_THAT(office_.newest_mail("an@example.org"), HasSubstr("Lý do: Quảng cáo"));
}

TEST_F(Articles, LetTwoWhoJudgeAtOnceJudgeOnce) {
  const auto id = published();
  reply(id, "Hỏi");
  const auto waiting = waiting_reply();
  Officer director(office_, "giamdoc");
  std::array<int, 2> status{};
  const std::string body = R"({"state":"published"})";
  std::thread one([&] { status[0] = judge(waiting, body).status; });
  std::thread other([&] {
    status[1] =
        director.ask({"POST", "/api/editing/replies/" + waiting + "/judgement", body}).status;
  });
  one.join();
  other.join();
  EXPECT_EQ(status[0] + status[1], 200 + 409);
  EXPECT_EQ(office_.mails_to("an@example.org"), 1);
}

TEST_F(Articles, AreNotFloodedWithReplies) {
  const auto id = published();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(reply(id, "Hỏi").status, 202);
  EXPECT_EQ(reply(id, "Hỏi", "AN@example.org").text("code"), "too-many-replies");
  for (int i = 0; i < 7; ++i) {
    EXPECT_EQ(reply(id, "Hỏi", std::to_string(i) + "@example.org").status, 202);
  }
  EXPECT_EQ(reply(id, "Hỏi", "z@example.org").status, 429);
  EXPECT_EQ(reply(id, "Hỏi", "z@example.org", "198.51.100.7").status, 202);
  office_.pass(seconds{3601});
  EXPECT_EQ(reply(id, "Hỏi", "y@example.org").status, 202);
}

TEST_F(Articles, TakeRepliesOnlyWhereTheyAreOpenForThem) {
  const auto id = head_
                      .ask({"POST", "/api/editing/articles",
                            R"({"kind":"news","title":{"vi":"Kín","en":"Closed"},)"
                            R"("body":{"vi":"a","en":"b"}})"})
                      .text("id");
  EXPECT_EQ(reply(id, "Hỏi").status, 404) << "a draft is nobody's to see";
  to(head_, id, "publication");
  EXPECT_EQ(reply(id, "Hỏi").text("code"), "replies-closed");
}

TEST_F(Articles, SurviveARestart) {
  const auto id = published();
  reply(id, "Hỏi");
  office_.restart();
  EXPECT_EQ(read(id).status, 200);
  Officer again(office_, "minh");
  EXPECT_THAT(again.get("/api/editing/replies").body, HasSubstr("Hỏi"));
}

}  // namespace
}  // namespace motcua::api::test

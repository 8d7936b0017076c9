#include "notice/visit_notice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notice/sample_test.hpp"

namespace motcua::notice {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

AppointmentScene a_visit() {
  return {"LH-7K2M9QXT",
          "Nguyễn\u202e An\x02x\x03",
          "an@example.org",
          Language::Vietnamese,
          *parse_moment("2017-04-13T08:30"),
          *parse_moment("2017-04-12T09:00"),
          {"Nộp hồ sơ", "To apply"},
          "",
          "Mất\nđiện"};
}

TEST(AppointmentNotices, SayWhenWhereAndHowToChange) {
  const test::Sample sample;
  for (const auto kind : {Kind::AppointmentBooked, Kind::AppointmentMoved,
                          Kind::AppointmentCancelled, Kind::AppointmentReminder}) {
    const auto notice = appointment_notice(kind, a_visit(), sample.office, sample.stationery);
    EXPECT_EQ(notice.kind, kind);
    EXPECT_EQ(notice.address, "an@example.org");
    EXPECT_EQ(notice.channel, Channel::Email);
    EXPECT_THAT(notice.subject, HasSubstr("LH-7K2M9QXT"));
    EXPECT_THAT(notice.subject, Not(HasSubstr("An")));
    EXPECT_THAT(notice.body, HasSubstr("https://motcua.test/dat-lich/?ma=LH-7K2M9QXT"));
    EXPECT_THAT(notice.body, HasSubstr("08:30 13/04/2017"));
    EXPECT_THAT(notice.body, Not(HasSubstr("Hồ sơ: "))) << "a line without a value is left out";
    EXPECT_THAT(notice.body, Not(HasSubstr("\u202e")));
    EXPECT_THAT(notice.body, Not(HasSubstr("\x02"))) << "nobody frames a token's id";
  }
}

TEST(AppointmentNotices, AreInThePersonsLanguage) {
  const test::Sample sample;
  auto visit = a_visit();
  visit.language = Language::English;
  const auto notice =
      appointment_notice(Kind::AppointmentMoved, visit, sample.office, sample.stationery);
  EXPECT_THAT(notice.body, HasSubstr("New time: 08:30, 13 April 2017"));
  EXPECT_THAT(notice.body, HasSubstr("Old time: 09:00, 12 April 2017"));
  EXPECT_THAT(notice.body, HasSubstr("https://motcua.test/en/dat-lich/"));
}

TEST(ReplyNotices, SayWhatBecameOfIt) {
  const test::Sample sample;
  ReplyScene scene{"An",        "an@example.org",          Language::Vietnamese,
                   "lich-nghi", {"Lịch nghỉ", "Days off"}, "Có.",
                   ""};
  const auto published =
      reply_notice(Kind::ReplyPublished, scene, sample.office, sample.stationery);
  EXPECT_THAT(published.body, HasSubstr("Cơ quan trả lời: Có."));
  EXPECT_THAT(published.body, HasSubstr("https://motcua.test/tin-tuc/lich-nghi/"));
  scene.answer.clear();
  EXPECT_THAT(reply_notice(Kind::ReplyPublished, scene, sample.office, sample.stationery).body,
              Not(HasSubstr("Cơ quan trả lời")));
  scene.reason = "Quảng cáo";
  scene.language = Language::English;
  const auto refused = reply_notice(Kind::ReplyRefused, scene, sample.office, sample.stationery);
  EXPECT_THAT(refused.body, HasSubstr("Reason: Quảng cáo"));
  EXPECT_THAT(refused.body, HasSubstr("“Days off”"));
}

}  // namespace
}  // namespace motcua::notice

// What really happened is told beside the click, wherever a dossier's acts are told.

#include <gtest/gtest.h>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

// Papers left at the counter on Tuesday at 15:00, registered on Wednesday morning and handed over
// as of 16:00.
class ActualTime : public ::testing::Test {
 protected:
  ActualTime() : lan_(office_, "lan") {
    const auto received = lan_.ask(
        {"POST",
         "/api/counter/dossiers",
         R"({"procedure":"official-travel","case":"standard","outcome":"received",)"
         R"("applicant":{"name":"Sở Du lịch"},"papers":[{"paper":"sending-letter","originals":1},)"
         R"({"paper":"invitation","copies":1}],)"
         R"("actual_at":"2017-04-11T15:00","actual_reason":"Để lại quầy chiều hôm trước"})",
         {{"idempotency-key", "receive-1"}}});
    EXPECT_EQ(received.status, 201) << received.body;
    code_ = received.text("code");
    secret_ = received.text("secret");
    const auto handed_over =
        lan_.ask({"POST",
                  "/api/dossiers/" + code_ + "/acts/hand-over",
                  R"({"actual_at":"2017-04-11T16:00","note":"Chuyển từ chiều qua"})",
                  {{"idempotency-key", "hand-over-1"}, {"if-match", "\"1\""}}});
    EXPECT_EQ(handed_over.status, 200) << handed_over.body;
  }

  TestOffice office_;
  Officer lan_;
  std::string code_;
  std::string secret_;
};

std::string told(const json::value& entry, std::string_view name) {
  return std::string(string_member(entry, name));
}

void expect_both_times(const json::array& entries) {
  ASSERT_GE(entries.size(), 2U);
  EXPECT_EQ(told(entries[0], "at").substr(0, 10), "2017-04-12");
  EXPECT_EQ(told(entries[0], "actual_at"), "2017-04-11T15:00:00+07:00");
  EXPECT_EQ(told(entries[1], "at").substr(0, 10), "2017-04-12");
  EXPECT_EQ(told(entries[1], "actual_at"), "2017-04-11T16:00:00+07:00");
}

TEST_F(ActualTime, StandsInTheTimelineOfApplicantAndOfficer) {
  const auto applicants = office_.ask(
      {"POST", "/api/tracking", R"({"code":")" + code_ + R"(","secret":")" + secret_ + "\"}"});
  ASSERT_EQ(applicants.status, 200);
  expect_both_times(member(applicants.read(), "timeline")->as_array());
  expect_both_times(member(lan_.get("/api/dossiers/" + code_).read(), "timeline")->as_array());
}

TEST_F(ActualTime, IsLeftOutWhereTheClickIsTheTime) {
  const auto code = lan_.receive("receive-2").text("code");
  const auto read = lan_.get("/api/dossiers/" + code).read();
  EXPECT_EQ(member(member(read, "timeline")->as_array().at(0), "actual_at"), nullptr);
}

TEST_F(ActualTime, StandsInTheJournalAsItWasRecorded) {
  const auto read = lan_.get("/api/dossiers/" + code_ + "/journal").read();
  const auto& records = member(read, "records")->as_array();
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(told(*member(*member(records[0], "body"), "intake"), "received_at"),
            "2017-04-11T15:00:00+07:00");
  EXPECT_EQ(told(records[1], "actual_at"), "2017-04-11T16:00:00+07:00");
}

TEST_F(ActualTime, StandsOnThePlainPage) {
  const auto page = office_.ask({"POST",
                                 "/ban-don-gian/tra-cuu/?lang=en",
                                 "code=" + code_ + "&secret=" + secret_,
                                 {{"content-type", "application/x-www-form-urlencoded"}}});
  ASSERT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("actually "), std::string::npos) << page.body;
}

}  // namespace
}  // namespace motcua::api::test

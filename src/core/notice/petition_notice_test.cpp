#include "notice/petition_notice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notice/sample_test.hpp"

namespace motcua::notice {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Sent {
  test::Sample sample;
  petition::Record record{"PA-170412-0001", 1, at(make_date(2017, 4, 12), hours{9}), {}, {}};
  petition::Petition after;

  Sent() {
    petition::Received received;
    received.text = "Cán bộ thu thêm tiền";
    received.sender = {"Nguyễn Bí Mật", "an@x.vn", "0912345678", "vi", ""};
    received.answer_due = at(make_date(2017, 5, 5), minutes{16 * 60 + 30});
    record.event = received;
    petition::apply(after, record);
  }
  std::optional<Notice> notice() const {
    return petition_notice({record, after, sample.office}, sample.stationery);
  }
};

TEST(PetitionNotice, TellsTheSenderWhenHeIsAnswered) {
  Sent sent;
  const auto notice = sent.notice();
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->address, "an@x.vn");
  EXPECT_THAT(notice->subject, HasSubstr("PA-170412-0001"));
  EXPECT_THAT(notice->body, HasSubstr("16:30 05/05/2017"));
  EXPECT_THAT(notice->body, HasSubstr("https://motcua.test/phan-anh/theo-doi/?code=PA-170412"));
  EXPECT_THAT(notice->body, Not(HasSubstr("{")));
}

TEST(PetitionNotice, SpeaksHisLanguageAndBringsTheAnswer) {
  Sent sent;
  sent.after.received.sender.language = "en";
  sent.record.event = petition::Answered{"We are sorry.\nIt was our fault.", {}};
  const auto notice = sent.notice();
  EXPECT_EQ(notice->kind, Kind::PetitionAnswered);
  EXPECT_THAT(notice->body, HasSubstr("We are sorry.\nIt was our fault."));
  EXPECT_THAT(notice->body, HasSubstr("/en/phan-anh/theo-doi/"));
}

TEST(PetitionNotice, HasNothingSecretInItsSubject) {
  Sent sent;
  const std::vector<petition::Event> events{
      sent.record.event, petition::SupplementAsked{"Ai thu tiền?", true, {}},
      petition::Answered{"Đã kiểm điểm", {}}, petition::Refused{"Không rõ việc"}};
  for (const std::string language : {"vi", "en"}) {
    for (const auto& event : events) {
      sent.after.received.sender.language = language;
      sent.record.event = event;
      const auto subject = sent.notice()->subject;
      for (const auto* secret : {"Bí Mật", "thu", "kiểm điểm", "Không rõ", "0912"}) {
        EXPECT_THAT(subject, Not(HasSubstr(secret))) << subject;
      }
    }
  }
}

TEST(PetitionNotice, IsNotMadeForNobodyOrOfWhatStaysInTheOffice) {
  Sent sent;
  sent.record.event = petition::Assigned{"lanh-su", ""};
  EXPECT_FALSE(sent.notice());
  sent.record.event = petition::Answered{"…", {}};
  sent.after.received.sender.email.clear();
  EXPECT_FALSE(sent.notice());
}

}  // namespace
}  // namespace motcua::notice

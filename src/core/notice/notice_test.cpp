#include "notice/notice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "notice/sample_test.hpp"

namespace motcua::notice {
namespace {

using test::Sample;
using testing::HasSubstr;
using testing::Not;

dossier::SupplementRequested supplement_request() {
  dossier::SupplementRequested asked;
  asked.items = {{"letter", "thiếu chữ ký"}, {"other", ""}};
  asked.reason = "Hồ sơ thiếu\nchữ ký";
  asked.document = "12/HDHS";
  return asked;
}

TEST(Recipient, IsReachedByTheChannelHeChose) {
  dossier::Intake intake;
  EXPECT_FALSE(recipient_of(intake));
  intake.applicant.phone = "0912345678";
  EXPECT_FALSE(recipient_of(intake)) << "nobody is texted who did not ask for it";
  intake.applicant.email = "an@x.vn";
  EXPECT_EQ(recipient_of(intake)->channel, Channel::Email);
  intake.notify_by = "sms";
  EXPECT_EQ(recipient_of(intake)->address, "0912345678");
  intake.notify_by = "zalo";
  EXPECT_EQ(recipient_of(intake)->channel, Channel::Zalo);
  intake.notify_by = "none";
  EXPECT_FALSE(recipient_of(intake));
}

TEST(Notice, OfReceiptTellsCodePromiseAndWhereToLook) {
  const auto notice = Sample().notice();
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->address, "an@x.vn");
  EXPECT_EQ(notice->subject, "Đã tiếp nhận hồ sơ 000.00.00.H26-170412-0001");
  EXPECT_THAT(notice->body, HasSubstr("Kính gửi Nguyễn Bí Mật,"));
  EXPECT_THAT(notice->body, HasSubstr("Hẹn trả kết quả: 16:00 24/04/2017."));
  EXPECT_THAT(notice->body, HasSubstr("https://motcua.test/tra-cuu/?code=000.00.00.H26-170412"));
  EXPECT_THAT(notice->body, Not(HasSubstr("{")));
}

TEST(Notice, SpeaksTheLanguageTheApplicantChose) {
  Sample sample;
  sample.after.intake.language = "en";
  const auto notice = sample.notice();
  EXPECT_EQ(notice->language, Language::English);
  EXPECT_THAT(notice->body, HasSubstr("promised for 16:00, 24 April 2017."));
  EXPECT_THAT(notice->body, HasSubstr("https://motcua.test/en/tra-cuu/"));
}

TEST(Notice, OfASupplementRequestListsWhatIsAsked) {
  Sample sample;
  sample.record.event = supplement_request();
  const auto notice = sample.notice();
  EXPECT_EQ(notice->kind, Kind::SupplementAsked);
  EXPECT_THAT(notice->body, HasSubstr("- Công văn cử đoàn: thiếu chữ ký\n- other\n"));
  EXPECT_THAT(notice->body, HasSubstr("Lý do: Hồ sơ thiếu\nchữ ký\n"));
  EXPECT_THAT(notice->body, HasSubstr("Văn bản: 12/HDHS\n"));
}

dossier::FeesCharged charge(std::int64_t dong) { return {{{"fee", Dong{dong}, 1}}}; }

TEST(Notice, OfFeesTellsWhatIsStillToPay) {
  Sample sample;
  sample.record.event = charge(300'000);
  sample.after.phase = dossier::Phase::Running;
  sample.after.ledger.charge(charge(300'000).lines);
  const auto notice = sample.notice();
  EXPECT_EQ(notice->subject, "Phí, lệ phí của hồ sơ " + sample.after.code + ": 300.000 đồng");
  EXPECT_THAT(notice->body, HasSubstr("Còn phải nộp: 300.000 đồng.\n"));
  sample.record.event = charge(0);
  EXPECT_FALSE(sample.notice()) << "nothing is asked of him";
}

TEST(Notice, OfAPaymentNamesItsReceiptAndNoDebtOnceAllIsPaid) {
  Sample sample;
  sample.record.event = dossier::CashReceived{"BL-12", Dong{300'000}, ""};
  EXPECT_THAT(sample.notice()->subject, HasSubstr("300.000 đồng"));
  EXPECT_THAT(sample.notice()->body, HasSubstr("Số biên lai hoặc giao dịch: BL-12\n"));
  EXPECT_THAT(sample.notice()->body, Not(HasSubstr("Còn phải nộp")));
  sample.record.event = dossier::PaymentReceived{"1P1", "14422574", Dong{300'000}, "NCB", {}};
  EXPECT_THAT(sample.notice()->body, HasSubstr("giao dịch: 14422574\n"));
  sample.record.event = dossier::TransferRecorded{"FT1712", Dong{300'000}, {}, ""};
  EXPECT_THAT(sample.notice()->body, HasSubstr("giao dịch: FT1712\n"));
}

TEST(Notice, OfARefundSaysWhyAndThenThatItIsDone) {
  Sample sample;
  sample.after.intake.language = "en";
  sample.record.event = dossier::RefundOrdered{"R1", "998", Dong{50'000}, "paid twice", "7/HT"};
  EXPECT_THAT(sample.notice()->body, HasSubstr("Reason: paid twice\nDocument: 7/HT\n"));
  sample.record.event = dossier::Refunded{"R1", "998", Dong{50'000}, {}, {}, "999"};
  EXPECT_THAT(sample.notice()->subject, HasSubstr("50,000 VND"));
  EXPECT_THAT(sample.notice()->body, HasSubstr("Transaction number: 999\n"));
  EXPECT_THAT(sample.notice()->body, Not(HasSubstr("Reason")));
}

TEST(Notice, OfAnIssuedResultNamesItsDocumentAndWhereToFetchIt) {
  Sample sample;
  sample.after.result = dossier::ResultPaper{};
  sample.after.result->document = "15/QĐ-SNgV";
  sample.record.event = dossier::ResultIssued{};
  EXPECT_THAT(sample.notice()->body, HasSubstr("Số văn bản: 15/QĐ-SNgV\n"));
  EXPECT_THAT(sample.notice()->body, HasSubstr("Tải về tại https://motcua.test/tra-cuu/"));
  EXPECT_THAT(sample.notice()->body, Not(HasSubstr("thay bản")));
  sample.record.event = dossier::ResultIssued{{}, {}, {}, {}, "sai ngày sinh"};
  EXPECT_THAT(sample.notice()->body, HasSubstr("thay bản đã cấp trước đó. Lý do: sai ngày sinh"));
  sample.record.event = dossier::ResultRevoked{"cấp nhầm", "16/QĐ-SNgV"};
  EXPECT_THAT(sample.notice()->body, HasSubstr("Văn bản: 16/QĐ-SNgV\n"));
}

TEST(Notice, OfAResultSentByPostNamesTheCarrierAndItsNumber) {
  Sample sample;
  sample.record.event = dossier::ResultPosted{"Bưu điện Hà Nội", "EA123456789VN", {}, {}, {}};
  EXPECT_THAT(sample.notice()->body, HasSubstr("Đơn vị chuyển phát: Bưu điện Hà Nội\n"));
  EXPECT_THAT(sample.notice()->body, HasSubstr("Số hiệu bưu gửi: EA123456789VN\n"));
}

TEST(Notice, LeavesOutWhatThereIsNothingToSayOf) {
  Sample sample;
  sample.after.promises.clear();
  EXPECT_THAT(sample.notice()->body, Not(HasSubstr("Hẹn trả")));
  sample.record.event = dossier::Refused{{}, "Không thuộc thẩm quyền", ""};
  EXPECT_THAT(sample.notice()->body, HasSubstr("Lý do: Không thuộc thẩm quyền\n"));
  EXPECT_THAT(sample.notice()->body, Not(HasSubstr("Văn bản")));
}

TEST(Notice, IsMadeOfWhatConcernsTheApplicantOnly) {
  Sample sample;
  for (const dossier::Event& inside :
       {dossier::Event{dossier::Taken{}}, dossier::Event{dossier::Assigned{}},
        dossier::Event{dossier::StepCompleted{}}, dossier::Event{dossier::PaperChecked{}},
        dossier::Event{dossier::IntakeCorrected{}}, dossier::Event{dossier::PaymentOrdered{}},
        dossier::Event{dossier::PaperSigned{}}, dossier::Event{dossier::PaperSentBack{}},
        dossier::Event{dossier::DeliveryRecorded{}}, dossier::Event{dossier::PaymentFailed{}},
        dossier::Event{dossier::RefundFailed{}}}) {
    sample.record.event = inside;
    EXPECT_FALSE(sample.notice());
  }
}

// Whoever sees an inbox over a shoulder, or runs a gateway, learns of a dossier and of no person.
TEST(Notice, HasNoSecretInItsSubjectOrItsShortText) {
  Sample sample;
  sample.after.intake.notify_by = "sms";
  sample.after.result = dossier::ResultPaper{};
  const std::vector<dossier::Event> events{dossier::Submitted{},
                                           dossier::Received{},
                                           dossier::Accepted{},
                                           dossier::Guided{},
                                           dossier::Refused{},
                                           supplement_request(),
                                           dossier::Supplemented{},
                                           dossier::Suspended{},
                                           dossier::Resumed{},
                                           dossier::PromiseRecomputed{},
                                           dossier::Apologised{},
                                           dossier::Stopped{},
                                           dossier::Withdrawn{},
                                           dossier::ResultRecorded{},
                                           dossier::ResultReturned{},
                                           dossier::ResultPosted{},
                                           dossier::ResultIssued{},
                                           dossier::ResultRevoked{},
                                           charge(1000),
                                           dossier::CashReceived{},
                                           dossier::RefundOrdered{},
                                           dossier::Refunded{}};
  std::set<Kind> seen;
  for (const auto& event : events) {
    for (const std::string language : {"vi", "en"}) {
      sample.record.event = event;
      sample.after.intake.language = language;
      const auto notice = sample.notice();
      ASSERT_TRUE(notice);
      seen.insert(notice->kind);
      EXPECT_THAT(notice->subject, HasSubstr(sample.after.code));
      const auto& applicant = sample.after.intake.applicant;
      for (const auto& secret : {applicant.name, applicant.identity, applicant.address,
                                 sample.after.intake.summary, std::string("chữ ký")}) {
        EXPECT_THAT(notice->subject, Not(HasSubstr(secret)));
        EXPECT_THAT(notice->body, Not(HasSubstr(secret))) << "of the short text";
      }
    }
  }
  EXPECT_EQ(seen.size(), std::ranges::count_if(all_kinds, is_of_dossier));
}

TEST(Notice, KeepsControlCharactersOfAnApplicantOut) {
  Sample sample;
  sample.after.intake.applicant.name = "An\r\nBcc: x@y.vn\x01";
  EXPECT_THAT(sample.notice()->body, HasSubstr("Kính gửi An  Bcc: x@y.vn ,"));
}

}  // namespace
}  // namespace motcua::notice

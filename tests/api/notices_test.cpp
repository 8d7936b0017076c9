// Notices from the act that makes them to the carrier that takes them, in the real store.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "clock/clocks.hpp"
#include "commands/digest_choice.hpp"
#include "duties/digests.hpp"
#include "duties/sender.hpp"
#include "test_office.hpp"

namespace motcua::api::test {
namespace {

using ports::DeliveryState;
using testing::HasSubstr;
using testing::Not;

// Answers what the test says it will, and keeps what it was given.
class ToldCarrier : public ports::Carrier {
 public:
  OrFailure<Nothing> carry(const ports::KeptNotice& notice) override {
    carried.push_back(notice);
    if (answers.empty()) return Nothing{};
    auto answer = answers.front();
    answers.erase(answers.begin());
    return answer;
  }
  std::vector<ports::KeptNotice> carried;
  std::vector<OrFailure<Nothing>> answers;
};

OrFailure<Nothing> failed(bool retry) {
  return Unexpected{Failure{FailureKind::Unavailable, "451 later", retry}};
}

constexpr std::string_view with_email = R"("email":"an@x.vn")";

class Notices : public testing::Test {
 protected:
  // The code of a dossier received at the counter from somebody reached by `contact`.
  std::string receive(std::string_view contact, std::string_view notify_by = "email") {
    return receive_for(R"("procedure":"official-travel","case":"standard","papers":[)"
                       R"({"paper":"sending-letter","originals":1},)"
                       R"({"paper":"invitation","copies":1}],"notify_by":")" +
                           std::string(notify_by) + '"',
                       contact);
  }

  // The same for papers that cost 60.000 đồng.
  std::string receive_for_a_fee(std::string_view contact, std::string_view more = "") {
    return receive_for(
        std::string(R"("procedure":"consular-certification","case":"standard","papers":[)"
                    R"({"paper":"document","originals":1},{"paper":"identity","copies":1}],)") +
            R"("answers":{"papers":{"count":2}})" + std::string(more),
        contact);
  }

  std::string receive_for(std::string_view what, std::string_view contact) {
    Sent sent{"POST", "/api/counter/dossiers"};
    sent.body = "{" + std::string(what) + R"(,"outcome":"received","channel":"counter",)" +
                R"("applicant":{"kind":"organisation","name":"Sở Du lịch",)" +
                std::string(contact) + "}}";
    sent.headers["idempotency-key"] = "receive-" + std::to_string(++keys_);
    const auto answer = Officer(office_, "lan").ask(sent);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return answer.text("code");
  }

  void pay_cash(const std::string& code, int dong) {
    const auto version = office_.runtime().cache().find(code).value()->version;
    const auto paid = Officer(office_, "lan")
                          .ask({"POST",
                                "/api/dossiers/" + code + "/acts/record-cash",
                                R"({"document":"BL-1","amount":)" + std::to_string(dong) + "}",
                                {{"idempotency-key", "cash-00001"},
                                 {"if-match", "\"" + std::to_string(version) + "\""}}});
    EXPECT_EQ(paid.status, 200) << paid.body;
  }

  using Kinds = std::vector<std::string>;
  // "1 received": the record and what the applicant is told of it.
  Kinds kinds_of(const std::string& code) {
    Kinds kinds;
    for (const auto& kept : notices_of(code)) {
      kinds.push_back(std::to_string(kept.made.version) + " " +
                      std::string(notice::write_kind(kept.made.notice.kind)));
    }
    return kinds;
  }

  std::vector<ports::KeptNotice> notices_of(const std::string& code) {
    return office_.runtime().store().notices_of(code).value();
  }
  ports::Delivery delivery_of(const std::string& code) { return notices_of(code).at(0).delivery; }

  duties::Sender sender() {
    return {office_.runtime().store(), clock_, {{notice::Channel::Email, &carrier_}}, {}};
  }

  TestOffice office_;
  clock::SetClock clock_{office_.runtime().clock().now() + minutes{1}};
  ToldCarrier carrier_;
  int keys_ = 0;
};

TEST_F(Notices, AreMadeWithTheActAndSentOnce) {
  const auto code = receive(with_email);
  auto sender = this->sender();
  ASSERT_TRUE(sender.send_due());
  ASSERT_TRUE(sender.send_due());
  ASSERT_EQ(carrier_.carried.size(), 1U);
  EXPECT_EQ(carrier_.carried[0].made.notice.subject, "Đã tiếp nhận hồ sơ " + code);
  EXPECT_EQ(delivery_of(code).state, DeliveryState::Sent);
  EXPECT_EQ(delivery_of(code).sent_at, clock_.now());
}

// One click may do several things by rule; the applicant is told of them at once.
TEST_F(Notices, OfAReceiptWithAFeeIsOne) {
  const auto code = receive_for_a_fee(with_email);
  EXPECT_EQ(kinds_of(code), Kinds{"1 received"});
  const auto body = notices_of(code)[0].made.notice.body;
  EXPECT_THAT(body, HasSubstr("phải nộp: 60.000 đồng"));
  EXPECT_THAT(body, HasSubstr("Thời hạn tạm dừng cho đến khi nộp."));
  pay_cash(code, 60'000);
  const auto after = kinds_of(code);
  ASSERT_EQ(after.size(), 3U);
  EXPECT_EQ(after[1], "4 payment-received");
  EXPECT_EQ(after[2], "5 clock-resumed");
}

TEST_F(Notices, OfAReceiptWithAFeeAreOneShortMessageToo) {
  const auto code = receive_for_a_fee(R"("phone":"0912345678")", R"(,"notify_by":"sms")");
  EXPECT_EQ(kinds_of(code), Kinds{"1 received"});
  const auto text = notices_of(code)[0].made.notice.body;
  EXPECT_THAT(text, HasSubstr("Phải nộp 60.000 đồng. Thời hạn tạm dừng cho đến khi nộp. Tra cứu:"));
  const auto free = receive(R"("phone":"0912345678")", "sms");
  EXPECT_THAT(notices_of(free)[0].made.notice.body, Not(HasSubstr("Phải nộp")));
}

TEST_F(Notices, OfAReceiptWithAFeeAreSeveralWhereTheOfficesWordsDoNotSayIt) {
  const notice::Template own{"Việc {code}", "Gửi {applicant}\n", "{code}"};
  ASSERT_TRUE(office_.runtime().templates().put(notice::Kind::Received, Language::Vietnamese, own));
  const Kinds each{"1 received", "2 fees-charged", "3 clock-stopped"};
  EXPECT_EQ(kinds_of(receive_for_a_fee(with_email)), each);
}

TEST_F(Notices, GivenUpAreSentAgainByThoseWhoWorkOnTheDossier) {
  const auto code = receive(with_email);
  carrier_.answers = {failed(false)};
  ASSERT_TRUE(sender().send_due());
  const auto path = "/api/notices/" + std::to_string(notices_of(code).at(0).id) + "/sending";
  EXPECT_EQ(Officer(office_, "vanphong").ask({"POST", path}).text("code"), "not-yours-to-send");
  EXPECT_EQ(Officer(office_, "giamsat").ask({"POST", path}).text("code"), "not-yours-to-send");
  EXPECT_EQ(Officer(office_, "giamdoc").ask({"POST", path}).status, 200);
}

TEST_F(Notices, AreNotMadeForWhoGaveNoAddress) {
  EXPECT_TRUE(notices_of(receive(R"("phone":"0912345678")")).empty());
}

TEST_F(Notices, AreNotMadeByAnActThatIsRefused) {
  const auto code = receive(with_email);
  EXPECT_NE(Officer(office_, "lan").act(code, "hand-over", 7, "hand-over-1").status, 200);
  EXPECT_EQ(notices_of(code).size(), 1U);
}

TEST_F(Notices, OutliveARestart) {
  const auto code = receive(with_email);
  office_.restart();
  EXPECT_EQ(delivery_of(code).state, DeliveryState::Waiting);
}

TEST_F(Notices, AreTriedAgainLaterAndLater) {
  const auto code = receive(with_email);
  carrier_.answers = {failed(true), failed(true)};
  auto sender = this->sender();
  const auto first = clock_.now();
  ASSERT_TRUE(sender.send_due());
  EXPECT_EQ(delivery_of(code).next_at, first + minutes{1});
  EXPECT_EQ(delivery_of(code).last_error, "451 later");
  ASSERT_TRUE(sender.send_due());
  EXPECT_EQ(carrier_.carried.size(), 1U) << "before its time";
  clock_.set(first + minutes{1});
  ASSERT_TRUE(sender.send_due());
  EXPECT_EQ(delivery_of(code).next_at, first + minutes{6});
  clock_.set(first + minutes{6});
  ASSERT_TRUE(sender.send_due());
  EXPECT_EQ(delivery_of(code).state, DeliveryState::Sent);
  EXPECT_EQ(delivery_of(code).tries, 3);
}

TEST_F(Notices, WakeNobodyByATextAtNight) {
  const auto code = receive(R"("phone":"0912345678")", "sms");
  duties::Sender sender{office_.runtime().store(), clock_, {{notice::Channel::Sms, &carrier_}}, {}};
  clock_.set(*parse_moment("2017-04-12T22:00"));
  ASSERT_TRUE(sender.send_due());
  EXPECT_TRUE(carrier_.carried.empty());
  EXPECT_EQ(delivery_of(code).next_at, *parse_moment("2017-04-13T07:00"));
  EXPECT_EQ(delivery_of(code).tries, 0);
  clock_.set(*parse_moment("2017-04-13T07:00"));
  ASSERT_TRUE(sender.send_due());
  EXPECT_EQ(delivery_of(code).state, DeliveryState::Sent);
}

TEST_F(Notices, AreGivenUpWhenTheCarrierSaysNoForGood) {
  const auto code = receive(with_email);
  carrier_.answers = {failed(false)};
  ASSERT_TRUE(sender().send_due());
  EXPECT_EQ(delivery_of(code).state, DeliveryState::DeadLetter);
  EXPECT_EQ(office_.runtime().store().dead_letters(10).value().size(), 1U);
}

TEST_F(Notices, AreGivenUpAfterTheLastTry) {
  const auto code = receive(with_email);
  carrier_.answers.assign(6, failed(true));
  auto sender = this->sender();
  for (int i = 0; i < 6; ++i) {
    ASSERT_TRUE(sender.send_due());
    clock_.set(clock_.now() + hours{12});
  }
  EXPECT_EQ(delivery_of(code).state, DeliveryState::DeadLetter);
  EXPECT_EQ(delivery_of(code).tries, 6);
}

TEST_F(Notices, StayInTheAppWhereTheOfficeHasNoCarrier) {
  const auto code = receive(with_email);
  ASSERT_TRUE(office_.runtime().sender().send_due()) << "of a demonstration without notices.toml";
  EXPECT_EQ(delivery_of(code).state, DeliveryState::InAppOnly);
}

TEST_F(Notices, AreWrittenInTheOfficesOwnWordsAlsoAfterARestart) {
  const notice::Template own{"Việc {code}", "Gửi {applicant}\n", "{code}"};
  using notice::Kind;
  ASSERT_TRUE(office_.runtime().templates().put(Kind::Received, Language::Vietnamese, own));
  office_.restart();
  const auto code = receive(with_email);
  EXPECT_EQ(notices_of(code).at(0).made.notice.subject, "Việc " + code);
  EXPECT_EQ(notices_of(code).at(0).made.notice.body, "Gửi Sở Du lịch\n");
  auto& templates = office_.runtime().templates();
  ASSERT_TRUE(templates.bring_back_shipped(Kind::Received, Language::Vietnamese));
  EXPECT_FALSE(templates.is_own(Kind::Received, Language::Vietnamese));
  EXPECT_THAT(notices_of(receive(with_email)).at(0).made.notice.subject, HasSubstr("tiếp nhận"));
}

// The office, with an address for the specialist Bình.
class MorningDigest : public Notices {
 protected:
  MorningDigest()
      : world_(with_address(office_.runtime().world().office()),
               office_.runtime().world().catalogue(), *office_.runtime().world().calendar(), "key"),
        digests_({world_, office_.runtime().store(), office_.runtime().store(),
                  office_.runtime().store()},
                 hours{7}) {
    world_.replace_stationery(*office_.runtime().world().stationery());
  }

  static authority::Office with_address(authority::Office office) {
    for (auto& person : office.people) {
      if (person.username == "binh") person.email = "binh@so.example";
    }
    return office;
  }

  std::vector<ports::KeptNotice> made() {
    return office_.runtime().store().newest_notices(9).value();
  }

  // A dossier that has lain with Bình's unit since Wednesday 12/04/2017.
  void hand_over() {
    const auto code = receive(R"("phone":"0912345678")");
    const auto done = Officer(office_, "lan").act(code, "hand-over", 1, "hand-over-1");
    ASSERT_EQ(done.status, 200) << done.body;
  }

  static Moment moment(std::string_view text) { return *parse_moment(text); }

  commands::World world_;
  duties::Digests digests_;
};

TEST_F(MorningDigest, IsMadeOnceEachWorkingMorning) {
  hand_over();
  ASSERT_TRUE(digests_.make_due(moment("2017-05-10T06:59")));
  EXPECT_TRUE(made().empty()) << "too early";
  ASSERT_TRUE(digests_.make_due(moment("2017-05-10T07:00")));
  ASSERT_TRUE(digests_.make_due(moment("2017-05-10T09:00")));
  ASSERT_EQ(made().size(), 1U);
  const auto notice = made()[0].made.notice;
  EXPECT_EQ(notice.address, "binh@so.example");
  EXPECT_THAT(notice.subject, HasSubstr("10/05/2017: 0 hồ sơ đến hạn, 1 quá hạn"));
  EXPECT_THAT(notice.body, testing::Not(HasSubstr("Sở Du lịch"))) << "no applicant";
  ASSERT_TRUE(digests_.make_due(moment("2017-05-13T08:00")));
  EXPECT_EQ(made().size(), 1U) << "on a Saturday";
  ASSERT_TRUE(digests_.make_due(moment("2017-05-15T08:00")));
  EXPECT_EQ(made().size(), 2U);
}

TEST_F(MorningDigest, IsNotMadeForWhoWantsNone) {
  hand_over();
  auto& desk = office_.runtime().store();
  using commands::DigestChoice;
  ASSERT_TRUE(commands::choose_digest(desk, "binh", DigestChoice::Refused));
  ASSERT_TRUE(digests_.make_due(moment("2017-05-10T08:00")));
  EXPECT_TRUE(made().empty());
  ASSERT_TRUE(commands::choose_digest(desk, "binh", DigestChoice::Wanted));
  ASSERT_TRUE(digests_.make_due(moment("2017-05-11T08:00")));
  EXPECT_EQ(made().size(), 1U);
}

TEST_F(MorningDigest, IsNotMadeWhenThereIsNothingToTell) {
  ASSERT_TRUE(digests_.make_due(moment("2017-05-10T08:00")));
  EXPECT_TRUE(made().empty());
}

}  // namespace
}  // namespace motcua::api::test

// The duty that settles payments nobody told the office about, on a real office whose clock is set.

#include <gtest/gtest.h>

#include <algorithm>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

using commands::PaymentDuty;

// A gateway that says what the test has it say, and counts how often it was asked.
class ScriptedGateway : public ports::PaymentGateway {
 public:
  std::string_view name() const override { return "scripted"; }
  minutes order_lifetime() const override { return minutes{15}; }
  std::string payment_address(const ports::PaymentJourney&) const override { return {}; }
  Result<payment::Notice, ports::NoticeFault> read_notice(std::string_view) const override {
    return Unexpected{ports::NoticeFault::Malformed};
  }
  std::string answer(ports::NoticeVerdict) const override { return {}; }
  OrFailure<std::optional<payment::Notice>> ask(const payment::Order& order, Moment) override {
    ++asked;
    if (silent) return Unexpected{Failure{FailureKind::Unavailable, "no answer", true}};
    if (!paid) return std::optional<payment::Notice>{};
    return std::optional{payment::Notice{
        order.reference, "14000001", order.amount, payment::Outcome::Paid, "00", "NCB", {}}};
  }
  OrFailure<ports::RefundReply> refund(const ports::RefundJourney&, Moment) override {
    ++refunds;
    if (silent) return Unexpected{Failure{FailureKind::Unavailable, "no answer", true}};
    return ports::RefundReply{true, "14000002", "00"};
  }

  bool silent = false;
  bool paid = false;
  int asked = 0;
  int refunds = 0;
};

class Duty : public testing::Test {
 protected:
  Duty() { open(); }

  void open() {
    auto& r = office_.runtime();
    duty_ = std::make_unique<PaymentDuty>(
        PaymentDuty::Works{r.registrar(), r.cache(), r.store(), r.clock(), gateway_});
    EXPECT_TRUE(duty_->load().ok());
  }

  void perform(commands::Command command, std::vector<std::string> roles = {}) {
    commands::Request request;
    const bool head = std::ranges::find(roles, "head") != roles.end();
    request.officer = {head ? dossier::Actor{"minh", "Minh", "lanh-su"}
                            : dossier::Actor{"lan", "Lan", "reception"},
                       std::move(roles)};
    request.command = std::move(command);
    const auto outcome = office_.runtime().registrar().perform(std::move(request));
    const auto* done = std::get_if<commands::Done>(&outcome);
    ASSERT_NE(done, nullptr);
    code_ = done->dossier->code;
  }

  // A dossier that owes 60.000 đồng, and an order for them.
  void order() {
    dossier::Registration registration;
    registration.intake.procedure = "consular-certification";
    registration.intake.case_id = "standard";
    registration.intake.applicant = {"person", "Lê Thị Mai", "", "", "", ""};
    registration.intake.answers = R"({"papers":{"count":2}})";
    registration.intake.papers = {{"document", 1, 0}, {"identity", 0, 1}};
    perform(commands::RegisterApplication{registration}, {"reception"});
    ASSERT_TRUE(duty_->watch(code_).ok());
    perform(commands::OrderPayment{code_, {"scripted", minutes{15}}});
  }

  const payment::Ledger& ledger() {
    dossier_ = *office_.runtime().cache().find(code_);
    return dossier_->ledger;
  }
  void pass(minutes time) { office_.runtime().demo_clock()->jump(time); }

  TestOffice office_;
  ScriptedGateway gateway_;
  std::unique_ptr<PaymentDuty> duty_;
  std::string code_;
  commands::DossierSnapshot dossier_;
};

TEST_F(Duty, APaymentNobodyToldOfIsFoundByAsking) {
  order();
  EXPECT_EQ(duty_->settle_due(), 0);
  gateway_.paid = true;
  pass(minutes{2});
  EXPECT_EQ(duty_->settle_due(), 1);
  EXPECT_EQ(ledger().paid(), Dong{60000});
  EXPECT_EQ(ledger().due(), Dong{});
  pass(minutes{60});
  EXPECT_EQ(duty_->settle_due(), 0);  // nothing is open any more
  EXPECT_EQ(gateway_.asked, 1);
}

TEST_F(Duty, AsksLessAndLessOftenAndEndsWithTheOrder) {
  order();
  int rounds = 0;
  for (int minute = 0; minute < 60; ++minute) {
    pass(minutes{1});
    rounds += duty_->settle_due();
  }
  EXPECT_GE(rounds, 3);
  EXPECT_LE(rounds, 6);
  EXPECT_EQ(ledger().orders().front().state, payment::OrderState::Expired);
  EXPECT_EQ(ledger().paid(), Dong{});
}

TEST_F(Duty, AGatewayThatDoesNotAnswerLosesNothing) {
  order();
  gateway_.silent = true;
  pass(hours{1});
  duty_->settle_due();
  EXPECT_FALSE(duty_->settle(code_).ok());
  EXPECT_EQ(ledger().orders().front().state, payment::OrderState::Open);
  gateway_.silent = false;
  gateway_.paid = true;
  ASSERT_TRUE(duty_->settle(code_).ok());
  EXPECT_EQ(ledger().paid(), Dong{60000});
}

TEST_F(Duty, AKilledOfficeAsksOnWhenItStartsAgain) {
  order();
  duty_.reset();
  office_.restart();
  open();
  gateway_.paid = true;
  pass(minutes{1});
  EXPECT_EQ(duty_->settle_due(), 1);
  EXPECT_EQ(ledger().paid(), Dong{60000});
}

TEST_F(Duty, ARefundIsSentUntilTheGatewayHasAnswered) {
  order();
  gateway_.paid = true;
  ASSERT_TRUE(duty_->settle(code_).ok());
  dossier::ActInput input;
  input.payment = "14000001";
  input.amount = Dong{20000};
  input.reason = "Nộp thừa";
  input.document = "15/QĐ-NV";
  perform(commands::PerformAct{code_, "refund", input, {}}, {"head"});
  gateway_.silent = true;
  EXPECT_FALSE(duty_->settle(code_).ok());
  gateway_.silent = false;
  ASSERT_TRUE(duty_->settle(code_).ok());
  ASSERT_TRUE(duty_->settle(code_).ok());
  EXPECT_EQ(gateway_.refunds, 2);
  EXPECT_EQ(ledger().refunds().front().state, payment::RefundState::Done);
  EXPECT_EQ(ledger().held(), Dong{40000});
}

}  // namespace
}  // namespace motcua::api::test

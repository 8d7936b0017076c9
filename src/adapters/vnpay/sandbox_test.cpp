#include "vnpay/sandbox.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vnpay/messages.hpp"

namespace motcua::vnpay {
namespace {

using payment::Outcome;
using ports::NoticeFault;
using ports::NoticeVerdict;

class CountedChance : public ports::Chance {
 public:
  std::string token(std::size_t) override { return std::to_string(next_++); }

 private:
  int next_ = 1;
};

const Moment now = at(make_date(2017, 4, 12), hours{9});

Terminal terminal() {
  return {"MOTCUA01", "a secret of the terminal", "http://127.0.0.1:1/pay",
          "http://127.0.0.1:1/api"};
}

payment::Order order() {
  return {"1704120001P1", Dong{60000}, "vnpay", now, now + minutes{15}, {}, {}};
}

class Gateways : public testing::Test {
 protected:
  std::string address() const {
    return gateway_.payment_address({order(), Language::Vietnamese, "203.0.113.7",
                                     "http://127.0.0.1:8080/api/payments/vnpay/return"});
  }
  std::string query() const { return address().substr(address().find('?') + 1); }
  std::string notice(Sandbox::Deed deed) {
    EXPECT_TRUE(sandbox_.visit(query()).ok());
    return sandbox_.decide("1704120001P1", deed, now).value().notice;
  }

  CountedChance chance_;
  Gateway gateway_{terminal(), chance_};
  Sandbox sandbox_{terminal()};
};

TEST_F(Gateways, AnOrderGoesOutAndComesBackPaid) {
  const auto visit = sandbox_.visit(query());
  ASSERT_TRUE(visit.ok());
  EXPECT_EQ(visit->amount, Dong{60000});
  EXPECT_EQ(visit->return_to, "http://127.0.0.1:8080/api/payments/vnpay/return");
  const auto told = gateway_.read_notice(notice(Sandbox::Deed::Pay));
  ASSERT_TRUE(told.ok());
  EXPECT_EQ(told->order, "1704120001P1");
  EXPECT_EQ(told->transaction, "14000001");
  EXPECT_EQ(told->amount, Dong{60000});
  EXPECT_EQ(told->outcome, Outcome::Paid);
  EXPECT_EQ(told->paid_at, now);
}

TEST_F(Gateways, AnOrderTheApplicantGaveUpIsNotPaid) {
  const auto told = gateway_.read_notice(notice(Sandbox::Deed::Fail));
  ASSERT_TRUE(told.ok());
  EXPECT_EQ(told->outcome, Outcome::Failed);
  EXPECT_EQ(told->code, "24");
}

// Every character of a notification is covered by its signature.
TEST_F(Gateways, AForgedNotificationIsNotBelieved) {
  const auto good = notice(Sandbox::Deed::Pay);
  EXPECT_EQ(gateway_.read_notice("").error(), NoticeFault::Forged);
  for (std::size_t i = 0; i < good.size(); ++i) {
    auto forged = good;
    forged[i] = forged[i] == '1' ? '2' : '1';
    EXPECT_FALSE(gateway_.read_notice(forged).ok()) << forged;
  }
  EXPECT_FALSE(gateway_.read_notice(good + "&vnp_Amount=1").ok());
  EXPECT_FALSE(gateway_.read_notice(good.substr(0, good.find("&vnp_SecureHash"))).ok());
  EXPECT_TRUE(gateway_.read_notice(good).ok());
}

TEST_F(Gateways, ANotificationOfAnotherTerminalIsForged) {
  auto other = terminal();
  other.code = "OTHER001";
  EXPECT_EQ(Gateway(other, chance_).read_notice(notice(Sandbox::Deed::Pay)).error(),
            NoticeFault::Forged);
}

TEST_F(Gateways, AmountsAreWholeDong) {
  for (const auto* amount :
       {"6000050", "-6000000", "0", "6e6", "", "60000.00", "99999999999999999999"}) {
    const Fields fields{{"vnp_Amount", amount},
                        {"vnp_TxnRef", "1704120001P1"},
                        {"vnp_TmnCode", "MOTCUA01"},
                        {"vnp_ResponseCode", "00"}};
    EXPECT_EQ(gateway_.read_notice(signed_query(fields, terminal().secret)).error(),
              NoticeFault::Malformed)
        << amount;
  }
}

TEST_F(Gateways, AnswersAreThoseOfTheGuide) {
  EXPECT_EQ(gateway_.answer(NoticeVerdict::Confirmed),
            R"({"Message":"Confirm Success","RspCode":"00"})");
  EXPECT_THAT(gateway_.answer(NoticeVerdict::OrderUnknown), testing::HasSubstr("\"01\""));
  EXPECT_THAT(gateway_.answer(NoticeVerdict::KnownBefore), testing::HasSubstr("\"02\""));
  EXPECT_THAT(gateway_.answer(NoticeVerdict::AmountWrong), testing::HasSubstr("\"04\""));
  EXPECT_THAT(gateway_.answer(NoticeVerdict::Forged), testing::HasSubstr("\"97\""));
  EXPECT_THAT(gateway_.answer(NoticeVerdict::NotTaken), testing::HasSubstr("\"99\""));
}

TEST_F(Gateways, TheSandboxTakesNoOrderTheOfficeDidNotSign) {
  auto forged = query();
  forged.replace(forged.find("6000000"), 7, "0000100");
  EXPECT_FALSE(sandbox_.visit(forged).ok());
  EXPECT_FALSE(sandbox_.decide("1704120001P9", Sandbox::Deed::Pay, now).ok());
}

TEST(Signing, EncodesAsFormsDo) {
  EXPECT_EQ(encode_form("Phí hồ sơ *-._~/"), "Ph%C3%AD+h%E1%BB%93+s%C6%A1+*-._%7E%2F");
}

TEST(Time, IsWrittenInFourteenDigits) {
  EXPECT_EQ(write_time(now), "20170412090000");
  EXPECT_EQ(read_time("20170412090000"), now);
  for (const auto* wrong : {"", "2017041209000", "20170229090000", "2017041209000a"}) {
    EXPECT_FALSE(read_time(wrong).has_value()) << wrong;
  }
}

}  // namespace
}  // namespace motcua::vnpay

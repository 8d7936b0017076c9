#include "payment/ledger.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "payment/judgement.hpp"

namespace motcua::payment {
namespace {

const Moment now = at(make_date(2017, 4, 12), hours{9});

Ledger charged(std::int64_t amount) {
  Ledger ledger;
  ledger.charge({{"fee", Dong{amount}, 1}});
  return ledger;
}

Order order(std::string reference, Dong amount) {
  return {std::move(reference), amount, "vnpay", now, now + minutes{15}, {}, {}};
}

Notice paid(std::string reference, std::string transaction, Dong amount) {
  return {std::move(reference), std::move(transaction), amount, Outcome::Paid, "00", "NCB", {}};
}

// What the product does with a notice: judged, and counted where the judgement says so.
std::string_view take(Ledger& ledger, const Notice& notice) {
  const auto judged = judge(ledger, notice);
  if (!judged) return judged.error().code();
  if (*judged == Settlement::Known) return "known";
  if (*judged == Settlement::Close) {
    const bool expired = notice.outcome == Outcome::Expired;
    ledger.close_order(notice.order, expired ? OrderState::Expired : OrderState::Failed,
                       notice.code);
    return "closed";
  }
  ledger.receive({Way::Gateway, notice.transaction, notice.order, notice.amount, "", now, ""});
  return "counted";
}

TEST(Ledger, ARepeatedNotificationNeverRaisesTheAmount) {  // [facts-8.3]
  auto ledger = charged(60000);
  ledger.order(order("P1", Dong{60000}));
  EXPECT_EQ(take(ledger, paid("P1", "14000001", Dong{60000})), "counted");
  for (int again = 0; again < 3; ++again) {
    EXPECT_EQ(take(ledger, paid("P1", "14000001", Dong{60000})), "known");
  }
  EXPECT_EQ(ledger.paid(), Dong{60000});
  EXPECT_EQ(ledger.due(), Dong{});
}

TEST(Ledger, ANotificationMustFitItsOrder) {
  auto ledger = charged(60000);
  ledger.order(order("P1", Dong{60000}));
  EXPECT_EQ(take(ledger, paid("P1", "1", Dong{59999})), "amount_differs");
  EXPECT_EQ(take(ledger, paid("P2", "1", Dong{60000})), "order_unknown");
  EXPECT_EQ(ledger.paid(), Dong{});
}

TEST(Ledger, OneTransactionIsNotCountedForTwoOrders) {
  auto ledger = charged(120000);
  ledger.order(order("P1", Dong{60000}));
  ledger.order(order("P2", Dong{60000}));
  EXPECT_EQ(take(ledger, paid("P1", "7", Dong{60000})), "counted");
  EXPECT_EQ(take(ledger, paid("P2", "7", Dong{60000})), "transaction_counted_elsewhere");
  EXPECT_EQ(take(ledger, paid("P1", "8", Dong{60000})), "transaction_counted_elsewhere");
}

TEST(Ledger, MoneyThatComesAfterTheOrderExpiredIsStillTheApplicants) {
  auto ledger = charged(60000);
  ledger.order(order("P1", Dong{60000}));
  auto expired = paid("P1", "", Dong{});
  expired.outcome = Outcome::Expired;
  EXPECT_EQ(take(ledger, expired), "closed");
  EXPECT_EQ(take(ledger, expired), "known");
  EXPECT_TRUE(check_cash(ledger, "0001", Dong{60000}).ok());
  ledger.receive({Way::Cash, "0001", "", Dong{60000}, "", now, "lan"});
  EXPECT_EQ(take(ledger, paid("P1", "9", Dong{60000})), "counted");
  EXPECT_EQ(ledger.overpaid(), Dong{60000});
  EXPECT_TRUE(check_refund(ledger, "9", Dong{60000}).ok());
}

TEST(Ledger, AFailureAfterThePaymentChangesNothing) {
  auto ledger = charged(60000);
  ledger.order(order("P1", Dong{60000}));
  take(ledger, paid("P1", "1", Dong{60000}));
  auto failed = paid("P1", "", Dong{60000});
  failed.outcome = Outcome::Failed;
  EXPECT_EQ(take(ledger, failed), "known");
  EXPECT_EQ(ledger.due(), Dong{});
}

TEST(Ledger, AnOpenOrderIsOfWhatIsDueNow) {
  auto ledger = charged(60000);
  ledger.order(order("P1", Dong{60000}));
  EXPECT_EQ(ledger.open_order(now + minutes{14})->reference, "P1");
  EXPECT_EQ(ledger.open_order(now + minutes{15}), nullptr);
  ledger.charge({{"fee", Dong{90000}, 1}});
  EXPECT_EQ(ledger.open_order(now), nullptr);
}

TEST(Refund, NeverExceedsItsPayment) {
  auto ledger = charged(60000);
  ledger.receive({Way::Cash, "0001", "", Dong{60000}, "", now, "lan"});
  EXPECT_FALSE(check_refund(ledger, "0001", Dong{60001}).ok());
  EXPECT_FALSE(check_refund(ledger, "0001", Dong{0}).ok());
  EXPECT_FALSE(check_refund(ledger, "0002", Dong{1}).ok());
  ledger.order_refund({"H1", "0001", Dong{40000}, "", "", "", now, {}, {}});
  EXPECT_FALSE(check_refund(ledger, "0001", Dong{20001}).ok());
  ledger.end_refund("H1", RefundState::Failed, "99");
  EXPECT_TRUE(check_refund(ledger, "0001", Dong{60000}).ok());
  EXPECT_FALSE(check_refund_open(ledger, "H1").ok());
}

TEST(Reference, TellsTheDossierItIsFor) {
  const std::string code = "000.00.00.H26-170412-0001";
  EXPECT_EQ(order_reference(code, 2), "1704120001P2");
  EXPECT_EQ(code_of_reference("1704120001P2", "000.00.00.H26"), code);
  EXPECT_EQ(code_of_reference("17041210001P12", "000.00.00.H26"), "000.00.00.H26-170412-10001");
  for (const auto* foreign : {"", "P1", "170412P1", "1704120001", "1704120001P", "17041A0001P1",
                              "1704120001P1' OR 1", "170412000000000000000001P1"}) {
    EXPECT_FALSE(code_of_reference(foreign, "000.00.00.H26").has_value()) << foreign;
  }
}

// Whatever people and gateways do in whatever order: the office never holds less than nothing, no
// number counts twice, no payment is given back beyond its amount, no order is paid twice.
class RandomLife {
 public:
  void step() {
    const auto amount = Dong{*rc::gen::inRange<std::int64_t>(-1, 5) * 10000};
    const auto name = std::to_string(*rc::gen::inRange(1, 5));
    switch (*rc::gen::inRange(0, 6)) {
      case 0:
        ledger_.charge({{"fee", Dong{*rc::gen::inRange<std::int64_t>(0, 5) * 10000}, 1}});
        break;
      case 1:
        begin_order();
        break;
      case 2:
        take(ledger_, notice("P" + name, amount));
        break;
      case 3:
        if (check_cash(ledger_, name, amount)) {
          ledger_.receive({Way::Cash, name, "", amount, "", now, ""});
        }
        break;
      case 4:
        begin_refund(name, amount);
        break;
      case 5:
        end_refund(name);
        break;
    }
  }

  void check() const {
    RC_ASSERT(ledger_.held() >= Dong{});
    RC_ASSERT(ledger_.due() >= Dong{});
    RC_ASSERT(ledger_.overpaid() >= Dong{});
    RC_ASSERT(ledger_.due() == Dong{} || ledger_.overpaid() == Dong{});
    std::set<std::string> numbers;
    std::set<std::string> orders;
    for (const auto& payment : ledger_.payments()) {
      RC_ASSERT(numbers.insert(payment.number).second);
      RC_ASSERT(ledger_.refundable(payment) >= Dong{});
      if (payment.way != Way::Gateway) continue;
      RC_ASSERT(orders.insert(payment.order).second);
      RC_ASSERT(ledger_.find_order(payment.order)->amount == payment.amount);
    }
  }

 private:
  static Notice notice(const std::string& name, Dong amount) {
    auto made = paid(name, std::to_string(*rc::gen::inRange(1, 6)), amount);
    made.outcome = *rc::gen::element(Outcome::Paid, Outcome::Failed, Outcome::Expired);
    return made;
  }

  void begin_order() {
    if (!check_order(ledger_)) return;
    ledger_.order(order("P" + std::to_string(ledger_.orders().size() + 1), ledger_.due()));
  }

  void begin_refund(const std::string& payment, Dong amount) {
    if (!check_refund(ledger_, payment, amount)) return;
    const auto id = "H" + std::to_string(ledger_.refunds().size() + 1);
    ledger_.order_refund({id, payment, amount, "", "", "", now, {}, {}});
  }

  void end_refund(const std::string& name) {
    if (!check_refund_open(ledger_, "H" + name)) return;
    const auto how = *rc::gen::element(RefundState::Done, RefundState::Failed);
    ledger_.end_refund("H" + name, how, "");
  }

  Ledger ledger_;
};

TEST(Ledger, KeepsItsInvariantsWhateverComes) {
  EXPECT_TRUE(rc::check("the account's invariants", [] {
    RandomLife life;
    const int steps = *rc::gen::inRange(1, 80);
    for (int i = 0; i < steps; ++i) {
      life.step();
      life.check();
    }
  }));
}

}  // namespace
}  // namespace motcua::payment

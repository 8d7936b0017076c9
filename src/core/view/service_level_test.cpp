#include "view/service_level.hpp"

#include <gtest/gtest.h>

namespace motcua::view {
namespace {

dossier::Dossier sent(procedure::Channel channel) {
  dossier::Dossier dossier;
  dossier.intake.channel = channel;
  return dossier;
}

dossier::Dossier issued(procedure::Channel channel) {
  auto dossier = sent(channel);
  dossier.result.emplace().issued.emplace_back();
  return dossier;
}

std::optional<int> level(const dossier::Dossier& dossier) {
  return service_level(service_trace(dossier));
}

TEST(ServiceLevel, IsFourWhereNobodyHadToCome) {
  EXPECT_EQ(level(issued(procedure::Channel::Online)), 4);
}

TEST(ServiceLevel, IsNotKnownBeforeTheResultIsHandedOver) {
  EXPECT_EQ(level(sent(procedure::Channel::Online)), std::nullopt);
  auto recorded = sent(procedure::Channel::Online);
  recorded.result.emplace();
  EXPECT_EQ(level(recorded), std::nullopt);
}

TEST(ServiceLevel, IsNotTheWholeWayWhereTheResultWasFetchedAtTheCounter) {
  auto dossier = sent(procedure::Channel::Online);
  dossier.result.emplace().returned_at = Moment{};
  EXPECT_EQ(level(dossier), 4);
  EXPECT_FALSE(is_whole_way(service_trace(dossier)));
  dossier.intake.collect_at = "post";
  EXPECT_TRUE(is_whole_way(service_trace(dossier)));
}

TEST(ServiceLevel, IsThreeWhereCashWasTaken) {
  auto dossier = issued(procedure::Channel::Online);
  dossier.ledger.charge({{"fee", {}, Dong{30'000}, {}}});
  payment::Payment cash;
  cash.way = payment::Way::Cash;
  cash.number = "1";
  cash.amount = Dong{30'000};
  dossier.ledger.receive(cash);
  EXPECT_EQ(level(dossier), 3);
  EXPECT_EQ(service_trace(dossier).trips, 1);
}

TEST(ServiceLevel, IsTwoWhatWasBroughtToTheCounter) {
  EXPECT_EQ(level(issued(procedure::Channel::Counter)), 2);
  EXPECT_EQ(level(issued(procedure::Channel::Post)), 2);
}

TEST(ServiceLevel, SaysWhoSentItAndHowOftenHeWasAskedAgain) {
  auto dossier = issued(procedure::Channel::Online);
  dossier.intake.filer = {"lan", "company", "mandate"};
  dossier.supplements_requested = 2;
  const auto trace = service_trace(dossier);
  EXPECT_TRUE(trace.from_account);
  EXPECT_TRUE(trace.by_mandate);
  EXPECT_EQ(trace.asked_again, 2);
}

}  // namespace
}  // namespace motcua::view

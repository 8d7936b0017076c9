#include "view/online_level.hpp"

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
  return online_level(online_trace(dossier));
}

TEST(OnlineLevel, IsFourWhereNobodyHadToCome) {
  EXPECT_EQ(level(issued(procedure::Channel::Online)), 4);
}

TEST(OnlineLevel, IsNotKnownBeforeTheResultIsHandedOver) {
  EXPECT_EQ(level(sent(procedure::Channel::Online)), std::nullopt);
  auto recorded = sent(procedure::Channel::Online);
  recorded.result.emplace();
  EXPECT_EQ(level(recorded), std::nullopt);
}

TEST(OnlineLevel, IsNotTheWholeWayWhereTheResultWasFetchedAtTheCounter) {
  auto dossier = sent(procedure::Channel::Online);
  dossier.result.emplace().returned_at = Moment{};
  EXPECT_EQ(level(dossier), 4);
  EXPECT_FALSE(is_whole_way(online_trace(dossier)));
  dossier.intake.collect_at = "post";
  EXPECT_TRUE(is_whole_way(online_trace(dossier)));
}

TEST(OnlineLevel, CountsWhatACarrierTookWhateverWasWished) {
  auto dossier = sent(procedure::Channel::Online);
  dossier.result.emplace().returned_at = Moment{};
  dossier.result->posting.emplace();
  EXPECT_EQ(online_trace(dossier).handed_over, HandedOverBy::Post);
}

TEST(OnlineLevel, IsNotKnownWhileAFeeKeepsTheResultBack) {
  auto dossier = issued(procedure::Channel::Online);
  dossier.phase = dossier::Phase::Settled;
  dossier.ledger.charge({{"fee", Dong{30'000}, 1}});
  EXPECT_EQ(level(dossier), std::nullopt);
}

TEST(OnlineLevel, IsReadFromTheFirstHandOver) {
  auto dossier = sent(procedure::Channel::Online);
  dossier.result.emplace().returned_at = *parse_moment("2017-04-12T09:00");
  dossier.result->issued.emplace_back().at = *parse_moment("2017-04-13T09:00");
  EXPECT_EQ(online_trace(dossier).handed_over, HandedOverBy::Counter);
  EXPECT_EQ(online_trace(dossier).handed_over_at, *parse_moment("2017-04-12T09:00"));
  dossier.result->issued.front().at = *parse_moment("2017-04-11T09:00");
  EXPECT_EQ(online_trace(dossier).handed_over, HandedOverBy::Network);
}

TEST(OnlineLevel, IsThreeWhereCashWasTaken) {
  auto dossier = issued(procedure::Channel::Online);
  dossier.ledger.charge({{"fee", Dong{30'000}, {}}});
  payment::Payment cash;
  cash.way = payment::Way::Cash;
  cash.number = "1";
  cash.amount = Dong{30'000};
  dossier.ledger.receive(cash);
  EXPECT_EQ(level(dossier), 3);
  EXPECT_EQ(online_trace(dossier).trips, 1);
}

TEST(OnlineLevel, IsTwoWhatWasBroughtToTheCounter) {
  EXPECT_EQ(level(issued(procedure::Channel::Counter)), 2);
  EXPECT_EQ(level(issued(procedure::Channel::Post)), 2);
}

TEST(OnlineLevel, SaysWhoSentItAndHowOftenHeWasAskedAgain) {
  auto dossier = issued(procedure::Channel::Online);
  dossier.intake.filer = {"lan", "company", "mandate"};
  dossier.supplements_requested = 2;
  const auto trace = online_trace(dossier);
  EXPECT_TRUE(trace.from_account);
  EXPECT_TRUE(trace.by_mandate);
  EXPECT_EQ(trace.asked_again, 2);
}

TEST(OnlineLevel, SaysWhatItWasReadFrom) {
  auto dossier = issued(procedure::Channel::Online);
  dossier.supplements_requested = 1;
  std::string said;
  for (const auto& reason : level_reasons(online_trace(dossier))) said += reason.en + ". ";
  EXPECT_EQ(said,
            "Filed through the network. Nothing was paid. Papers were asked for again 1 time. "
            "The result was handed over through the network. No trip to the counter. ");
  EXPECT_EQ(level_reasons(online_trace(sent(procedure::Channel::Online))).size(), 4U)
      << "what will be paid is not known yet";
}

}  // namespace
}  // namespace motcua::view

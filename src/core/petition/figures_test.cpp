#include "petition/figures.hpp"

#include <gtest/gtest.h>

#include <map>

namespace motcua::petition {
namespace {

Moment on(unsigned day, hours hour = hours{10}) { return at(make_date(2017, 4, day), hour); }

// Received on the 3rd; to be answered by the 10th, refused by the 5th, asked by the 7th.
struct Told {
  Petition petition;
  explicit Told(Kind kind = Kind::Burden) {
    Received received;
    received.kind = kind;
    received.answer_due = on(10);
    received.refuse_due = on(5);
    received.ask_due = on(7);
    then(on(3), received);
  }
  Told& then(Moment moment, Event event) {
    apply(petition, {"PA-170403-0001", petition.version + 1, moment, {}, std::move(event)});
    return *this;
  }
};

std::map<std::string, std::int64_t> counted(const std::vector<Told>& told, Moment as_of) {
  std::vector<const Petition*> petitions;
  for (const auto& one : told) petitions.push_back(&one.petition);
  std::map<std::string, std::int64_t> counts;
  const Period april{make_date(2017, 4, 1), make_date(2017, 4, 30), as_of};
  for (const auto& count : count(petitions, april)) counts[count.cell] = count.count;
  return counts;
}

TEST(PetitionFigures, CountWhatFellDueWithTheOpenOverdueOnes) {
  const std::vector<Told> told{Told().then(on(8), Answered{"…", {}}),
                               Told().then(on(12), Answered{"…", {}}), Told(),
                               Told().then(on(4), Withdrawn{})};
  auto counts = counted(told, on(20));
  EXPECT_EQ(counts["received"], 4);
  EXPECT_EQ(counts["duty:answer:fell-due"], 3) << "who withdrew in time was owed nothing";
  EXPECT_EQ(counts["duty:answer:in-term"], 1);
  EXPECT_EQ(counts["duty:answer:late"], 1);
  EXPECT_EQ(counts["duty:answer:owed"], 1);
  EXPECT_EQ(counts["late-now"], 1);
}

TEST(PetitionFigures, OfADayInTheMiddleKnowNothingOfLater) {
  const std::vector<Told> told{Told().then(on(12), Answered{"…", {}}).then(on(13), Judged{true})};
  auto counts = counted(told, on(11));
  EXPECT_EQ(counts["duty:answer:owed"], 1);
  EXPECT_EQ(counts["answered"], 0);
  EXPECT_EQ(counts["liked"], 0);
  EXPECT_EQ(counted(told, on(9))["duty:answer:fell-due"], 0) << "it ran within its term";
}

TEST(PetitionFigures, AreContentLessTheDislikedRepeatedOrLate) {
  const auto in_time = [] { return Told().then(on(8), Answered{"…", {}}); };
  const std::vector<Told> told{
      in_time(), in_time().then(on(9), Judged{true}), in_time().then(on(9), Judged{false}),
      in_time().then(on(9), Repeated{"PA-170409-0001"}), Told().then(on(12), Answered{"…", {}})};
  auto counts = counted(told, on(20));
  EXPECT_EQ(counts["content:all"], 5);
  EXPECT_EQ(counts["content:good"], 2);
  EXPECT_EQ(counts["content:disliked"], 1);
  EXPECT_EQ(counts["content:repeated"], 1);
  EXPECT_EQ(counts["content:late"], 1);
  EXPECT_EQ(counts["liked"], 1);
}

TEST(Petition, IsSentAgainOnceAndOnlyAfterAnAnswer) {
  EXPECT_FALSE(may_be_repeated(Told().petition));
  EXPECT_TRUE(may_be_repeated(Told().then(on(4), Refused{"…"}).petition));
  auto told = Told().then(on(8), Answered{"…", {}});
  EXPECT_TRUE(may_be_repeated(told.petition));
  EXPECT_FALSE(may_be_repeated(told.then(on(9), Repeated{"PA-170409-0001"}).petition));
}

TEST(PetitionFigures, HoldAWholePetitionToEachOfItsTerms) {
  const auto published_late = [] {
    return Told().then(on(8), Answered{"…", on(10)}).then(on(12), Published{});
  };
  auto counts = counted({published_late(), Told().then(on(8), Answered{"…", {}})}, on(20));
  EXPECT_EQ(counts["duty:answer:in-term"], 2);
  EXPECT_EQ(counts["duty:publish:late"], 1);
  EXPECT_EQ(counts["whole:fell-due"], 2);
  EXPECT_EQ(counts["whole:in-term"], 1);
  EXPECT_EQ(counts["whole:late"], 1);
}

TEST(PetitionFigures, CountWhatARefusalAndAQuestionOwed) {
  auto counts = counted(
      {Told().then(on(6), Refused{"…"}), Told().then(on(6), SupplementAsked{"…", true, on(20)})},
      on(15));
  EXPECT_EQ(counts["duty:refuse:late"], 1);
  EXPECT_EQ(counts["duty:ask-supplement:in-term"], 1);
  EXPECT_EQ(counts["duty:answer:fell-due"], 0) << "the clock stands for the sender";
}

TEST(PetitionFigures, HaveATestBehindEveryCell) {
  for (const auto& cell : cells()) EXPECT_TRUE(test_of(cell)) << cell;
  for (const auto* none : {"", "recieved", "received:praise", "duty:answer", "whole:owed"}) {
    EXPECT_FALSE(test_of(none)) << none;
  }
}

}  // namespace
}  // namespace motcua::petition

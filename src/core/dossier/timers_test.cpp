// When timers come whose length is no working time: scenarios/case_decided_by_rule has that one.

#include "dossier/timers.hpp"

#include <gtest/gtest.h>

#include "dossier/acts/timers.hpp"

namespace motcua::dossier {
namespace {

const Moment noon = *parse_moment("2017-01-31T12:00");

calendar::WorkingCalendar made_calendar() {
  const std::vector<calendar::Period> day{{hours{8}, hours{12}}, {hours{13}, hours{17}}};
  auto built =
      calendar::WorkingCalendar::build("test", 2017, 2017, {}, {{make_date(2017, 1, 1), day, day}});
  EXPECT_TRUE(built.ok());
  return std::move(*built);
}

std::string due_of(bpmn::TimerKind kind, std::string text) {
  const auto calendar = made_calendar();
  const procedure::Version version;
  const Facts facts{noon, calendar, version, {}, {}};
  procedure::ProgressStep step;
  step.running = {{7, "wait"}};
  step.timers = {{{7, "wait"}, kind, std::move(text), {}}};
  const auto timers = acts::timers_after({}, step, noon, facts);
  if (!timers) return std::string(timers.error().code());
  EXPECT_EQ(timers->size(), 1u);
  EXPECT_EQ(timers->front().set_at, noon);
  return write_moment(timers->front().due).substr(0, 16);
}

TEST(TimersOfADossier, ComeAtADateOrAfterALengthOfTime) {
  using bpmn::TimerKind;
  EXPECT_EQ(due_of(TimerKind::Date, "2017-05-02"), "2017-05-02T00:00");
  EXPECT_EQ(due_of(TimerKind::Date, "2017-05-02T08:30:00"), "2017-05-02T08:30");
  EXPECT_EQ(due_of(TimerKind::Date, "2017-05-02T00:00:00Z"), "2017-05-02T07:00");
  EXPECT_EQ(due_of(TimerKind::Duration, "P1DT2H"), "2017-02-01T14:00");
  EXPECT_EQ(due_of(TimerKind::Duration, "P1M"), "2017-02-28T12:00");
}

TEST(TimersOfADossier, ComeAgainAndAgainButNotTwiceInAMinute) {
  using bpmn::TimerKind;
  EXPECT_EQ(due_of(TimerKind::Cycle, "R3/P7D"), "2017-02-07T12:00");
  EXPECT_EQ(due_of(TimerKind::Cycle, "R/2017-03-01T08:00:00/P7D"), "2017-03-01T08:00");
  EXPECT_EQ(due_of(TimerKind::Cycle, "R/2017-01-01T08:00:00/P7D"), "2017-02-07T12:00");
  EXPECT_EQ(due_of(TimerKind::Cycle, "R/PT0S"), "2017-01-31T12:01");
}

TEST(TimersOfADossier, RejectWhatIsNoTime) {
  using bpmn::TimerKind;
  for (const auto* text : {"", "soon", "R/", "P", "-P1D", "P999999999Y", "PT99999999999999999H"}) {
    EXPECT_EQ(due_of(TimerKind::Duration, text), "expression_gives_no_value") << text;
    EXPECT_EQ(due_of(TimerKind::Cycle, text), "expression_gives_no_value") << text;
    EXPECT_EQ(due_of(TimerKind::Date, text), "expression_gives_no_value") << text;
  }
}

TEST(TimersOfADossier, StayWhileTheyRunAndGoWithTheirWork) {
  const auto calendar = made_calendar();
  const procedure::Version version;
  const Facts facts{noon, calendar, version, {}, {}};
  const std::vector<PendingTimer> had{{7, "wait", noon, noon + hours{2}},
                                      {8, "other", noon, noon + hours{1}}};
  procedure::ProgressStep step;
  step.running = {{7, "wait"}};
  const auto timers = acts::timers_after(had, step, noon, facts);
  ASSERT_TRUE(timers.ok());
  EXPECT_EQ(*timers, std::vector<PendingTimer>({had.front()}));

  Dossier dossier;
  dossier.phase = Phase::Running;
  dossier.timers = had;
  const auto next = next_timer(dossier, {version, calendar});
  ASSERT_TRUE(next);
  EXPECT_EQ(next->timer->node, "other");
  dossier.stops.push_back({});
  EXPECT_FALSE(next_timer(dossier, {version, calendar})) << "the clock stands still";
}

}  // namespace
}  // namespace motcua::dossier

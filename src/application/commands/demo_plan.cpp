#include "commands/demo_plan.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/assertion.hpp"
#include "commands/demo_course.hpp"
#include "commands/demo_names.hpp"
#include "commands/demo_opening.hpp"
#include "commands/demo_trips.hpp"

namespace motcua::commands {
namespace {

using dossier::CounterOutcome;
using procedure::Channel;

struct Share {
  std::string_view procedure;
  int percent;
};
constexpr std::array<Share, 5> shares{{{"official-travel", 58},
                                       {"abtc", 15},
                                       {"foreigner-visa-extension", 14},
                                       {"international-conference", 10},
                                       {"foreign-ngo-office", 3}}};

struct Several {
  int count;
  Course course;
};

constexpr Course with_supplement{Ending::OnTime, true, false};
constexpr Course recorded_late{Ending::Late, false, true};

// [facts-1] 2016: 1,242 received, 1,215 of them settled by the current promise, 27 not. One more of
// each side is the pair withdrawn_and_entered_again() makes.
constexpr std::array<Several, 3> on_time_2016{
    {{1159, {}}, {44, with_supplement}, {11, {Ending::AfterApology}}}};
constexpr std::array<Several, 7> others_2016{{{11, {Ending::Late}},
                                              {3, recorded_late},
                                              {6, {Ending::LateApology}},
                                              {2, {Ending::Withdrawn}},
                                              {1, {Ending::WithdrawnOverdue}},
                                              {1, {Ending::Stopped}},
                                              {2, {Ending::Refused}}}};
// [facts-1] The first quarter of 2017: 176 of 180; the other four are in demo_opening.cpp.
constexpr std::array<Several, 3> on_time_q1_2017{
    {{167, {}}, {6, with_supplement}, {3, {Ending::AfterApology}}}};

constexpr int sum(std::span<const Several> parts) {
  int all = 0;
  for (const auto& part : parts) all += part.count;
  return all;
}
static_assert(sum(on_time_2016) + 1 == 1215 && sum(others_2016) + 1 == 1242 - 1215);
static_assert(sum(on_time_q1_2017) == 176);

struct Season {
  Date from;
  Date to;       // of the last receipt
  Moment ended;  // everything is settled by then
};

class Planner {
 public:
  Planner(const World& world, Moment until, Dice& dice)
      : maker_(world, dice), until_(until), dice_(dice) {}

  std::vector<PlannedDossier> plan() {
    const Season year{make_date(2016, 1, 4), make_date(2016, 12, 23),
                      at(make_date(2016, 12, 30), minutes{16 * 60})};
    for (const auto& part : on_time_2016) add_several(part, year);
    for (const auto& part : others_2016) add_several(part, year);
    withdrawn_and_entered_again();
    papers_left_on_a_desk();
    handed_back(23, CounterOutcome::Guided, year);
    handed_back(4, CounterOutcome::Refused, year);
    const Season quarter{make_date(2017, 1, 3), make_date(2017, 3, 24),
                         at(make_date(2017, 3, 31), minutes{16 * 60})};
    for (const auto& part : on_time_q1_2017) add_several(part, quarter);
    handed_back(4, CounterOutcome::Guided, quarter);
    for (auto& planned : plan_opening(maker_, until_)) plan_.push_back(std::move(planned));
    return sorted();
  }

 private:
  std::vector<PlannedDossier> sorted() {
    for (auto& planned : plan_) {
      std::erase_if(planned.acts, [&](const PlannedAct& act) { return act.at >= until_; });
    }
    for (auto& planned : plan_) {
      auto& intake = planned.intake;
      if (intake.procedure == "official-travel" && intake.answers == "{}") {
        intake.answers = made_up_trip(intake, date_of(planned.received));
        maker_.give_papers(intake);
      }
    }
    std::stable_sort(plan_.begin(), plan_.end(),
                     [](const auto& a, const auto& b) { return a.received < b.received; });
    return std::move(plan_);
  }

  void add_several(const Several& several, const Season& season) {
    for (int i = 0; i < several.count; ++i) add(any_kind(), several.course, season);
  }

  void add(const Kind& kind, const Course& course, const Season& season) {
    // A long term must still end in the season: those applications come earlier.
    int slack = CourseMaker::term_days(kind) + CourseMaker::days_beyond_the_term(course);
    Date latest = date_of(season.ended);
    while (slack-- > 0) latest = maker_.hours().working_day_before(latest);
    const Moment received = counter_moment(day_between(season.from, std::min(season.to, latest)));
    auto planned = maker_.begin(kind, received, channel_for(course));
    const bool withdrawn =
        course.ending == Ending::Withdrawn || course.ending == Ending::WithdrawnOverdue;
    if (withdrawn) planned.intake.applicant.name = made_up_association(withdrawals_++);
    const Moment finish = maker_.follow(planned, kind, course);
    MOTCUA_ASSERT(finish <= season.ended);
    plan_.push_back(std::move(planned));
  }

  // What withdrawal and new entry look like in the figures: one promise, not two.
  void withdrawn_and_entered_again() {
    const Kind kind = maker_.kind_of("official-travel");
    auto first = maker_.begin(kind, counter_moment(make_date(2016, 9, 12)), Channel::Counter);
    first.intake.applicant.name = made_up_association(withdrawals_++);
    const Moment end = maker_.follow(first, kind, {Ending::Withdrawn});
    const Date again = maker_.hours().working_days_after(date_of(end), 1);
    auto second = maker_.begin(kind, counter_moment(again), Channel::Counter);
    second.intake.applicant = first.intake.applicant;
    second.intake.summary = first.intake.summary;
    maker_.follow(second, kind, {Ending::OnTime});
    plan_.push_back(std::move(first));
    plan_.push_back(std::move(second));
  }

  // Two of the dossiers on time were registered the day after their papers came.
  void papers_left_on_a_desk() {
    int left = 2;
    for (auto& planned : plan_) {
      const bool plain = planned.intake.procedure == "abtc" && !planned.acts.empty() &&
                         planned.intake.channel == Channel::Counter &&
                         date_of(planned.received) > make_date(2016, 2, 1);
      if (!plain || left == 0) continue;
      --left;
      const Kind kind = maker_.kind_of(planned.intake.procedure, planned.intake.case_id);
      const Date before = maker_.hours().working_day_before(date_of(planned.received));
      planned.papers_came = at(before, minutes{14 * 60 + dice_.between(5, 50)});
      planned.acts.clear();
      maker_.follow(planned, kind, {Ending::OnTime});
    }
  }

  void handed_back(int count, CounterOutcome outcome, const Season& season) {
    for (int i = 0; i < count; ++i) {
      const Moment moment = counter_moment(day_between(season.from, season.to));
      plan_.push_back(maker_.begin(any_kind(), moment, Channel::Counter));
      plan_.back().outcome = outcome;
    }
  }

  Channel channel_for(const Course& course) {
    if (course.ending == Ending::Refused || dice_.chance(25)) return Channel::Online;
    return dice_.chance(5) ? Channel::Post : Channel::Counter;
  }

  Kind any_kind() {
    int at_percent = dice_.between(1, 100);
    for (const auto& share : shares) {
      if (at_percent <= share.percent) return maker_.kind_of(share.procedure);
      at_percent -= share.percent;
    }
    return maker_.kind_of(shares.front().procedure);
  }

  Date day_between(Date from, Date to) {
    MOTCUA_ASSERT(from <= to);
    for (;;) {
      const Date day = from + std::chrono::days{dice_.between(0, int((to - from).count()))};
      if (maker_.calendar().is_working_day(day)) return day;
    }
  }

  // Mostly in the morning, and before the hour after which a receipt counts from the next day.
  Moment counter_moment(Date day) {
    const bool morning = dice_.chance(60);
    return at(day, morning ? minutes{8 * 60 + dice_.between(5, 170)}
                           : minutes{13 * 60 + dice_.between(35, 115)});
  }

  CourseMaker maker_;
  Moment until_;
  Dice& dice_;
  std::vector<PlannedDossier> plan_;
  int withdrawals_ = 0;
};

}  // namespace

std::uint64_t Dice::next() {
  state_ += 0x9E3779B97F4A7C15;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

int Dice::between(int least, int most) {
  return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1));
}

std::vector<PlannedDossier> plan_demo_history(const World& world, Moment until, Dice dice) {
  return Planner(world, until, dice).plan();
}

}  // namespace motcua::commands

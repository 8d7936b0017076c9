#include "commands/demo_ratings.hpp"

#include <algorithm>
#include <array>

#include "commands/demo_hours.hpp"

namespace motcua::commands {
namespace {

constexpr int network_percent = 42;  // of those who applied through the network rate
constexpr int counter_percent = 17;

// Indicators. [facts-3.7]
constexpr int whole_time = 1;
constexpr int time_at_each = 2;
constexpr int times_to_come_back = 3;
constexpr int attitude = 7;
constexpr int online_service = 9;

// How likely each of the indicators of good, fair and poor is spoken of at all, and praised.
struct Habit {
  int indicator;
  int said_percent;
  int good_percent;
};
constexpr std::array<Habit, 5> habits{
    {{4, 55, 78}, {5, 85, 82}, {6, 60, 74}, {attitude, 80, 80}, {8, 15, 60}}};
constexpr Habit online_habit{online_service, 75, 70};

constexpr std::array<std::string_view, 6> kind_words{
    "Cán bộ hướng dẫn tận tình, nhận kết quả đúng ngày hẹn.",
    "Làm trên mạng tiện, không phải đi lại.",
    "Thủ tục rõ ràng, quầy làm việc nhanh.",
    "Mong có thể nộp phí ngay trên mạng cho mọi thủ tục.",
    "Biểu mẫu còn dài, nên điền sẵn nhiều hơn.",
    "Nên báo tin sớm hơn khi hồ sơ cần bổ sung."};

dossier::Mark mark_of(const Habit& habit, Dice& dice) {
  if (dice.chance(habit.good_percent)) return {habit.indicator, 2};
  return {habit.indicator, dice.chance(80) ? 1 : 0};
}

PlannedAct rating(Moment at, bool online, Dice& dice) {
  PlannedAct act;
  act.at = at;
  act.deed = Deed::Rate;
  for (const auto& habit : habits) {
    if (dice.chance(habit.said_percent)) act.marks.push_back(mark_of(habit, dice));
  }
  if (online && dice.chance(online_habit.said_percent)) {
    act.marks.push_back(mark_of(online_habit, dice));
  }
  if (dice.chance(50)) act.marks.push_back({time_at_each, 1});  // told from the dossier later
  if (dice.chance(15)) act.words = kind_words.at(std::size_t(dice.between(0, 5)));
  return act;
}

// Against the first promise: the term of the law.
int points_for_time(const dossier::Dossier& dossier) {
  const auto& due = dossier.promises.front().due;
  if (!dossier.ended_at || !due || *dossier.ended_at > *due) return 0;
  return date_of(*dossier.ended_at) < date_of(*due) ? 2 : 1;
}

}  // namespace

void plan_ratings(std::vector<PlannedDossier>& plan, const World& world, Moment until, Dice dice) {
  const auto calendar = world.calendar();
  const WorkingHours hours(*calendar);
  for (auto& planned : plan) {
    if (planned.acts.empty()) continue;  // handed back at the counter
    const bool online = planned.intake.channel == procedure::Channel::Online;
    if (!dice.chance(online ? network_percent : counter_percent)) continue;
    const Moment at = hours.after(planned.acts.back().at, dice.between(10, 4 * 480));
    auto act = rating(at, online, dice);
    const bool came_back = std::ranges::find(planned.acts, Deed::AskSupplement,
                                             &PlannedAct::deed) != planned.acts.end();
    act.marks.push_back({times_to_come_back, came_back ? 1 : 2});
    if (at < until) planned.acts.push_back(std::move(act));
  }
}

std::vector<dossier::Mark> marks_as_it_was(const dossier::Dossier& dossier,
                                           std::vector<dossier::Mark> planned) {
  if (!dossier.promises.empty() && dossier.result) {
    const int time = points_for_time(dossier);
    planned.push_back({whole_time, time});
    for (auto& mark : planned) {
      if (mark.indicator == time_at_each) mark.points = time;
    }
    if (time == 0) {  // then nothing else pleases him as it might have
      for (auto& mark : planned) {
        if (mark.indicator > times_to_come_back) mark.points = std::max(0, mark.points - 1);
      }
    }
  }
  return planned;
}

}  // namespace motcua::commands

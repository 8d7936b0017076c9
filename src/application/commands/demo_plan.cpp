#include "commands/demo_plan.hpp"

#include <algorithm>
#include <array>

#include "base/assertion.hpp"
#include "bpmn/instance.hpp"
#include "commands/demo_names.hpp"
#include "dossier/acts/variables.hpp"
#include "dossier/deadline.hpp"

namespace motcua::commands {
namespace {

using procedure::Channel;

// [facts-1] The published totals the history must add up to.
constexpr int received_2016 = 1242;
constexpr int on_time_2016 = 1215;
constexpr int received_q1_2017 = 180;
constexpr int settled_q1_2017 = 176;

struct Share {
  std::string_view procedure;
  int percent;
};
constexpr std::array<Share, 5> shares{{{"official-travel", 58},
                                       {"abtc", 15},
                                       {"foreigner-visa-extension", 14},
                                       {"international-conference", 10},
                                       {"foreign-ngo-office", 3}}};

class Planner {
 public:
  Planner(const World& world, Moment until, Dice dice)
      : world_(world), calendar_(world.calendar()), until_(until), dice_(dice) {}

  std::vector<PlannedDossier> plan() {
    year_2016();
    first_quarter_2017();
    april_2017();
    std::stable_sort(plan_.begin(), plan_.end(),
                     [](const auto& a, const auto& b) { return a.received < b.received; });
    return std::move(plan_);
  }

 private:
  struct Kind {
    const procedure::Version* version = nullptr;
    const procedure::Case* chosen = nullptr;
  };

  void year_2016() {
    const Moment end = at(make_date(2016, 12, 30), minutes{16 * 60});
    for (int i = 0; i < received_2016; ++i) {
      const bool late = i >= on_time_2016;
      add(any_kind(), make_date(2016, 1, 4), make_date(2016, 12, 23),
          late ? Fate::Late : Fate::OnTime, end);
    }
    for (int i = 0; i < 23; ++i) {
      add(any_kind(), make_date(2016, 1, 4), make_date(2016, 12, 20), Fate::Guided, end);
    }
  }

  void first_quarter_2017() {
    const Moment end = at(make_date(2017, 3, 31), minutes{16 * 60});
    for (int i = 0; i < settled_q1_2017; ++i) {
      add(any_kind(), make_date(2017, 1, 3), make_date(2017, 3, 24), Fate::OnTime, end);
    }
    // The other four: received in the last days of March, running within their promise on 31 March.
    const Kind travel = kind_of("official-travel");
    const Moment later = until_ - minutes{60};
    add_at(travel, moment_on(make_date(2017, 3, 30)), Fate::OnTime, later);
    add_at(travel, moment_on(make_date(2017, 3, 31)), Fate::OnTime, later);
    add_at(travel, moment_on(make_date(2017, 3, 30)), Fate::Late, later);
    add_in_progress(travel, moment_on(make_date(2017, 3, 31)), Fate::InProgress, 4);
    static_assert(received_q1_2017 - settled_q1_2017 == 4);
    for (int i = 0; i < 4; ++i) {
      add(any_kind(), make_date(2017, 1, 9), make_date(2017, 3, 20), Fate::Guided, end);
    }
  }

  void april_2017() {
    for (int i = 0; i < 22; ++i) {
      const Date day = working_day_between(make_date(2017, 4, 3), make_date(2017, 4, 11));
      add_in_progress(any_kind(), moment_on(day), Fate::InProgress, dice_.between(0, 4));
    }
    for (int i = 0; i < 3; ++i) {
      const Date day = working_day_between(make_date(2017, 4, 3), make_date(2017, 4, 7));
      add_in_progress(any_kind(), moment_on(day), Fate::Waiting, 1);
    }
    for (int i = 0; i < 2; ++i) {
      add_in_progress(kind_of("foreigner-visa-extension"), moment_on(make_date(2017, 4, 5)),
                      Fate::Settled, 99);
    }
    for (int i = 0; i < 4; ++i) {
      add_in_progress(any_kind(), moment_on(make_date(2017, 4, i < 2 ? 10 : 11)), Fate::Submitted,
                      0);
    }
  }

  void add(const Kind& kind, Date from, Date to, Fate fate, Moment end) {
    // A long term must still end in time: those applications come earlier.
    const int slack = term_days(kind) + (fate == Fate::Late ? 8 : 1);
    Date latest = date_of(end);
    for (int i = 0; i < slack; ++i) latest = previous_working_day(latest);
    add_at(kind, moment_on(working_day_between(from, std::min(to, latest))), fate, end);
  }

  void add_at(const Kind& kind, Moment received, Fate fate, Moment end) {
    PlannedDossier planned = begin(kind, received, fate);
    if (fate == Fate::Guided) return plan_.push_back(std::move(planned));
    const Moment due = due_of(kind, planned);
    const int time = int(calendar_->working_time_between(received, due).count());
    Moment finish =
        fate == Fate::Late
            ? calendar_->add_working_time(due, minutes{dice_.between(120, 2000)})
            : calendar_->add_working_time(received, minutes{time * dice_.between(55, 96) / 100});
    finish = std::min(finish, end);
    MOTCUA_ASSERT((finish > due) == (fate == Fate::Late));
    planned.supplement = fate == Fate::OnTime && dice_.chance(6);
    spread(planned, acts_of(kind, planned) + (planned.supplement ? 2 : 0), received, finish);
    planned.acts.push_back(calendar_->add_working_time(finish, minutes{dice_.between(20, 480)}));
    plan_.push_back(std::move(planned));
  }

  void add_in_progress(const Kind& kind, Moment received, Fate fate, int acts) {
    PlannedDossier planned = begin(kind, received, fate);
    if (fate == Fate::Submitted) planned.intake.channel = Channel::Online;
    const int most = acts_of(kind, planned);
    const int count = std::min(acts, fate == Fate::Settled ? most : most - 1);
    if (fate != Fate::Submitted && count > 0) {
      spread(planned, count, received, until_ - minutes{dice_.between(30, 600)});
    }
    plan_.push_back(std::move(planned));
  }

  PlannedDossier begin(const Kind& kind, Moment received, Fate fate) {
    PlannedDossier planned;
    planned.received = received;
    planned.fate = fate;
    auto& intake = planned.intake;
    intake.procedure = kind.version->procedure;
    intake.procedure_version = kind.version->number;
    intake.case_id = kind.chosen->id;
    intake.channel = dice_.chance(25) && kind.chosen->terms.contains(Channel::Online)
                         ? Channel::Online
                         : Channel::Counter;
    if (fate == Fate::Guided) intake.channel = Channel::Counter;
    intake.applicant = made_up_applicant(intake.procedure, intake.case_id, dice_);
    intake.summary = made_up_summary(intake.procedure, dice_);
    intake.collect_at = "counter";
    for (const auto* paper :
         dossier::asked_papers(*kind.version, *kind.chosen, json::value(json::object{}))) {
      intake.papers.push_back({paper->id, std::max(1, paper->originals), paper->copies});
    }
    return planned;
  }

  // How many acts lead from receipt to the recorded result: every task on the way, the last one
  // standing for the record; on-line ones are accepted first.
  int acts_of(const Kind& kind, const PlannedDossier& planned) const {
    auto step = bpmn::start(kind.version->process, dossier::process_variables(planned.intake, ""));
    MOTCUA_ASSERT(step.ok());
    int acts = planned.intake.channel == Channel::Online ? 1 : 0;
    while (!step->instance.tasks.empty()) {
      ++acts;
      const std::string task = step->instance.tasks.front();
      const auto act = kind.version->process.nodes.find(task)->second.task.act;
      const std::string outcome = act == "approve" ? "approved" : "granted";
      step = bpmn::complete(kind.version->process, step->instance, task,
                            dossier::process_variables(planned.intake, outcome));
      MOTCUA_ASSERT(step.ok() && acts < 100);
    }
    return acts;
  }

  // `count` moments in working time, the last one at `finish`.
  void spread(PlannedDossier& planned, int count, Moment received, Moment finish) {
    const int time = int(calendar_->working_time_between(received, finish).count());
    std::vector<int> offsets;
    for (int i = 0; i + 1 < count; ++i) offsets.push_back(dice_.between(1, std::max(2, time - 5)));
    std::sort(offsets.begin(), offsets.end());
    for (const int offset : offsets) {
      planned.acts.push_back(
          std::min(calendar_->add_working_time(received, minutes{offset}), finish));
    }
    planned.acts.push_back(finish);
  }

  Moment due_of(const Kind& kind, const PlannedDossier& planned) const {
    const auto term = kind.chosen->term(planned.intake.channel);
    MOTCUA_ASSERT(term.has_value());
    const auto reckoned =
        calendar::reckon_due(*calendar_, {*term, planned.received, kind.version->receipt, {}});
    MOTCUA_ASSERT(reckoned.ok());
    return *reckoned->due;
  }

  Kind any_kind() {
    int at_percent = dice_.between(1, 100);
    for (const auto& share : shares) {
      if (at_percent <= share.percent) return kind_of(share.procedure);
      at_percent -= share.percent;
    }
    return kind_of(shares.front().procedure);
  }

  Kind kind_of(std::string_view procedure) {
    const auto* version = world_.catalogue().find(procedure, 1);
    MOTCUA_ASSERT(version != nullptr && !version->cases.empty());
    const int chosen = dice_.between(0, int(version->cases.size()) - 1);
    return {version, &version->cases[static_cast<std::size_t>(chosen)]};
  }

  static int term_days(const Kind& kind) {
    const auto term = kind.chosen->term(Channel::Counter);
    return term ? term->amount : 1;
  }

  Date previous_working_day(Date date) const {
    do {
      date -= std::chrono::days{1};
    } while (!calendar_->is_working_day(date));
    return date;
  }

  Date working_day_between(Date from, Date to) {
    MOTCUA_ASSERT(from <= to);
    for (;;) {
      const Date day = from + std::chrono::days{dice_.between(0, int((to - from).count()))};
      if (calendar_->is_working_day(day)) return day;
    }
  }

  Moment moment_on(Date day) {
    const bool morning = dice_.chance(60);
    return at(day, morning ? minutes{8 * 60 + dice_.between(5, 170)}
                           : minutes{13 * 60 + dice_.between(35, 115)});
  }

  const World& world_;
  CalendarSnapshot calendar_;
  Moment until_;
  Dice dice_;
  std::vector<PlannedDossier> plan_;
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

// What becomes of one made-up dossier: the acts on it from receipt to its end.
#pragma once

#include "commands/demo_hours.hpp"
#include "commands/demo_plan.hpp"

namespace motcua::commands {

struct Kind {
  const procedure::Version* version = nullptr;
  const procedure::Case* chosen = nullptr;
};

enum class Ending {
  OnTime,
  AfterApology,  // settled by the one new date, given a day before the first
  Late,
  LateApology,  // and the apology came too late to replace the promise
  Withdrawn,
  WithdrawnOverdue,
  Stopped,
  Refused,  // sent through the network and not received
};

struct Course {
  Ending ending = Ending::OnTime;
  bool supplement = false;   // asked and answered on the way
  bool actual_time = false;  // settled in time, recorded days later
};

class CourseMaker {
 public:
  CourseMaker(const World& world, Dice& dice)
      : world_(world), calendar_(world.calendar()), hours_(*calendar_), dice_(dice) {}

  // The version in force when the history begins, its case by name or by chance.
  Kind kind_of(std::string_view procedure, std::string_view case_id = {});
  PlannedDossier begin(const Kind& kind, Moment received, procedure::Channel channel);
  // All that its answers ask for.
  void give_papers(dossier::Intake& intake) const;
  // Plans what follows; gives the moment the dossier ended for the office.
  Moment follow(PlannedDossier& planned, const Kind& kind, const Course& course);

  // For the dossiers still open when the demonstration opens: the steps that lead to `task`, the
  // last one not after `latest`.
  void lead_to(PlannedDossier& planned, const Kind& kind, std::string_view task, Moment latest);

  // The days a course takes at most beyond the legal term.
  static int days_beyond_the_term(const Course& course);
  static int term_days(const Kind& kind);

  const WorkingHours& hours() const { return hours_; }
  const calendar::WorkingCalendar& calendar() const { return *calendar_; }
  Moment due_of(const Kind& kind, const PlannedDossier& planned) const;

  // Asked at `asked`; answered and the clock running again when `answered` is given.
  void ask_supplement(PlannedDossier& planned, Moment asked, std::optional<Moment> answered);
  void apologise(PlannedDossier& planned, Moment at, Date until);

 private:
  struct Progress {
    Moment from{};  // steps not yet planned come after it
    Moment due{};
    int steps = 0;  // left, the record of the result included
  };

  Progress receive(PlannedDossier& planned, const Kind& kind);
  void supplement(PlannedDossier& planned, Progress& progress);
  Moment finish_of(PlannedDossier& planned, const Course& course, Progress& progress);
  Moment put_off(PlannedDossier& planned, Progress& progress);
  Moment end_early(PlannedDossier& planned, const Course& course, Progress& progress);
  Moment counter_time(Moment moment);
  void spread(PlannedDossier& planned, int count, Moment from, Moment to);
  int percent_of(Moment from, Moment to, int least, int most);
  // Tasks on the way, in order; stops before `until` when it names one of them.
  int steps_to(const Kind& kind, const dossier::Intake& intake, std::string_view until) const;

  const World& world_;
  CalendarSnapshot calendar_;
  WorkingHours hours_;
  Dice& dice_;
};

}  // namespace motcua::commands

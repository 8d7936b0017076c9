#include "commands/demo_opening.hpp"

#include <algorithm>

#include "base/assertion.hpp"
#include "commands/demo_names.hpp"

namespace motcua::commands {
namespace {

using procedure::Channel;

struct Time {  // of March or April 2017
  unsigned month;
  unsigned day;
  int hour;
  int minute;
};

Moment moment_of(const Time& time) {
  return at(make_date(2017, time.month, time.day), minutes{time.hour * 60 + time.minute});
}

constexpr std::string_view travel = "official-travel";
constexpr std::string_view card = "abtc";
constexpr std::string_view visa = "foreigner-visa-extension";
constexpr std::string_view conference = "international-conference";
constexpr std::string_view ngo = "foreign-ngo-office";

enum class Turn {
  None,
  WaitsForPapers,  // a supplement was asked for and has not come
  Supplemented,    // it came, and the date moved by rule
  PutOff,          // apologised in time
  PutOffTooLate,   // apologised on the day itself
  Assigned,        // the head of the division gave it to an officer
};

// A dossier that lies with the holder of a task when the doors open.
struct OpenWork {
  std::string_view procedure;
  std::string_view case_id;
  Time received;
  std::string_view task;  // "accept": sent through the network, nobody looked at it yet
  Turn turn = Turn::None;
  std::string_view officer = {};  // whom it was assigned to
};

// [facts-1] First the three of the first quarter that are open still: with the dossier settled in
// April they are the four that ran within their promise on 31 March.
constexpr std::array<OpenWork, 31> open_work{{
    {travel, "standard", {3, 31, 9, 10}, "city", Turn::PutOffTooLate},
    {conference, "no-opinions", {3, 30, 8, 40}, "examine", Turn::Assigned, "hoa"},
    {conference, "no-opinions", {3, 31, 14, 5}, "city"},

    {visa, "standard", {4, 4, 9, 20}, "approve"},
    {visa, "standard", {4, 5, 8, 40}, "examine", Turn::Assigned, "binh"},
    {travel, "standard", {4, 3, 8, 35}, "return"},
    {travel, "standard", {4, 3, 10, 15}, "approve"},
    {travel, "standard", {4, 3, 14, 20}, "city", Turn::PutOff},
    {visa, "standard", {4, 7, 9, 5}, "examine"},
    {visa, "standard", {4, 7, 10, 30}, "return"},
    {conference, "no-opinions", {4, 3, 9, 45}, "approve"},
    {card, "official", {4, 3, 15, 40}, "city"},
    {card, "business", {4, 3, 8, 50}, "police"},
    {ngo, "standard", {4, 3, 10, 40}, "opinion"},
    {travel, "standard", {4, 4, 8, 15}, "examine", Turn::Supplemented},
    {travel, "standard", {4, 4, 13, 50}, "city"},
    {conference, "opinions", {4, 4, 10, 5}, "ask", Turn::WaitsForPapers},
    {travel, "standard", {4, 5, 9, 30}, "examine", Turn::WaitsForPapers},
    {travel, "standard", {4, 5, 10, 50}, "approve"},
    {conference, "opinions", {4, 5, 14, 10}, "opinion-police"},
    {travel, "standard", {4, 7, 8, 25}, "examine", Turn::Assigned, "binh"},
    {card, "business", {4, 7, 13, 45}, "consult"},
    {ngo, "standard", {4, 7, 9, 55}, "examine"},
    {conference, "no-opinions", {4, 10, 9, 15}, "examine"},
    {visa, "standard", {4, 10, 14, 25}, "examine"},
    {travel, "standard", {4, 10, 15, 20}, "examine"},
    {travel, "standard", {4, 11, 9, 40}, "reception"},
    {conference, "no-opinions", {4, 11, 14, 35}, "reception"},
    // Eight working hours to answer what came through the network: the first has used them up.
    {travel, "standard", {4, 10, 14, 30}, "accept"},
    {visa, "standard", {4, 11, 10, 5}, "accept"},
    {conference, "opinions", {4, 11, 16, 10}, "accept"},
}};

// What April has brought to an end already.
struct Closed {
  std::string_view procedure;
  Time received;
  Course course;
};
constexpr std::array<Closed, 7> closed{{{travel, {3, 30, 9, 25}, {Ending::OnTime}},
                                        {visa, {4, 3, 9, 10}, {Ending::OnTime}},
                                        {visa, {4, 3, 14, 15}, {Ending::OnTime}},
                                        {visa, {4, 4, 10, 20}, {Ending::OnTime}},
                                        {visa, {4, 5, 13, 40}, {Ending::OnTime}},
                                        {visa, {4, 4, 14, 40}, {Ending::Withdrawn}},
                                        {travel, {4, 7, 8, 45}, {Ending::Refused}}}};

class Opening {
 public:
  Opening(CourseMaker& maker, Moment opens)
      : maker_(maker), last_(maker.hours().after(at_close_before(opens), 0)), opens_(opens) {}

  PlannedDossier plan(const OpenWork& work) const {
    const bool online = work.task == "accept";
    const Kind kind = maker_.kind_of(work.procedure, work.case_id);
    auto planned =
        maker_.begin(kind, moment_of(work.received), online ? Channel::Online : Channel::Counter);
    if (online) return planned;
    const Moment latest = turned_at(planned, kind, work.turn);
    maker_.lead_to(planned, kind, work.task, latest);
    add_turn(planned, kind, work, latest);
    for (const auto& act : planned.acts) MOTCUA_ASSERT(act.at < opens_);
    return planned;
  }

 private:
  Moment at_close_before(Moment opens) const {
    return at(maker_.hours().working_day_before(date_of(opens)), minutes{16 * 60 + 20});
  }

  // Until when the steps before the turn are done.
  Moment turned_at(const PlannedDossier& planned, const Kind& kind, Turn turn) const {
    const auto& hours = maker_.hours();
    switch (turn) {
      case Turn::WaitsForPapers:
        return hours.after(planned.received, 12 * 60);
      case Turn::Supplemented:
        return hours.after(planned.received, 6 * 60);
      case Turn::PutOff:
      case Turn::PutOffTooLate: {
        const Date due = date_of(maker_.due_of(kind, planned));
        const Date day = turn == Turn::PutOff ? hours.working_day_before(due) : due;
        return at(day, minutes{8 * 60 + 30});
      }
      case Turn::None:
      case Turn::Assigned:
        return last_;
    }
    return last_;
  }

  void add_turn(PlannedDossier& planned, const Kind& kind, const OpenWork& work,
                Moment latest) const {
    const auto& hours = maker_.hours();
    const Moment next = hours.after(latest, 20);
    switch (work.turn) {
      case Turn::None:
        return;
      case Turn::Assigned:
        planned.acts.push_back({hours.after(planned.acts.back().at, 25),
                                Deed::Assign,
                                {},
                                std::string(work.officer),
                                {}});
        std::erase_if(planned.acts, [&](const PlannedAct& act) { return act.at >= opens_; });
        return;
      case Turn::WaitsForPapers:
        return maker_.ask_supplement(planned, next, std::nullopt);
      case Turn::Supplemented:
        return maker_.ask_supplement(planned, next, hours.at_the_counter(hours.after(next, 1100)));
      case Turn::PutOff:
      case Turn::PutOffTooLate:
        const Date due = date_of(maker_.due_of(kind, planned));
        return maker_.apologise(planned, next, hours.working_days_after(due, 4));
    }
  }

  CourseMaker& maker_;
  Moment last_;
  Moment opens_;
};

}  // namespace

std::vector<PlannedDossier> plan_opening(CourseMaker& maker, Moment opens) {
  std::vector<PlannedDossier> plan;
  const Opening opening(maker, opens);
  for (const auto& work : open_work) plan.push_back(opening.plan(work));
  for (const auto& one : closed) {
    const Kind kind = maker.kind_of(one.procedure);
    const bool refused = one.course.ending == Ending::Refused;
    auto planned =
        maker.begin(kind, moment_of(one.received), refused ? Channel::Online : Channel::Counter);
    if (one.course.ending == Ending::Withdrawn) {
      planned.intake.applicant.name = made_up_association(associations - 1);
    }
    maker.follow(planned, kind, one.course);
    plan.push_back(std::move(planned));
  }
  return plan;
}

}  // namespace motcua::commands

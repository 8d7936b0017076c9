#include "trial/trial.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "dossier/acts/variables.hpp"
#include "dossier/intake_rules.hpp"
#include "dossier/powers.hpp"
#include "procedure/form.hpp"
#include "procedure/progress.hpp"
#include "trial/outcomes.hpp"

namespace motcua::trial {
namespace {

std::string decider_of(const dossier::Intake& intake, const Rules& rules) {
  const auto judged = dossier::judgement_of(intake, facts_at(intake, rules));
  if (judged && judged->decider != nullptr) return judged->decider->id;
  const auto* chosen = rules.version.find_case(intake.case_id);
  return chosen == nullptr ? std::string() : chosen->decided_by.vi;
}

// Where a way stands: what is open, what is only waited for, and what people filled in with tasks.
struct Standing {
  procedure::Progress instance;
  std::vector<procedure::TimerName> timers;
  feel::Context found;
};

Standing standing_of(const dossier::Dossier& dossier) {
  Standing standing{dossier.process, {}, dossier::found_variables(dossier)};
  for (const auto& timer : dossier.timers) standing.timers.push_back({timer.execution, timer.node});
  return standing;
}

OrRejection<procedure::ProgressStep> next_step(const Standing& at, const dossier::Intake& intake,
                                               const Rules& rules, Outcomes& outcomes) {
  const auto& process = rules.version.process;
  const bool by_timer = at.instance.tasks.empty();
  std::string outcome;
  if (!by_timer) {
    outcome = outcomes.next(process.nodes.at(at.instance.tasks.front()).task.act);
  }
  auto variables = variables_at(intake, rules, outcome);
  variables.merge(at.found);
  if (by_timer) return procedure::timer_came(process, at.instance, at.timers.front(), variables);
  return procedure::complete(process, at.instance, at.instance.tasks.front(), variables);
}

// Goes on until the process ends, or says why it cannot. What people did they did in time; a timer
// comes where nothing else is left to wait for.
OrRejection<Nothing> go_on(Standing at, const dossier::Intake& intake, const Rules& rules,
                           Outcomes outcomes, std::vector<std::string>& path) {
  for (std::size_t steps = 0; steps < most_steps && !at.instance.ended; ++steps) {
    if (at.instance.tasks.empty() && at.timers.empty()) break;
    auto step = next_step(at, intake, rules, outcomes);
    if (!step) return Unexpected{step.error()};
    if (!at.instance.tasks.empty()) path.push_back(at.instance.tasks.front());
    at.instance = std::move(step->instance);
    at.timers = std::move(step->running);
  }
  return Nothing{};
}

using Faults = std::set<std::pair<std::string, std::string>>;

Faults faults_of(const procedure::Version& version, const json::value& answers, Date day) {
  Faults faults;
  for (const auto& error : procedure::check_answers_on(version, answers, day)) {
    faults.emplace(error.path, error.code);
  }
  return faults;
}

std::optional<Text> new_fault(const json::value& answers, Date day, const Rules& rules,
                              const Rules& had) {
  const auto known = faults_of(had.version, answers, day);
  for (const auto& error : procedure::check_answers_on(rules.version, answers, day)) {
    if (known.contains({error.path, error.code})) continue;
    return Text{"đơn: " + error.message.vi + " (" + error.path + ")",
                "the form: " + error.message.en + " (" + error.path + ")"};
  }
  return std::nullopt;
}

// Ended before anybody decided: its records say nothing of the way that lay before it.
bool was_cut_short(const dossier::Dossier& dossier) {
  using dossier::Phase;
  return dossier.phase == Phase::Withdrawn || dossier.phase == Phase::Stopped ||
         dossier.phase == Phase::Refused;
}

Text told(const Rejection& no) {
  return {no.message(Language::Vietnamese), no.message(Language::English)};
}

// The answers decide anew where they decided before; an officer's own choice stays his.
OrRejection<std::string> case_under(const dossier::Intake& intake, const json::value& answers,
                                    const Rules& rules, const Rules& had) {
  const auto known = [&](const Rules& of) {
    return dossier::authority_variables(intake, facts_at(intake, of));
  };
  const bool by_answers = rules.version.case_decision.has_value();
  bool decided = by_answers;
  if (by_answers && had.version.case_decision) {
    const auto then = dossier::choose_case(had.version, answers, "", known(had));
    decided = then && *then == intake.case_id;
  }
  if (!decided && rules.version.find_case(intake.case_id) != nullptr) return intake.case_id;
  return dossier::choose_case(rules.version, answers, "", known(rules));
}

}  // namespace

dossier::Facts facts_at(const dossier::Intake& intake, const Rules& rules) {
  return {intake.received_at, rules.calendar, rules.version, {}, {}, {}, rules.powers};
}

feel::Context variables_at(const dossier::Intake& intake, const Rules& rules,
                           std::string_view outcome) {
  auto variables = dossier::process_variables(intake, outcome);
  variables.merge(dossier::authority_variables(intake, facts_at(intake, rules)));
  return variables;
}

Past::Past(std::vector<dossier::Record> all)
    : records(std::move(all)), dossier(dossier::replay(records)) {}

Course course_had(const Past& past, const Rules& rules) {
  const auto& dossier = past.dossier;
  if (was_cut_short(dossier)) {
    if (auto whole = course_under(past, rules, rules)) return *whole;
  }
  Course course;
  course.case_id = dossier.intake.case_id;
  course.decider = decider_of(dossier.intake, rules);
  if (const auto* first = dossier.first_promise()) course.due = first->due;
  course.path = closed_tasks(past.records);
  if (!dossier.process.ended && (!dossier.process.tasks.empty() || !dossier.timers.empty())) {
    (void)go_on(standing_of(dossier), dossier.intake, rules, Outcomes::usual(dossier), course.path);
  } else if (course.path.empty()) {  // not yet accepted: it has its whole way before it
    auto begun = procedure::start(rules.version.process, variables_at(dossier.intake, rules, ""));
    if (begun) {
      (void)go_on({begun->instance, begun->running, dossier::found_variables(dossier)},
                  dossier.intake, rules, Outcomes::usual(dossier), course.path);
    }
  }
  return course;
}

Result<Course, Text> course_under(const Past& past, const Rules& rules, const Rules& had) {
  dossier::Intake intake = past.dossier.intake;
  intake.authority_version = 0;  // the other rules' matrix, whatever its number
  const auto answers = read_json(intake.answers);
  if (!answers) return Unexpected{Text{"đơn không đọc được", "the form cannot be read"}};
  const Date day = date_of(intake.received_at);
  if (const auto fault = new_fault(*answers, day, rules, had)) return Unexpected{*fault};
  auto chosen = case_under(intake, *answers, rules, had);
  if (!chosen) return Unexpected{told(chosen.error())};
  intake.case_id = *chosen;
  if (!rules.version.find_case(*chosen)->terms.contains(intake.channel)) {
    return Unexpected{told({&dossier::case_not_offered, {}})};
  }
  Course course;
  course.case_id = *chosen;
  course.decider = decider_of(intake, rules);
  const auto promise = dossier::first_promise(intake, facts_at(intake, rules));
  if (!promise) return Unexpected{told(promise.error())};
  course.due = promise->due;
  auto begun = procedure::start(rules.version.process, variables_at(intake, rules, ""));
  if (!begun) return Unexpected{told(begun.error())};
  const auto done =
      go_on({std::move(begun->instance), std::move(begun->running),
             dossier::found_variables(past.dossier)},
            intake, rules, Outcomes::recorded(past.records, past.dossier), course.path);
  if (!done) return Unexpected{told(done.error())};
  return course;
}

minutes waited_at_removed(const Past& past, const Course& now,
                          const calendar::WorkingCalendar& calendar) {
  minutes waited{0};
  for (const auto& holding : past.dossier.holdings) {
    const bool stays = std::ranges::find(now.path, holding.task) != now.path.end();
    if (stays || !holding.to) continue;
    waited += calendar.working_time_between(holding.from, *holding.to);
  }
  return waited;
}

int working_days_saved(const Course& had, const Course& now,
                       const calendar::WorkingCalendar& calendar) {
  if (!had.due || !now.due) return 0;
  const Date old_day = date_of(*had.due);
  const Date new_day = date_of(*now.due);
  return calendar.working_days_between(new_day, old_day) -
         calendar.working_days_between(old_day, new_day);
}

}  // namespace motcua::trial

#include "trial/walk.hpp"

#include <algorithm>

#include "dossier/acts/timers.hpp"
#include "dossier/acts/variables.hpp"
#include "dossier/deadline.hpp"
#include "dossier/intake_rules.hpp"
#include "dossier/powers.hpp"
#include "procedure/progress.hpp"
#include "trial/outcomes.hpp"

namespace motcua::trial {
namespace {

class Walker {
 public:
  Walker(Walk& walk, const Rules& rules) : walk_(walk), rules_(rules) {}

  void begin() {
    const auto begun = procedure::start(rules_.version.process, variables(""));
    if (!begun) return stop(begun.error());
    take(*begun, walk_.intake.received_at);
  }

  void complete(Done done) {
    const auto open = std::ranges::find(walk_.open, done.task, &OpenStep::task);
    if (open == walk_.open.end()) {
      walk_.problem =
          Text{"bước “" + done.task + "” không mở", "the step “" + done.task + "” is not open"};
      return;
    }
    const auto& node = rules_.version.process.nodes.at(done.task);
    if (done.outcome.empty()) done.outcome = Outcomes::usual({}).next(node.task.act);
    const Moment ended = open->due.value_or(walk_.intake.received_at);
    walk_.open.erase(open);
    if (!done.answers.empty()) {
      auto found = dossier::found_variables(done.answers);
      found.merge(found_);
      found_ = std::move(found);
    }
    const auto step = next_step(done);
    walk_.done.push_back(std::move(done));
    if (!step) return stop(step.error());
    take(*step, ended);
  }

 private:
  OrRejection<procedure::ProgressStep> next_step(const Done& done) const {
    const auto timer = std::ranges::find(timers_, done.task, &dossier::PendingTimer::node);
    if (timer == timers_.end()) {
      return procedure::complete(rules_.version.process, instance_, done.task,
                                 variables(done.outcome));
    }
    return procedure::timer_came(rules_.version.process, instance_, {timer->execution, timer->node},
                                 variables(done.outcome));
  }

  feel::Context variables(std::string_view outcome) const {
    auto known = variables_at(walk_.intake, rules_, outcome);
    known.merge(found_);
    return known;
  }

  void take(const procedure::ProgressStep& step, Moment opened) {
    instance_ = step.instance;
    walk_.ended = step.instance.ended;
    auto timers =
        dossier::acts::timers_after(timers_, step, opened, facts_at(walk_.intake, rules_));
    if (!timers) return stop(timers.error());
    timers_ = std::move(*timers);
    // What was interrupted is open no more, and a timer no longer than it runs.
    std::erase_if(walk_.open, [&](const OpenStep& open) {
      return std::ranges::find(instance_.tasks, open.task) == instance_.tasks.end();
    });
    for (const auto& task : step.opened) {
      walk_.open.push_back({task, dossier::share_due(rules_.version, walk_.intake.case_id, task,
                                                     opened, rules_.calendar)});
    }
    for (const auto& timer : timers_) walk_.open.push_back({timer.node, timer.due});
  }

  void stop(const Rejection& no) {
    walk_.problem = Text{no.message(Language::Vietnamese), no.message(Language::English)};
  }

  Walk& walk_;
  const Rules& rules_;
  procedure::Progress instance_;
  std::vector<dossier::PendingTimer> timers_;
  feel::Context found_;
};

std::optional<Text> choose(Walk& walk, const json::value& answers, const Rules& rules) {
  const auto chosen = dossier::choose_case(rules.version, answers, walk.intake.case_id,
                                           dossier::authority_variables(walk.authority));
  if (!chosen) {
    return Text{chosen.error().message(Language::Vietnamese),
                chosen.error().message(Language::English)};
  }
  walk.intake.case_id = *chosen;
  const auto promise = dossier::first_promise(walk.intake, facts_at(walk.intake, rules));
  if (!promise) {
    return Text{promise.error().message(Language::Vietnamese),
                promise.error().message(Language::English)};
  }
  walk.due = promise->due;
  return std::nullopt;
}

}  // namespace

Walk walk(dossier::Intake intake, const std::vector<Done>& outcomes, const Rules& rules) {
  Walk walk;
  walk.intake = std::move(intake);
  const auto answers = read_json(walk.intake.answers);
  if (!answers) {
    walk.problem = Text{"đơn không đọc được", "the form cannot be read"};
    return walk;
  }
  walk.authority = dossier::judgement_of(walk.intake, facts_at(walk.intake, rules));
  walk.problem = choose(walk, *answers, rules);
  if (walk.problem) return walk;
  walk.papers =
      dossier::asked_papers(rules.version, *rules.version.find_case(walk.intake.case_id), *answers);
  walk.fee = payment::total(payment::reckon(rules.version, walk.intake.case_id, *answers));
  Walker walker(walk, rules);
  walker.begin();
  for (const auto& done : outcomes) {
    if (walk.problem) break;
    walker.complete(done);
  }
  return walk;
}

}  // namespace motcua::trial

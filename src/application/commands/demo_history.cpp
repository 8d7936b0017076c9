#include "commands/demo_history.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>

#include "base/assertion.hpp"
#include "commands/demo_plan.hpp"
#include "commands/demo_ratings.hpp"
#include "view/generated.hpp"

namespace motcua::commands {
namespace {

// Waits for the answers to a wave of requests.
class Wave {
 public:
  void sent() {
    const std::lock_guard lock(mutex_);
    ++open_;
  }
  void answered() {
    const std::lock_guard lock(mutex_);
    if (--open_ == 0) done_.notify_all();
  }
  void wait() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return open_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable done_;
  int open_ = 0;
};

struct Running {
  const PlannedDossier* planned = nullptr;
  std::size_t next_act = 0;
  DossierSnapshot dossier;
};

using Acts = std::multimap<Moment, Running*>;

class Player {
 public:
  Player(const World& world, Registrar& registrar) : world_(world), registrar_(registrar) {}

  OrFailure<Nothing> play(const std::vector<PlannedDossier>& plan) {
    std::vector<Running> all;
    all.reserve(plan.size());
    for (const auto& planned : plan) all.push_back({&planned, 0, {}});
    std::map<Date, std::vector<Running*>> received_on;
    std::map<Date, Acts> acts_on;
    for (auto& running : all) {
      received_on[date_of(running.planned->received)].push_back(&running);
      for (const auto& act : running.planned->acts) {
        acts_on[date_of(act.at)].emplace(act.at, &running);
      }
    }
    std::map<Date, bool> days;
    for (const auto& [day, list] : received_on) days[day] = true;
    for (const auto& [day, list] : acts_on) days[day] = true;
    for (const auto& [day, any] : days) {
      for (auto* running : received_on[day]) receive(*running);
      wave_.wait();
      act_in_rounds(acts_on[day]);
      if (failure_) return Unexpected{*failure_};
    }
    return Nothing{};
  }

 private:
  // Someone of the role: of the unit when it has one, else of the division that asks for it.
  dossier::Officer officer(std::string_view role, std::string_view unit,
                           std::string_view division = {}) const {
    const authority::Person* chosen = nullptr;
    for (const auto& person : world_.office().people) {
      if (std::ranges::find(person.roles, role) == person.roles.end()) continue;
      const auto nearer = [&](std::string_view wanted) {
        return person.unit == wanted && chosen->unit != unit && chosen->unit != wanted;
      };
      if (chosen == nullptr || nearer(unit) || nearer(division)) chosen = &person;
    }
    MOTCUA_ASSERT(chosen != nullptr);
    return {{view::generator_as(chosen->username), chosen->name, chosen->unit},
            {std::string(role)}};
  }

  void send(Running& running, Request request) {
    wave_.sent();
    registrar_.submit(std::move(request), [this, &running](Outcome outcome) {
      if (auto* done = std::get_if<Done>(&outcome)) {
        running.dossier = done->dossier;
      } else if (auto* rejection = std::get_if<Rejection>(&outcome)) {
        note("demo history: " + std::string(rejection->code()) + " for " +
             (running.dossier ? running.dossier->code : running.planned->intake.procedure));
      } else if (auto* failure = std::get_if<Failure>(&outcome)) {
        note(failure->what);
      }
      wave_.answered();
    });
  }

  void note(std::string what) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = Failure{FailureKind::Unavailable, std::move(what), false};
  }

  void receive(Running& running) {
    const auto& planned = *running.planned;
    Request request;
    request.officer = officer("reception", "reception");
    request.officer.actor.id = view::generator_actor;
    request.as_if_at = planned.received;
    if (planned.intake.channel == procedure::Channel::Online) {
      request.officer.actor.name = planned.intake.applicant.name;
      request.officer.actor.unit.clear();
      request.officer.roles = {"applicant"};
      request.command = SubmitApplication{planned.intake};
    } else {
      request.command = RegisterApplication{registration_of(planned)};
    }
    send(running, std::move(request));
  }

  static dossier::Registration registration_of(const PlannedDossier& planned) {
    dossier::Registration registration;
    registration.intake = planned.intake;
    registration.outcome = planned.outcome;
    if (planned.outcome == dossier::CounterOutcome::Guided) {
      registration.lacking = {{planned.intake.papers.front().paper, "Thiếu bản chính"}};
    } else if (planned.outcome == dossier::CounterOutcome::Refused) {
      registration.reason = "Không thuộc thẩm quyền giải quyết của Sở Ngoại vụ";
    }
    if (planned.papers_came) {
      registration.actual_at = planned.papers_came;
      registration.actual_reason = "Giấy tờ để lại quầy cuối buổi chiều hôm trước";
    }
    return registration;
  }

  // Acts of one day in order of time; a dossier's next act waits for its last one.
  void act_in_rounds(Acts& acts) {
    while (!acts.empty() && !failure_) {
      std::map<const Running*, bool> busy;
      for (auto act = acts.begin(); act != acts.end();) {
        if (busy[act->second]) {
          ++act;
          continue;
        }
        busy[act->second] = true;
        perform(*act->second);
        act = acts.erase(act);
      }
      wave_.wait();
    }
  }

  static bool has_ended(const dossier::Dossier& dossier) {
    return dossier.phase != dossier::Phase::Submitted && dossier.phase != dossier::Phase::Running;
  }

  void perform(Running& running) {
    const auto& planned = running.planned->acts[running.next_act++];
    if (planned.deed == Deed::Rate && !has_ended(*running.dossier)) return;
    PerformAct act;
    act.code = running.dossier->code;
    Request request;
    request.as_if_at = planned.at;
    request.officer = choose(running, planned, act);
    request.command = std::move(act);
    send(running, std::move(request));
  }

  // What is done, who does it, and what he writes.
  dossier::Officer choose(const Running& running, const PlannedAct& planned, PerformAct& act) {
    const auto& dossier = *running.dossier;
    const auto& intake = running.planned->intake;
    const auto division = world_.office().division_of(intake.procedure);
    const auto holder = dossier.tasks.empty() ? std::string("reception") : dossier.tasks[0].unit;
    act.input.reason = planned.words;
    switch (planned.deed) {
      case Deed::Step:
        return choose_step(running, planned, act);
      case Deed::AskSupplement:
        act.act = "request-supplement";
        act.input.reason.clear();
        act.input.document = number("HDHS", planned.at);
        act.input.items = {{intake.papers.front().paper, planned.words}};
        return officer(holder == "reception" ? "reception" : "specialist", holder, division);
      case Deed::Supplement:
        act.act = "supplement";
        act.input.note = "Đã nộp đủ giấy tờ";
        return officer("reception", "reception");
      case Deed::Apologise:
        act.act = "apologise";
        act.input.document = number("PXL-NV", planned.at);
        act.input.new_due = planned.until;
        act.input.responsible_unit = holder;
        return officer("director", "leadership");
      case Deed::Assign:
        act.act = "assign";
        act.input.to = planned.words;
        act.input.task = dossier.tasks.at(0).task;
        return officer("head", division);
      case Deed::Stop:
        act.act = "stop";
        act.input.document = number("TB-NV", planned.at);
        return officer("head", division);
      case Deed::Withdraw:
        act.act = "withdraw";
        return officer("reception", "reception");
      case Deed::Refuse:
        act.act = "refuse";
        return officer("reception", "reception");
      case Deed::Rate:
        act.act = "rate";
        act.input.reason.clear();
        act.input.note = planned.words;
        act.input.marks = marks_as_it_was(dossier, planned.marks);
        return {{std::string(view::generator_actor), intake.applicant.name, ""}, {"applicant"}};
    }
    MOTCUA_ASSERT(false);
  }

  dossier::Officer choose_step(const Running& running, const PlannedAct& planned, PerformAct& act) {
    const auto& dossier = *running.dossier;
    const auto& intake = running.planned->intake;
    act.input.reason.clear();
    if (dossier.phase == dossier::Phase::Submitted) {
      act.act = "accept";
      return officer("reception", "reception");
    }
    MOTCUA_ASSERT(!dossier.tasks.empty());
    const auto& task = dossier.tasks.front();
    const auto* version = world_.catalogue().find(intake.procedure, intake.procedure_version);
    const auto& node = version->process.nodes.find(task.task)->second;
    act.act = node.task.act;
    act.input.task = task.task;
    if (act.act == "return-result" && dossier.phase == dossier::Phase::Running) {
      act.act = "record-result";
    }
    act.input.actual_at = planned.actual_at;
    act.input.note = planned.words;
    fill_in(act, planned, intake.applicant.name);
    return officer(node.task.role, task.unit, world_.office().division_of(intake.procedure));
  }

  void fill_in(PerformAct& act, const PlannedAct& planned, const std::string& applicant) {
    const bool decides = act.act == "sign-off" || act.act == "record-result";
    if (decides) act.input.outcome = "granted";
    if (decides) act.input.document = number("UBND-NC", planned.at);
    if (act.act == "record-opinion") act.input.document = number("PA", planned.at);
    if (act.act == "return-result") act.input.returned_to = applicant;
  }

  // Each symbol has its own numbers, from 1 in every year.
  std::string number(std::string_view symbol, Moment moment) {
    const std::chrono::year_month_day day{date_of(moment)};
    const int next = ++numbers_[{std::string(symbol), int(day.year())}];
    return std::to_string(next) + "/" + std::string(symbol);
  }

  const World& world_;
  Registrar& registrar_;
  Wave wave_;
  std::mutex mutex_;
  std::optional<Failure> failure_;
  std::map<std::pair<std::string, int>, int> numbers_;
};

}  // namespace

OrFailure<Nothing> make_demo_history(const World& world, Registrar& registrar, Moment until,
                                     std::uint64_t seed) {
  auto plan = plan_demo_history(world, until, Dice(seed));
  plan_ratings(plan, world, until, Dice(~seed));  // dice of their own: the rest stays as it was
  return Player(world, registrar).play(plan);
}

}  // namespace motcua::commands

#include "commands/demo_history.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>

#include "base/assertion.hpp"
#include "commands/demo_plan.hpp"
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
  bool asked = false;     // the planned supplement was asked for
  bool answered = false;  // and came
};

class Player {
 public:
  Player(const World& world, Registrar& registrar) : world_(world), registrar_(registrar) {}

  OrFailure<Nothing> play(const std::vector<PlannedDossier>& plan) {
    std::vector<Running> all;
    all.reserve(plan.size());
    for (const auto& planned : plan) all.push_back({&planned, 0, {}, false, false});
    std::map<Date, std::vector<Running*>> received_on;
    std::map<Date, std::multimap<Moment, Running*>> acts_on;
    for (auto& running : all) {
      received_on[date_of(running.planned->received)].push_back(&running);
      for (const auto moment : running.planned->acts) {
        acts_on[date_of(moment)].emplace(moment, &running);
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
  dossier::Officer officer(std::string_view role, std::string_view unit) const {
    const authority::Person* chosen = nullptr;
    for (const auto& person : world_.office().people) {
      const bool has =
          std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end();
      if (has && (chosen == nullptr || person.unit == unit)) {
        chosen = &person;
        if (person.unit == unit) break;
      }
    }
    MOTCUA_ASSERT(chosen != nullptr);
    return {{std::string(view::generator_actor), chosen->name, chosen->unit}, {std::string(role)}};
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
    request.as_if_at = planned.received;
    if (planned.intake.channel == procedure::Channel::Online) {
      request.officer.actor.name = planned.intake.applicant.name;
      request.officer.actor.unit.clear();
      request.command = SubmitApplication{planned.intake};
    } else {
      dossier::Registration registration;
      registration.intake = planned.intake;
      if (planned.fate == Fate::Guided) {
        registration.outcome = dossier::CounterOutcome::Guided;
        registration.lacking = {{planned.intake.papers.front().paper, "Thiếu bản chính"}};
      }
      request.command = RegisterApplication{std::move(registration)};
    }
    send(running, std::move(request));
  }

  // Acts of one day in order of time; a dossier's next act waits for its last one.
  void act_in_rounds(std::multimap<Moment, Running*>& acts) {
    while (!acts.empty() && !failure_) {
      std::map<const Running*, bool> busy;
      for (auto act = acts.begin(); act != acts.end();) {
        if (busy[act->second]) {
          ++act;
          continue;
        }
        busy[act->second] = true;
        perform(*act->second, act->first);
        act = acts.erase(act);
      }
      wave_.wait();
    }
  }

  void perform(Running& running, Moment moment) {
    PerformAct act;
    act.code = running.dossier->code;
    Request request;
    request.as_if_at = moment;
    request.officer = choose(running, act);
    if (act.act.empty()) return;
    request.command = std::move(act);
    send(running, std::move(request));
    ++running.next_act;
  }

  // The act that comes next, who does it, and what he writes.
  dossier::Officer choose(Running& running, PerformAct& act) {
    const auto& dossier = *running.dossier;
    const auto& planned = *running.planned;
    if (dossier.phase == dossier::Phase::Submitted) {
      act.act = "accept";
      return officer("reception", "reception");
    }
    if (dossier.supplement) {
      act.act = "supplement";
      act.input.note = "Đã nộp đủ giấy tờ";
      return officer("reception", "reception");
    }
    if (dossier.tasks.empty()) return {};
    const auto& task = dossier.tasks.front();
    const bool ask = planned.supplement || planned.fate == Fate::Waiting;
    if (ask && !running.asked) {
      running.asked = true;
      act.act = "request-supplement";
      act.input.document = number("HDHS");
      act.input.items = {{planned.intake.papers.front().paper, "Bản nộp chưa có dấu"}};
      return officer(task.unit == "reception" ? "reception" : "specialist", task.unit);
    }
    const auto* version = world_.catalogue().find(planned.intake.procedure, 1);
    const auto& node = version->process.nodes.find(task.task)->second;
    act.act = node.task.act;
    act.input.task = task.task;
    if (act.act == "return-result" && dossier.phase == dossier::Phase::Running) {
      act.act = "record-result";
    }
    fill_in(act, planned);
    return officer(node.task.role, task.unit);
  }

  void fill_in(PerformAct& act, const PlannedDossier& planned) {
    if (act.act == "sign-off" || act.act == "record-result") act.input.outcome = "granted";
    if (act.act == "sign-off") act.input.document = number("UBND-NC");
    if (act.act == "record-opinion") act.input.document = number("PA");
    if (act.act == "record-result") act.input.document = number("UBND-NC");
    if (act.act == "return-result") act.input.returned_to = planned.intake.applicant.name;
  }

  std::string number(std::string_view symbol) {
    return std::to_string(++numbers_) + "/" + std::string(symbol);
  }

  const World& world_;
  Registrar& registrar_;
  Wave wave_;
  std::mutex mutex_;
  std::optional<Failure> failure_;
  int numbers_ = 100;
};

}  // namespace

OrFailure<Nothing> make_demo_history(const World& world, Registrar& registrar, Moment until,
                                     std::uint64_t seed) {
  const auto plan = plan_demo_history(world, until, Dice(seed));
  return Player(world, registrar).play(plan);
}

}  // namespace motcua::commands

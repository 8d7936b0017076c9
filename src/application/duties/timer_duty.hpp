// What the timers of processes do when their time has come: acts of the office, by nobody's click.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "commands/registrar.hpp"

namespace motcua::duties {

// Which dossiers have a timer is read from the store once and kept up with every commit. take() is
// called on the registrar's thread, the rest on one other.
class TimerDuty {
 public:
  // A timer the rules refuse (a calendar not decreed yet) is told of and asked again after this.
  static constexpr hours refused_pause{6};

  struct Works {  // outlive the duty
    const commands::World& world;
    ports::Journal& journal;
    commands::DossierCache& cache;
    commands::Registrar& registrar;
    std::function<void(const std::string& code, const Rejection& why)> refused;
  };
  explicit TimerDuty(Works works) : works_(std::move(works)) {}

  void take(const std::vector<commands::Changed>& changed);  // Registrar::Committed
  OrFailure<Nothing> load();                                 // after take() is told of commits
  // Lets every timer that is due come, each in a commit of its own.
  OrFailure<Nothing> make_due(Moment now);

 private:
  void note(const dossier::Dossier& dossier);
  bool is_known(const std::string& code);
  std::vector<std::string> due(Moment now);
  OrFailure<Nothing> let_come(const std::string& code, Moment now);

  Works works_;
  std::mutex mutex_;
  std::map<std::string, Moment> next_;  // by code: when its first timer comes
};

}  // namespace motcua::duties

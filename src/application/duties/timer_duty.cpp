#include "duties/timer_duty.hpp"

#include <algorithm>
#include <set>

#include "dossier/timers.hpp"
#include "view/figure_row.hpp"

namespace motcua::duties {
namespace {

// Procedures with a version whose process may set timers.
std::set<std::string> with_timers(const procedure::Catalogue& catalogue) {
  std::set<std::string> procedures;
  for (const auto& version : catalogue.versions()) {
    if (!version.process.plain) procedures.insert(version.procedure);
  }
  return procedures;
}

}  // namespace

void TimerDuty::note(const dossier::Dossier& dossier) {
  if (dossier.timers.empty() && !is_known(dossier.code)) return;
  const auto* version =
      works_.world.catalogue().find(dossier.intake.procedure, dossier.intake.procedure_version);
  if (version == nullptr) return;
  const auto calendar = works_.world.calendar();
  const auto next = dossier::next_timer(dossier, {*version, *calendar});
  const std::lock_guard lock(mutex_);
  if (next) {
    next_.insert_or_assign(dossier.code, next->due);
  } else {
    next_.erase(dossier.code);
  }
}

bool TimerDuty::is_known(const std::string& code) {
  const std::lock_guard lock(mutex_);
  return next_.contains(code);
}

void TimerDuty::take(const std::vector<commands::Changed>& changed) {
  for (const auto& one : changed) note(*one.dossier);
}

OrFailure<Nothing> TimerDuty::load() {
  const auto procedures = with_timers(works_.world.catalogue());
  std::vector<std::string> codes;
  const auto read = works_.journal.each_figures([&](std::string_view line) {
    const auto row = view::read_figure_row(line);
    if (!row || !procedures.contains(row->procedure)) return;
    using dossier::Phase;
    if (row->phase == Phase::Running || row->phase == Phase::Settled) codes.push_back(row->code);
  });
  if (!read) return read;
  for (const auto& code : codes) {
    const auto dossier = works_.cache.find(code);
    if (!dossier) return Unexpected{dossier.error()};
    note(**dossier);
  }
  return Nothing{};
}

std::vector<std::string> TimerDuty::due(Moment now) {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> codes;
  for (const auto& [code, moment] : next_) {
    if (moment <= now) codes.push_back(code);
  }
  return codes;
}

OrFailure<Nothing> TimerDuty::make_due(Moment now) {
  for (const auto& code : due(now)) {
    if (auto done = let_come(code, now); !done) return done;
  }
  return Nothing{};
}

OrFailure<Nothing> TimerDuty::let_come(const std::string& code, Moment now) {
  while (true) {
    commands::Request request;
    request.officer.actor = {"office", "Hẹn giờ của quy trình", ""};
    request.command = commands::LetTimerCome{code};
    const auto outcome = works_.registrar.perform(std::move(request));
    if (const auto* failure = std::get_if<Failure>(&outcome)) return Unexpected{*failure};
    if (const auto* no = std::get_if<Rejection>(&outcome)) {
      works_.refused(code, *no);
      const std::lock_guard lock(mutex_);
      next_.insert_or_assign(code, now + refused_pause);
      return Nothing{};
    }
    const auto* done = std::get_if<commands::Done>(&outcome);
    if (done == nullptr || done->event.empty()) {
      if (done != nullptr) note(*done->dossier);
      return Nothing{};
    }
  }
}

}  // namespace motcua::duties

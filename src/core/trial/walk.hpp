// A made-up dossier led through a draft by hand: which tasks are open after the outcomes given.
//
// As in core/trial, the production code with other inputs; nothing is kept.
#pragma once

#include "payment/reckoning.hpp"
#include "trial/trial.hpp"

namespace motcua::trial {

struct Done {
  std::string task;
  std::string outcome;       // approved, rework, granted, refused … ; empty: the usual one
  std::string answers = {};  // of the task's form, JSON; empty: none were given
};

// A user task that is open, or a timer that runs: then done is that it came.
struct OpenStep {
  std::string task;
  std::optional<Moment> due;  // where each step before it took its whole share
};

struct Walk {
  dossier::Intake intake;  // with the case it was given
  std::optional<authority::Judgement> authority;
  std::vector<OpenStep> open;
  std::vector<Done> done;
  bool ended = false;
  std::optional<Moment> due;
  std::vector<const procedure::Paper*> papers;
  Dong fee;
  std::optional<Text> problem;  // why it goes no further
};

// `intake`: procedure, channel, answers, received_at, and a case where somebody names one.
Walk walk(dossier::Intake intake, const std::vector<Done>& outcomes, const Rules& rules);

}  // namespace motcua::trial

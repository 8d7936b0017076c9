// What people decided on a dossier, given again act by act. Internal to core/trial.
#pragma once

#include <deque>
#include <map>
#include <span>
#include <string>

#include "dossier/state.hpp"

namespace motcua::trial {

class Outcomes {
 public:
  // Every recorded outcome by the kind of act ("approve"), in its order; then the usual one.
  static Outcomes recorded(std::span<const dossier::Record> records,
                           const dossier::Dossier& dossier);
  static Outcomes usual(const dossier::Dossier& dossier);

  std::string next(const std::string& act);

 private:
  std::map<std::string, std::deque<std::string>> by_act_;
  std::string granted_ = "granted";
};

// User tasks in the order they were completed.
std::vector<std::string> closed_tasks(std::span<const dossier::Record> records);

}  // namespace motcua::trial

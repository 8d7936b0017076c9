// Which dossiers the demonstration's history holds, and when each act on them happens. Pure; the
// same seed gives the same plan.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "commands/world.hpp"
#include "dossier/intake_rules.hpp"

namespace motcua::commands {

// Numbers from a seed (SplitMix64), the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  int between(int least, int most);  // both included
  bool chance(int percent) { return between(1, 100) <= percent; }

 private:
  std::uint64_t state_;
};

enum class Fate {
  OnTime,
  Late,
  Guided,      // handed back incomplete at the counter
  InProgress,  // some acts done, the rest left to the demonstration's officers
  Waiting,     // a supplement is asked for and has not come
  Settled,     // result recorded, not collected yet
  Submitted,   // sent through the network, not accepted yet
};

struct PlannedDossier {
  dossier::Intake intake;
  Moment received{};
  Fate fate = Fate::OnTime;
  std::vector<Moment> acts;  // when each act happens, in order
  bool supplement = false;   // asked and answered on the way
};

std::vector<PlannedDossier> plan_demo_history(const World& world, Moment until, Dice dice);

}  // namespace motcua::commands

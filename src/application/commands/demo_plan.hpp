// Which dossiers the demonstration's history holds, what happens to each of them, and when. Pure;
// the same seed gives the same plan. All of it lies in the working hours of the calendar, what
// happens at the counter in its reception hours.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "commands/world.hpp"
#include "dossier/intake_rules.hpp"
#include "dossier/rating.hpp"

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

enum class Deed {
  Step,  // whatever the process asks next
  AskSupplement,
  Supplement,
  Apologise,
  Assign,
  Withdraw,
  Stop,
  Refuse,
  Rate,  // by the holder; passed over where it has not ended
};

struct PlannedAct {
  Moment at{};
  Deed deed = Deed::Step;
  Date until{};                        // the new date of an apology
  std::string words{};                 // the reason given
  std::optional<Moment> actual_at{};   // when it really happened, if not at the click
  std::vector<dossier::Mark> marks{};  // of a rating
};

struct PlannedDossier {
  dossier::Intake intake;
  Moment received{};
  std::optional<Moment> papers_came;  // earlier than they were registered
  dossier::CounterOutcome outcome = dossier::CounterOutcome::Received;
  std::vector<PlannedAct> acts;  // in order of time
};

std::vector<PlannedDossier> plan_demo_history(const World& world, Moment until, Dice dice);

}  // namespace motcua::commands

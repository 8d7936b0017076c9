#include "scenario/coverage.hpp"

#include "dossier/act.hpp"
#include "dossier/event_json.hpp"

namespace motcua::scenario {
namespace {

using dossier::Event;
using dossier::StepEnd;

template <std::size_t... Index>
std::set<std::string> names_of_alternatives(std::index_sequence<Index...>) {
  return {std::string(dossier::event_name(Event{std::variant_alternative_t<Index, Event>{}}))...};
}

// Every event; a completed step has a name for each way it may end.
std::set<std::string> all_events() {
  auto names = names_of_alternatives(std::make_index_sequence<std::variant_size_v<Event>>{});
  for (int how = 0; how <= int(StepEnd::OpinionRecorded); ++how) {
    dossier::StepCompleted step;
    step.how = StepEnd(how);
    names.emplace(dossier::event_name(Event{step}));
  }
  return names;
}

}  // namespace

std::vector<std::string> missing(const Coverage& coverage) {
  std::vector<std::string> absent;
  for (const auto& rule : dossier::act_table()) {
    if (!coverage.acts.contains(rule.name)) absent.push_back("act " + std::string(rule.name));
  }
  for (const auto& event : all_events()) {
    if (!coverage.events.contains(event)) absent.push_back("event " + event);
  }
  for (const auto* rejection : dossier::all_rejections) {
    if (!coverage.rejections.contains(rejection->code)) {
      absent.push_back("rejection " + std::string(rejection->code));
    }
  }
  return absent;
}

}  // namespace motcua::scenario

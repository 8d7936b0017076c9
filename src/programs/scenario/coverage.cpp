#include "scenario/coverage.hpp"

#include "dossier/act.hpp"
#include "dossier/event_json.hpp"
#include "notice/kind.hpp"
#include "queries/dossier_view.hpp"
#include "scenario/rejections.hpp"
#include "scenario/words.hpp"

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
  const auto look = [&](std::string_view kind, std::string_view name, const auto& reached) {
    if (!reached.contains(name)) absent.push_back(std::string(kind) + " " + std::string(name));
  };
  for (const auto& rule : dossier::act_table()) look("act", rule.name, coverage.verbs);
  for (const auto& verb : verbs()) {
    if (verb.act != attempting) look("verb", verb.act, coverage.verbs);
  }
  look("verb", "holiday", coverage.verbs);
  for (const auto& event : all_events()) look("event", event, coverage.events);
  for (const auto* rejection : all_rejections()) {
    look("rejection", rejection->code, coverage.rejections);
  }
  for (const auto slip : queries::all_slips) look("slip", slip, coverage.slips);
  for (const auto kind : notice::all_kinds) {
    if (!notice::is_of_dossier(kind)) continue;  // tests/api: notices, accounts, petitions
    look("notice", notice::write_kind(kind), coverage.notices);
  }
  return absent;
}

}  // namespace motcua::scenario

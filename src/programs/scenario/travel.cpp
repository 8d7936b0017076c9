#include "scenario/travel.hpp"

#include <algorithm>

#include "travel/event_json.hpp"

namespace motcua::scenario {
namespace {

using travel::Entry;

class Look {
 public:
  explicit Look(Office& office)
      : entries_(office.travel().entries()),
        calendar_(office.world().calendar()),
        scene_{entries_, *calendar_, office.travel().settings(), date_of(office.clock().now())} {}
  const travel::Scene& scene() const { return scene_; }

 private:
  travel::Entries entries_;
  commands::CalendarSnapshot calendar_;
  travel::Scene scene_;
};

std::string late(int days, std::string_view unit) {
  return days == 0 ? "" : ", " + std::to_string(days) + " " + std::string(unit) + " late";
}

std::string tell_passport(const Entry& entry, const travel::Scene& scene) {
  const auto& passport = entry.passport;
  std::string told = travel::row_of(entry).state;
  if (passport.out) {
    const auto due = travel::hand_back_due(*passport.out, scene);
    if (due) told += ", due " + write_date(*due);
    return told + late(travel::passport_late_by(entry, scene), "working days");
  }
  if (passport.returns.empty()) return told;
  const auto& back = passport.returns.back().second;
  const auto days = travel::hand_back_late_by(back, scene);
  return told + (days == 0 ? ", handed back in time" : late(days, "working days"));
}

std::string tell_trip(const Entry& entry, const travel::Scene& scene) {
  std::string told{travel::write_standing(travel::standing_of(entry, scene))};
  told += ", " + write_date(entry.trip.from) + " to " + write_date(entry.trip.to);
  if (entry.kind == travel::Kind::Out && !entry.cancelled) {
    told += ", report due " + write_date(travel::report_due(entry, scene));
    told += late(travel::report_late_by(entry, scene), "days");
  }
  return told;
}

std::string tell_entry(const Entry& entry, const travel::Scene& scene) {
  return entry.kind == travel::Kind::Passport ? tell_passport(entry, scene)
                                              : tell_trip(entry, scene);
}

OrFailure<travel::Snapshot> find_entry(const std::string& name, const Codes& codes,
                                       Office& office) {
  auto entry = office.travel().find(travel_code(name, codes, office));
  if (!entry) return malformed("the book of travel does not have " + name);
  return entry;
}

}  // namespace

std::string travel_code(const std::string& name, const Codes& codes, Office& office) {
  const auto code = codes.find(name);
  if (code == codes.end()) return {};
  if (name.starts_with('P')) return code->second;
  const auto entry = office.travel().of_dossier(code->second);
  return entry ? entry->code : std::string();
}

OrFailure<commands::TravelRequest> travel_request(const Deed& deed, const dossier::Officer& officer,
                                                  const Codes& codes, Office& office) {
  commands::TravelRequest request;
  request.officer = officer;
  travel::Input input{deed.travel_fields};
  if (const auto given = input.values.find("delegation"); given != input.values.end()) {
    given->second = travel_code(given->second, codes, office);
  }
  if (deed.act == keeping_passport) {
    request.command = commands::OpenTravelEntry{"passport", std::move(input)};
    return request;
  }
  const auto code = travel_code(deed.dossier, codes, office);
  if (code.empty()) return malformed("the book of travel does not have " + deed.dossier);
  request.command =
      commands::ActOnTravelEntry{code, deed.travel_act, std::move(input), deed.seen_version};
  return request;
}

std::string tell_travel(const commands::TravelOutcome& outcome, const std::string& name,
                        Office& office) {
  if (const auto* rejection = std::get_if<Rejection>(&outcome)) {
    std::string code(rejection->code());
    std::ranges::replace(code, '_', ' ');
    return "rejected: " + code;
  }
  if (const auto* changed = std::get_if<commands::TravelChanged>(&outcome)) {
    return "conflict: version is now " + std::to_string(changed->version_now);
  }
  if (const auto* failure = std::get_if<Failure>(&outcome)) return "failed: " + failure->what;
  const auto* done = std::get_if<commands::TravelDone>(&outcome);
  if (done == nullptr) return "failed: no such entry";
  const Look look(office);
  return "book of travel, " + name + ": " + tell_entry(*done->entry, look.scene());
}

OrFailure<std::string> standing_of_travel(const std::string& name, const Codes& codes,
                                          Office& office) {
  const auto entry = find_entry(name, codes, office);
  if (!entry) return Unexpected{entry.error()};
  const Look look(office);
  return tell_entry(**entry, look.scene());
}

OrFailure<std::string> reminders_of_travel(const std::string& name, const Codes& codes,
                                           Office& office) {
  const auto entry = find_entry(name, codes, office);
  if (!entry) return Unexpected{entry.error()};
  std::string told;
  for (std::size_t i = 0; i < (*entry)->reminded.size(); ++i) {
    const auto& one = (*entry)->reminded[i];
    told += (told.empty() ? "" : "; ") + write_date((*entry)->reminded_on[i]) + " of the " +
            one.about + (one.after ? " overdue since " : " due on ") + write_date(one.due);
  }
  return told.empty() ? "none" : told;
}

std::string travellers_of_year(int year, Office& office) {
  const Look look(office);
  const travel::People people(look.scene().entries);
  std::string told;
  for (const auto& [key, person] : travel::people_in(look.scene(), people, year)) {
    told += (told.empty() ? "" : "; ") + person.name + " (" + person.unit + ") " +
            std::to_string(person.trips.size()) + (person.over_limit ? " over the limit" : "");
  }
  if (told.empty()) told = "nobody";
  const auto namesakes = people.namesakes().size();
  return namesakes == 0 ? told : told + "; namesakes not judged " + std::to_string(namesakes);
}

}  // namespace motcua::scenario

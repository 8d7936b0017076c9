#include "travel/trip_counts.hpp"

#include <algorithm>

namespace motcua::travel {
namespace {

std::string unit_of(const Traveller& traveller, const Trip& trip) {
  return fold(traveller.unit.empty() ? trip.unit : traveller.unit);
}

int calendar_year(Date date) { return int(std::chrono::year_month_day{date}.year()); }

// A number with the codes it was counted from.
struct Number {
  std::int64_t value = 0;
  const std::vector<std::string>& records;
};

Number count_of(const std::vector<std::string>& codes) {
  return {std::int64_t(codes.size()), codes};
}

// Keeps the greatest; the first of equals, so that the order of travellers decides. Every doubt is
// told.
void take_number(authority::RegisterFact& fact, const std::string& of, const Number& counted,
                 const Number& in_doubt) {
  if (in_doubt.value > 0) {
    fact.doubts.push_back({of, counted.value, in_doubt.value, in_doubt.records});
  }
  if (counted.value <= fact.value) return;
  fact.value = counted.value;
  fact.of = of;
  fact.records = counted.records;
}

}  // namespace

struct TripCounts::Share {
  bool as_leader = false;  // on one of the trips
  std::vector<std::string> trips;
  std::vector<std::string> overdue;
  int days = 0;
};

struct TripCounts::Person {
  bool leader = false;
  Share his;
  Share in_doubt;  // of namesakes who may be he
};

TripCounts::TripCounts(const Entries& entries, Settings settings)
    : people_(std::make_shared<const People>(entries)),
      settings_(std::make_shared<const Settings>(std::move(settings))) {
  for (const auto& [code, entry] : entries) {
    if (!entry->dossier.empty()) dossiers_.insert(entry->dossier);
    if (entry->kind == Kind::Out) count(code, entry->opened_at, *entry);
  }
}

TripCounts::TripCounts(std::shared_ptr<const TripCounts> before)
    : before_(std::move(before)), people_(before_->people_), settings_(before_->settings_) {}

bool TripCounts::has(std::string_view dossier) const {
  return dossiers_.contains(dossier) || (before_ && before_->has(dossier));
}

bool TripCounts::is_left_out(const std::string& dossier) const {
  return left_out_.contains(dossier) || (before_ && before_->is_left_out(dossier));
}

bool TripCounts::counts(const Counted& one, const Asked& asked) const {
  if (one.decided > asked.at || is_left_out(one.dossier)) return false;
  if (one.until && *one.until <= asked.at) return false;
  return asked.dossier.empty() || one.dossier != asked.dossier;
}

void TripCounts::add(const Taken& taken, Moment decided) {
  if (taken.kind != Kind::Out || has(taken.dossier)) return;
  dossiers_.insert(taken.dossier);
  Entry entry;
  entry.dossier = taken.dossier;
  entry.trip = taken.trip;
  count(taken.dossier, decided, entry);
}

void TripCounts::count(const std::string& code, Moment decided, const Entry& entry) {
  const auto& trip = entry.trip;
  Counted one;
  one.code = code;
  one.dossier = entry.dossier;
  one.decided = decided;
  if (entry.cancelled) one.until = entry.cancelled_at;
  one.from = trip.from;
  one.to = trip.to;
  one.year = calendar_year(trip.from);
  one.days = entry.days();
  one.report_due = trip.to;
  one.report_due += std::chrono::days{settings_->on(trip.to).report.most};
  if (entry.report) one.reported = entry.report->on;
  for (const auto& traveller : trip.travellers) {
    const auto& limits = settings_->on(trip.from);
    one.as_leader = is_leader(traveller, limits);
    one.as_head = traveller.head;
    const auto key = people_->key_of(traveller, trip.unit);
    by_person_[key].push_back(one);
    by_name_[fold(traveller.name)].insert(key);
    if (is_key_leader(traveller, limits)) {
      by_unit_[unit_of(traveller, trip)].push_back({key, traveller.name, one});
    }
  }
}

void TripCounts::add_trips(const std::string& key, const Trip& trip, const Asked& asked,
                           Share& share) const {
  const Date today = date_of(asked.at);
  for (const auto* layer = this; layer != nullptr; layer = layer->before_.get()) {
    const auto found = layer->by_person_.find(key);
    if (found == layer->by_person_.end()) continue;
    for (const auto& one : found->second) {
      if (!counts(one, asked)) continue;
      const bool reported = one.reported && *one.reported <= today;
      if (one.as_head && !reported && today > one.report_due) share.overdue.push_back(one.code);
      if (one.year != calendar_year(trip.from)) continue;
      share.as_leader = share.as_leader || one.as_leader;
      share.trips.push_back(one.code);
      share.days += one.days;
    }
  }
}

TripCounts::Keys TripCounts::namesakes_of(const Traveller& traveller,
                                          const std::string& key) const {
  Keys keys;
  const auto name = fold(traveller.name);
  for (const auto* layer = this; !name.empty() && layer != nullptr; layer = layer->before_.get()) {
    const auto found = layer->by_name_.find(name);
    if (found == layer->by_name_.end()) continue;
    for (const auto& other : found->second) {
      if (people_->may_be_one(key, other)) keys.insert(other);
    }
  }
  return keys;
}

TripCounts::Person TripCounts::person_of(const Traveller& traveller, const Trip& trip,
                                         const Asked& asked) const {
  Person person;
  const auto key = people_->key_of(traveller, trip.unit);
  add_trips(key, trip, asked, person.his);
  for (const auto& other : namesakes_of(traveller, key)) {
    add_trips(other, trip, asked, person.in_doubt);
  }
  person.leader = is_leader(traveller, settings_->on(trip.from)) || person.his.as_leader;
  return person;
}

// Trips of key leaders of the units whose key leaders travel here, with a day in common.
std::vector<const TripCounts::Away*> TripCounts::away_with(const Trip& trip,
                                                           const Asked& asked) const {
  Keys units;
  for (const auto& one : trip.travellers) {
    if (is_key_leader(one, settings_->on(trip.from))) units.insert(unit_of(one, trip));
  }
  std::vector<const Away*> away;
  for (const auto* layer = this; layer != nullptr; layer = layer->before_.get()) {
    for (const auto& unit : units) {
      const auto found = layer->by_unit_.find(unit);
      if (found == layer->by_unit_.end()) continue;
      for (const auto& one : found->second) {
        const bool overlaps = one.trip.from <= trip.to && trip.from <= one.trip.to;
        if (overlaps && counts(one.trip, asked)) away.push_back(&one);
      }
    }
  }
  return away;
}

// Whoever travels here himself is not another; who may be he is in doubt.
authority::RegisterFact TripCounts::key_leaders_away(const Trip& trip, const Asked& asked) const {
  authority::RegisterFact fact{"key_leaders_away", 0, {}, {}};
  Keys own;
  for (const auto& one : trip.travellers) own.insert(people_->key_of(one, trip.unit));
  Keys told;
  for (const auto* away : away_with(trip, asked)) {
    if (own.contains(away->key)) continue;
    const bool first = told.insert(away->key).second;
    const auto may_be = [&](const Traveller& one) {
      return fold(one.name) == fold(away->name) &&
             people_->may_be_one(people_->key_of(one, trip.unit), away->key);
    };
    if (std::ranges::any_of(trip.travellers, may_be)) {
      if (first) fact.doubts.push_back({away->name, 0, 1, {away->trip.code}});
      continue;
    }
    fact.records.push_back(away->trip.code);
    if (!first) continue;
    ++fact.value;
    fact.of += (fact.of.empty() ? "" : ", ") + away->name;
  }
  return fact;
}

authority::RegisterFacts TripCounts::facts_for(const Asked& asked) const {
  if (asked.procedure != procedure_out) return {};
  const auto trip = trip_asked(asked.answers, asked.applicant, date_of(asked.at));
  authority::RegisterFact trips{"trips_this_year", 0, {}, {}};
  authority::RegisterFact days{"days_this_year", 0, {}, {}};
  authority::RegisterFact overdue{"reports_overdue", 0, {}, {}};
  authority::RegisterFact of_anyone{"trips_this_year_of_anyone", 0, {}, {}};
  bool named = false;
  for (const auto& traveller : trip.travellers) {
    if (fold(traveller.name).empty() && traveller.identity.empty()) continue;
    named = true;
    const auto& of = traveller.name;
    const auto [leader, his, doubt] = person_of(traveller, trip, asked);
    take_number(of_anyone, of, count_of(his.trips), count_of(doubt.trips));
    if (!leader) continue;
    take_number(trips, of, count_of(his.trips), count_of(doubt.trips));
    take_number(days, of, {his.days, his.trips}, {doubt.days, doubt.trips});
    take_number(overdue, of, count_of(his.overdue), count_of(doubt.overdue));
  }
  if (!named) return {};
  authority::RegisterFacts facts{std::move(trips), std::move(days), std::move(overdue),
                                 std::move(of_anyone)};
  if (!settings_->on(trip.from).key_leaders.groups.empty()) {
    facts.push_back(key_leaders_away(trip, asked));
  }
  return facts;
}

}  // namespace motcua::travel

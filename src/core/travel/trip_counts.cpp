#include "travel/trip_counts.hpp"

#include <algorithm>

namespace motcua::travel {
namespace {

int calendar_year(Date date) { return int(std::chrono::year_month_day{date}.year()); }

// Keeps the greatest; the first of equals, so that the order of travellers decides.
void keep_greatest(authority::RegisterFact& fact, std::int64_t value, const std::string& of,
                   const std::vector<std::string>& records) {
  if (value <= fact.value) return;
  fact.value = value;
  fact.of = of;
  fact.records = records;
}

}  // namespace

struct TripCounts::Person {
  bool leader = false;
  std::vector<std::string> trips;
  std::vector<std::string> overdue;
  int days = 0;
};

TripCounts::TripCounts(const Entries& entries, Settings settings)
    : people_(std::make_shared<const People>(entries)),
      settings_(std::make_shared<const Settings>(std::move(settings))) {
  for (const auto& [code, entry] : entries) {
    if (!entry->dossier.empty()) dossiers_.insert(entry->dossier);
    if (entry->kind == Kind::Out && !entry->cancelled) count(code, entry->opened_at, *entry);
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

bool TripCounts::counts(const Counted& one, const authority::RegisterQuestion& asked) const {
  if (one.decided > asked.at || is_left_out(one.dossier)) return false;
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
  one.year = calendar_year(trip.from);
  one.days = entry.days();
  one.report_due = trip.to;
  one.report_due += std::chrono::days{settings_->on(trip.to).report.most};
  if (entry.report) one.reported = entry.report->on;
  for (const auto& traveller : trip.travellers) {
    one.as_leader = is_leader(traveller);
    one.as_head = traveller.head;
    by_person_[people_->key_of(traveller, trip.unit)].push_back(one);
  }
}

TripCounts::Person TripCounts::person_of(const Traveller& traveller, const Trip& trip,
                                         const authority::RegisterQuestion& asked) const {
  Person person;
  person.leader = is_leader(traveller);
  const auto key = people_->key_of(traveller, trip.unit);
  const Date today = date_of(asked.at);
  for (const auto* layer = this; layer != nullptr; layer = layer->before_.get()) {
    const auto found = layer->by_person_.find(key);
    if (found == layer->by_person_.end()) continue;
    for (const auto& one : found->second) {
      if (!counts(one, asked)) continue;
      const bool reported = one.reported && *one.reported <= today;
      if (one.as_head && !reported && today > one.report_due) person.overdue.push_back(one.code);
      if (one.year != calendar_year(trip.from)) continue;
      person.leader = person.leader || one.as_leader;
      person.trips.push_back(one.code);
      person.days += one.days;
    }
  }
  return person;
}

authority::RegisterFacts TripCounts::facts_for(const authority::RegisterQuestion& asked) const {
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
    const auto person = person_of(traveller, trip, asked);
    const auto made = std::int64_t(person.trips.size());
    keep_greatest(of_anyone, made, traveller.name, person.trips);
    if (!person.leader) continue;
    keep_greatest(trips, made, traveller.name, person.trips);
    keep_greatest(days, person.days, traveller.name, person.trips);
    keep_greatest(overdue, std::int64_t(person.overdue.size()), traveller.name, person.overdue);
  }
  if (!named) return {};
  return {std::move(trips), std::move(days), std::move(overdue), std::move(of_anyone)};
}

}  // namespace motcua::travel

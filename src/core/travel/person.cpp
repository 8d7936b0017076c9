#include "travel/person.hpp"

#include <algorithm>

#include "base/digest.hpp"

namespace motcua::travel {
namespace {

std::pair<std::string, std::string> in_order(const std::string& one, const std::string& other) {
  return one < other ? std::pair{one, other} : std::pair{other, one};
}

int year_of(Date date) { return int(std::chrono::year_month_day{date}.year()); }

class Counting {
 public:
  using Counted = std::map<std::string, PersonYear, std::less<>>;
  Counting(const Scene& scene, const People& people, int year)
      : scene_(scene), people_(people), year_(year) {}

  Counted count() {
    for (const auto& [code, entry] : scene_.entries) {
      if (entry->kind == Kind::Out && !entry->cancelled) take_trip(*entry);
      if (entry->kind == Kind::Passport) take_passport(*entry);
    }
    for (auto& [key, person] : counted_) {
      const auto& limits = scene_.settings.on(make_date(year_, 12, 31));
      person.over_limit = person.leader && int(person.trips.size()) > limits.trips.most;
    }
    return std::move(counted_);
  }

 private:
  PersonYear& person_of(const Traveller& traveller, const std::string& unit, Date on) {
    auto& person = counted_[people_.key_of(traveller, unit)];
    person.key = people_.key_of(traveller, unit);
    person.name = traveller.name;
    person.unit = traveller.unit.empty() ? unit : traveller.unit;
    person.post = traveller.post;
    person.rank_group = traveller.rank_group;
    person.leader = person.leader || is_leader(traveller, scene_.settings.on(on));
    return person;
  }

  void take_trip(const Entry& entry) {
    const bool late = standing_of(entry, scene_) == Standing::ReportLate;
    const bool this_year = year_of(entry.trip.from) == year_;
    for (const auto& traveller : entry.trip.travellers) {
      if (!this_year && !(late && traveller.head)) continue;
      auto& person = person_of(traveller, entry.trip.unit, entry.trip.from);
      if (late && traveller.head) person.reports_overdue.push_back(entry.code);
      if (!this_year) continue;
      person.trips.push_back(entry.code);
      person.days += entry.days();
      person.countries.insert(entry.trip.countries.begin(), entry.trip.countries.end());
    }
  }

  void take_passport(const Entry& entry) {
    if (passport_late_by(entry, scene_) == 0) return;
    const auto& holder = entry.passport.registered.holder;
    person_of(holder, holder.unit, scene_.today).passports_out.push_back(entry.code);
  }

  const Scene& scene_;
  const People& people_;
  int year_;
  Counted counted_;
};

}  // namespace

bool is_key_leader(const Traveller& traveller, const Limits& limits) {
  return traveller.key_leader || limits.key_leaders.has(traveller.rank_group);
}

bool is_leader(const Traveller& traveller, const Limits& limits) {
  return limits.leaders.has(traveller.rank_group) || is_key_leader(traveller, limits);
}

std::string person_key(const Traveller& traveller, std::string_view unit_of_trip) {
  if (!traveller.identity.empty()) return "id:" + fold(traveller.identity);
  if (!traveller.passport.empty()) return "passport:" + fold(traveller.passport);
  const std::string_view unit = traveller.unit.empty() ? unit_of_trip : traveller.unit;
  return "name:" + fold(traveller.name) + "|" + fold(unit);
}

People::People(const Entries& entries, std::span<const Trip> asked) {
  std::vector<const Entry*> judged;
  for (const auto& [code, entry] : entries) {
    if (entry->kind == Kind::Persons) judged.push_back(entry.get());
    if (entry->kind == Kind::Passport) {
      const auto& registered = entry->passport.registered;
      note(registered.holder, registered.holder.unit, date_of(entry->opened_at));
    }
    if (entry->kind == Kind::Out) note(entry->trip);
  }
  for (const auto& trip : asked) note(trip);
  std::ranges::stable_sort(judged, {}, &Entry::opened_at);
  std::map<std::pair<std::string, std::string>, bool> last;  // the newest word on a pair
  for (const auto* entry : judged) {
    last[in_order(entry->judged.one, entry->judged.other)] = entry->judged.same;
  }
  for (const auto& [pair, same] : last) {
    if (!same) apart_.insert(pair);
    if (!same) continue;
    const auto one = stands_for(pair.first);
    const auto other = stands_for(pair.second);
    if (one != other) merged_[std::max(one, other)] = std::min(one, other);
  }
  find_namesakes();
}

void People::note(const Trip& trip) {
  for (const auto& traveller : trip.travellers) note(traveller, trip.unit, trip.from);
}

void People::note(const Traveller& traveller, std::string_view unit, Date on) {
  auto& seen = seen_[person_key(traveller, unit)];
  if (seen.name.empty() || seen.on <= on) seen = {traveller.name, on};
}

std::string People::stands_for(std::string key) const {
  for (auto found = merged_.find(key); found != merged_.end(); found = merged_.find(key)) {
    key = found->second;
  }
  return key;
}

std::string People::key_of(const Traveller& traveller, std::string_view unit_of_trip) const {
  return stands_for(person_key(traveller, unit_of_trip));
}

bool People::are_kept_apart(const std::string& one, const std::string& other) const {
  return std::ranges::any_of(apart_, [&](const auto& pair) {
    const auto kept = in_order(stands_for(pair.first), stands_for(pair.second));
    return kept == in_order(stands_for(one), stands_for(other));
  });
}

std::string People::name_of(const std::string& key) const {
  const auto found = seen_.find(key);
  return found == seen_.end() ? std::string() : found->second.name;
}

// Two with numbers of one kind that differ are two persons, and nobody need be asked.
bool People::may_be_one(const std::string& one, const std::string& other) const {
  const auto kind_of = [](const std::string& key) {
    return std::string_view(key).substr(0, key.find(':'));
  };
  const bool told = kind_of(one) != "name" && kind_of(one) == kind_of(other);
  return one != other && !told && !are_kept_apart(one, other);
}

std::string People::key_named(std::string_view id) const {
  for (const auto& [key, seen] : seen_) {
    const auto stands = stands_for(key);
    if (person_id(stands) == id) return stands;
  }
  return {};
}

void People::find_namesakes() {
  std::map<std::string, std::set<std::string>> by_name;
  for (const auto& [key, seen] : seen_) by_name[fold(seen.name)].insert(stands_for(key));
  for (const auto& [name, keys] : by_name) {
    for (auto one = keys.begin(); one != keys.end(); ++one) {
      for (auto other = std::next(one); other != keys.end(); ++other) {
        if (may_be_one(*one, *other)) namesakes_.push_back({*one, *other});
      }
    }
  }
}

std::map<std::string, PersonYear, std::less<>> people_in(const Scene& scene, const People& people,
                                                         int year) {
  return Counting(scene, people, year).count();
}

std::string person_id(std::string_view key) { return to_hex(sha256(key)).substr(0, 20); }

std::vector<std::string> limits_passed(const Trip& trip, const Scene& scene) {
  const auto& limits = scene.settings.on(trip.from);
  std::vector<std::string> passed;
  const auto check = [&](std::string_view name, int value, const Limit& limit) {
    if (value > limit.most) passed.emplace_back(name);
  };
  check("people", int(trip.travellers.size()), limits.people);
  check("days", int((trip.to - trip.from).count()) + 1, limits.days);
  check("countries", int(trip.countries.size()), limits.countries);
  const auto is_key = [&](const Traveller& one) { return is_key_leader(one, limits); };
  if (std::ranges::count_if(trip.travellers, is_key) > 1) passed.emplace_back("key-leaders");
  return passed;
}

}  // namespace motcua::travel

// Who travels: persons told apart, and what each has travelled in a year.
//
// A person is known by his identity number, else by his passport's, else by name and unit. Two of
// one name are namesakes until somebody says whether they are one; what was said is an entry of the
// book, and the newest word on a pair stands.
#pragma once

#include <map>
#include <set>
#include <span>

#include "travel/dues.hpp"

namespace motcua::travel {

// By the ranks the limits name, or because the form says so of him.
bool is_key_leader(const Traveller& traveller, const Limits& limits);
// Whether the limit of trips a year is this one's: of a leader's rank, or a key leader.
bool is_leader(const Traveller& traveller, const Limits& limits);

// "id:001…", "passport:…", "name:tran van a|so y te": of one traveller, before any merging.
std::string person_key(const Traveller& traveller, std::string_view unit_of_trip);

struct Namesakes {  // nobody said yet whether they are one
  std::string one;
  std::string other;
};

struct PersonYear {
  std::string key;
  std::string name;
  std::string unit;
  std::string post;
  std::string rank_group;
  std::vector<std::string> trips;  // codes, the first day in that year; none that was cancelled
  int days = 0;
  std::set<std::string> countries;
  std::vector<std::string> reports_overdue;  // codes, of any year, of trips he headed
  std::vector<std::string> passports_out;    // codes, not back though the trip is over
  bool leader = false;                       // the limit of trips a year is his
  bool over_limit = false;
};

class People {
 public:
  // With trips that are asked for and are in no book yet.
  explicit People(const Entries& entries, std::span<const Trip> asked = {});

  // The key that stands for this person after merging.
  std::string key_of(const Traveller& traveller, std::string_view unit_of_trip) const;
  std::string stands_for(std::string key) const;
  bool are_kept_apart(const std::string& one, const std::string& other) const;
  // Two keys of one name that may be one person, as far as anybody said.
  bool may_be_one(const std::string& one, const std::string& other) const;
  // The key of a short name of person_id(); empty: nobody.
  std::string key_named(std::string_view id) const;
  const std::vector<Namesakes>& namesakes() const { return namesakes_; }
  std::string name_of(const std::string& key) const;  // as last written; empty: nobody

 private:
  struct Seen {
    std::string name;
    Date on{};
  };
  void note(const Traveller& traveller, std::string_view unit, Date on);
  void note(const Trip& trip);
  void find_namesakes();

  std::map<std::string, std::string, std::less<>> merged_;  // key -> the one it stands for
  std::set<std::pair<std::string, std::string>> apart_;
  std::map<std::string, Seen, std::less<>> seen_;
  std::vector<Namesakes> namesakes_;
};

// Everybody who travels out in that year or owes something, by key.
std::map<std::string, PersonYear, std::less<>> people_in(const Scene& scene, const People& people,
                                                         int year);

// A short public name of a key, for addresses: it tells nobody's number.
std::string person_id(std::string_view key);

// Limits of a trip that it is over: "people", "days", "countries", "key-leaders".
std::vector<std::string> limits_passed(const Trip& trip, const Scene& scene);

}  // namespace motcua::travel

// The trips of persons by year, for authority matrices: what a traveller has had before the trip
// that is asked for, and which key leaders of his unit are away when he would be.
//
// Made once of the book as it stood and then only read; asking it is pure. A trip counts once its
// dossier was granted, in the year of its first day, until it is cancelled or its decision revoked;
// never for the dossier it came of. Asked of an earlier moment it counts what was decided, and not
// cancelled, by then; days and travellers are those of the newest correction. The limit of trips a
// year is a leader's (as travel/person.hpp), so "trips_this_year" is of the leader among the
// travellers with most of them. A namesake's trips count for nobody while nobody said whether the
// two are one: every fact tells them beside, as doubts.
#pragma once

#include "authority/registers.hpp"
#include "travel/intake.hpp"
#include "travel/person.hpp"
#include "travel/settings.hpp"

namespace motcua::travel {

class TripCounts {
 public:
  TripCounts(const Entries& entries, Settings settings);
  // Those before it with more to come.
  explicit TripCounts(std::shared_ptr<const TripCounts> before);

  // Decided, and not in the book yet.
  void add(const Taken& taken, Moment decided);
  // The decision of this dossier counts no longer.
  void leave_out(const std::string& dossier) { left_out_.insert(dossier); }
  bool has(std::string_view dossier) const;

  // "trips_this_year", "days_this_year", "reports_overdue" of leaders, the greatest of each with
  // its person and the codes behind it; "trips_this_year_of_anyone" of all travellers.
  // "key_leaders_away": where a key leader travels, how many others of his unit have a trip with a
  // day in common, by name; only where the settings say who is one. Nothing for other procedures,
  // or while nobody is named.
  authority::RegisterFacts facts_for(const authority::RegisterQuestion& asked) const;

 private:
  struct Counted {
    std::string code;  // of the entry; of the dossier where there is none yet
    std::string dossier;
    Moment decided{};
    std::optional<Moment> until;  // cancelled
    Date from{};
    Date to{};
    int year = 0;
    int days = 0;
    bool as_leader = false;
    bool as_head = false;
    Date report_due{};
    std::optional<Date> reported;
  };
  struct Away {  // a key leader on one trip
    std::string key;
    std::string name;
    Counted trip;
  };
  struct Share;  // what trips make of one person
  struct Person;
  using Keys = std::set<std::string, std::less<>>;
  using Asked = authority::RegisterQuestion;
  void count(const std::string& code, Moment decided, const Entry& entry);
  Person person_of(const Traveller& traveller, const Trip& trip, const Asked& asked) const;
  // What counts of one key, added to the share.
  void add_trips(const std::string& key, const Trip& trip, const Asked& asked, Share& share) const;
  // Who may be this traveller, as far as anybody said.
  Keys namesakes_of(const Traveller& traveller, const std::string& key) const;

  authority::RegisterFact key_leaders_away(const Trip& trip, const Asked& asked) const;
  std::vector<const Away*> away_with(const Trip& trip, const Asked& asked) const;
  bool counts(const Counted& one, const Asked& asked) const;
  bool is_left_out(const std::string& dossier) const;

  std::shared_ptr<const TripCounts> before_;  // may be null
  std::shared_ptr<const People> people_;
  std::shared_ptr<const Settings> settings_;
  std::map<std::string, std::vector<Counted>, std::less<>> by_person_;
  std::map<std::string, std::vector<Away>, std::less<>> by_unit_;  // folded
  std::map<std::string, Keys, std::less<>> by_name_;               // folded -> keys of persons
  std::set<std::string, std::less<>> dossiers_;
  std::set<std::string, std::less<>> left_out_;
};

}  // namespace motcua::travel

// The trips of persons by year, for authority matrices: what a traveller has had before the trip
// that is asked for.
//
// Made once of the book as it stood and then only read; asking it is pure. A trip counts once its
// dossier was granted, in the year of its first day, unless it was cancelled or its decision
// revoked; never for the dossier it came of. The limit of trips a year is a leader's (as
// travel/person.hpp), so "trips_this_year" is of the leader among the travellers with most of them.
// A namesake's trips count for nobody while nobody said whether the two are one: every fact tells
// them beside, as doubts.
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
  // its person and the codes behind it; "trips_this_year_of_anyone" of all travellers. Nothing for
  // other procedures, or while nobody is named.
  authority::RegisterFacts facts_for(const authority::RegisterQuestion& asked) const;

 private:
  struct Counted {
    std::string code;  // of the entry; of the dossier where there is none yet
    std::string dossier;
    Moment decided{};
    int year = 0;
    int days = 0;
    bool as_leader = false;
    bool as_head = false;
    Date report_due{};
    std::optional<Date> reported;
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

  bool counts(const Counted& one, const Asked& asked) const;
  bool is_left_out(const std::string& dossier) const;

  std::shared_ptr<const TripCounts> before_;  // may be null
  std::shared_ptr<const People> people_;
  std::shared_ptr<const Settings> settings_;
  std::map<std::string, std::vector<Counted>, std::less<>> by_person_;
  std::map<std::string, Keys, std::less<>> by_name_;  // folded -> keys of persons
  std::set<std::string, std::less<>> dossiers_;
  std::set<std::string, std::less<>> left_out_;
};

}  // namespace motcua::travel

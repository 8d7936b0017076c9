// The desk of travel: every act on the book of delegations and passports goes through here, one
// after the other, each durable before it is answered; entries in memory for questions.
//
// Delegations come in by themselves: a commit that finishes such a dossier is noted, and take_up()
// writes it into the book. Any thread.
#pragma once

#include <set>
#include <variant>

#include "commands/dossier_cache.hpp"
#include "commands/request_memory.hpp"
#include "commands/world.hpp"
#include "ports/clock.hpp"
#include "ports/lists.hpp"
#include "ports/register_facts.hpp"
#include "ports/travel_book.hpp"
#include "travel/act.hpp"
#include "travel/trip_counts.hpp"

namespace motcua::commands {

struct OpenTravelEntry {  // "guests", "passport"
  std::string what;
  travel::Input input;
};
struct ActOnTravelEntry {
  std::string code;
  std::string act;
  travel::Input input;
  std::optional<std::uint64_t> expected_version;  // as the actor saw it
};
struct JudgeNamesakes {
  travel::PersonsJudged judged;
  std::vector<travel::Trip> asked = {};  // whose travellers may be judged beside those of the book
};

struct TravelRequest {
  dossier::Officer officer;
  std::variant<OpenTravelEntry, ActOnTravelEntry, JudgeNamesakes> command;
  // The same key with the same contents again is answered as the first time. Empty: not repeatable.
  std::string key = {};
  std::string contents_digest = {};
  std::optional<Moment> as_if_at = {};  // generated history only
};

struct TravelDone {
  travel::Snapshot entry;
  bool repeated = false;
};
struct TravelChanged {  // somebody acted since the actor looked
  std::uint64_t version_now = 0;
};
struct TravelUnknown {};
using TravelOutcome = std::variant<TravelDone, Rejection, TravelChanged, TravelUnknown, Failure>;

class TravelDesk : public ports::RegisterFacts {
 public:
  struct Parts {
    const World& world;
    ports::TravelBook& book;
    ports::Lists* lists;  // null: nothing was finished before this start
    DossierCache& dossiers;
    ports::Clock& clock;
  };
  TravelDesk(const Parts& parts, travel::Settings settings)
      : parts_(parts), settings_(std::move(settings)) {}

  // Folds the book, and notes every dossier that was decided or revoked without its knowing. Call
  // before anything else.
  OrFailure<Nothing> start();

  // A dossier changed: noted if it is one of travel. Never waits for the disk.
  void note(const DossierSnapshot& dossier);
  // Writes what was noted into the book.
  OrFailure<Nothing> take_up();
  // Sends the reminders that are due, once each working day and entry. Those without an address
  // are left to the officers' lists.
  OrFailure<Nothing> remind(Moment now);

  TravelOutcome perform(const TravelRequest& request);

  ports::TravelBook& book() const { return parts_.book; }
  const travel::Settings& settings() const { return settings_; }
  travel::Snapshot find(std::string_view code) const;  // null: there is none
  travel::Entries entries() const;
  // Trips that were decided and are not in the book yet.
  std::vector<travel::Trip> trips_to_come() const;
  // What the book says of travellers, with what was noted and is not in it yet.
  ports::RegistersNow now() const override;
  std::shared_ptr<const authority::Registers> with(
      const ports::DecidedDossiers& decided) const override;
  // Of a dossier; null: it is in no book.
  travel::Snapshot of_dossier(std::string_view dossier) const;

 private:
  struct Noted {                          // what the registrar told of a dossier
    std::optional<travel::Taken> counts;  // a decided trip, as registers count it
    bool revoked = false;
    bool to_take_up = false;
    Moment decided{};
  };
  OrFailure<Nothing> note_kept(std::string_view procedure);
  bool may_be_news(const view::ListRow& row) const;
  OrFailure<Nothing> take(const dossier::Dossier& dossier);
  TravelOutcome perform_in_turn(const TravelRequest& request);
  std::optional<TravelOutcome> answered(const TravelRequest& request) const;
  TravelOutcome keep(const TravelRequest& request, travel::Record record,
                     std::vector<notice::Notice> notices = {});
  std::string next_code(travel::Kind kind, Moment now) const;
  std::shared_ptr<const travel::TripCounts> counted() const;  // under the mutex
  Noted read_decision(const dossier::Dossier& dossier) const;
  static void count(travel::TripCounts& counts, const std::string& code, const Noted& noted);

  Parts parts_;
  travel::Settings settings_;
  std::mutex turn_;           // of acts: one at a time
  mutable std::mutex mutex_;  // of what is below, for a moment only
  travel::Entries entries_;
  std::map<std::string, std::string, std::less<>> by_dossier_;  // -> code of the entry
  std::map<std::string, Noted> noted_;
  // What the book counts, and with what was noted; null: to be counted anew.
  mutable std::shared_ptr<const travel::TripCounts> of_book_;
  mutable std::shared_ptr<const travel::TripCounts> counts_;
  std::uint64_t revision_ = 1;
  std::uint64_t sequence_ = 0;
  Digest chain_{};
  RequestMemory requests_;
};

}  // namespace motcua::commands

// The desk for petitions: every act on one goes through here, one after the other.
//
// All petitions are held in memory, folded from the book at start; an act is decided on the
// petition as it is, kept with its notices by one commit of the book, and only then answered and
// seen by others. Any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "commands/request_memory.hpp"
#include "commands/world.hpp"
#include "petition/act.hpp"
#include "ports/clock.hpp"
#include "ports/journal.hpp"
#include "ports/petition_book.hpp"

namespace motcua::commands {

using PetitionSnapshot = std::shared_ptr<const petition::Petition>;

struct SendPetition {
  petition::Received intake;
};

struct ActOnPetition {
  std::string code;
  std::string act;
  petition::Input input;
  std::optional<std::uint64_t> expected_version;  // as the actor saw it
};

struct PetitionRequest {
  dossier::Officer officer;
  std::variant<SendPetition, ActOnPetition> command;
  // The same key with the same contents again is answered as the first time. Empty: not repeatable.
  std::string key = {};
  std::string contents_digest = {};
  std::optional<Moment> as_if_at = {};  // generated history only: nobody is told of it
};

struct PetitionDone {
  PetitionSnapshot petition;
  bool repeated = false;
};
struct PetitionChanged {  // somebody acted since the actor looked
  std::uint64_t version_now = 0;
};
struct PetitionUnknown {};
using PetitionOutcome =
    std::variant<PetitionDone, Rejection, PetitionChanged, PetitionUnknown, Failure>;

class PetitionDesk {
 public:
  PetitionDesk(const World& world, ports::PetitionBook& book, ports::Journal& journal,
               ports::Clock& clock)
      : world_(world), book_(book), journal_(journal), clock_(clock) {}

  // Folds the book. Call before anything else.
  OrFailure<Nothing> start();

  PetitionOutcome perform(const PetitionRequest& request);
  ports::PetitionBook& book() const { return book_; }

  PetitionSnapshot find(std::string_view code) const;  // null: there is none
  std::vector<PetitionSnapshot> all() const;           // by code

  // User names of those who worked on a dossier, or have it on their desk.
  OrFailure<std::vector<std::string>> involved_in(std::string_view dossier) const;
  // What decide() and offers() are told for this person and petition.
  OrFailure<petition::Facts> facts(const petition::Petition& petition,
                                   const calendar::WorkingCalendar& calendar,
                                   dossier::Officer officer, Moment now) const;

 private:
  struct Made {
    ports::PetitionAct act;
    std::map<std::string, std::shared_ptr<petition::Petition>> after;
    std::string code;  // of the petition acted on
  };
  PetitionOutcome perform_in_turn(const PetitionRequest& request);
  PetitionOutcome keep(const PetitionRequest& request, Made made);
  void add(Made& made, const PetitionRequest& request, petition::Record record) const;
  std::optional<PetitionOutcome> answered(const PetitionRequest& request) const;
  std::string next_code(Moment now) const;

  const World& world_;
  ports::PetitionBook& book_;
  ports::Journal& journal_;
  ports::Clock& clock_;
  std::mutex turn_;           // of acts: one at a time
  mutable std::mutex mutex_;  // of what is below, for a moment only
  std::map<std::string, PetitionSnapshot, std::less<>> petitions_;
  std::uint64_t sequence_ = 0;
  Digest chain_{};
  RequestMemory requests_;
};

}  // namespace motcua::commands

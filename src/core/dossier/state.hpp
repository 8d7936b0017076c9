// A dossier as its journal says: the fold of its records.
//
// Plain value; changed by apply() only, which cannot fail on a record that decide() made.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dossier/event.hpp"
#include "payment/ledger.hpp"
#include "procedure/progress.hpp"

namespace motcua::dossier {

enum class Phase {
  None,       // no record yet
  Submitted,  // sent through the network, not yet accepted
  Running,
  Guided,  // handed back incomplete at the counter
  Refused,
  Withdrawn,
  Stopped,
  Settled,  // result recorded, not yet handed over
  Returned,
};

struct OpenTask {
  std::string task;
  std::string unit;
  std::string assignee;  // account name; empty: nobody took it yet
  Moment opened_at{};
  std::optional<Moment> due;
};

// Who held the dossier from when to when, for which task.
struct Holding {
  std::string task;
  std::string unit;
  Moment from{};
  std::optional<Moment> to;  // none: holds it now
  std::optional<Moment> due;
};

struct PaperState {
  std::string paper;
  int originals = 0;
  int copies = 0;
  std::string check;  // "", "sound", "lacking"
  std::string check_note;
  std::vector<PaperFile> files;
};

struct SupplementAsk {
  Moment requested_at{};
  std::string by;
  std::string reason;
  std::string document;
  std::vector<AskedItem> items;
};

// An electronic paper of the result, kept for good.
struct IssuedPaper {
  PaperFile file;
  std::string origin;
  std::vector<std::string> signers;
  std::optional<Date> valid_until;
  Moment at{};
  std::string by;
  std::string reason;  // of the replacement it was
};

// A composed paper between its first and its last signer.
struct PaperInSigning {
  PaperFile file;
  std::vector<std::string> signers;  // as their certificates name them
  std::vector<std::string> by;       // their account names, in order
  std::optional<Date> valid_until;
  std::string reason;
};

struct SentBack {
  Moment at{};
  std::string by;
  std::string reason;
};

// The hand-over record of a result sent by post.
struct Posting {
  std::string carrier;
  std::string tracking;
  Date date;
  std::optional<Date> delivered;
  std::string received_by;
};

struct Revocation {
  Moment at{};
  std::string reason;
  std::string document;
};

struct ResultPaper {
  std::string document;
  std::optional<Date> document_date;
  std::string outcome;
  std::string summary;
  Moment recorded_at{};
  std::optional<Moment> recorded_actual_at;
  std::optional<Moment> returned_at;
  std::string returned_to;
  std::string shown;               // the paper the recipient proved himself with
  std::optional<Posting> posting;  // none: handed over by the office itself
  std::optional<RegisterNumber> registered;
  std::optional<PaperInSigning> signing;
  std::optional<SentBack> sent_back;  // until the paper is signed anew
  std::vector<IssuedPaper> issued;    // the last is the one in force
  std::optional<Revocation> revoked;
};

struct Apology {
  Moment at{};
  std::string reason;
  std::string responsible_unit;
  std::string document;
};

struct DeclaredConflict {
  std::string officer;
  std::string name;
  std::string reason;
};

struct Dossier {
  std::string code;
  std::uint64_t version = 0;
  Phase phase = Phase::None;
  Intake intake;
  Moment registered_at{};  // click of the first record
  Actor registered_by;
  std::vector<Promise> promises;
  std::vector<ClockStop> stops;
  std::optional<Moment> answer_due;  // while Submitted
  procedure::Progress process;
  std::vector<OpenTask> tasks;
  std::map<std::string, std::string, std::less<>> found;  // task → what was filled in with it, JSON
  std::vector<PendingTimer> timers;
  std::vector<Holding> holdings;
  std::vector<PaperState> papers;
  std::optional<SupplementAsk> supplement;  // open request
  int supplements_requested = 0;
  std::vector<Apology> apologies;
  payment::Ledger ledger;
  std::optional<ResultPaper> result;
  std::optional<Moment> ended_at;  // refused, withdrawn, stopped or result recorded
  std::string ending_reason;
  std::string last_outcome;  // of the last decision
  std::optional<Rating> rating;
  std::vector<std::string> proposers;  // accounts: who made the last proposal, and in whose place
  std::vector<DeclaredConflict> conflicts;
  std::optional<DecidedBy> decided;  // of the last decision
  bool actual_time = false;          // some act was recorded with a moment other than its click

  const OpenTask* find_task(std::string_view task) const;
  const ClockStop* open_stop() const;
  const Promise* first_promise() const { return promises.empty() ? nullptr : &promises.front(); }
  const Promise* current_promise() const { return promises.empty() ? nullptr : &promises.back(); }
  bool is_finished() const;  // taken in, and answered, withdrawn or stopped
  bool is_open() const { return phase == Phase::Submitted || phase == Phase::Running; }
  // Fees still to pay. Nothing is asked for an application that was refused, withdrawn or stopped.
  Dong owed() const;
  // Whether the result waits for a fee. What was handed over once is not taken back.
  bool result_awaits_payment() const { return phase == Phase::Settled && owed() > Dong{}; }
};

void apply(Dossier& dossier, const Record& record);

Dossier replay(std::span<const Record> records);

}  // namespace motcua::dossier

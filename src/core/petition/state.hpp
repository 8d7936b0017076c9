// A petition as its records leave it, and whether its terms were kept.
//
// apply() folds a record in and cannot fail. A term once broken stays broken: nothing that happens
// later moves a date that has passed.
#pragma once

#include <string>
#include <vector>

#include "calendar/reckoning.hpp"
#include "petition/event.hpp"

namespace motcua::petition {

enum class Status { Received, Assigned, Waiting, Answered, Refused, Withdrawn };
std::string_view write_status(Status status);  // "received", …
Text describe(Status status);

enum class Publication {
  None,       // its sender did not agree, or nothing is answered yet
  Awaited,    // answered, the sender agrees: the office publishes it or says why not
  Published,  // on the public page
  Refused,
  Unpublished,
};
std::string_view write_publication(Publication publication);

struct Asked {  // for a supplement
  std::string what;
  Moment at{};
  Moment sender_until{};
  bool stops_clock = false;
  std::optional<Moment> supplemented_at = {};
  std::string text = {};  // the supplement
};

struct Petition {
  std::string code;
  std::uint64_t version = 0;  // 0: there is none
  Received received;
  Moment received_at{};
  Status status = Status::Received;
  std::string unit;  // that answers; empty: given to none yet
  Moment answer_due{};
  Moment refuse_due{};
  std::vector<Asked> asked;
  std::string answer;
  Actor answered_by;
  std::string reason;              // of a refusal or a withdrawal
  std::optional<Moment> ended_at;  // answered, refused or withdrawn
  bool may_publish = false;
  std::optional<Moment> publish_due;
  std::optional<Moment> publish_settled_at;  // published, refused, or nothing to publish any more
  Publication publication = Publication::None;
  Published published;
  std::optional<Moment> published_at;
  std::string publication_reason;  // why it is not, or no longer, on the public page
  std::optional<bool> liked;
  std::string comment;
  std::optional<Moment> judged_at;
  std::string repeated_by;
  std::optional<Moment> repeated_at;

  bool is_open() const { return !ended_at; }
  // The supplement waited for; nullptr: none.
  const Asked* open_ask() const;
  bool clock_stands() const { return open_ask() != nullptr && open_ask()->stops_clock; }
  // Stops of the clock, as the calculator takes them.
  std::vector<calendar::Stop> stops() const;
  // What of it anybody may read.
  bool is_public() const { return publication == Publication::Published && may_publish; }
};

void apply(Petition& petition, const Record& record);

// What the office owes in a term, and when it did.
enum class DutyKind { Answer, Refuse, AskSupplement, Publish };
inline constexpr std::array all_duties{DutyKind::Answer, DutyKind::Refuse, DutyKind::AskSupplement,
                                       DutyKind::Publish};
std::string_view write_duty(DutyKind kind);  // "answer", "refuse", "ask-supplement", "publish"
Text describe(DutyKind kind);

struct Duty {
  DutyKind kind = DutyKind::Answer;
  Moment due{};
  // When it was done, or when the clock stopped for good before that; nothing: still owed.
  std::optional<Moment> done;
  bool withdrawn = false;  // `done` is when its sender took it back
  bool stands = false;     // owed, but the clock waits for the sender

  bool is_late_at(Moment now) const { return done ? *done > due : !stands && now > due; }
  // It can be kept or broken by then, not only running.
  bool fell_due(Moment now) const { return due <= now && !stands && (!withdrawn || *done > due); }
};

// As they stood at `as_of`, what happened later left out. A refused petition had to be refused in
// its term; any other has to be answered, or closed because its sender did not supplement it.
std::vector<Duty> duties_at(const Petition& petition, Moment as_of);

bool is_late_at(const Petition& petition, Moment now);  // any duty of it

// Once, and only after the office answered or refused: its sender was not content.
bool may_be_repeated(const Petition& petition);

}  // namespace motcua::petition

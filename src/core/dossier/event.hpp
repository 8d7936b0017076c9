// What has happened to a dossier: the journal's contents.
//
// One act of a person makes one event. The meaning of a released event never changes; a new one is
// added beside it. Names in JSON are given in event_json.cpp.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "authority/registers.hpp"
#include "authority/tenure.hpp"
#include "dossier/intake.hpp"
#include "dossier/promise.hpp"
#include "dossier/rating.hpp"
#include "payment/reckoning.hpp"

namespace motcua::dossier {

// A user task that began: who holds the dossier for it and until when his share lasts.
struct OpenedTask {
  std::string task;
  std::string unit;
  std::optional<Moment> due;
  bool operator==(const OpenedTask&) const = default;
};

// A timer of the process that runs: of which element, and when it comes.
struct PendingTimer {
  std::uint32_t execution = 0;  // of the engine's instance
  std::string node;
  Moment set_at{};
  Moment due{};  // as reckoned then: in working time it moves with the clock (timers.hpp)
  bool operator==(const PendingTimer&) const = default;
};

// What the process found out by itself: a script or business rule task, and the value it gave.
struct FoundOut {
  std::string node;
  std::string result;  // variable
  std::string value;   // in FEEL's notation
  int rule = 0;        // of the decision's table, from 1; 0: no single one
  bool operator==(const FoundOut&) const = default;
};

// How the process moved: one task closed (empty at the start), others opened.
struct ProcessMove {
  std::string closed;
  std::vector<OpenedTask> opened;
  std::vector<std::string> joining_flows;  // tokens waiting at a parallel join afterwards
  bool ended = false;
  // Only where the process is more than tasks and gateways:
  std::vector<std::string> interrupted = {};  // tasks that ended without being done
  std::vector<PendingTimer> timers = {};      // all that run afterwards
  std::vector<FoundOut> found_out = {};
  std::string state = {};  // procedure::Progress::state
};

struct Submitted {  // through the network
  Intake intake;
  Promise promise;
  std::optional<Moment> answer_due;  // the office accepts or asks by then
};

struct Received {  // at the counter or by post
  Intake intake;
  Promise promise;
  ProcessMove move;
};

struct Accepted {  // an on-line application found complete; its promise counts from submission
  ProcessMove move;
  std::string note;
};

struct Guided {  // handed in incomplete: form 02, nothing received
  Intake intake;
  std::vector<AskedItem> items;
  std::string reason;
};

struct Refused {                 // form 03
  std::optional<Intake> intake;  // at the counter; none when a submitted one is refused
  std::string reason;
  std::string document;
};

struct SupplementRequested {
  std::vector<AskedItem> items;
  std::string reason;
  std::string document;
  std::string approved_by;  // a second request needs a superior
  std::optional<ClockStop> stop;
};

// What of an intake was changed, as it was and as it is.
struct IntakeChange {
  Applicant before;
  Applicant after;
  std::string case_before;
  std::string case_after;
  std::string summary_before;  // both empty where the summary stayed
  std::string summary_after;
  std::string answers_before;  // JSON; both empty where the answers stayed
  std::string answers_after;
};

struct Supplemented {
  std::vector<PaperFile> files;
  std::vector<PaperGiven> papers;
  std::string note;
  std::optional<Promise> promise;         // when the clock had stood still, or the case changed
  std::optional<IntakeChange> corrected;  // when answers were asked for again and changed
};

struct Suspended {
  ClockStop stop;
};

struct Resumed {
  std::string note;
  std::optional<Promise> promise;
};

struct Taken {
  std::string task;
  std::string officer;
};

struct Assigned {
  std::string task;
  std::string officer;
  std::string note;
};

enum class StepEnd {
  HandedOver,
  Proposed,
  Approved,
  ReturnedForRework,
  SignedOff,
  OpinionRecorded,
};

// By what somebody decided: the row of an authority matrix in force on the day of receipt, and what
// registers said at that moment.
struct DecidedBy {
  std::string matrix;
  int version = 0;
  int rule = 0;  // from 1
  std::string decider;
  std::string instrument;
  authority::RegisterFacts registers = {};  // what they said then
  bool operator==(const DecidedBy&) const = default;
};

struct StepCompleted {
  StepEnd how = StepEnd::HandedOver;
  ProcessMove move;
  std::string reason;
  std::string note;
  std::string document;
  std::optional<Date> document_date;
  std::string outcome;
  std::optional<DecidedBy> decided = {};
  std::string answers = {};  // JSON, of the task's own form; empty: it has none
};

struct Apologised {
  std::string reason;
  std::string responsible_unit;
  std::string document;
  Promise promise;
};

struct Stopped {
  std::string reason;
  std::string document;
};

struct Withdrawn {
  std::string reason;
};

// A number of the office's own register of results: one series a year, no gap.
struct RegisterNumber {
  int year = 0;
  int number = 0;  // from 1
  bool operator==(const RegisterNumber&) const = default;
};

struct ResultRecorded {
  std::string document;
  std::optional<Date> document_date;
  std::string outcome;  // granted or refused
  std::string summary;
  std::optional<RegisterNumber> registered;  // none: another authority numbered the document
};

// The result as an electronic paper that anyone can verify. A later one replaces it.
struct ResultIssued {
  PaperFile file;
  std::string origin;                // composed, received, digitised: see ResultOrigin
  std::vector<std::string> signers;  // as their certificates name them, in the order of signing
  std::optional<Date> valid_until;
  std::string reason;  // why the one before is replaced; empty for the first
  std::optional<DecidedBy> decided = {};
};

// The paper with the signatures of those before the last of several signers; not yet a result.
struct PaperSigned {
  PaperFile file;
  std::vector<std::string> signers;
  std::optional<Date> valid_until;
  std::string reason;  // as of ResultIssued, which takes both over
};

struct PaperSentBack {  // by the one whose turn it was: what was signed so far counts for nothing
  std::string reason;
};

struct ResultRevoked {  // no issued paper of this result is valid any more
  std::string reason;
  std::string document;
};

struct ResultReturned {
  std::string returned_to;
  std::string note;
  ProcessMove move;
  std::string shown;  // the paper the recipient proved himself with
};

struct ResultPosted {  // handed to a carrier against his signature
  std::string carrier;
  std::string tracking;      // the carrier's number for it
  std::optional<Date> date;  // of the carrier's signature; none: the day of the record
  std::string note;
  ProcessMove move;
};

struct DeliveryRecorded {  // what the carrier tells of a result sent by post
  std::string received_by;
  std::optional<Date> date;  // none: the day of the record
  std::string note;
};

struct IntakeCorrected {
  IntakeChange change;
  std::string reason;
  std::optional<Promise> promise;
};

struct PaperChecked {
  std::string paper;
  std::string check;  // sound or lacking
  std::string note;
};

struct PromiseRecomputed {  // a holiday was decreed after the promise was given
  Promise promise;
};

// What the application costs, from its version's rules; again when a correction changed it.
struct FeesCharged {
  std::vector<payment::Line> lines;
};

struct PaymentOrdered {  // the applicant goes to the gateway with this order
  std::string order;
  Dong amount;
  std::string gateway;
  Moment expires_at{};
};

struct PaymentReceived {  // a gateway says, signed, that an order was paid
  std::string order;
  std::string transaction;
  Dong amount;
  std::string bank;
  std::optional<Moment> paid_at;
};

struct PaymentFailed {  // an order ended without money: refused by the gateway, or not paid in time
  std::string order;
  bool expired = false;
  std::string code;  // the gateway's
};

struct CashReceived {
  std::string receipt;
  Dong amount;
  std::string note;
};

struct TransferRecorded {
  std::string reference;
  Dong amount;
  std::optional<Date> date;
  std::string note;
};

struct RefundOrdered {  // through the gateway, which has yet to do it
  std::string refund;
  std::string payment;
  Dong amount;
  std::string reason;
  std::string document;
};

struct Refunded {  // done: an ordered one (only its name is told), or one handed back by the office
  std::string refund;
  std::string payment;
  Dong amount;
  std::string reason;
  std::string document;
  std::string transaction;
};

struct RefundFailed {
  std::string refund;
  std::string code;  // the gateway's
};

struct Rated {  // by the applicant, once, after it has ended
  std::vector<Mark> marks;
  std::string comment;
};

// An officer has a stake in the matter himself and keeps away from it.
struct ConflictDeclared {
  std::string reason;
};

// A timer of the process came.
struct TimerCame {
  std::string timer;  // its element
  Moment due{};
  ProcessMove move;
};

// The unit that held it is no more: its open work is another's, under the same dates.
struct UnitSucceeded {
  std::string from;
  std::string to;
  std::string decision;
  std::vector<std::string> tasks;
};

using Event =
    std::variant<Submitted, Received, Accepted, Guided, Refused, SupplementRequested, Supplemented,
                 Suspended, Resumed, Taken, Assigned, StepCompleted, Apologised, Stopped, Withdrawn,
                 ResultRecorded, ResultReturned, ResultPosted, DeliveryRecorded, IntakeCorrected,
                 PaperChecked, PromiseRecomputed, PaperSigned, PaperSentBack, ResultIssued,
                 ResultRevoked, FeesCharged, PaymentOrdered, PaymentReceived, PaymentFailed,
                 CashReceived, TransferRecorded, RefundOrdered, Refunded, RefundFailed, Rated,
                 ConflictDeclared, UnitSucceeded, TimerCame>;

// How the event moved the process; nullptr where it did not.
const ProcessMove* move_of(const Event& event);

// Who acted.
struct Actor {
  std::string id;    // account name, "applicant", or "office" for timed duties
  std::string name;  // as shown
  std::string unit;
  bool operator==(const Actor&) const = default;
};

// An event as it stands in the journal. Version counts the records of one dossier from 1.
struct Record {
  std::string code;
  std::uint64_t version = 0;
  Moment at{};                      // of the click
  std::optional<Moment> actual_at;  // when it really happened, if that differs
  Actor actor;
  Event event;
  std::optional<authority::ActingFor> acting_for = {};  // in whose place, by a substitution
};

}  // namespace motcua::dossier

// A procedure (thủ tục hành chính) as the law offers it, in one version.
//
// Data only, read from procedures/<id>/v<n>/ by version_file.hpp. Life: draft; published (its
// digest is kept, it never changes); amended by a newer version; abolished on a date by a decision.
// A dossier stays on the version it was received under.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/moment.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "calendar/reckoning.hpp"
#include "dmn/decision.hpp"
#include "procedure/process.hpp"
#include "procedure/reference_list.hpp"
#include "schema/schema.hpp"

namespace motcua::procedure {

enum class Channel { Online, Counter, Post };
std::string_view write_channel(Channel channel);  // "online", "counter", "post"
std::optional<Channel> parse_channel(std::string_view text);

enum class Lifecycle { Draft, Published, Amended, Abolished };

enum class StopReason { Supplement, Payment, Opinion, OutsideVerification };
// "supplement", "payment", "opinion", "outside-verification"
std::string_view write_stop_reason(StopReason reason);
std::optional<StopReason> parse_stop_reason(std::string_view text);

struct Source {
  std::string key;  // "facts-2.2-1", a decree's number
  Text text;
};

inline constexpr int most_pages_of_a_paper = 500;
inline constexpr int most_megabytes_of_a_paper = 20;

struct Paper {
  std::string id;
  Text name;
  int originals = 0;
  int copies = 0;
  bool required = true;
  int most_pages = most_pages_of_a_paper;          // of one file
  int most_megabytes = most_megabytes_of_a_paper;  // of one file
  Text note;
  std::string condition;  // FEEL over the form's answers; empty: always asked
  std::string issued_by;  // the procedure of this office whose result it is; empty: another's paper
  std::string held_in;    // a register of this office that holds what it says; empty: none
};

// What stops the clock, how, how long at most and with which paper. No rule for a reason: no stop.
struct ClockRule {
  calendar::ClockPolicy policy = calendar::ClockPolicy::Pause;
  std::optional<calendar::Term> cap;
  bool document_required = true;
  int at_most = 1;  // per dossier; more only when a superior approves
  std::string basis;
};

// One case (trường hợp) of a procedure: its own term, steps' shares and papers.
struct Case {
  std::string id;
  Text name;
  std::map<Channel, std::optional<calendar::Term>> terms;     // by channel offered
  std::map<std::string, calendar::Term, std::less<>> shares;  // by user task id
  std::vector<std::string> papers;                            // ids, in order
  Text decided_by;
  std::string basis;

  std::optional<calendar::Term> term(Channel channel) const;
};

// What the law has people pay. No rule: the procedure is free.
enum class FeeDue { BeforeWork, WithResult };
std::string_view write_fee_due(FeeDue due);  // "before-work", "with-result"

inline constexpr std::int64_t most_of_a_fee = 100'000;  // how many of it one application may pay

struct FeeRule {
  std::string id;
  Text name;
  Dong amount;
  std::string per;                 // JSON Pointer of the answer that says how many; empty: one
  std::string condition;           // FEEL over the form's answers; empty: always
  std::vector<std::string> cases;  // ids; empty: all
  FeeDue due = FeeDue::BeforeWork;
  std::string basis;
};

// One of those who sign the result's paper, in their order; it is issued with the last signature.
struct Signer {
  std::string role;
  std::string unit;  // "division": the unit that handles the procedure; empty: any
};

// What whoever does a user task fills in with it; its questions are variables behind the task.
struct TaskForm {
  json::value schema;  // JSON Schema 2020-12
  schema::CompiledSchema compiled;
  json::value hints;         // x-ui
  bool names_lists = false;  // some question chooses from a reference list
};

struct Version {
  std::string procedure;  // folder name, e.g. "official-travel"
  int number = 1;
  Lifecycle lifecycle = Lifecycle::Draft;
  bool verified = false;  // false: "chưa kiểm chứng", not open for applications
  bool open_for_applications = false;
  bool sample = false;     // shows what the product does; offered in demonstrations only
  bool internal = false;   // between offices, not the public
  std::string authority;   // matrix that says who decides; empty: the process alone says it
  bool four_eyes = false;  // who proposed neither approves nor signs
  int order = 0;           // place in lists; procedures of one place are listed by name
  Date in_force_from;
  std::optional<Date> abolished_on;
  std::string abolished_by;
  std::string digest;  // SHA-256 over the folder's files when published, hex

  std::string national_code;  // empty when not known
  Text name;
  Text summary;
  Text applicants;
  Text result;
  Text fee;  // "Không thu" / "No fee"
  Text field;
  Text reception;          // where and when it is received
  int declared_level = 0;  // 0: not known
  std::vector<Source> legal_basis;
  std::vector<std::string> keywords;  // what people type, both languages

  calendar::ReceiptRules receipt;
  std::map<StopReason, ClockRule> clock;
  std::vector<Paper> papers;
  std::vector<FeeRule> fees;
  std::vector<Signer> signers;  // empty: a head or the director alone
  std::vector<Case> cases;
  std::map<std::string, Text, std::less<>> steps;  // names of user tasks by id
  Process process;
  std::optional<dmn::DecisionTable> case_decision;  // which case applies, from the form's answers
  json::value form_schema;                          // JSON Schema 2020-12
  schema::CompiledSchema form;                      // the same, compiled
  json::value form_hints;                           // x-ui
  std::map<std::string, TaskForm, std::less<>> task_forms;  // by user task id
  // By user task id, what its officer reads of the application above the step's form: JSON Pointers
  // of questions (of a group or list: all of it), in order.
  std::map<std::string, std::vector<std::string>, std::less<>> task_shows;
  ReferenceLists lists;  // those the questions of its forms choose from

  const Case* find_case(std::string_view id) const;
  const Paper* find_paper(std::string_view id) const;
  const FeeRule* find_fee(std::string_view id) const;
  Text step_name(std::string_view task) const;  // the process's own name where no text names it
};

}  // namespace motcua::procedure

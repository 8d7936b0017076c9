// The acts of an office on a dossier: what they are called, who may do them, what they ask, and the
// pure function that decides each.
//
// A table (act_table()) lists them; web, API, scenarios and decide() all read the same table.
// Intake (submitting and registering) is in intake_rules.hpp, for it begins a dossier.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "authority/matrix.hpp"
#include "calendar/working_calendar.hpp"
#include "dossier/rejections.hpp"
#include "dossier/state.hpp"
#include "procedure/procedure.hpp"

namespace motcua::dossier {

// What a person gives with an act. Which members an act reads is in its ActRule.
struct ActInput {
  std::string task;
  std::string reason;
  std::string note;
  std::string document;
  std::optional<Date> document_date;
  std::string approved_by;
  std::vector<AskedItem> items;
  std::string to;
  std::optional<Date> new_due;
  std::string responsible_unit;
  std::string outcome;
  std::optional<procedure::StopReason> stop_reason;
  std::string paper;
  std::string check;
  std::optional<Moment> actual_at;
  std::string returned_to;
  std::string shown;  // what the recipient proved himself with
  std::string carrier;
  std::optional<Applicant> corrections;
  std::string case_id;
  std::string summary;
  std::string answers;  // JSON; empty: as they are
  std::vector<PaperFile> files;
  std::optional<Dong> amount;
  std::string payment;  // number of a payment to give back
  std::vector<Mark> marks;
};

// The person at the click, with what the office lets him do.
struct Officer {
  Actor actor;
  std::vector<std::string> roles;
  bool has_role(std::string_view role) const;
};

// The next number of the office's register of results, and how the office writes it.
struct NextNumber {
  RegisterNumber number;
  std::string written;  // "12/SNgV-KQ"
};

// What decide() is told of the world. The references outlive the call.
struct Facts {
  Moment now{};
  const calendar::WorkingCalendar& calendar;
  const procedure::Version& version;
  Officer officer;
  std::string division;  // the unit that stands for "division" in this procedure's process
  std::optional<NextNumber> next_number = {};  // for acts that may take one
  authority::Powers powers = {};               // who may decide; without: by roles alone
  std::string dossier = {};  // its code: registers do not count it for itself; empty: none yet
};

struct ActField {
  std::string_view name;  // member of ActInput, as in the API; "corrections.name" a member's member
  // text, long-text, date, moment, choice, items, papers, answers, money, marks
  std::string_view kind;
  bool required = false;
  Text label;
};

struct ActRule {
  std::string_view name;  // "request-supplement"
  Text label;
  std::string_view completes;  // the task attribute `act` it completes; empty: any open task
  std::vector<std::string_view> roles;  // who may; "applicant" for the applicant himself
  bool irreversible = false;
  std::string_view weight = "secondary";  // main, secondary, quiet
  std::vector<ActField> fields;
  OrRejection<Event> (*decide)(const Dossier&, const ActInput&, const Facts&) = nullptr;
};

std::span<const ActRule> act_table();
const ActRule* find_act(std::string_view name);

// Checks who, when and the required fields, then decides. The event is not applied.
OrRejection<Event> decide(const Dossier& dossier, std::string_view act, const ActInput& input,
                          const Facts& facts);

// The acts this officer could do now, in table order, with the task each would complete.
struct ActOffer {
  const ActRule* rule = nullptr;
  std::string task;
  bool decides = false;  // the case, as the authority matrix asks
};
std::vector<ActOffer> offers(const Dossier& dossier, const Facts& facts);

// Acts he has the role for and may not do all the same: another has the authority, he proposed it,
// he has a stake in it.
struct Withheld {
  const ActRule* rule = nullptr;
  Rejection why;
};
std::vector<Withheld> withheld(const Dossier& dossier, const Facts& facts);

// In whose place the officer does the act: nothing when by a post of his own.
std::optional<authority::ActingFor> acting_for(const Dossier& dossier, std::string_view act,
                                               const ActInput& input, const Facts& facts);

}  // namespace motcua::dossier

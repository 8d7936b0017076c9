// What is done with a petition: the acts, who may do them, what they ask, and the pure functions
// that decide them.
//
// One table lists them; API, web and tests read the same. Receiving begins a petition and is no act
// on one. Whoever worked on the dossier a petition is about does not deal with it; a head may
// where it is not about conduct, and the director always.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "authority/office.hpp"
#include "dossier/act.hpp"
#include "petition/rejections.hpp"
#include "petition/state.hpp"

namespace motcua::petition {

// What a person gives with an act; which members it reads is in its rule.
struct Input {
  std::string unit;
  std::string text = {};
  std::string answer = {};
  std::string reason = {};
  std::string note = {};
  bool may_publish = false;
  bool liked = false;
};

// What decide() is told of the world. The references outlive the call.
struct Facts {
  Moment now{};
  const calendar::WorkingCalendar& calendar;
  const authority::Office& office;
  dossier::Officer officer;
  std::vector<std::string> involved;  // user names of those who worked on the dossier it is about
};

inline constexpr std::string_view sender_role = "sender";

struct Field {
  std::string_view name;  // member of Input, as in the API
  std::string_view kind;  // text, long-text, unit, flag
  bool required = false;
  Text label;
};

struct Rule {
  std::string_view name;  // "ask-supplement"
  Text label;
  std::string_view weight = "secondary";  // main, secondary, quiet
  std::vector<std::string_view> roles;
  bool by_unit = false;  // besides those roles, whoever sits in the unit that answers
  std::vector<Field> fields;
  OrRejection<Event> (*decide)(const Petition&, const Input&, const Facts&) = nullptr;
};

std::span<const Rule> rules();
const Rule* find_rule(std::string_view name);

// Dates for a new petition: from `now`, or the next opening when it comes out of hours.
OrRejection<Event> decide_receipt(Received intake, const Facts& facts);

// Checks who, when and the required fields, then decides. The event is not applied.
OrRejection<Event> decide(const Petition& petition, std::string_view act, const Input& input,
                          const Facts& facts);

// The acts this person could do now, in the table's order.
std::vector<const Rule*> offers(const Petition& petition, const Facts& facts);

bool has_conflict(const Petition& petition, const Facts& facts);

// Why the answer is due when it is, day by day; `due` is none while the clock stands.
OrRejection<calendar::Reckoned> reckon_answer(const Petition& petition,
                                              const calendar::WorkingCalendar& calendar);

}  // namespace motcua::petition

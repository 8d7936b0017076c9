// The closed vocabulary of scenario acts: one line becomes one thing that is done.
//
//   2017-04-12 09:10 Lan receives D1 from "Sở Du lịch"
//
// Verbs are the acts of the act table and of the counter; clauses fill their fields. A word that is
// not in the vocabulary is an error, never ignored. docs/scenarios.md lists both.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "calendar/day_off_decree.hpp"
#include "dossier/act.hpp"
#include "dossier/payments.hpp"

namespace motcua::scenario {

struct Verb {
  std::string_view words;  // "hands over"
  std::string_view act;    // name in the act table; "submit", "receive", "guide", "turn-away"
};
std::span<const Verb> verbs();
inline constexpr std::string_view beginning_form = "begin-form";    // to be submitted later
inline constexpr std::string_view moving_on = "move-to-successor";  // by the office, on its day
inline constexpr std::string_view letting_timer_come = "let-timer-come";  // of its process
inline constexpr std::string_view writing_in_travel_book = "write-in-travel-book";
inline constexpr std::string_view keeping_passport = "keep-passport";
inline constexpr std::string_view attempting = "attempt";  // an act by its name, known or not

// Money that goes through a gateway: the applicant's order, the gateway's word.
inline constexpr std::string_view ordering_payment = "order-payment";
inline constexpr std::string_view reporting_payment = "report-payment";
inline constexpr std::string_view ending_refund = "end-refund";

// A digitised paper; what is written and signed on it is no matter of scenarios.
inline constexpr std::string_view issuing_result = "issue-result";
inline constexpr std::string_view signing_result = "sign-result";  // a composed one

// What somebody does, as the line says it; names are not yet looked up.
struct Deed {
  enum class Kind { Act, Holiday, TimePasses };

  Moment at{};
  Kind kind = Kind::Act;
  std::string actor;
  std::string dossier;  // "D1"; "P1" of a passport
  std::string act;
  dossier::ActInput input;
  std::string travel_act;  // in the book of travel
  std::map<std::string, std::string, std::less<>> travel_fields;
  std::optional<std::uint64_t> seen_version;
  std::string key;  // of the request; empty: one of its own
  // Of an intake:
  std::string applicant;
  std::string identity;
  std::string mail;  // his address, to be told of what happens
  std::string procedure;
  std::string case_id;
  std::string answers = "{}";
  procedure::Channel channel = procedure::Channel::Counter;
  std::optional<std::vector<std::string>> papers;
  calendar::DayOffDecree decree{};  // of a holiday
  // What a gateway says; `order` counts the dossier's payment orders from 1.
  std::size_t order = 1;
  payment::Notice notice;
  dossier::RefundAnswer refund{{}, true, {}, {}};
};

// Malformed says which word is not understood.
OrFailure<Deed> read_deed(std::string_view line);

}  // namespace motcua::scenario

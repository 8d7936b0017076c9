// A time booked at the counter, and what may be done with it. Pure.
//
// That a slot has a place left is no rule here: the store judges it in the transaction that takes
// the place (ports/appointment_book.hpp), so that two never get the last one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "appointment/settings.hpp"
#include "base/rejection.hpp"

namespace motcua::appointment {

enum class State { Booked, Arrived, Missed, CancelledByPerson, CancelledByOffice };
std::string_view write_state(State state);  // "booked", "arrived", …, "cancelled-by-office"
std::optional<State> parse_state(std::string_view name);

enum class Purpose { Apply, BringPapers, CollectResult, Advice };
std::string_view write_purpose(Purpose purpose);  // "apply", "bring-papers", …
std::optional<Purpose> parse_purpose(std::string_view name);
Text name_of(Purpose purpose);

struct Contact {
  std::string name;
  std::string email;
  std::string phone;
  Language language = Language::Vietnamese;
};

struct Appointment {
  std::string code;  // "LH-7K2M9QXT"
  Moment at{};
  Moment until{};
  Purpose purpose = Purpose::Apply;
  std::string procedure;  // to apply for, or to be advised on; may be empty
  std::string dossier;    // a code as the person wrote it, checked by nobody; may be empty
  Contact contact;
  std::string citizen;  // whose account it was booked from; empty: none
  State state = State::Booked;
  std::string reason;  // of a cancelling or moving by the office
  Moment booked_at{};
  std::string changed_by;  // user name of an officer; empty: the person
  int revision = 0;        // counts changes of time and state, for calendar programs
};

// What two bookings of one person have in common: the address in small letters, the digits of the
// number.
std::string email_key(std::string_view email);
std::string phone_key(std::string_view phone);

struct Counter {
  const Settings& settings;
  const calendar::WorkingCalendar& calendar;
  Moment now{};
};

// Whether anybody may book this time now. The end of the slot.
OrRejection<Moment> check_time(Moment from, const Counter& counter);
// Officers may still give a time that begins soon.
OrRejection<Moment> check_time_by_officer(Moment from, const Counter& counter);

// Whether the person may still move or cancel it.
OrRejection<Nothing> check_changeable(const Appointment& appointment, Moment now);

struct Mark {
  State state = State::Booked;  // back to Booked: a mark made in error
  std::string reason;
};
// What an officer says of an appointment: came, did not come, cancelled.
OrRejection<Nothing> check_mark(const Appointment& appointment, const Mark& mark, Moment now);

// Booked for a time that is none any more: a day off announced later, other hours.
bool has_to_move(const Appointment& appointment, const Counter& counter);

}  // namespace motcua::appointment

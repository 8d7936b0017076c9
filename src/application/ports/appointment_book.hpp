// The appointments of an office, beside the journal: they are no part of a dossier.
//
// The places of a slot are counted in the transaction that takes one, so that of two who book the
// last place at once one gets it. The notice goes into the outbox in the same commit.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "appointment/appointment.hpp"
#include "appointment/slots.hpp"
#include "base/failure.hpp"
#include "ports/outbox.hpp"

namespace motcua::ports {

enum class Booking {
  Kept,
  SlotFull,
  TooMany,      // the contact has as many open bookings as one may have
  SameTime,     // the contact has that time already
  Changed,      // somebody changed it meanwhile: nothing is kept
  CodeTaken,    // try another code
  SentAlready,  // this request was kept before
};

struct BookingLimits {
  int places = 1;
  int most_per_contact = 1;
  Moment now{};  // bookings before it are not open any more
};

// A place asked for. `request` tells a repeated asking from a second one; unique.
struct NewBooking {
  appointment::Appointment appointment;
  std::string request;
  std::optional<MadeNotice> notice;
};

// What becomes of an appointment: its new time, or its new state.
struct AppointmentChange {
  appointment::Appointment after;  // its revision is one more than what was seen
  std::optional<MadeNotice> notice;
};

// How many of a day ended how: all that is kept of it after a time.
using StateCounts = std::map<appointment::State, int>;

// Any thread.
class AppointmentBook {
 public:
  virtual ~AppointmentBook() = default;

  virtual OrFailure<Booking> book(const NewBooking& booking, const BookingLimits& limits) = 0;
  // Takes a place at `after.at` and gives the old one back, in one transaction.
  virtual OrFailure<Booking> move_appointment(const AppointmentChange& change,
                                              const BookingLimits& limits) = 0;
  // Kept or Changed.
  virtual OrFailure<Booking> change_appointment(const AppointmentChange& change) = 0;

  virtual OrFailure<std::optional<appointment::Appointment>> find_appointment(
      std::string_view code) = 0;
  virtual OrFailure<std::optional<appointment::Appointment>> find_booking(
      std::string_view request) = 0;
  // In order of time; `until` not included.
  virtual OrFailure<std::vector<appointment::Appointment>> appointments_between(Moment from,
                                                                                Moment until) = 0;
  virtual OrFailure<std::vector<appointment::Appointment>> appointments_of(
      std::string_view citizen) = 0;
  // The time of every place taken, with nothing of who took it.
  virtual OrFailure<std::vector<appointment::Slot>> taken_between(Moment from, Moment until) = 0;

  // Puts the reminder into the outbox, once for each appointment and time.
  virtual OrFailure<Nothing> remind(const appointment::Appointment& appointment,
                                    const MadeNotice& notice) = 0;
  virtual OrFailure<std::vector<appointment::Appointment>> not_reminded(Moment from,
                                                                        Moment until) = 0;

  // Of those before `until` only counts stay.
  virtual OrFailure<Nothing> drop_appointments_before(Moment until) = 0;
  // Of a day whose appointments were dropped.
  virtual OrFailure<StateCounts> dropped_on(Date day) = 0;
};

}  // namespace motcua::ports

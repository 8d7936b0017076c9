#include "appointment/appointment.hpp"

#include <algorithm>
#include <array>

#include "appointment/rejections.hpp"
#include "appointment/slots.hpp"

namespace motcua::appointment {
namespace {

constexpr std::array<std::string_view, 5> appointment_states{
    "booked", "arrived", "missed", "cancelled-by-person", "cancelled-by-office"};
constexpr std::array<std::string_view, 4> purposes{"apply", "bring-papers", "collect-result",
                                                   "advice"};

template <class E, std::size_t N>
std::optional<E> named(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<E>(found - names.begin());
}

// What is wrong with a time whoever asks.
OrRejection<Moment> check_slot(Moment from, const Counter& counter) {
  const auto& [settings, calendar, now] = counter;
  if (!settings.offered) return reject(appointments_not_offered);
  if (from <= now) return reject(slot_past);
  const Date last = date_of(now) + std::chrono::days{settings.days_ahead};
  const Date day = date_of(from);
  if (day > last) return reject(slot_too_far, {{"day", write_vietnamese(last)}});
  const auto slots = slots_on(day, settings, calendar);
  if (slots.empty()) return reject(slot_day_off, {{"day", write_vietnamese(day)}});
  for (const auto& slot : slots) {
    if (slot.from == from) return slot.until;
  }
  return reject(slot_unknown);
}

}  // namespace

std::string_view write_state(State state) {
  return appointment_states[static_cast<std::size_t>(state)];
}
std::optional<State> parse_state(std::string_view name) {
  return named<State>(appointment_states, name);
}

std::string_view write_purpose(Purpose purpose) {
  return purposes[static_cast<std::size_t>(purpose)];
}
std::optional<Purpose> parse_purpose(std::string_view name) {
  return named<Purpose>(purposes, name);
}

Text name_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::Apply:
      return {"Nộp hồ sơ", "To apply"};
    case Purpose::BringPapers:
      return {"Bổ sung giấy tờ", "To bring papers"};
    case Purpose::CollectResult:
      return {"Nhận kết quả", "To collect a result"};
    case Purpose::Advice:
      return {"Hỏi, nhờ hướng dẫn", "For advice"};
  }
  return {};
}

std::string email_key(std::string_view email) {
  std::string key;
  for (const char letter : email) {
    if (letter == ' ') continue;
    key += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return key;
}

std::string phone_key(std::string_view phone) {
  std::string key;
  std::copy_if(phone.begin(), phone.end(), std::back_inserter(key), is_ascii_digit);
  // +84 912 345 678 and 0912 345 678 are one number
  return key.starts_with("84") && key.size() > 9 ? "0" + key.substr(2) : key;
}

OrRejection<Moment> check_time(Moment from, const Counter& counter) {
  auto until = check_slot(from, counter);
  if (until && from - counter.now < counter.settings.last_booking) {
    return reject(slot_too_soon,
                  {{"minutes", std::to_string(counter.settings.last_booking.count())}});
  }
  return until;
}

OrRejection<Moment> check_time_by_officer(Moment from, const Counter& counter) {
  return check_slot(from, counter);
}

OrRejection<Nothing> check_changeable(const Appointment& appointment, Moment now) {
  if (appointment.state != State::Booked || appointment.at <= now) {
    return reject(appointment_closed);
  }
  return Nothing{};
}

OrRejection<Nothing> check_mark(const Appointment& appointment, const Mark& mark, Moment now) {
  const bool cancelled = appointment.state == State::CancelledByPerson ||
                         appointment.state == State::CancelledByOffice;
  if (cancelled || mark.state == appointment.state || mark.state == State::CancelledByPerson) {
    return reject(appointment_closed);
  }
  if (mark.state == State::CancelledByOffice) {
    if (appointment.state != State::Booked) return reject(appointment_closed);
    if (mark.reason.find_first_not_of(" \n") == std::string::npos) {
      return reject(cancel_reason_missing);
    }
    return Nothing{};
  }
  // People come early, but not a day early; who has not come may still come until his time.
  const bool early = mark.state == State::Missed
                         ? appointment.at > now
                         : mark.state == State::Arrived && date_of(appointment.at) > date_of(now);
  if (early) return reject(mark_too_early);
  return Nothing{};
}

bool has_to_move(const Appointment& appointment, const Counter& counter) {
  return appointment.state == State::Booked && appointment.at > counter.now &&
         !is_slot(appointment.at, counter.settings, counter.calendar);
}

}  // namespace motcua::appointment

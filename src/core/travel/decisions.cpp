#include "travel/decisions.hpp"

#include <algorithm>
#include <charconv>

namespace motcua::travel::acts {
namespace {

Unexpected<Rejection> invalid(const char* field, const char* why) {
  return reject(travel_field_invalid, {{"field", field}, {"why", why}});
}

std::vector<std::string> split_countries(const std::string& text) {
  std::vector<std::string> countries;
  for (std::size_t from = 0; from <= text.size();) {
    const auto comma = std::min(text.find(',', from), text.size());
    const auto first = text.find_first_not_of(' ', from);
    if (first < comma) {
      const auto last = text.find_last_not_of(' ', comma - 1);
      countries.push_back(text.substr(first, last - first + 1));
    }
    from = comma + 1;
  }
  return countries;
}

OrRejection<Nothing> check_days(Date from, Date to) {
  if (from > to) return invalid("Ngày về", "Ngày về trước ngày đi.");
  if (to - from > std::chrono::days{3660}) return invalid("Ngày về", "Chuyến đi quá dài.");
  return Nothing{};
}

OrRejection<Trip> trip_from(Trip trip, const Input& input) {
  trip.purpose = input.text("purpose");
  trip.purpose_kind = input.text("purpose_kind");
  trip.countries = split_countries(input.text("countries"));
  trip.from = *input.date("from");
  trip.to = *input.date("to");
  trip.inviting_body = input.text("inviting_body");
  trip.funding = input.text("funding");
  trip.funding_note = input.text("funding_note");
  trip.decision = input.text("decision");
  trip.decision_date = input.date("decision_date");
  trip.email = input.text("email");
  if (trip.countries.empty()) return invalid("Nước, vùng lãnh thổ", "Chưa có nước nào.");
  if (auto checked = check_days(trip.from, trip.to); !checked) return Unexpected{checked.error()};
  return trip;
}

Traveller traveller_from(Traveller traveller, const Input& input) {
  traveller.name = input.text("name");
  traveller.post = input.text("post");
  traveller.unit = input.text("unit");
  traveller.rank_group = input.text("rank_group");
  traveller.identity = input.text("identity");
  traveller.passport = input.text("passport_number");
  return traveller;
}

// "1" is the first.
std::optional<std::size_t> traveller_named(const Entry& entry, const Input& input) {
  const auto& text = input.text("traveller");
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || number < 1 || number > entry.trip.travellers.size()) return std::nullopt;
  return number - 1;
}

Unexpected<Rejection> no_such_traveller() {
  return invalid("Thành viên", "Không có thành viên này.");
}

OrRejection<Date> day_not_ahead(const Input& input, const char* name, const Facts& facts) {
  const Date day = *input.date(name);
  if (day > facts.scene.today) return invalid("Ngày", "Ngày chưa tới.");
  return day;
}

}  // namespace

OrRejection<Event> correct(const Entry& entry, const Input& input, const Facts&) {
  auto trip = trip_from(entry.trip, input);
  if (!trip) return Unexpected{trip.error()};
  return Event{Corrected{std::move(*trip), input.text("reason")}};
}

OrRejection<Event> add_traveller(const Entry& entry, const Input& input, const Facts&) {
  Corrected corrected{entry.trip, input.text("reason")};
  if (corrected.trip.travellers.size() >= 200) return invalid("Thành viên", "Đoàn quá đông.");
  corrected.trip.travellers.push_back(traveller_from({}, input));
  return Event{std::move(corrected)};
}

OrRejection<Event> correct_traveller(const Entry& entry, const Input& input, const Facts&) {
  const auto at = traveller_named(entry, input);
  if (!at) return no_such_traveller();
  Corrected corrected{entry.trip, input.text("reason")};
  auto& one = corrected.trip.travellers[*at];
  one = traveller_from(one, input);
  return Event{std::move(corrected)};
}

OrRejection<Event> remove_traveller(const Entry& entry, const Input& input, const Facts&) {
  const auto at = traveller_named(entry, input);
  if (!at) return no_such_traveller();
  Corrected corrected{entry.trip, input.text("reason")};
  corrected.trip.travellers.erase(corrected.trip.travellers.begin() + std::ptrdiff_t(*at));
  return Event{std::move(corrected)};
}

OrRejection<Event> carry_out(const Entry&, const Input& input, const Facts& facts) {
  const auto to = day_not_ahead(input, "to", facts);
  if (!to) return Unexpected{to.error()};
  const Date from = *input.date("from");
  if (auto checked = check_days(from, *to); !checked) return Unexpected{checked.error()};
  return Event{CarriedOut{from, *to, input.text("note")}};
}

OrRejection<Event> cancel(const Entry&, const Input& input, const Facts&) {
  return Event{Cancelled{input.text("reason")}};
}

OrRejection<Event> receive_report(const Entry& entry, const Input& input, const Facts& facts) {
  const auto on = day_not_ahead(input, "on", facts);
  if (!on) return Unexpected{on.error()};
  if (*on < entry.trip.from) return reject(travel_not_over);
  return Event{ReportReceived{*on, input.text("document"), input.text("summary")}};
}

OrRejection<Event> open_guests(const Entry&, const Input& input, const Facts&) {
  Taken taken{Kind::In, {}, {}};
  auto trip = trip_from({}, input);
  if (!trip) return Unexpected{trip.error()};
  taken.trip = std::move(*trip);
  taken.trip.unit = input.text("unit");
  Traveller head;
  head.name = input.text("name");
  head.post = input.text("post");
  head.head = true;
  taken.trip.travellers.push_back(std::move(head));
  return Event{std::move(taken)};
}

OrRejection<Event> register_passport(const Entry&, const Input& input, const Facts& facts) {
  PassportRegistered made{input.text("number"), input.text("kind"), traveller_from({}, input),
                          input.date("issued"), *input.date("expires")};
  for (const auto& [code, entry] : facts.scene.entries) {
    const auto& passport = entry->passport;
    if (entry->kind != Kind::Passport || passport.cancelled || passport.moved) continue;
    if (fold(passport.registered.number) == fold(made.number)) {
      return reject(passport_known, {{"number", made.number}, {"code", code}});
    }
  }
  if (made.issued && *made.issued >= made.expires) {
    return invalid("Ngày hết hạn", "Ngày hết hạn phải sau ngày cấp.");
  }
  return Event{std::move(made)};
}

// For official trips of the book only. [QD58-2012]
OrRejection<Event> hand_over(const Entry& entry, const Input& input, const Facts& facts) {
  const auto& registered = entry.passport.registered;
  const auto* trip = facts.scene.find(input.text("delegation"));
  if (trip == nullptr || trip->kind != Kind::Out || trip->cancelled) {
    return reject(passport_needs_official_trip);
  }
  const People people(facts.scene.entries);
  const auto holder = people.key_of(registered.holder, registered.holder.unit);
  const bool travels = std::ranges::any_of(trip->trip.travellers, [&](const Traveller& one) {
    return people.key_of(one, trip->trip.unit) == holder ||
           (!one.passport.empty() && fold(one.passport) == fold(registered.number)) ||
           (one.identity.empty() && fold(one.name) == fold(registered.holder.name));
  });
  if (!travels) return reject(passport_holder_not_in_trip, {{"delegation", trip->code}});
  if (registered.expires < trip->trip.to) {
    return reject(passport_expired, {{"expires", write_vietnamese(registered.expires)}});
  }
  const auto on = day_not_ahead(input, "on", facts);
  if (!on) return Unexpected{on.error()};
  return Event{PassportHandedOver{trip->code, input.text("name"), *on, input.text("document")}};
}

OrRejection<Event> hand_back(const Entry& entry, const Input& input, const Facts& facts) {
  const auto on = day_not_ahead(input, "on", facts);
  if (!on) return Unexpected{on.error()};
  const Date entered = *input.date("entered");
  if (entered > *on || *on < entry.passport.out->on) {
    return invalid("Ngày nộp lại", "Ngày nộp lại trước ngày giao hoặc ngày nhập cảnh.");
  }
  return Event{PassportHandedBack{*on, entered, input.text("name"), input.text("document"),
                                  input.text("note")}};
}

OrRejection<Event> report_lost(const Entry&, const Input& input, const Facts& facts) {
  const auto on = day_not_ahead(input, "on", facts);
  if (!on) return Unexpected{on.error()};
  return Event{PassportLost{*on, input.text("reason")}};
}

OrRejection<Event> cancel_passport(const Entry&, const Input& input, const Facts& facts) {
  const auto on = day_not_ahead(input, "on", facts);
  if (!on) return Unexpected{on.error()};
  return Event{PassportCancelled{*on, input.text("document")}};
}

OrRejection<Event> move_passport(const Entry&, const Input& input, const Facts& facts) {
  const auto on = day_not_ahead(input, "on", facts);
  if (!on) return Unexpected{on.error()};
  return Event{PassportMoved{input.text("agency"), *on, input.text("document")}};
}

}  // namespace motcua::travel::acts

// What a notice tells of, by which channel it goes, and their names in templates, rows and JSON.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace motcua::notice {

enum class Kind {
  Submitted,
  Received,
  Accepted,
  Guided,
  Refused,
  SupplementAsked,
  Supplemented,
  ClockStopped,
  ClockResumed,
  PromiseChanged,
  Apologised,
  Stopped,
  Withdrawn,
  ResultReady,
  ResultReturned,
  ResultPosted,
  ResultIssued,  // as a signed electronic paper
  ResultRevoked,
  FeesCharged,
  PaymentReceived,
  RefundOrdered,
  Refunded,
  Digest,           // to an officer, each working morning
  AddressProof,     // to the holder of an account: he confirms his address
  PasswordReset,    // he forgot his password
  PasswordChanged,  // somebody did, by the address
  AppointmentBooked,
  AppointmentMoved,
  AppointmentCancelled,
  AppointmentReminder,  // the working day before
  ReplyPublished,       // to who replied to an article
  ReplyRefused,
  PetitionReceived,
  PetitionSupplementAsked,
  PetitionAnswered,
  PetitionRefused,
  TravelReportDue,  // to the unit that sent a delegation
  TravelReportLate,
  PassportDue,
  PassportLate,
};

inline constexpr std::array all_kinds{Kind::Submitted,
                                      Kind::Received,
                                      Kind::Accepted,
                                      Kind::Guided,
                                      Kind::Refused,
                                      Kind::SupplementAsked,
                                      Kind::Supplemented,
                                      Kind::ClockStopped,
                                      Kind::ClockResumed,
                                      Kind::PromiseChanged,
                                      Kind::Apologised,
                                      Kind::Stopped,
                                      Kind::Withdrawn,
                                      Kind::ResultReady,
                                      Kind::ResultReturned,
                                      Kind::ResultPosted,
                                      Kind::ResultIssued,
                                      Kind::ResultRevoked,
                                      Kind::FeesCharged,
                                      Kind::PaymentReceived,
                                      Kind::RefundOrdered,
                                      Kind::Refunded,
                                      Kind::Digest,
                                      Kind::AddressProof,
                                      Kind::PasswordReset,
                                      Kind::PasswordChanged,
                                      Kind::AppointmentBooked,
                                      Kind::AppointmentMoved,
                                      Kind::AppointmentCancelled,
                                      Kind::AppointmentReminder,
                                      Kind::ReplyPublished,
                                      Kind::ReplyRefused,
                                      Kind::PetitionReceived,
                                      Kind::PetitionSupplementAsked,
                                      Kind::PetitionAnswered,
                                      Kind::PetitionRefused,
                                      Kind::TravelReportDue,
                                      Kind::TravelReportLate,
                                      Kind::PassportDue,
                                      Kind::PassportLate};

std::string_view write_kind(Kind kind);  // "submitted", …, "supplement-asked"
std::optional<Kind> parse_kind(std::string_view name);

// Whether a kind tells an applicant of his dossier; the others go by e-mail only.
constexpr bool is_of_dossier(Kind kind) { return kind < Kind::Digest; }
// Whether it tells a sender of his petition; by e-mail only.
constexpr bool is_of_petition(Kind kind) {
  return kind >= Kind::PetitionReceived && kind <= Kind::PetitionRefused;
}
// Whether it reminds of what is owed after a trip; by e-mail only.
constexpr bool is_of_travel(Kind kind) { return kind >= Kind::TravelReportDue; }

enum class Channel { Email, Sms, Zalo };
std::string_view write_channel(Channel channel);  // "email", "sms", "zalo"
std::optional<Channel> parse_channel(std::string_view name);

}  // namespace motcua::notice

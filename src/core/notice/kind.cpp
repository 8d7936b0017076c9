#include "notice/kind.hpp"

#include <algorithm>

namespace motcua::notice {
namespace {

constexpr std::array<std::string_view, all_kinds.size()> kind_names{"submitted",
                                                                    "received",
                                                                    "accepted",
                                                                    "guided",
                                                                    "refused",
                                                                    "supplement-asked",
                                                                    "supplemented",
                                                                    "clock-stopped",
                                                                    "clock-resumed",
                                                                    "promise-changed",
                                                                    "apologised",
                                                                    "stopped",
                                                                    "withdrawn",
                                                                    "result-ready",
                                                                    "result-returned",
                                                                    "result-posted",
                                                                    "result-issued",
                                                                    "result-revoked",
                                                                    "fees-charged",
                                                                    "payment-received",
                                                                    "refund-ordered",
                                                                    "refunded",
                                                                    "digest",
                                                                    "confirm-address",
                                                                    "reset-password",
                                                                    "password-changed",
                                                                    "appointment-booked",
                                                                    "appointment-moved",
                                                                    "appointment-cancelled",
                                                                    "appointment-reminder",
                                                                    "reply-published",
                                                                    "reply-refused",
                                                                    "petition-received",
                                                                    "petition-supplement-asked",
                                                                    "petition-answered",
                                                                    "petition-refused",
                                                                    "travel-report-due",
                                                                    "travel-report-late",
                                                                    "passport-due",
                                                                    "passport-late"};

constexpr std::array<std::string_view, 3> channel_names{"email", "sms", "zalo"};

template <class E, std::size_t N>
std::optional<E> by_name(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<E>(found - names.begin());
}

}  // namespace

std::string_view write_kind(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
std::optional<Kind> parse_kind(std::string_view name) { return by_name<Kind>(kind_names, name); }

std::string_view write_channel(Channel channel) {
  return channel_names[static_cast<std::size_t>(channel)];
}
std::optional<Channel> parse_channel(std::string_view name) {
  return by_name<Channel>(channel_names, name);
}

}  // namespace motcua::notice

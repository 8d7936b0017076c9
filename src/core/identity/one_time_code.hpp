// The second factor: codes an authenticator shows, TOTP of RFC 6238 with what every authenticator
// takes for granted (HMAC-SHA-1, thirty seconds a step, six digits).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::identity {

inline constexpr std::int64_t seconds_per_step = 30;

std::string one_time_code(std::string_view secret, std::int64_t step);

// A code typed by somebody at `unix_seconds`, who last signed in with the code of `used_step`.
struct TypedCode {
  std::string_view code;  // blanks between its digits do not matter
  std::int64_t unix_seconds = 0;
  std::int64_t used_step = 0;
};

// The step a code is of: this one, the one before or after, as clocks differ; nothing for a wrong
// code and for one that was used (RFC 6238 5.2: a code is accepted once).
std::optional<std::int64_t> step_of_code(std::string_view secret, const TypedCode& typed);

std::string in_base32(std::string_view bytes);  // RFC 4648, without padding

// What the QR code for an authenticator says: otpauth://totp/Office:name?secret=…&issuer=Office
std::string enrolment_address(std::string_view office, std::string_view name,
                              std::string_view secret);

}  // namespace motcua::identity

#include "api/tracking_cookie.hpp"

#include <charconv>

#include "base/digest.hpp"

namespace motcua::api {
namespace {

constexpr std::string_view cookie_name = "motcua_tracking";
constexpr std::int64_t open_seconds = 2 * 3600;

}  // namespace

std::string tracking_cookie(const Parts& parts, std::string_view code, bool secure) {
  const std::string expires = std::to_string(parts.real_seconds() + open_seconds);
  const std::string value = std::string(code) + "|" + expires;
  return std::string(cookie_name) + "=" + value + "|" + parts.world.seal("tracking", value) +
         "; Path=/api/tracking; HttpOnly; SameSite=Strict; Max-Age=" +
         std::to_string(open_seconds) + (secure ? "; Secure" : "");
}

bool may_track(const Parts& parts, const http::Request& request, std::string_view code) {
  const auto cookie = request.cookie(cookie_name);
  const auto end = cookie.rfind('|');
  if (end == std::string_view::npos) return false;
  const auto value = cookie.substr(0, end);
  if (!equal_in_constant_time(parts.world.seal("tracking", value), cookie.substr(end + 1))) {
    return false;
  }
  const auto bar = value.find('|');
  std::int64_t expires = 0;
  const auto digits = value.substr(bar + 1);
  std::from_chars(digits.data(), digits.data() + digits.size(), expires);
  return value.substr(0, bar) == code && parts.real_seconds() < expires;
}

}  // namespace motcua::api

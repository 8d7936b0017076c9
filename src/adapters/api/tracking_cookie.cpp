#include "api/tracking_cookie.hpp"

#include <charconv>

#include "base/digest.hpp"

namespace motcua::api {
namespace {

struct CookieKind {
  std::string_view name;
  std::string_view path;
  std::string_view purpose;  // of the seal: no cookie passes for one of the other kind
};
constexpr CookieKind of_dossier{"motcua_tracking", "/api/tracking", "tracking"};
constexpr CookieKind of_petition{"motcua_petition", "/api/petition-tracking", "petition-tracking"};
constexpr std::int64_t open_seconds = 2 * 3600;

std::string sealed_cookie(const CookieKind& kind, const Parts& parts, std::string_view code,
                          bool secure) {
  const std::string expires = std::to_string(parts.real_seconds() + open_seconds);
  const std::string value = std::string(code) + "|" + expires;
  return std::string(kind.name) + "=" + value + "|" + parts.world.seal(kind.purpose, value) +
         "; Path=" + std::string(kind.path) +
         "; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(open_seconds) +
         (secure ? "; Secure" : "");
}

bool names(const CookieKind& kind, const Parts& parts, const http::Request& request,
           std::string_view code) {
  const auto cookie = request.cookie(kind.name);
  const auto end = cookie.rfind('|');
  if (end == std::string_view::npos) return false;
  const auto value = cookie.substr(0, end);
  if (!equal_in_constant_time(parts.world.seal(kind.purpose, value), cookie.substr(end + 1))) {
    return false;
  }
  const auto bar = value.find('|');
  std::int64_t expires = 0;
  const auto digits = value.substr(bar + 1);
  std::from_chars(digits.data(), digits.data() + digits.size(), expires);
  return value.substr(0, bar) == code && parts.real_seconds() < expires;
}

}  // namespace

std::string tracking_cookie(const Parts& parts, std::string_view code, bool secure) {
  return sealed_cookie(of_dossier, parts, code, secure);
}
bool may_track(const Parts& parts, const http::Request& request, std::string_view code) {
  return names(of_dossier, parts, request, code);
}

std::string petition_cookie(const Parts& parts, std::string_view code, bool secure) {
  return sealed_cookie(of_petition, parts, code, secure);
}
bool may_track_petition(const Parts& parts, const http::Request& request, std::string_view code) {
  return names(of_petition, parts, request, code);
}

}  // namespace motcua::api

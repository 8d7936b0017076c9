#include "api/sessions.hpp"

#include <algorithm>

#include "base/digest.hpp"

namespace motcua::api {
namespace {

constexpr std::int64_t lifetime_seconds = 12 * 3600;
constexpr std::size_t most_known = 10000;
constexpr std::size_t longest_device = 200;
constexpr std::size_t id_digits = 16;

std::string digest_of(std::string_view token) { return to_hex(sha256(token)); }

}  // namespace

std::string_view Sessions::cookie_name() const {
  return realm_ == ports::Realm::Officer ? "motcua_session" : "motcua_account";
}

OrFailure<Sessions::Opened> Sessions::open(const http::Request& request, std::string_view holder,
                                           ports::Session like) {
  const std::string token = parts_.chance.token(32);
  auto session = std::move(like);
  session.token_digest = digest_of(token);
  session.realm = realm_;
  session.holder = holder;
  session.csrf = parts_.chance.token(24);
  session.opened_at = parts_.real_seconds();
  session.expires_at = session.opened_at + lifetime_seconds;
  session.device = request.header("user-agent").substr(0, longest_device);
  if (const auto kept = parts_.people.put_session(session); !kept) return Unexpected{kept.error()};
  if (const auto gone = parts_.people.drop_sessions_before(session.opened_at); !gone) {
    return Unexpected{gone.error()};
  }
  const std::string cookie =
      std::string(cookie_name()) + "=" + token +
      "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(lifetime_seconds) +
      (request.secure ? "; Secure" : "");
  const std::lock_guard lock(mutex_);
  known_.insert_or_assign(session.token_digest, session);
  return Opened{cookie, std::move(session)};
}

bool Sessions::is_open(const ports::Session& session) const {
  return session.realm == realm_ && session.expires_at > parts_.real_seconds();
}

std::optional<ports::Session> Sessions::find(const http::Request& request) {
  const auto token = request.cookie(cookie_name());
  if (token.empty()) return std::nullopt;
  const std::string digest = digest_of(token);
  const auto before = remembered(digest);
  if (before.session) return before.session;
  const auto stored = parts_.people.find_session(digest);
  if (!stored || !*stored || !is_open(**stored)) return std::nullopt;
  const std::lock_guard lock(mutex_);
  if (known_.size() >= most_known) known_.clear();
  if (closed_ == before.closed) known_.insert_or_assign(digest, **stored);
  return *stored;
}

std::optional<ports::Session> Sessions::recall(const http::Request& request) {
  const auto token = request.cookie(cookie_name());
  if (token.empty()) return std::nullopt;
  return remembered(digest_of(token)).session;
}

OrFailure<std::vector<ports::Session>> Sessions::of(std::string_view holder) {
  auto sessions = parts_.people.sessions_of(realm_, holder);
  if (sessions) std::erase_if(*sessions, [&](const auto& session) { return !is_open(session); });
  return sessions;
}

Sessions::Remembered Sessions::remembered(const std::string& digest) {
  const std::lock_guard lock(mutex_);
  const auto found = known_.find(digest);
  if (found == known_.end() || !is_open(found->second)) return {std::nullopt, closed_};
  return {found->second, closed_};
}

OrFailure<Nothing> Sessions::keep(const ports::Session& session) {
  auto kept = parts_.people.put_session(session);
  const std::lock_guard lock(mutex_);
  known_.erase(session.token_digest);
  ++closed_;
  return kept;
}

OrFailure<Nothing> Sessions::close(const ports::Session& session) {
  auto dropped = parts_.people.drop_session(session.token_digest);
  const std::lock_guard lock(mutex_);
  known_.erase(session.token_digest);
  ++closed_;
  return dropped;
}

OrFailure<Nothing> Sessions::close_others(const ports::Session& kept) {
  const auto sessions = parts_.people.sessions_of(realm_, kept.holder);
  if (!sessions) return Unexpected{sessions.error()};
  for (const auto& session : *sessions) {
    if (session.token_digest == kept.token_digest) continue;
    if (auto closed = close(session); !closed) return closed;
  }
  return Nothing{};
}

OrFailure<Nothing> Sessions::close_all(std::string_view holder) {
  ports::Session none;
  none.holder = holder;
  return close_others(none);
}

std::string Sessions::expired_cookie() const {
  return std::string(cookie_name()) + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0";
}

std::string session_id(const ports::Session& session) {
  return session.token_digest.substr(0, id_digits);
}

}  // namespace motcua::api

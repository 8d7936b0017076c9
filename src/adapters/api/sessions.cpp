#include "api/sessions.hpp"

#include "base/digest.hpp"

namespace motcua::api {
namespace {

constexpr std::string_view session_cookie = "motcua_session";
constexpr std::int64_t lifetime_seconds = 12 * 3600;
constexpr std::size_t most_known = 10000;

// Verified against when the account does not exist, so that an unknown name takes as long.
constexpr std::string_view nobody =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
    "u0vT7iF3kV2jQ0n0n1p2q3r4s5t6u7v8w9x0y1z2A3A";

std::string digest_of(std::string_view token) { return to_hex(sha256(token)); }

}  // namespace

dossier::Officer SignedIn::officer() const {
  return {{person->username, person->name, person->unit}, person->roles};
}

OrFailure<std::optional<Sessions::Opened>> Sessions::open(std::string_view username,
                                                          std::string_view password, bool secure) {
  const auto account = parts_.desk.find_account(username);
  if (!account) return Unexpected{account.error()};
  const auto* person = parts_.world.office().find_person(username);
  const std::string hash = *account ? (*account)->password_hash : std::string(nobody);
  const bool right = parts_.hasher.verify(hash, password);
  if (!right || !*account || person == nullptr) return std::optional<Opened>{};
  const std::string token = parts_.chance.token(32);
  const ports::Session session{digest_of(token), std::string(username), parts_.chance.token(24),
                               parts_.real_seconds() + lifetime_seconds};
  if (const auto kept = parts_.desk.put_session(session); !kept) return Unexpected{kept.error()};
  const std::string cookie =
      std::string(session_cookie) + "=" + token +
      "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(lifetime_seconds) +
      (secure ? "; Secure" : "");
  const std::lock_guard lock(mutex_);
  known_.insert_or_assign(session.token_digest, session);
  return std::optional{Opened{cookie, {person, session.csrf}}};
}

std::optional<SignedIn> Sessions::find(const http::Request& request) {
  const auto token = request.cookie(session_cookie);
  if (token.empty()) return std::nullopt;
  const std::string digest = digest_of(token);
  std::optional<ports::Session> session;
  std::uint64_t closed_before = 0;
  {
    const std::lock_guard lock(mutex_);
    closed_before = closed_;
    const auto known = known_.find(digest);
    if (known != known_.end()) session = known->second;
  }
  if (!session) {
    const auto stored = parts_.desk.find_session(digest);
    if (!stored || !*stored) return std::nullopt;
    session = **stored;
    const std::lock_guard lock(mutex_);
    if (known_.size() >= most_known) known_.clear();
    if (closed_ == closed_before) known_.insert_or_assign(digest, *session);
  }
  if (session->expires_at <= parts_.real_seconds()) return std::nullopt;
  const auto* person = parts_.world.office().find_person(session->username);
  if (person == nullptr) return std::nullopt;
  return SignedIn{person, session->csrf};
}

OrFailure<Nothing> Sessions::close(const http::Request& request) {
  const std::string digest = digest_of(request.cookie(session_cookie));
  auto dropped = parts_.desk.drop_session(digest);
  const std::lock_guard lock(mutex_);
  known_.erase(digest);
  ++closed_;
  return dropped;
}

std::string Sessions::expired_cookie() {
  return std::string(session_cookie) + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0";
}

}  // namespace motcua::api

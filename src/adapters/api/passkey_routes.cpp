// Passkeys (WebAuthn) of citizens and officers: added, named, removed by who is signed in; and
// signing in with one.
//
// A challenge belongs to a session, or to the browser that asked for it by a cookie of its own, and
// is good once whatever comes of it.

#include <functional>

#include "api/account.hpp"
#include "api/input.hpp"
#include "api/kept_once.hpp"
#include "api/officer_session.hpp"
#include "api/passwords.hpp"
#include "base/base64.hpp"
#include "base/digest.hpp"
#include "passkey/ceremony.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;
using ports::Passkey;
using ports::Realm;

constexpr std::size_t most_passkeys = 10;  // of one holder
constexpr std::size_t longest_part = 20'000;
constexpr std::int64_t longest_ceremony = 300;
constexpr std::string_view ceremony_cookie = "motcua_passkey";

constexpr ProblemKind passkeys_not_here{
    409,
    {"passkeys_not_here", "Địa chỉ của trang này không dùng được khóa truy cập.",
     "Passkeys cannot be used at this site's address."}};
constexpr ProblemKind passkey_refused{
    401,
    {"passkey_refused", "Khóa truy cập không được chấp nhận. Hãy thử lại hoặc dùng mật khẩu.",
     "The passkey was not accepted. Please try again, or use your password."}};
constexpr ProblemKind passkey_copied{
    401,
    {"passkey_copied",
     "Khóa truy cập này có dấu hiệu bị sao chép nên không dùng được nữa. Hãy xoá và tạo khóa mới.",
     "This passkey seems to have been copied and opens nothing. Please remove it and make a new"
     " one."}};
constexpr ProblemKind passkey_known{
    409, {"passkey_known", "Khóa truy cập này đã có.", "This passkey is kept already."}};
constexpr ProblemKind too_many_passkeys{
    409,
    {"too_many_passkeys", "Mỗi tài khoản có tối đa {most} khóa truy cập; hãy xoá bớt.",
     "An account has at most {most} passkeys; please remove some."}};

// Who is signed in, an officer or a citizen.
struct Holder {
  Realm realm = Realm::Citizen;
  std::string id;
  std::string name;           // as the authenticator shows it
  std::string password_hash;  // empty: he has no password
  std::string session;        // digest of its token
};

json::value write_passkey(const Passkey& passkey) {
  json::object out{{"id", passkey.id},
                   {"name", passkey.name},
                   {"made_at", write_moment(from_unix(passkey.made_at))}};
  if (passkey.used_at != 0) out["used_at"] = write_moment(from_unix(passkey.used_at));
  return out;
}

class PasskeyRoutes {
 public:
  explicit PasskeyRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  Response list(const Request& request, const Holder& holder) const;
  Response challenge(const Request& request, const Holder& holder);
  Response add(const Request& request, const Holder& holder);
  Response rename(const Request& request, const Holder& holder) const;
  Response drop(const Request& request, const Holder& holder) const;
  Response challenge_to_sign_in(const Request& request, Realm realm);
  Response sign_in(const Request& request, Realm realm);

 private:
  std::optional<passkey::RelyingParty> party() const {
    return passkey::relying_party(parts_.public_address);
  }
  std::optional<Passkey> own(const Request& request, const Holder& holder, Response& refused) const;
  std::optional<Response> refuse_password(const Request& request, const Holder& holder,
                                          std::string_view password) const;
  Response welcome(const Request& request, const Passkey& passkey) const;
  Attempts& attempts(Realm realm) const {
    return realm == Realm::Officer ? desk_.sign_ins : desk_.citizen_sign_ins;
  }

  Desk& desk_;
  Parts& parts_;
  KeptOnce<std::string> challenges_{longest_ceremony};  // by whose they are
};

std::string key_to_add(const Holder& holder) { return "add " + holder.session; }
std::string key_to_sign_in(Realm realm, std::string_view cookie) {
  return (realm == Realm::Officer ? "officer " : "citizen ") + to_hex(sha256(cookie));
}

// Bytes in base64url; an error of the input where they are none.
std::string bytes_in(Input& input, std::string_view name) {
  const std::string text = input.needed_text(name, longest_part);
  auto bytes = out_of_base64url(text);
  if (!bytes) input.wrong(name, "base64url", {"Không phải base64url", "Not base64url"});
  return bytes.value_or("");
}

passkey::Credential credential_of(const Passkey& kept) {
  return {out_of_base64url(kept.id).value_or(""), kept.algorithm,
          out_of_base64url(kept.public_key).value_or(""), kept.counter};
}

Response PasskeyRoutes::list(const Request& request, const Holder& holder) const {
  const auto passkeys = parts_.people.passkeys_of(holder.realm, holder.id);
  if (!passkeys) return problem_of(passkeys.error(), language_of(&request));
  json::array items;
  for (const auto& passkey : *passkeys) items.push_back(write_passkey(passkey));
  return answer(json::object{{"items", std::move(items)}});
}

// Whoever adds a way in shows once more that the account is his.
std::optional<Response> PasskeyRoutes::refuse_password(const Request& request, const Holder& holder,
                                                       std::string_view password) const {
  if (holder.password_hash.empty()) return std::nullopt;
  const Guess guess{request.peer, holder.id};
  const auto now = parts_.real_seconds();
  if (const auto wait = attempts(holder.realm).seconds_to_wait(guess, now); wait > 0) {
    return too_many_attempts(wait, language_of(&request));
  }
  if (is_password(parts_.hasher, holder.password_hash, password)) return std::nullopt;
  attempts(holder.realm).failed(guess, now);
  return problem(password_wrong, language_of(&request));
}

Response PasskeyRoutes::challenge(const Request& request, const Holder& holder) {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const std::string password = input.secret("password", 200);
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  const auto relying = party();
  if (!relying) return problem(passkeys_not_here, language);
  if (auto no = refuse_password(request, holder, password)) return std::move(*no);
  const auto known = parts_.people.passkeys_of(holder.realm, holder.id);
  if (!known) return problem_of(known.error(), language);
  if (known->size() >= most_passkeys) {
    return problem(too_many_passkeys, language, {{"most", std::to_string(most_passkeys)}});
  }
  json::array ids;
  for (const auto& passkey : *known) ids.push_back(json::value(passkey.id));
  const std::string challenge = parts_.chance.token(32);
  challenges_.add(key_to_add(holder), challenge, parts_.real_seconds());
  const std::string realm = holder.realm == Realm::Officer ? "officer|" : "citizen|";
  const auto user = parts_.world.derive("passkey-user", realm + holder.id);
  return answer(json::object{{"challenge", challenge},
                             {"rp_id", relying->id},
                             {"rp_name", parts_.world.office().name.in(language)},
                             {"user_id", in_base64url(std::string(user.begin(), user.end()))},
                             {"user_name", holder.name},
                             {"known", std::move(ids)}});
}

Response PasskeyRoutes::add(const Request& request, const Holder& holder) {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  Passkey made;
  made.name = input.needed_text("name", 60);
  const passkey::Answer given{bytes_in(input, "client_data"), bytes_in(input, "authenticator_data"),
                              ""};
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  const auto now = parts_.real_seconds();
  const auto challenge = challenges_.take(key_to_add(holder), now);
  const auto relying = party();
  auto credential = OrFailure<passkey::Credential>(malformed("passkey: no challenge was given"));
  if (challenge && relying) credential = passkey::read_credential(*relying, *challenge, given);
  if (!credential) {
    parts_.log(credential.error().what);
    return problem(passkey_refused, language);
  }
  made.id = in_base64url(credential->id);
  made.realm = holder.realm;
  made.holder = holder.id;
  made.algorithm = credential->algorithm;
  made.public_key = in_base64url(credential->public_key);
  made.counter = credential->counter;
  made.made_at = now;
  const auto kept = parts_.people.add_passkey(made);
  if (!kept) return problem_of(kept.error(), language);
  return *kept ? answer(write_passkey(made), 201) : problem(passkey_known, language);
}

std::optional<Passkey> PasskeyRoutes::own(const Request& request, const Holder& holder,
                                          Response& refused) const {
  auto found = parts_.people.find_passkey(request.param("passkey"));
  if (!found) {
    refused = problem_of(found.error(), language_of(&request));
    return std::nullopt;
  }
  const bool his = *found && (*found)->realm == holder.realm && (*found)->holder == holder.id;
  if (his) return std::move(*found);
  refused = problem(not_found, language_of(&request));
  return std::nullopt;
}

Response PasskeyRoutes::rename(const Request& request, const Holder& holder) const {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const std::string name = input.needed_text("name", 60);
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  auto passkey = own(request, holder, refused);
  if (!passkey) return refused;
  const auto renamed = parts_.people.rename_passkey(passkey->id, name);
  if (!renamed) return problem_of(renamed.error(), language);
  passkey->name = name;
  return answer(write_passkey(*passkey));
}

Response PasskeyRoutes::drop(const Request& request, const Holder& holder) const {
  Response refused;
  const auto passkey = own(request, holder, refused);
  if (!passkey) return refused;
  const auto dropped = parts_.people.drop_passkey(passkey->id);
  return dropped ? no_content() : problem_of(dropped.error(), language_of(&request));
}

Response PasskeyRoutes::challenge_to_sign_in(const Request& request, Realm realm) {
  const auto relying = party();
  if (!relying) return problem(passkeys_not_here, language_of(&request));
  const std::string cookie = parts_.chance.token(24);
  const std::string challenge = parts_.chance.token(32);
  challenges_.add(key_to_sign_in(realm, cookie), challenge, parts_.real_seconds());
  auto response = answer(json::object{{"challenge", challenge}, {"rp_id", relying->id}});
  response.headers.emplace_back(
      "Set-Cookie", std::string(ceremony_cookie) + "=" + cookie +
                        "; Path=/api/; HttpOnly; SameSite=Strict; Max-Age=" +
                        std::to_string(longest_ceremony) + (request.secure ? "; Secure" : ""));
  return response;
}

Response PasskeyRoutes::sign_in(const Request& request, Realm realm) {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const std::string id = input.needed_text("id", 1400);
  const passkey::Answer given{bytes_in(input, "client_data"), bytes_in(input, "authenticator_data"),
                              bytes_in(input, "signature")};
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  const auto now = parts_.real_seconds();
  const Guess guess{request.peer, "passkey"};
  if (const auto wait = attempts(realm).seconds_to_wait(guess, now); wait > 0) {
    return too_many_attempts(wait, language);
  }
  const auto challenge =
      challenges_.take(key_to_sign_in(realm, request.cookie(ceremony_cookie)), now);
  const auto relying = party();
  const auto kept = parts_.people.find_passkey(id);
  if (!kept) return problem_of(kept.error(), language);
  auto counter = OrFailure<std::int64_t>(malformed("passkey: no such passkey or challenge"));
  if (challenge && relying && *kept && (*kept)->realm == realm) {
    counter = passkey::check_assertion(*relying, *challenge, credential_of(**kept), given);
  }
  if (!counter) {
    attempts(realm).failed(guess, now);
    parts_.log(counter.error().what);
    return problem(passkey_refused, language);
  }
  const auto used = parts_.people.use_passkey(id, *counter, now);
  if (!used) return problem_of(used.error(), language);
  if (*used) return welcome(request, **kept);
  parts_.log("passkey: its counter went back, it may be copied");
  return problem(passkey_copied, language);
}

// The user was verified, so nothing more is asked: a passkey is two factors in one.
Response PasskeyRoutes::welcome(const Request& request, const Passkey& passkey) const {
  const Language language = language_of(&request);
  const bool officer = passkey.realm == Realm::Officer;
  auto citizen = officer ? OrFailure<std::optional<ports::Citizen>>(std::nullopt)
                         : parts_.people.find_citizen(passkey.holder);
  if (!citizen) return problem_of(citizen.error(), language);
  const auto* person = officer ? parts_.world.office().find_person(passkey.holder) : nullptr;
  if (person == nullptr && !*citizen) return problem(passkey_refused, language);
  auto& sessions = officer ? desk_.sessions : desk_.citizen_sessions;
  auto opened = sessions.open(request, passkey.holder);
  if (!opened) return problem_of(opened.error(), language);
  auto response = answer(officer ? write_session(desk_, {person, opened->session})
                                 : write_account(desk_, {std::move(**citizen), opened->session}));
  response.headers.emplace_back("Set-Cookie", opened->cookie);
  return response;
}

// Whose requests come to the endpoints of one kind of account.
using HolderEndpoint = std::function<Response(const Request&, const Holder&)>;

http::Endpoint for_holders(Desk& desk, Realm realm, HolderEndpoint endpoint) {
  if (realm == Realm::Citizen) {
    return for_citizens(desk, [endpoint](Request& request, const SignedCitizen& who) {
      const auto& citizen = who.citizen;
      const auto& email = citizen.party.details.email;
      return endpoint(request,
                      {Realm::Citizen, who.id(), email.empty() ? citizen.party.details.name : email,
                       citizen.password_hash, who.session.token_digest});
    });
  }
  return for_officers(desk, [&desk, endpoint](Request& request, const SignedIn& who) {
    const auto account = desk.parts.people.find_account(who.person->username);
    if (!account || !*account) return problem(store_failed, language_of(&request));
    return endpoint(request, {Realm::Officer, who.person->username, who.person->username,
                              (*account)->password_hash, who.session.token_digest});
  });
}

void add_realm(http::Router& router, Desk& desk, const std::shared_ptr<PasskeyRoutes>& routes,
               Realm realm) {
  using http::Run;
  const bool officers = realm == Realm::Officer;
  const std::string mine = officers ? "/api/session/passkeys" : "/api/account/passkeys";
  const std::string entrance = officers ? "/api/session/passkey" : "/api/account/session/passkey";
  const http::RouteLimits body{64 * 1024, {"application/json"}};
  const auto add = [&](const char* method, const std::string& path, HolderEndpoint endpoint) {
    const bool has_body = std::string_view(method) == "POST" || std::string_view(method) == "PUT";
    router.add(method, path, Run::Pool, for_holders(desk, realm, std::move(endpoint)),
               has_body ? body : http::RouteLimits{});
  };
  add("GET", mine, [routes](const Request& r, const Holder& h) { return routes->list(r, h); });
  add("POST", mine, [routes](const Request& r, const Holder& h) { return routes->add(r, h); });
  add("POST", mine + "/challenge",
      [routes](const Request& r, const Holder& h) { return routes->challenge(r, h); });
  add("PUT", mine + "/{passkey}",
      [routes](const Request& r, const Holder& h) { return routes->rename(r, h); });
  add("DELETE", mine + "/{passkey}",
      [routes](const Request& r, const Holder& h) { return routes->drop(r, h); });
  router.add(
      "POST", entrance + "/challenge", Run::Pool,
      [routes, realm](Request& request) { return routes->challenge_to_sign_in(request, realm); },
      body);
  router.add(
      "POST", entrance, Run::Pool,
      [routes, realm](Request& request) { return routes->sign_in(request, realm); }, body);
}

}  // namespace

void add_passkey_routes(http::Router& router, Desk& desk) {
  const auto routes = std::make_shared<PasskeyRoutes>(desk);
  add_realm(router, desk, routes, Realm::Citizen);
  add_realm(router, desk, routes, Realm::Officer);
}

}  // namespace motcua::api

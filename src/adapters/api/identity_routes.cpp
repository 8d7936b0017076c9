// Signing in through a provider of identities: there and back, once, in the same browser.
//
// A trip is tied to the browser by a cookie that goes with the way back, and ends with it: an
// answer nobody asked for, one that comes twice, late, from another provider or in another browser
// opens nothing.

#include "api/account.hpp"
#include "api/kept_once.hpp"
#include "base/digest.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

constexpr std::string_view trip_cookie = "motcua_trip";
constexpr std::int64_t longest_trip = 600;

// On the way to a provider of identities and back.
struct Trip {
  std::string provider;
  ports::SignInTrip tie;
  std::string back_to;  // page of this office
  std::string citizen;  // who was signed in when he left: the identity is linked to him
};

// A page of this office, and nothing that a browser reads as another host.
std::string own_page(const std::optional<std::string>& asked) {
  const bool own = asked && asked->starts_with('/') && !asked->starts_with("//") &&
                   asked->find_first_of("\\\r\n\t") == std::string::npos;
  return own ? *asked : "/tai-khoan/";
}

Response send_to(std::string address) {
  Response response;
  response.status = 303;
  response.headers = {{"Location", std::move(address)}, {"Cache-Control", "no-store"}};
  return response;
}

class IdentityRoutes {
 public:
  explicit IdentityRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  Response leave(const Request& request) {
    auto* provider = find_provider(request.param("provider"));
    if (provider == nullptr) return problem(not_found, language_of(&request));
    Trip trip{provider->id(),
              {parts_.chance.token(24), parts_.chance.token(24), parts_.chance.token(32)},
              own_page(request.query_value("return")),
              ""};
    if (const auto session = desk_.citizen_sessions.find(request)) trip.citizen = session->holder;
    const auto address = provider->sign_in_address(trip.tie);
    if (!address) return lost(trip.back_to, "unavailable");
    auto response = send_to(*address);
    response.headers.emplace_back("Set-Cookie",
                                  std::string(trip_cookie) + "=" + trip.tie.state +
                                      "; Path=/api/identity; HttpOnly; SameSite=Lax; Max-Age=600" +
                                      (request.secure ? "; Secure" : ""));
    std::string state = trip.tie.state;
    trips_.add(std::move(state), std::move(trip), parts_.real_seconds());
    return response;
  }

  Response come_back(const Request& request) {
    const auto state = request.query_value("state").value_or("");
    const bool same_browser =
        !state.empty() && equal_in_constant_time(state, request.cookie(trip_cookie));
    auto trip = same_browser ? trips_.take(state, parts_.real_seconds()) : std::nullopt;
    if (!trip) return lost("/tai-khoan/", "expired");
    auto* provider = find_provider(request.param("provider"));
    if (provider == nullptr || provider->id() != trip->provider)
      return lost(trip->back_to, "failed");
    if (request.query_value("error")) return lost(trip->back_to, "cancelled");
    const auto who = provider->identity_of(
        {request.query_value("code").value_or(""), request.query_value("iss").value_or("")},
        trip->tie);
    if (!who) {
      parts_.log("identity " + provider->id() + ": " + who.error().what);
      return lost(trip->back_to,
                  who.error().kind == FailureKind::Unavailable ? "unavailable" : "failed");
    }
    return open_session(request, *who, *trip);
  }

 private:
  // Back to the sign-in page, which says what became of it.
  static Response lost(const std::string& back_to, const std::string& why) {
    const std::string page = back_to.starts_with("/en/") ? "/en/dang-nhap/" : "/dang-nhap/";
    return send_to(page + "?identity=" + why + "&tro-ve=" + http::percent_encode(back_to));
  }

  ports::IdentityProvider* find_provider(std::string_view id) const {
    for (auto* provider : parts_.identity_providers) {
      if (provider->id() == id) return provider;
    }
    return nullptr;
  }

  // The account linked to this identity: known, the one that asked for the link, or a new one. An
  // account is never found by an address alone, which somebody else may have entered.
  OrFailure<std::string> citizen_for(const ports::ForeignIdentity& who, const Trip& trip) const {
    const auto link = parts_.people.find_link(who.issuer, who.subject);
    if (!link) return Unexpected{link.error()};
    if (*link) return (*link)->citizen;
    std::string id = trip.citizen;
    if (id.empty()) {
      ports::Citizen made;
      made.party.id = id = parts_.chance.token(12);
      made.party.made_at = parts_.clock.now();
      made.party.details = {"person", who.name, who.identity, "", "", who.email};
      made.language = trip.back_to.starts_with("/en/") ? "en" : "vi";
      if (const auto put = parts_.people.put_citizen(made); !put) return Unexpected{put.error()};
    }
    const auto put = parts_.people.put_link({who.issuer, who.subject, id});
    return put ? OrFailure<std::string>(id) : Unexpected{put.error()};
  }

  Response open_session(const Request& request, const ports::ForeignIdentity& who,
                        const Trip& trip) const {
    const auto citizen = citizen_for(who, trip);
    if (!citizen) return problem_of(citizen.error(), language_of(&request));
    ports::Session like;
    like.provider = trip.provider;
    like.logout_hint = who.token;
    auto opened = desk_.citizen_sessions.open(request, *citizen, std::move(like));
    if (!opened) return problem_of(opened.error(), language_of(&request));
    auto response = send_to(trip.back_to);
    response.headers.emplace_back("Set-Cookie", opened->cookie);
    response.headers.emplace_back(
        "Set-Cookie",
        std::string(trip_cookie) + "=; Path=/api/identity; HttpOnly; SameSite=Lax; Max-Age=0");
    return response;
  }

  Desk& desk_;
  Parts& parts_;
  KeptOnce<Trip> trips_{longest_trip};
};

}  // namespace

void add_identity_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const auto routes = std::make_shared<IdentityRoutes>(desk);
  router.add("GET", "/api/identity/{provider}/sign-in", Run::Pool,
             [routes](Request& request) { return routes->leave(request); });
  router.add("GET", "/api/identity/{provider}/return", Run::Pool,
             [routes](Request& request) { return routes->come_back(request); });
}

}  // namespace motcua::api

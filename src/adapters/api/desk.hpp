// What every route of the API shares: the parts, who is signed in, limits on guessing, live
// updates.
#pragma once

#include <mutex>

#include "api/attempts.hpp"
#include "api/draft_locks.hpp"
#include "api/event_hub.hpp"
#include "api/parts.hpp"
#include "api/problems.hpp"
#include "api/sessions.hpp"
#include "api/write_trial.hpp"
#include "http/router.hpp"
#include "queries/dossier_pages.hpp"
#include "queries/lists.hpp"
#include "queries/promise_account.hpp"

namespace motcua::api {

struct Desk {
  explicit Desk(Parts& shared)
      : parts(shared),
        sessions(shared, ports::Realm::Officer),
        citizen_sessions(shared, ports::Realm::Citizen) {}

  Parts& parts;
  Sessions sessions;  // of officers
  Sessions citizen_sessions;
  Attempts sign_ins{{20, 200}, 900};
  Attempts trackings{{20, 200}, 900};
  Attempts verifications{{20, 200}, 900};
  Attempts citizen_sign_ins{{20, 200}, 900};
  Attempts paper_checks{{60, 60}, 900};    // of whole files; each counts
  Attempts registrations{{30, 30}, 3600};  // each counts
  Attempts forgotten{{5, 30}, 3600};       // passwords; each counts
  Attempts proofs{{20, 60}, 900};          // tokens that are not good
  DraftLocks draft_locks;
  DraftLocks account_locks;                   // by account: how many drafts it has
  Attempts uploads_begun{{600, 1200}, 3600};  // each counts
  Attempts drafts_begun{{300, 300}, 3600};    // without an account; each counts
  Attempts appointment_look_ups{{20, 200}, 900};
  Attempts appointments_booked{{20, 20}, 86400};  // each that is kept counts
  Attempts petition_trackings{{20, 200}, 900};
  Attempts petitions_sent{{30, 30}, 3600};  // each counts
  Attempts replies_sent{{10, 10}, 3600};    // each that is kept counts
  EventHub events;
  WriteTrial write_trial;
  std::mutex design_trial;  // one trial of a draft at a time: it reads the journal for seconds
  queries::DossierPages pages;
};

// An officer of this office file with an open session.
struct SignedIn {
  const authority::Person* person = nullptr;
  ports::Session session;
  dossier::Officer officer() const;
};

using OfficerEndpoint = std::function<http::Response(http::Request&, const SignedIn&)>;

// Lets officers through; 401 for others, 403 when a changing request lacks the session's CSRF
// token.
http::Endpoint for_officers(Desk& desk, OfficerEndpoint endpoint);
// Also for those who have yet to set up the second factor they need.
http::Endpoint for_half_signed_in(Desk& desk, OfficerEndpoint endpoint);

// What every changing request of a session must carry.
bool has_csrf_token(const http::Request& request, const ports::Session& session);

// The same for an answer from memory: nothing for whoever is not known to be signed in, and for
// requests that change something.
using QuickOfficerEndpoint =
    std::function<std::optional<http::Response>(const http::Request&, const SignedIn&)>;
http::QuickEndpoint quick_for_officers(Desk& desk, QuickOfficerEndpoint endpoint);

// Of an If-Match header; nothing when it names no version.
std::optional<std::uint64_t> version_in(std::string_view etag);

http::Response pdf_response(std::string bytes, const std::string& name);

// The JSON body, or the problem to answer with.
std::optional<json::value> read_body(const http::Request& request, http::Response& refused);

// Everything needed to look at one dossier, of one moment.
struct Seen {
  commands::DossierSnapshot dossier;
  commands::CalendarSnapshot calendar;
  const procedure::Version* version = nullptr;
  Moment now{};
  queries::Scene scene(const Parts& parts) const {
    return {now, parts.world.office(), *calendar, *version, parts.world.powers()};
  }
};
OrFailure<Seen> see(const Parts& parts, std::string_view code);
std::optional<Seen> see_in_memory(const Parts& parts, std::string_view code);

// The dossier of this code and look-up code, or what to answer instead. Wrong tries are counted by
// the asker's address; a code that does not exist is refused like a wrong look-up code.
struct LookUp {
  std::string code;
  std::string secret;
  Language language = Language::Vietnamese;
};
std::optional<Seen> open_by_secret(Desk& desk, const http::Request& request, const LookUp& asked,
                                   http::Response& refused);

queries::ListScene list_scene(const Parts& parts, const calendar::WorkingCalendar& calendar,
                              Moment now);

// What makes a request repeatable, from its Idempotency-Key; nothing when it has none.
struct RepeatKey {
  std::string key;
  std::string contents_digest;
};
std::optional<RepeatKey> repeat_key(const http::Request& from, std::string_view actor);

// Fills in the request's key; a problem when it has none.
std::optional<http::Response> make_repeatable(const http::Request& from, std::string_view actor,
                                              commands::Request& request);

// What can happen only once, whatever key it is sent with: the later ones get the first answer.
void make_once(std::string_view what, commands::Request& request);

// Sends a request to the registrar and answers when it is durable.
using WriteDone = std::function<http::Response(const commands::Done&)>;
http::Response perform_later(Desk& desk, commands::Request request, Language language,
                             WriteDone write_done);
http::Response write_outcome(const commands::Outcome& outcome, Language language,
                             const WriteDone& write_done);

// "http://…/tra-cuu/?code=…" without the secret.
std::string tracking_address(const Parts& parts, std::string_view code);

// What was passed or in doubt when the last decision was made; empty where nothing was. Schema
// DecisionNote each.
json::array notes_of_decision(const dossier::Dossier& dossier, const Parts& parts);

// Schema Confirmation.
json::value confirmation(const Parts& parts, const dossier::Dossier& dossier);

void add_public_routes(http::Router& router, Desk& desk);
void add_draft_routes(http::Router& router, Desk& desk);
void add_tus_routes(http::Router& router, Desk& desk);
void add_paper_routes(http::Router& router, Desk& desk);
void add_scan_routes(http::Router& router, Desk& desk);
void add_paper_store_routes(http::Router& router, Desk& desk);
void add_tracking_routes(http::Router& router, Desk& desk);
void add_officer_session_routes(http::Router& router, Desk& desk);
void add_officer_routes(http::Router& router, Desk& desk);
void add_account_routes(http::Router& router, Desk& desk);
void add_account_mail_routes(http::Router& router, Desk& desk);
void add_passkey_routes(http::Router& router, Desk& desk);
void add_mandate_routes(http::Router& router, Desk& desk);
void add_identity_routes(http::Router& router, Desk& desk);
void add_act_routes(http::Router& router, Desk& desk);
void add_result_routes(http::Router& router, Desk& desk);
void add_figure_routes(http::Router& router, Desk& desk);
void add_open_figure_routes(http::Router& router, Desk& desk);
void add_notice_routes(http::Router& router, Desk& desk);
void add_appointment_routes(http::Router& router, Desk& desk);
void add_appointment_desk_routes(http::Router& router, Desk& desk);
void add_article_routes(http::Router& router, Desk& desk);
void add_editing_routes(http::Router& router, Desk& desk);
void add_authority_routes(http::Router& router, Desk& desk);
void add_plain_news_routes(http::Router& router, Desk& desk);
void add_design_routes(http::Router& router, Desk& desk);
void add_design_try_routes(http::Router& router, Desk& desk);
void add_proposal_routes(http::Router& router, Desk& desk);
void add_demo_routes(http::Router& router, Desk& desk);
void add_payment_routes(http::Router& router, Desk& desk);
void add_sandbox_routes(http::Router& router, Desk& desk);
void add_petition_routes(http::Router& router, Desk& desk);
void add_petition_desk_routes(http::Router& router, Desk& desk);
void add_travel_routes(http::Router& router, Desk& desk);
void add_plain_routes(http::Router& router, Desk& desk);
void add_place_routes(http::Router& router, Desk& desk);
void add_sitemap_routes(http::Router& router, Desk& desk);

// All of them.
void add_routes(http::Router& router, Desk& desk);

}  // namespace motcua::api

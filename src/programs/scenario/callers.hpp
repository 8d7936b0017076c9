// The people of a scenario at the door: every act as the requests their browsers would send.
//
// Officers sign in once and send their session, its CSRF token, If-Match and an Idempotency-Key;
// the applicant fills in a draft, sends it, and comes back with code and look-up code. After every
// act the dossier's page and journal are read through the API and must agree with what was
// recorded: a difference is a Failure.
#pragma once

#include <map>

#include "base/json.hpp"
#include "commands/registrar.hpp"
#include "scenario/http_client.hpp"

namespace motcua::scenario {

struct Behind {  // the door: the same office, asked directly
  const commands::World& world;
  commands::DossierCache& cache;
};

class Callers {
 public:
  Callers(std::uint16_t port, Behind behind) : client_(port), behind_(behind) {}

  // Malformed for RecomputePromise: no person sends it.
  commands::Outcome perform(const commands::Request& request);

  // Opens a draft that the next application of the procedure will fill in and send.
  OrFailure<Nothing> begin_form(const std::string& procedure);

  // A page as the officer of that user name sees it.
  OrFailure<json::value> see(const std::string& username, const std::string& target);
  // Any officer's view, for what all of them see alike.
  OrFailure<json::value> see(const std::string& target);
  OrFailure<std::string> print(const std::string& code, const std::string& slip);  // PDF

 private:
  struct Session {
    std::string cookie;
    std::string csrf;
  };
  using Headers = std::vector<std::pair<std::string, std::string>>;

  commands::Outcome send(const commands::SubmitApplication& command,
                         const commands::Request& request);
  commands::Outcome send(const commands::RegisterApplication& command,
                         const commands::Request& request);
  commands::Outcome send(const commands::PerformAct& command, const commands::Request& request);
  commands::Outcome send(const commands::IssueResult& command, const commands::Request& request);
  commands::Outcome send(const commands::RecomputePromise& command,
                         const commands::Request& request);
  commands::Outcome send(const commands::OrderPayment& command, const commands::Request& request);
  commands::Outcome send(const commands::SettlePayment& command, const commands::Request& request);
  commands::Outcome send(const commands::EndRefund& command, const commands::Request& request);
  commands::Outcome send(const commands::LetTimerCome& command, const commands::Request& request);
  commands::Outcome send(const commands::MoveToSuccessor& command,
                         const commands::Request& request);

  OrFailure<std::string> get(const std::string& username, const std::string& target);
  OrFailure<Session> session_of(const std::string& username);
  OrFailure<Reply> post(const std::string& target, const json::value& body, Headers headers);
  OrFailure<Reply> open_draft(const std::string& procedure, std::string& draft);
  OrFailure<Reply> fill_in(const dossier::Intake& intake, std::string& draft);
  OrFailure<Reply> attach(const std::string& draft, const dossier::PaperGiven& given);
  OrFailure<Reply> add_to_supplement(const commands::PerformAct& act, const std::string& cookie,
                                     json::array& ids);
  commands::Outcome act_as_applicant(const commands::PerformAct& act,
                                     const commands::Request& request);
  commands::Outcome act_as_officer(const commands::PerformAct& act,
                                   const commands::Request& request);
  OrFailure<std::string> version_seen(const commands::PerformAct& act, const std::string& username);
  commands::Outcome begun(const OrFailure<Reply>& reply);
  commands::Outcome done(const std::string& code, std::optional<std::string> event);
  commands::Outcome with_records(const dossier::Dossier& recorded, const json::array& records,
                                 std::optional<std::string> event);

  const std::string& any_officer() const;

  HttpClient client_;
  Behind behind_;
  std::map<std::string, Session> sessions_;     // by user name
  std::map<std::string, std::string> begun_;    // drafts by procedure
  std::map<std::string, std::string> secrets_;  // look-up codes by dossier code
};

}  // namespace motcua::scenario

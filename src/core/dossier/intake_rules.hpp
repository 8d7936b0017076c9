// How a dossier begins: submitted through the network, or registered at the counter or from the
// post (received, guided with form 02, refused with form 03).
#pragma once

#include <functional>

#include "dossier/act.hpp"

namespace motcua::dossier {

enum class CounterOutcome { Received, Guided, Refused };

struct Registration {
  Intake intake;
  CounterOutcome outcome = CounterOutcome::Received;
  std::vector<AskedItem> lacking;
  std::string reason;
  std::optional<Moment> actual_at;  // when the papers really came; the promise counts from it
  std::string actual_reason;
};

// The answers decide the case where the version has a decision for it; else `asked_case` must name
// one, and may be empty when there is only one.
// `known`: what the decision may ask beside the answers (powers.hpp: authority_variables).
OrRejection<std::string> choose_case(const procedure::Version& version, const json::value& answers,
                                     std::string_view asked_case, feel::Context known = {});

// Whether the answers of an application that came this way decide its case; else somebody names it.
bool decides_the_case(const procedure::Version& version, procedure::Channel channel);

// Who applies, from the answers, by the pointers of the form's hints.
Applicant applicant_of(const procedure::Version& version, const json::value& answers);

// The first promise: what the case's term gives from `received`, or no due date without a term.
OrRejection<Promise> first_promise(const Intake& intake, const Facts& facts);

OrRejection<Event> decide_submission(Intake intake, const Facts& facts,
                                     const std::optional<calendar::Term>& answer_within);
OrRejection<Event> decide_registration(const Registration& registration, const Facts& facts);

// Which papers of the case are asked, given the answers (conditions in FEEL).
std::vector<const procedure::Paper*> asked_papers(const procedure::Version& version,
                                                  const procedure::Case& chosen,
                                                  const json::value& answers);

}  // namespace motcua::dossier

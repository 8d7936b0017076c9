// What a scenario says of an outcome, and of a question about dossiers and figures.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "scenario/office.hpp"

namespace motcua::scenario {

// "D1 received: promised 2017-04-20 16:30; status 2, received; waits for One-stop reception
// (reception)": what happened, the promise, the national status, who has it now and for which step.
std::string tell(const commands::Outcome& outcome, std::string_view name, Moment now,
                 const commands::World& world);

// Questions stand in a scenario as "QUESTION: ANSWER":
//   figures 2017-Q2 honest-first: 3 of 4
//   figures 2017-Q2 percent honest-first: 75,00
//   figures 2017-Q2 cell memo:due-changed: 1
//   figures 2017-Q2 identities: hold
//   promises of D1: first 2017-04-20 16:30, apology 2017-04-25 16:30
//   times of D1: received 2017-04-12 09:10, registered 2017-04-14 09:00
//   records of D1: 5
//   procedure of D1: international-conference version 1
//   slips of D1: receipt, control
//   Bình may with D1: take, propose
// The part of `line` that asks; empty when the line asks nothing.
std::string question_in(std::string_view line);

using Codes = std::map<std::string, std::string, std::less<>>;  // "D1" -> dossier code
OrFailure<std::string> answer(std::string_view question, const Codes& codes, Office& office);

// An officer by user name or given name ("Bình" of Trần Văn Bình), or the applicant.
std::optional<dossier::Officer> find_officer(std::string_view name,
                                             const authority::Office& office);

}  // namespace motcua::scenario

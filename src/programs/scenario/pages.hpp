// Answers to a scenario's questions, read from the pages people see instead of from the office.
//
// A Failure when the page cannot be had or does not say it.
#pragma once

#include <string>

#include "scenario/callers.hpp"

namespace motcua::scenario {

using Said = OrFailure<std::string>;

Said page_count(Callers& callers, const std::string& period, std::string_view which);    // "3 of 4"
Said page_percent(Callers& callers, const std::string& period, std::string_view which);  // "75,00"
Said page_cell(Callers& callers, const std::string& period, const std::string& cell);    // "1"
// "city; passed trips (Nguyễn Văn An 2), people; not checked days": of a page's "authority".
std::string authority_in(const json::value& authority);
// "director; limit passed, …; in doubt, …" of what is kept with a decision.
std::string decision_in(const json::value& decided);
Said page_authority(Callers& callers, const std::string& code);
Said page_decision(Callers& callers, const std::string& code);
Said page_acts(Callers& callers, const std::string& username, const std::string& code);
Said page_slips(Callers& callers, const std::string& code);  // each drawn, and found to be a PDF

}  // namespace motcua::scenario

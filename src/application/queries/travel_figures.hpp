// Statistics of delegations: as an answer, and as the half-year and yearly report.
#pragma once

#include "document/report_table.hpp"
#include "queries/travel_view.hpp"
#include "travel/figures.hpp"

namespace motcua::queries {

struct TravelCut {
  travel::By by = travel::By::Unit;
  travel::Kind kind = travel::Kind::Out;
  travel::Period period;
};

json::object travel_figures(const TravelCut& cut, const TravelLook& look);

// The entries a number counts, oldest first; nothing when there is no such group. "all": the whole.
std::optional<std::vector<const travel::Entry*>> travel_entries_of(const TravelCut& cut,
                                                                   std::string_view group,
                                                                   bool late,
                                                                   const TravelLook& look);

// The delegations of the period in and out, then one table for each grouping.
std::vector<document::ReportTable> travel_report(const travel::Period& period,
                                                 const TravelLook& look,
                                                 const document::Letterhead& head,
                                                 Language language);
// The delegations of the period, RFC 4180 with heads in English names that stay.
std::string travel_csv(const travel::Period& period, const TravelLook& look);

}  // namespace motcua::queries

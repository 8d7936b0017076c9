// What was promised, what became of it, and why the date is that date.
#pragma once

#include "queries/json_parts.hpp"

namespace motcua::queries {

struct Scene {  // what a query looks at a dossier with
  Moment now{};
  const authority::Office& office;
  const calendar::WorkingCalendar& calendar;
  const procedure::Version& version;
  authority::Powers powers = {};  // who may decide; without: by roles alone
};

// Schema PromiseAccount.
json::value promise_account(const dossier::Dossier& dossier, const Scene& scene);

// What of the account changes with the time of day alone: state, countdown and, where days are
// counted, how many are used. `counted` are the days that count, when the account explains them.
using CountedDays = std::optional<std::vector<Date>>;
json::object promise_now(const dossier::Dossier& dossier, const Scene& scene,
                         const CountedDays& counted);

// Schema PromisePreview, for a receipt at `received`. Rejects when the case has no such channel or
// the calendar has no data.
OrRejection<json::value> promise_preview(const procedure::Version& version,
                                         const procedure::Case& chosen, procedure::Channel channel,
                                         Moment received,
                                         const calendar::WorkingCalendar& calendar);

// The preview of a promise already given, as the confirmation shows it.
json::value given_promise(const dossier::Dossier& dossier, const Scene& scene);

}  // namespace motcua::queries

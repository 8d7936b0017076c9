// Work lists as the officers see them.
#pragma once

#include "ports/lists.hpp"
#include "procedure/catalogue.hpp"
#include "queries/json_parts.hpp"

namespace motcua::queries {

struct ListScene {
  Moment now{};
  const authority::Office& office;
  const calendar::WorkingCalendar& calendar;
  const procedure::Catalogue& catalogue;
};

// The borders of "today" and "three days": ends of working days from `now` on.
ports::DueBorders due_borders(Moment now, const calendar::WorkingCalendar& calendar);

// Schema DossierLine.
json::value dossier_line(const view::ListRow& row, const ListScene& scene);

// Schema DossierList.
json::value dossier_list(const ports::ListPage& page, const ports::ListQuery& query,
                         const ListScene& scene);

}  // namespace motcua::queries

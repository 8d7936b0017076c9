// Events as they stand in the book of designs. The names are part of the stored format.
#pragma once

#include <string_view>

#include "base/failure.hpp"
#include "base/json.hpp"
#include "design/event.hpp"

namespace motcua::design {

std::string_view event_name(const Event& event);  // "draft_begun", …
json::object event_body(const Event& event);
OrFailure<Event> read_event(std::string_view name, const json::value& body);

json::object write_decision(const Decision& decision);  // {number, date, by}

}  // namespace motcua::design

// Events of the book of travel in JSON, by names that never change.
#pragma once

#include "base/failure.hpp"
#include "base/json.hpp"
#include "travel/event.hpp"

namespace motcua::travel {

std::string_view event_name(const Event& event);  // "travel_taken", …
Text event_title(std::string_view name);
json::object event_body(const Event& event);
OrFailure<Event> read_event(std::string_view name, const json::value& body);

json::object write_trip(const Trip& trip);

}  // namespace motcua::travel

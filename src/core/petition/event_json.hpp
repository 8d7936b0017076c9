// Events as they stand in the book of petitions. The names are part of the stored format.
#pragma once

#include <string_view>

#include "base/failure.hpp"
#include "base/json.hpp"
#include "petition/event.hpp"

namespace motcua::petition {

std::string_view event_name(const Event& event);  // "petition_received", …
Text event_title(std::string_view name);          // for the timeline

json::object event_body(const Event& event);
OrFailure<Event> read_event(std::string_view name, const json::value& body);

}  // namespace motcua::petition

// Events to and from JSON: the released form of the journal.
#pragma once

#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "base/json.hpp"
#include "dossier/event.hpp"

namespace motcua::dossier {

// snake_case past tense: "submitted", "handed_over", "approved" …
std::string_view event_name(const Event& event);

json::value event_body(const Event& event);

// Malformed when the name is unknown or the body does not fit it.
OrFailure<Event> read_event(std::string_view name, const json::value& body);

// A record's event with the person in whose place it was done, if it was.
json::value record_body(const Record& record);
OrFailure<Nothing> read_record_body(std::string_view name, json::value body, Record& record);

}  // namespace motcua::dossier

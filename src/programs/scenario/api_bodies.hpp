// Commands as the API's request bodies, and its problems as outcomes (api/openapi.yaml).
#pragma once

#include "base/json.hpp"
#include "commands/registrar.hpp"
#include "scenario/http_client.hpp"

namespace motcua::scenario {

// Schemas ActInput and CounterIntake; what is not given is left out.
json::object body_of(const dossier::ActInput& input);
json::object body_of(const dossier::Registration& registration);

// What an answer other than 2xx means: a rejection by its code, a conflict, or a failure that
// quotes the problem where its code is none of the rejections.
commands::Outcome read_refusal(const Reply& reply);

}  // namespace motcua::scenario

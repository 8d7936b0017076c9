// The meta-schemas of draft 2020-12, known without the network. Internal to the schema module.
#pragma once

#include <optional>
#include <string_view>

#include "base/json.hpp"

namespace motcua::schema {

// By URI, such as https://json-schema.org/draft/2020-12/meta/core; nothing: not one of them.
std::optional<json::value> find_metaschema(std::string_view uri);

}  // namespace motcua::schema

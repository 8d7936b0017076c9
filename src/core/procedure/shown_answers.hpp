// What of the application an officer reads above the form of his step: the version's `shows`, a
// list of questions in task.<id>.ui.json.
//
// Read only; nothing here says who may see a dossier.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "procedure/procedure.hpp"

namespace motcua::procedure {

struct ShownAnswer {
  std::string path;  // JSON Pointer into the answers; of a question that has none, its own
  Text label;
  std::optional<Text> value;  // nothing: not answered
};

// Of the step, in the order it lists them, each answer once; of a group or a list all that was
// answered in it. Empty where the step shows nothing.
std::vector<ShownAnswer> shown_answers(const Version& version, std::string_view task,
                                       const json::value& answers);

}  // namespace motcua::procedure

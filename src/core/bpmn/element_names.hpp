// What the elements of a drawing are called in both languages. BPMN's own attribute `name` has one
// text, the Vietnamese one here; the English one stands beside it as the extension attribute
// `name-en` of the namespace urn:motcua:bpmn:1, of any element of BPMN that has an id.
//
// Reads only; the engine knows nothing of it, and import and export keep it as any extension.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace motcua::bpmn {

// By id, of every element with a name; `en` is empty where the drawing gives none. Empty for what
// is no XML. Of two elements with one id, which import() refuses, the first counts.
std::map<std::string, Text, std::less<>> element_names(std::string_view xml);

}  // namespace motcua::bpmn

// A text in both languages as JSON: {"vi": …, "en": …}.
#pragma once

#include <boost/json/object.hpp>

#include "base/json.hpp"
#include "base/text.hpp"

namespace motcua::report {

inline json::value text_json(const Text& text) {
  return json::object{{"vi", text.vi}, {"en", text.en}};
}

}  // namespace motcua::report

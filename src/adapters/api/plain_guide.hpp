// The guided choice as HTML, made from the API's answer (schema Guide): every answer is a link.
#pragma once

#include <optional>

#include "api/plain_told.hpp"

namespace motcua::api::plain {

struct GuideStep {
  std::string_view chosen;  // the answers so far: "go-abroad.official"
  Language language = Language::Vietnamese;
};

// The question asked after those answers, or where they led; nothing when they are none.
std::optional<std::string> guide_html(const Told& guide, const GuideStep& step);

}  // namespace motcua::api::plain

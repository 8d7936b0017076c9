// What the figures are made of as JSON: texts in both languages, percents, shares.
#pragma once

#include <boost/json/object.hpp>

#include "base/json.hpp"
#include "base/text.hpp"
#include "report/rate.hpp"
#include "report/satisfaction.hpp"

namespace motcua::report {

inline json::value text_json(const Text& text) {
  return json::object{{"vi", text.vi}, {"en", text.en}};
}

// "97,82"; null when there is none.
inline json::value hundredths_json(std::optional<std::int64_t> hundredths) {
  return hundredths ? json::value(write_hundredths(*hundredths)) : json::value(nullptr);
}

// A share with how sure one may be of it; `all` is not 0.
inline json::object share_json(std::int64_t some, std::int64_t all) {
  const auto interval = wilson_interval(some, all);
  return {{"count", some},
          {"percent", hundredths_json(cut_percent(some, all))},
          {"from", write_hundredths(interval.from)},
          {"to", write_hundredths(interval.to)}};
}

}  // namespace motcua::report

// The figures of petitions in a period, and the petitions behind each number.
//
// Counted anew from the petitions each time. A duty counts where it fell due: kept, done too late,
// or still owed past its date; what runs within its term, or waits for the sender, is in no rate.
// [CT766-5.2]
//
// Cells: "received", "received:conduct", "answered", "refused", "withdrawn", "published", "open",
// "late-now", "duty:answer:fell-due", "duty:answer:in-term", "duty:answer:late",
// "duty:answer:owed", "whole:fell-due", "whole:in-term", "whole:late", "content:all",
// "content:good", "content:disliked", "content:repeated", "content:late", "liked".
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "petition/state.hpp"

namespace motcua::petition {

struct Period {
  Date first{};
  Date last{};
  Moment as_of{};  // not after the end of `last`
};

struct Count {
  std::string cell;
  std::int64_t count = 0;
};

// Every cell there is, in the order above.
std::vector<std::string> cells();

// Whether a petition is among those a cell counts; nothing when there is no such cell.
using Test = std::function<bool(const Petition&, const Period&)>;
std::optional<Test> test_of(std::string_view cell);

std::vector<Count> count(const std::vector<const Petition*>& petitions, const Period& period);

}  // namespace motcua::petition

// Rates: numerator over denominator with the words that make them checkable.
//
// Whole numbers only. A percentage is cut to two decimals, never raised, so that no rounding makes
// an office look better than it was; nothing out of nothing is no rate, not 100 %.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "report/figures.hpp"

namespace motcua::report {

// Hundredths of a percent, cut: 1215 of 1242 is 9782. Nothing when `denominator` is 0.
std::optional<std::int64_t> cut_percent(std::int64_t numerator, std::int64_t denominator);
// The same rounded half up: 9783. What most publications print.
std::optional<std::int64_t> rounded_percent(std::int64_t numerator, std::int64_t denominator);

std::string write_hundredths(std::int64_t hundredths);  // 9782 -> "97,82"

// What became of a promise, in words; empty for Verdict::None.
Text verdict_text(Verdict verdict);

// A part of what is not in the numerator, or of what is in no rate.
struct Part {
  Text label;
  std::int64_t count = 0;
  std::string cell;
};

struct Rate {
  Text label;
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  Text definition;
  Text rounding;
  std::string numerator_cell;
  std::string denominator_cell;
  std::vector<Part> rest;      // adds up to denominator - numerator
  std::vector<Part> left_out;  // in neither, with the reason
  std::vector<Part> rescued;   // of the numerator: kept only by a date later than the first

  std::optional<std::int64_t> percent() const { return cut_percent(numerator, denominator); }
};

Rate rate_by_first(const PromiseCounts& counts);
Rate rate_by_current(const PromiseCounts& counts);
Rate rate_as_published(const PromiseCounts& counts);
inline Rate rate_by_first(const Figures& all) { return rate_by_first(all.promises()); }
inline Rate rate_by_current(const Figures& all) { return rate_by_current(all.promises()); }
inline Rate rate_as_published(const Figures& all) { return rate_as_published(all.promises()); }

Rate rate_whole_way(const Figures& figures);  // toàn trình

// What a reader should know of the published rate: how it rounds, and what the others are.
std::optional<Text> note_on_published(const Rate& published);

}  // namespace motcua::report

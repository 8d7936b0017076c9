// The words of the figures that are not a rate's: memo lines, bands, columns, lengths of time.
#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "report/figures.hpp"

namespace motcua::report {

// How ids become names; given by whoever knows the office and its procedures.
struct Naming {
  std::function<Text(std::string_view procedure)> procedure;
  std::function<Text(std::string_view field)> field;
  std::function<Text(std::string_view unit)> unit;
  std::function<bool(std::string_view unit)> is_outside;
};

Text memo_label(Memo memo);
Text memo_note(Memo memo, const Figures& figures);  // empty when the label says it all
Text age_label(std::size_t band);
Text identity_text(bool carried);
Text column_title(int column);

// The comparison of what was promised with the legal term and with what was promised before.
enum class TermColumn { Promised, FirstDays, LastDays, Before, Longer, LongestDelay };
Text terms_title();
Text term_title(TermColumn column);
Text terms_definition();
Text satisfaction_definition(const RatingRules& rules);
// Days over dossiers in hundredths, cut: 612 is 6.12. Nothing when there were none.
std::optional<std::int64_t> mean_days(std::int64_t days, std::int64_t dossiers);

// "12 ngày 3 giờ" / "12 days 3 hours"; 8 working hours make a day. [facts-9.3]
Text working_length(seconds worked);

}  // namespace motcua::report

// Where a dossier stood with its promise at a moment, as the figures judge it.
//
// A promise once broken stays broken: only one replaced in time (an apology at the latest one day
// before the date, anything else before the date passed, or while the clock stood still by rule)
// gives way to the next. [facts-3.6] Clicks count, not what is said to have happened earlier.
#pragma once

#include "view/figure_table.hpp"

namespace motcua::report {

using view::day_length;
using view::FigureTable;
using view::PackedRow;
using view::Stamp;

struct Standing {
  Stamp due = 0;       // of the promise that counts; 0: none
  Stamp measured = 0;  // what is held against it: the end, or `at`, or when the clock stopped
  bool ended = false;
  bool stopped = false;     // the clock stands still (or stood still when the dossier ended)
  bool apologised = false;  // an apology given in time stands behind `due`

  bool past_due() const { return due != 0 && measured > due; }
  // The promise fell due by `at`: it can be kept or broken, not only running.
  bool fell_due(Stamp at) const {
    return due != 0 && due <= at && (ended || !stopped || past_due());
  }
};

// `at` is not before the dossier's receipt.
Standing standing_at(const FigureTable& table, const PackedRow& row, Stamp at);

// The stop that covers `at`, whatever the clock does meanwhile; nullptr when none does.
const view::PackedStop* waiting_at(const FigureTable& table, const PackedRow& row, Stamp at);

}  // namespace motcua::report

// One dossier as the figures see it: all that a figure of any past moment needs, and nothing that
// names the applicant.
//
// Folded from the dossier alone, so the table of rows can be rebuilt from the journal. A row is
// kept as one line of text (write_figure_row) and packed into a FigureTable when it is counted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "calendar/working_calendar.hpp"
#include "dossier/state.hpp"
#include "procedure/procedure.hpp"

namespace motcua::view {

struct FigurePromise {
  std::optional<Moment> due;  // none: the case has no term
  Moment given_at{};
  dossier::PromiseKind kind = dossier::PromiseKind::First;
  bool operator==(const FigurePromise&) const = default;
};

// An interval of waiting. The clock stands only when a rule of the version says so; an applicant
// may also be waited for while it runs.
struct FigureStop {
  procedure::StopReason why = procedure::StopReason::Supplement;
  bool clock_stands = true;
  Moment from{};
  std::optional<Moment> to;
  std::optional<Moment> capped_at;      // the clock runs again from here, whatever is waited for
  std::optional<Moment> due_after_cap;  // while open: the date that follows from the cap
  bool operator==(const FigureStop&) const = default;
};

struct FigureHolding {
  std::string unit;
  Moment from{};
  std::optional<Moment> to;
  std::optional<Moment> due;  // end of the unit's share
  bool operator==(const FigureHolding&) const = default;
};

struct FigureRow {
  std::string code;
  std::uint64_t version = 0;
  std::string procedure;
  std::string field;  // the version's field, in Vietnamese
  std::string case_id;
  procedure::Channel channel = procedure::Channel::Counter;
  dossier::Phase phase = dossier::Phase::None;
  Moment registered_at{};               // of the click
  Moment received_at{};                 // the promise counts from here
  std::optional<Moment> ended_at;       // result recorded, refused, withdrawn, stopped [facts-3.4]
  std::optional<Moment> handed_over_at;
  int level = 0;           // measured, of the service (online_level.hpp); 0: not known
  bool whole_way = false;  // through the network
  std::vector<dossier::Mark> marks;  // of the applicant's rating; none: he did not rate it
  std::vector<FigurePromise> promises;  // the first one first; none: nothing was received
  std::vector<FigureStop> stops;
  std::vector<FigureHolding> holdings;  // on-line: the wait to be accepted comes first
  int supplements = 0;
  std::uint64_t applicant = 0;  // digest of identity or folded name; 0: not known
  bool actual_time = false;     // some act was recorded with an actual time other than its click
  bool generated = false;       // made by the demonstration's history
  bool operator==(const FigureRow&) const = default;
};

FigureRow figure_row(const dossier::Dossier& dossier, const procedure::Version& version,
                     const calendar::WorkingCalendar& calendar);

// The same applicant gives the same key: by his number when he gave one, else by his folded name.
// Never 0.
std::uint64_t applicant_key(const dossier::Applicant& applicant);

// One line without line feeds; read_figure_row() gives the same row back, or Malformed.
std::string write_figure_row(const FigureRow& row);
OrFailure<FigureRow> read_figure_row(std::string_view line);

}  // namespace motcua::view

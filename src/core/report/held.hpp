// Who held the dossiers, for how long, and who is answerable for a broken promise.
//
// Time is working time of the office's calendar, net of the intervals in which the clock stood
// still by rule. Every broken promise is put down to exactly one unit: lateness charged to nobody
// does not exist here.
#pragma once

#include <cstdint>
#include <vector>

#include "report/reading.hpp"

namespace motcua::report {

// One unit of one dossier.
struct UnitShare {
  std::uint16_t unit = 0;
  seconds in_period{0};  // held within the window
  seconds held{0};       // held from the beginning
  seconds overrun{0};    // beyond its shares, summed over its steps
  bool touched = false;  // held it at some moment of the window
  bool over = false;     // some step of the window took longer than the share
};

// The units of a dossier in the order they first had it; nothing they did after the dossier ended
// counts.
void shares_of(const Reader& reader, const PackedRow& row, const WorkingTime& working_time,
               std::vector<UnitShare>& shares);

// The unit that used most time beyond its share; when none did, the one that held it longest.
// `shares` is not empty.
std::uint16_t answerable_unit(const std::vector<UnitShare>& shares);

struct HeldCount {
  std::int64_t dossiers = 0;
  seconds held{0};        // within the window
  std::int64_t over = 0;  // dossiers with a step that took longer than the share
  std::int64_t late = 0;  // broken current promises this unit is answerable for
};

}  // namespace motcua::report

// All figure rows in memory, packed so that a question over a million dossiers is one quick walk.
//
// Under 200 bytes a dossier: a fixed part of one cache line, and pools for what most dossiers have
// little of. Times are Stamps: seconds since 2000, 0 for none; what lies outside 2000..2135 is
// drawn to the border. Rows stay at their index once put in. Single-threaded: who shares a table
// between threads guards it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "view/figure_row.hpp"

namespace motcua::view {

using Stamp = std::uint32_t;
inline constexpr Stamp day_length = 86'400;
Stamp stamp_of(Moment moment);                 // never 0
Stamp stamp_of(std::optional<Moment> moment);  // 0 for none
Moment moment_of(Stamp stamp);                 // asserts that the stamp is not 0

// Words that recur: each kept once, numbered from 0 in order of appearance.
class Vocabulary {
 public:
  std::uint16_t number_of(std::string_view word);
  std::optional<std::uint16_t> find(std::string_view word) const;
  const std::string& word(std::uint16_t number) const { return words_[number]; }
  std::size_t size() const { return words_.size(); }

 private:
  std::vector<std::string> words_;
  std::map<std::string, std::uint16_t, std::less<>> numbers_;
};

struct PackedPromise {
  Stamp due = 0;
  Stamp given_at = 0;
  dossier::PromiseKind kind = dossier::PromiseKind::First;
};

struct PackedStop {
  Stamp from = 0;
  Stamp to = 0;
  Stamp capped_at = 0;
  Stamp due_after_cap = 0;
  procedure::StopReason why = procedure::StopReason::Supplement;
  bool clock_stands = true;
};

struct PackedHolding {
  Stamp from = 0;
  Stamp to = 0;
  Stamp due = 0;
};

struct PackedRow {
  std::uint64_t applicant = 0;
  Stamp registered_at = 0;
  Stamp received_at = 0;
  Stamp first_due = 0;
  Stamp ended_at = 0;
  Stamp handed_over_at = 0;
  std::uint32_t version = 0;
  std::uint32_t code_at = 0;      // places in the pools
  std::uint32_t promises_at = 0;  // of the promises after the first
  std::uint32_t stops_at = 0;
  std::uint32_t holdings_at = 0;
  std::uint16_t procedure = 0;
  std::uint16_t case_id = 0;
  std::uint16_t holdings = 0;
  std::uint8_t later_promises = 0;
  std::uint8_t stops = 0;
  std::uint8_t code_length = 0;
  std::uint8_t supplements = 0;
  procedure::Channel channel : 8 = procedure::Channel::Counter;
  dossier::Phase phase : 8 = dossier::Phase::None;
  bool promised : 1 = false;
  bool actual_time : 1 = false;
  bool generated : 1 = false;
  bool whole_way : 1 = false;
  bool rated : 1 = false;
  std::uint8_t level = 0;  // 0, 2, 3, 4
};
static_assert(sizeof(PackedRow) == 64);

// Points by indicator; -1 where the applicant said nothing.
using PackedMarks = std::array<std::int8_t, dossier::indicators>;

class FigureTable {
 public:
  void reserve(std::size_t dossiers);

  // Adds the dossier, or replaces what is known of it; a row older than the one it has is left out.
  void upsert(const FigureRow& row);

  std::size_t size() const { return rows_.size(); }
  const PackedRow& row(std::size_t index) const { return rows_[index]; }
  std::span<const PackedRow> rows() const { return rows_; }
  std::string_view code(const PackedRow& row) const {
    return {codes_.data() + row.code_at, row.code_length};
  }
  std::span<const PackedPromise> later_promises(const PackedRow& row) const {
    return {promises_.data() + row.promises_at, row.later_promises};
  }
  // Of the row at this index, which is rated.
  const PackedMarks& marks(std::uint32_t index) const { return marks_.at(index); }
  std::span<const PackedStop> stops(const PackedRow& row) const {
    return {stops_.data() + row.stops_at, row.stops};
  }
  std::span<const PackedHolding> holdings(const PackedRow& row) const {
    return {holdings_.data() + row.holdings_at, row.holdings};
  }
  std::span<const std::uint16_t> holding_units(const PackedRow& row) const {
    return {units_of_holdings_.data() + row.holdings_at, row.holdings};
  }

  std::optional<std::size_t> find(std::string_view code) const;

  const Vocabulary& procedures() const { return procedures_; }
  const Vocabulary& fields() const { return fields_; }
  // The field a procedure stands in, by its newest row: one even when a version changed it.
  std::uint16_t field_of(std::uint16_t procedure) const { return fields_of_procedures_[procedure]; }
  const Vocabulary& units() const { return units_; }

  std::size_t bytes() const;  // of memory in use

 private:
  void pack(PackedRow& packed, const FigureRow& row);
  void put_marks(PackedRow& packed, const FigureRow& row);
  void put_promises(PackedRow& packed, const FigureRow& row);
  void put_stops(PackedRow& packed, const FigureRow& row);
  void put_holdings(PackedRow& packed, const FigureRow& row);
  void compact_holdings();
  std::size_t slot_of(std::string_view code) const;
  void grow_slots();

  std::vector<PackedRow> rows_;
  std::vector<char> codes_;
  std::vector<PackedPromise> promises_;
  std::vector<PackedStop> stops_;
  std::vector<PackedHolding> holdings_;
  std::vector<std::uint16_t> units_of_holdings_;
  std::size_t left_behind_ = 0;       // holdings in the pool that no row has any more
  std::map<std::uint32_t, PackedMarks> marks_;  // few are rated
  std::vector<std::uint32_t> slots_;  // open addressing by code: index + 1, 0 when free
  Vocabulary procedures_;
  Vocabulary fields_;
  std::vector<std::uint16_t> fields_of_procedures_;
  Vocabulary cases_;
  Vocabulary units_;
};

}  // namespace motcua::view

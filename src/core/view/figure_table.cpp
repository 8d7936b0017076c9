#include "view/figure_table.hpp"

#include <algorithm>

#include "base/assertion.hpp"

namespace motcua::view {
namespace {

constexpr std::int64_t seconds_until_2000 = 946'684'800;  // on the office's clock
constexpr std::int64_t last_stamp = UINT32_MAX;

std::uint64_t hash_of(std::string_view text) {  // FNV-1a
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

// A place for `count` items in a pool: the old one when they fit, else at the end.
template <class Item>
std::uint32_t place_for(std::vector<Item>& pool, std::uint32_t old_place, std::size_t old_count,
                        std::size_t count) {
  if (count <= old_count) return old_place;
  const auto place = pool.size();
  MOTCUA_ASSERT(place + count <= UINT32_MAX);
  pool.resize(place + count);
  return static_cast<std::uint32_t>(place);
}

}  // namespace

Stamp stamp_of(Moment moment) {
  const auto since = std::int64_t{moment.time_since_epoch().count()} - seconds_until_2000;
  return static_cast<Stamp>(std::clamp<std::int64_t>(since, 1, last_stamp));
}

Stamp stamp_of(std::optional<Moment> moment) { return moment ? stamp_of(*moment) : 0; }

Moment moment_of(Stamp stamp) {
  MOTCUA_ASSERT(stamp != 0);
  return Moment{seconds{seconds_until_2000 + stamp}};
}

std::uint16_t Vocabulary::number_of(std::string_view word) {
  if (const auto known = numbers_.find(word); known != numbers_.end()) return known->second;
  MOTCUA_ASSERT(words_.size() < UINT16_MAX);
  const auto number = static_cast<std::uint16_t>(words_.size());
  words_.emplace_back(word);
  numbers_.emplace(word, number);
  return number;
}

std::optional<std::uint16_t> Vocabulary::find(std::string_view word) const {
  const auto known = numbers_.find(word);
  if (known == numbers_.end()) return std::nullopt;
  return known->second;
}

void FigureTable::reserve(std::size_t dossiers) {
  rows_.reserve(dossiers);
  codes_.reserve(dossiers * 25);
  holdings_.reserve(dossiers * 4);
  units_of_holdings_.reserve(dossiers * 4);
  while (slots_.size() * 3 < dossiers * 4) grow_slots();
}

void FigureTable::upsert(const FigureRow& row) {
  if ((rows_.size() + 1) * 4 > slots_.size() * 3) grow_slots();
  auto& slot = slots_[slot_of(row.code)];
  if (slot == 0) {
    MOTCUA_ASSERT(row.code.size() <= UINT8_MAX && rows_.size() < UINT32_MAX - 1);
    auto& added = rows_.emplace_back();
    added.code_at = static_cast<std::uint32_t>(codes_.size());
    added.code_length = static_cast<std::uint8_t>(row.code.size());
    codes_.insert(codes_.end(), row.code.begin(), row.code.end());
    slot = static_cast<std::uint32_t>(rows_.size());
  }
  auto& packed = rows_[slot - 1];
  if (row.version >= packed.version) pack(packed, row);
}

void FigureTable::pack(PackedRow& packed, const FigureRow& row) {
  packed.applicant = row.applicant;
  packed.registered_at = stamp_of(row.registered_at);
  packed.received_at = stamp_of(row.received_at);
  packed.first_due = row.promises.empty() ? 0 : stamp_of(row.promises.front().due);
  packed.ended_at = stamp_of(row.ended_at);
  packed.handed_over_at = stamp_of(row.handed_over_at);
  packed.version = static_cast<std::uint32_t>(row.version);
  packed.procedure = procedures_.number_of(row.procedure);
  fields_of_procedures_.resize(procedures_.size());
  fields_of_procedures_[packed.procedure] = fields_.number_of(row.field);
  packed.case_id = cases_.number_of(row.case_id);
  packed.supplements = static_cast<std::uint8_t>(std::min(row.supplements, 255));
  packed.channel = row.channel;
  packed.phase = row.phase;
  packed.promised = !row.promises.empty();
  packed.actual_time = row.actual_time;
  packed.generated = row.generated;
  packed.whole_way = row.whole_way;
  packed.level = static_cast<std::uint8_t>(row.level);
  put_marks(packed, row);
  put_promises(packed, row);
  put_stops(packed, row);
  put_holdings(packed, row);
}

void FigureTable::put_marks(PackedRow& packed, const FigureRow& row) {
  packed.rated = !row.marks.empty();
  if (!packed.rated) return;
  auto& marks = marks_[static_cast<std::uint32_t>(&packed - rows_.data())];
  marks.fill(-1);
  for (const auto& mark : row.marks) {
    marks[std::size_t(mark.indicator - 1)] = static_cast<std::int8_t>(mark.points);
  }
}

void FigureTable::put_promises(PackedRow& packed, const FigureRow& row) {
  const std::size_t count = row.promises.empty() ? 0 : row.promises.size() - 1;
  MOTCUA_ASSERT(count <= UINT8_MAX);
  packed.promises_at = place_for(promises_, packed.promises_at, packed.later_promises, count);
  packed.later_promises = static_cast<std::uint8_t>(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& promise = row.promises[i + 1];
    promises_[packed.promises_at + i] = {stamp_of(promise.due), stamp_of(promise.given_at),
                                         promise.kind};
  }
}

void FigureTable::put_stops(PackedRow& packed, const FigureRow& row) {
  MOTCUA_ASSERT(row.stops.size() <= UINT8_MAX);
  packed.stops_at = place_for(stops_, packed.stops_at, packed.stops, row.stops.size());
  packed.stops = static_cast<std::uint8_t>(row.stops.size());
  for (std::size_t i = 0; i < row.stops.size(); ++i) {
    const auto& stop = row.stops[i];
    stops_[packed.stops_at + i] = {
        stamp_of(stop.from),          stamp_of(stop.to), stamp_of(stop.capped_at),
        stamp_of(stop.due_after_cap), stop.why,          stop.clock_stands};
  }
}

void FigureTable::put_holdings(PackedRow& packed, const FigureRow& row) {
  const auto count = row.holdings.size();
  MOTCUA_ASSERT(count <= UINT16_MAX);
  if (count > packed.holdings) left_behind_ += packed.holdings;
  packed.holdings_at = place_for(holdings_, packed.holdings_at, packed.holdings, count);
  units_of_holdings_.resize(holdings_.size());
  packed.holdings = static_cast<std::uint16_t>(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& holding = row.holdings[i];
    holdings_[packed.holdings_at + i] = {stamp_of(holding.from), stamp_of(holding.to),
                                         stamp_of(holding.due)};
    units_of_holdings_[packed.holdings_at + i] = units_.number_of(holding.unit);
  }
  if (left_behind_ > 4096 && left_behind_ * 2 > holdings_.size()) compact_holdings();
}

// Dossiers that grew left their old places in the pool behind.
void FigureTable::compact_holdings() {
  std::vector<PackedHolding> holdings;
  std::vector<std::uint16_t> units;
  for (auto& row : rows_) {
    const auto place = static_cast<std::uint32_t>(holdings.size());
    const auto kept = this->holdings(row);
    const auto kept_units = holding_units(row);
    holdings.insert(holdings.end(), kept.begin(), kept.end());
    units.insert(units.end(), kept_units.begin(), kept_units.end());
    row.holdings_at = place;
  }
  holdings_ = std::move(holdings);
  units_of_holdings_ = std::move(units);
  left_behind_ = 0;
}

std::optional<std::size_t> FigureTable::find(std::string_view code) const {
  if (slots_.empty()) return std::nullopt;
  const auto slot = slots_[slot_of(code)];
  if (slot == 0) return std::nullopt;
  return slot - 1;
}

std::size_t FigureTable::slot_of(std::string_view text) const {
  const auto mask = slots_.size() - 1;
  auto slot = hash_of(text) & mask;
  while (slots_[slot] != 0 && code(rows_[slots_[slot] - 1]) != text) slot = (slot + 1) & mask;
  return slot;
}

void FigureTable::grow_slots() {
  slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), 0);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    slots_[slot_of(code(rows_[i]))] = static_cast<std::uint32_t>(i + 1);
  }
}

std::size_t FigureTable::bytes() const {
  return rows_.capacity() * sizeof(PackedRow) + codes_.capacity() +
         promises_.capacity() * sizeof(PackedPromise) + stops_.capacity() * sizeof(PackedStop) +
         holdings_.capacity() * sizeof(PackedHolding) +
         units_of_holdings_.capacity() * sizeof(std::uint16_t) +
         slots_.capacity() * sizeof(std::uint32_t);
}

}  // namespace motcua::view

#include "report/figures.hpp"

#include <algorithm>
#include <functional>

namespace motcua::report {
namespace {

class Tally {
 public:
  Tally(const Reader& reader, const WorkingTime& working_time)
      : reader_(reader),
        working_time_(working_time),
        official_(reader.table().procedures().size()),
        promises_(reader.table().procedures().size()),
        terms_(reader.table().procedures().size()),
        levels_(reader.table().procedures().size()),
        rated_(reader.table().procedures().size()),
        held_(reader.table().units().size()) {}

  void add(std::uint32_t index) {
    const auto reading = reader_.read(index);
    const auto& row = reader_.table().row(index);
    if (reading.origin != Origin::None) add_official(reading, row);
    add_promise(reading, promises_[row.procedure]);
    add_term(reading, row);
    if (reading.finished) add_rating(reading, row, index);
    if (reading.level != 0) add_level(reading, levels_[row.procedure]);
    if (reading.month < chart_months) add_month(reading);
    if (reading.age_band < age_bands) ++ages_[reading.age_band];
    if (reading.memo != 0) add_memo(reading);
    if (row.generated && reading.counts()) ++generated_;
    if (reading.origin != Origin::None || is_broken(reading.by_current)) add_held(reading, row);
  }

  void put_into(Figures& figures) const;

 private:
  struct Cross {
    std::array<std::int64_t, 4> origin{};
    std::array<std::int64_t, 6> progress{};
  };

  void add_official(const Reading& reading, const PackedRow& row) {
    auto& cross = official_[row.procedure];
    ++cross.origin[std::size_t(reading.origin)];
    ++cross.progress[std::size_t(reading.progress)];
    carried_on_time_ += reading.origin == Origin::Carried && is_settled_on_time(reading, row);
  }

  static void add_promise(const Reading& reading, PromiseCounts& counts) {
    ++counts.by_first.by_verdict[std::size_t(reading.by_first)];
    ++counts.by_current.by_verdict[std::size_t(reading.by_current)];
    ++counts.published[std::size_t(reading.published)];
    if (reading.rescue == Rescue::None) return;
    const auto rescue = std::size_t(reading.rescue);
    counts.by_current.kept_by[rescue] += reading.by_current == Verdict::Kept;
    counts.on_time_by[rescue] += reading.published == Published::OnTime;
  }

  void add_term(const Reading& reading, const PackedRow& row) {
    if (row.first_due == 0) return;
    const auto& window = reader_.window();
    auto& count = terms_[row.procedure];
    const auto days = [&](Stamp due) { return working_time_.days_between(row.received_at, due); };
    if (row.received_at < window.from) {
      ++count.promised_before;
      count.first_days_before += days(row.first_due);
    }
    if (!is_promised_in_period(reading, row)) return;
    Stamp last = row.first_due;
    for (const auto& later : reader_.table().later_promises(row)) {
      if (later.due != 0 && later.given_at <= window.as_of) last = later.due;
    }
    ++count.promised;
    count.first_days += days(row.first_due);
    count.last_days += days(last);
    count.longer += reading.promised_longer;
    const std::int64_t delay = working_time_.days_between(row.first_due, last);
    count.longest_delay = std::max(count.longest_delay, delay);
  }

  static void add_level(const Reading& reading, LevelCount& count) {
    ++count.handed_over;
    ++count.by_level[std::size_t(reading.level - lowest_level)];
    count.whole_way += reading.whole_way;
  }

  void add_rating(const Reading& reading, const PackedRow& row, std::uint32_t index) {
    for (auto* count : {&rated_[row.procedure], &satisfaction_.all}) {
      ++count->finished;
      count->rated += reading.rated;
      count->satisfied += reading.satisfied;
    }
    if (!reading.rated) return;
    const auto& points = reader_.table().marks(index);
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (points[i] < 0) continue;
      ++satisfaction_.indicators[i].by_points[std::size_t(points[i])];
    }
  }

  static bool is_settled_on_time(const Reading& reading, const PackedRow& row) {
    return (row.phase == dossier::Phase::Settled || row.phase == dossier::Phase::Returned) &&
           row.first_due != 0 &&
           (reading.progress == Progress::Before || reading.progress == Progress::OnTime);
  }

  void add_month(const Reading& reading) {
    months_[reading.month].due += is_counted(reading.month_verdict);
    months_[reading.month].kept += reading.month_verdict == Verdict::Kept;
  }

  void add_memo(const Reading& reading) {
    due_changes_ += reading.due_changes;
    for (std::size_t i = 0; i < memos; ++i) memo_[i] += reading.memo >> i & 1;
  }

  void add_held(const Reading& reading, const PackedRow& row) {
    shares_of(reader_, row, working_time_, shares_);
    if (is_broken(reading.by_current) && !shares_.empty()) ++held_[answerable_unit(shares_)].late;
    if (reading.origin == Origin::None) return;
    for (const auto& share : shares_) {
      if (!share.touched) continue;
      auto& count = held_[share.unit];
      ++count.dossiers;
      count.held += share.in_period;
      count.over += share.over;
    }
  }

  static Columns columns_of(const Cross& cross);
  void put_official(OfficialCounts& official) const;
  void put_satisfaction(Satisfaction& satisfaction) const;
  void put_promises(Figures& figures) const;

  const Reader& reader_;
  const WorkingTime& working_time_;
  std::vector<Cross> official_;
  std::vector<PromiseCounts> promises_;
  std::vector<TermCount> terms_;
  std::vector<LevelCount> levels_;
  std::vector<RatedCount> rated_;
  Satisfaction satisfaction_;
  std::vector<HeldCount> held_;
  std::array<std::int64_t, memos> memo_{};
  std::array<MonthCount, chart_months> months_{};
  std::array<std::int64_t, age_bands> ages_{};
  std::int64_t due_changes_ = 0;
  std::int64_t carried_on_time_ = 0;
  std::int64_t generated_ = 0;
  std::vector<UnitShare> shares_;
};

Columns Tally::columns_of(const Cross& cross) {
  const auto& o = cross.origin;
  const auto& p = cross.progress;
  return {o[1] + o[2] + o[3], o[1], o[2], o[3], p[1] + p[2] + p[3], p[1], p[2], p[3],
          p[4] + p[5],        p[4], p[5]};
}

void Tally::put_official(OfficialCounts& official) const {
  const auto& table = reader_.table();
  for (std::uint16_t field = 0; field < table.fields().size(); ++field) {
    FieldCounts counts{table.fields().word(field), {}};
    for (std::uint16_t procedure = 0; procedure < official_.size(); ++procedure) {
      const auto columns = columns_of(official_[procedure]);
      if (table.field_of(procedure) != field || columns.front() == 0) continue;
      counts.procedures.emplace_back(table.procedures().word(procedure), columns);
      for (std::size_t c = 0; c < columns.size(); ++c) official.total[c] += columns[c];
    }
    if (!counts.procedures.empty()) official.by_field.push_back(std::move(counts));
  }
}

void Tally::put_satisfaction(Satisfaction& satisfaction) const {
  satisfaction = satisfaction_;
  satisfaction.rules = reader_.window().ratings;
  for (std::uint16_t procedure = 0; procedure < rated_.size(); ++procedure) {
    if (rated_[procedure].finished == 0) continue;
    satisfaction.by_procedure.push_back(rated_[procedure]);
    satisfaction.by_procedure.back().procedure = reader_.table().procedures().word(procedure);
  }
  protect_small_groups(satisfaction);
}

void Tally::put_promises(Figures& figures) const {
  PromiseCounts total;
  for (std::uint16_t procedure = 0; procedure < promises_.size(); ++procedure) {
    const auto& counts = promises_[procedure];
    const auto columns = columns_of(official_[procedure]);
    total += counts;
    if (columns.front() == 0 && counts.by_first.listed() == 0 && counts.by_current.listed() == 0) {
      continue;
    }
    const auto& name = reader_.table().procedures().word(procedure);
    figures.by_procedure.push_back({name, columns, counts});
  }
  figures.by_first = total.by_first;
  figures.by_current = total.by_current;
  figures.published = total.published;
  figures.on_time_by = total.on_time_by;
}

void Tally::put_into(Figures& figures) const {
  put_official(figures.official);
  put_promises(figures);
  figures.generated = generated_;
  figures.memo = memo_;
  figures.due_changes = due_changes_;
  for (std::uint16_t procedure = 0; procedure < terms_.size(); ++procedure) {
    if (terms_[procedure].promised == 0) continue;
    figures.terms.push_back(terms_[procedure]);
    figures.terms.back().procedure = reader_.table().procedures().word(procedure);
  }
  for (std::uint16_t procedure = 0; procedure < levels_.size(); ++procedure) {
    if (levels_[procedure].handed_over == 0) continue;
    figures.levels.push_back(levels_[procedure]);
    figures.levels.back().procedure = reader_.table().procedures().word(procedure);
  }
  put_satisfaction(figures.satisfaction);
  figures.carried_on_time = carried_on_time_;
  figures.ages = ages_;
  figures.months = months_;
  for (std::size_t i = 0; i < chart_months; ++i) {
    figures.months[i].month = reader_.window().month_starts[i];
  }
  for (std::size_t i = 0; i < held_.size(); ++i) {
    if (held_[i].dossiers == 0 && held_[i].late == 0) continue;
    figures.held.emplace_back(reader_.table().units().word(std::uint16_t(i)), held_[i]);
  }
}

// Column 11 as the period before would print it: read at its last second.
std::int64_t open_before(const FigureTable& table, const Window& window,
                         const WorkingTime& working_time) {
  auto before = window_before(window);
  before.from = before.as_of;
  const Reader reader(table, before, working_time);
  std::int64_t open = 0;
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    const auto& row = table.row(i);
    if (row.ended_at != 0 && row.ended_at < before.from) continue;
    open += is_in_column(reader.read(i), 11);
  }
  return open;
}

std::vector<std::string> codes_of(const FigureTable& table, std::vector<std::uint32_t>& found,
                                  Slice slice) {
  const auto from = found.begin() + std::ptrdiff_t(std::min(slice.offset, found.size()));
  const auto left = std::size_t(found.end() - from);
  const auto until = from + std::ptrdiff_t(std::min(slice.limit, left));
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
    const auto& x = table.row(a);
    const auto& y = table.row(b);
    if (x.received_at != y.received_at) return x.received_at < y.received_at;
    return table.code(x) < table.code(y);
  };
  if (from != found.end()) std::nth_element(found.begin(), from, found.end(), earlier);
  std::partial_sort(from, until, found.end(), earlier);
  std::vector<std::string> codes;
  for (auto i = from; i != until; ++i) codes.emplace_back(table.code(table.row(*i)));
  return codes;
}

}  // namespace

std::int64_t HonestCounts::fell_due() const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < verdicts; ++i) sum += is_counted(Verdict(i)) ? by_verdict[i] : 0;
  return sum;
}

std::int64_t HonestCounts::listed() const {
  std::int64_t sum = 0;
  for (std::size_t i = 1; i < verdicts; ++i) sum += by_verdict[i];
  return sum;
}

std::int64_t PromiseCounts::received_in_period() const {
  std::int64_t sum = 0;
  for (std::size_t i = 1; i < published_kinds; ++i) sum += published[i];
  return sum;
}

PromiseCounts& PromiseCounts::operator+=(const PromiseCounts& more) {
  const auto add = [](auto& to, const auto& from) {
    std::transform(to.begin(), to.end(), from.begin(), to.begin(), std::plus<>());
  };
  add(by_first.by_verdict, more.by_first.by_verdict);
  add(by_first.kept_by, more.by_first.kept_by);
  add(by_current.by_verdict, more.by_current.by_verdict);
  add(by_current.kept_by, more.by_current.kept_by);
  add(published, more.published);
  add(on_time_by, more.on_time_by);
  return *this;
}

Figures figures_of(const FigureTable& table, const Period& period, Moment now,
                   const WorkingTime& working_time, const RatingRules& ratings) {
  auto window = window_of(period, now);
  window.ratings = ratings;
  const Reader reader(table, window, working_time);
  Tally tally(reader, working_time);
  for (std::uint32_t i = 0; i < table.size(); ++i) tally.add(i);
  Figures figures;
  figures.period = period;
  figures.as_of = as_of(period, now);
  tally.put_into(figures);
  const auto& total = figures.official.total;
  figures.received_is_settled_and_open = {total[0], total[4] + total[8]};
  figures.carried_is_what_was_open = {total[3], open_before(table, reader.window(), working_time)};
  return figures;
}

std::optional<CellDossiers> dossiers_of(const FigureTable& table, std::string_view cell,
                                        const Window& window, const WorkingTime& working_time,
                                        Slice slice) {
  const Reader reader(table, window, working_time);
  const auto test = test_of(cell, reader, working_time);
  if (!test) return std::nullopt;
  if (cell == rating_cell("all", "satisfied")) {
    const auto rated = dossiers_of(table, rating_cell("all", "rated"), window, working_time);
    if (rated->total < std::size_t(window.ratings.fewest_shown)) return std::nullopt;
  }
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    if ((*test)(reader.read(i), i)) found.push_back(i);
  }
  CellDossiers dossiers;
  dossiers.total = found.size();
  dossiers.codes = codes_of(table, found, slice);
  return dossiers;
}

}  // namespace motcua::report

#include "report/figures.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <map>

#include "report/figures_json.hpp"
#include "report/official_lines.hpp"
#include "report/sample_test.hpp"

namespace motcua::report {
namespace {

using dossier::Phase;
using dossier::PromiseKind;
using testing::ElementsAre;

TEST(Figures, the_form_puts_each_dossier_in_its_columns) {
  const auto table = table_of({
      ended(received("before", "2017-03-20T09:00", "2017-03-28T16:30"), "2017-03-27T09:00"),
      ended(received("on-time", "2017-03-20T09:00", "2017-03-28T16:30"), "2017-03-28T16:30"),
      ended(received("late", "2017-03-20T09:00", "2017-03-28T16:30"), "2017-03-28T16:30:01"),
      received("within", "2017-03-29T09:00", "2017-04-07T16:30"),
      received("overdue", "2017-03-01T09:00", "2017-03-09T16:30"),
      ended(received("carried", "2016-12-30T09:00", "2017-01-09T16:30"), "2017-01-05T09:00"),
      ended(received("gone", "2016-12-01T09:00", "2016-12-09T16:30"), "2016-12-09T09:00"),
      received("not-yet", "2017-04-03T09:00", "2017-04-12T16:30"),
  });
  const auto f = figures(table, "2017-Q1", "2017-04-12T08:00");
  EXPECT_THAT(f.official.total, ElementsAre(6, 0, 5, 1, 4, 2, 1, 1, 2, 1, 1));
  EXPECT_TRUE(f.received_is_settled_and_open.holds());
  EXPECT_TRUE(f.carried_is_what_was_open.holds());
  EXPECT_EQ(f.carried_is_what_was_open.right, 1);
  EXPECT_THAT(list(table, "official:13:all", "2017-Q1", "2017-04-12T08:00"),
              ElementsAre("overdue"));
}

TEST(Figures, a_past_period_is_seen_as_it_stood_at_its_end) {
  const auto table =
      table_of({ended(received("A", "2017-03-29T09:00", "2017-04-07T16:30"), "2017-04-10T09:00")});
  const auto f = figures(table, "2017-Q1", "2017-05-31T17:00");
  EXPECT_EQ(f.as_of, on("2017-03-31T23:59:59"));
  EXPECT_EQ(f.published[std::size_t(Published::Within)], 1);
  EXPECT_EQ(f.by_first.fell_due(), 0);
}

TEST(Figures, a_result_handed_over_late_is_settled_late) {
  const auto table = table_of({ended(received("A", "2017-03-20T09:00", "2017-03-28T16:30"),
                                     "2017-03-29T09:00", Phase::Returned)});
  for (const auto* cell : {"honest:first:settled-late", "honest:current:settled-late",
                           "published:settled-late", "official:10:all"}) {
    EXPECT_THAT(list(table, cell, "2017-Q1", "2017-04-12T08:00"), ElementsAre("A")) << cell;
  }
}

TEST(Figures, guided_at_the_counter_is_in_no_column) {
  auto row = ended(received("A", "2017-03-29T09:00", ""), "2017-03-29T09:00", Phase::Guided);
  row.promises.clear();
  const auto table = table_of({row});
  const auto f = figures(table, "2017-Q1", "2017-04-12T08:00");
  EXPECT_EQ(f.official.total[0], 0);
  EXPECT_THAT(list(table, "memo:nothing-received", "2017-Q1", "2017-04-12T08:00"),
              ElementsAre("A"));
}

TEST(Figures, what_waits_on_line_to_be_accepted_is_counted) {
  auto row = received("A", "2017-04-11T09:00", "2017-04-19T16:30");
  row.channel = procedure::Channel::Online;
  row.phase = Phase::Submitted;
  const auto table = table_of({row});
  const auto f = figures(table, "2017-Q2", "2017-04-12T08:00");
  EXPECT_EQ(f.official.total[1], 1);
  EXPECT_EQ(f.memo[std::size_t(Memo::NotYetAccepted)], 1);
}

TEST(Figures, a_list_comes_in_slices_oldest_first) {
  const auto table = table_of({received("C", "2017-04-05T09:00", "2017-04-14T16:30"),
                               received("A", "2017-04-03T09:00", "2017-04-12T16:30"),
                               received("B", "2017-04-03T09:00", "2017-04-12T16:30")});
  const auto slice = [&](std::size_t offset, std::size_t limit) {
    return dossiers_of(table, "official:3:all",
                       window_of(period("2017-Q2"), on("2017-04-12T08:00")), office_time(),
                       {offset, limit});
  };
  EXPECT_THAT(slice(0, 2)->codes, ElementsAre("A", "B"));
  EXPECT_THAT(slice(2, 2)->codes, ElementsAre("C"));
  EXPECT_EQ(slice(2, 2)->total, 3U);
  EXPECT_TRUE(slice(9, 2)->codes.empty());
}

view::FigureRow handed_over(view::FigureRow row, std::string_view at, int level, bool whole_way) {
  row = ended(std::move(row), at, Phase::Returned);
  row.handed_over_at = on(at);
  row.level = level;
  row.whole_way = whole_way;
  return row;
}

TEST(Figures, the_level_is_counted_where_the_result_was_handed_over) {
  const auto due = "2017-03-28T16:30";
  const auto file = [&](std::string code) {
    return received(std::move(code), "2017-03-20T09:00", due);
  };
  auto next = handed_over(file("next-period"), "2017-04-03T09:00", 4, true);
  const auto table =
      table_of({handed_over(file("whole"), "2017-03-24T09:00", 4, true),
                handed_over(file("collected"), "2017-03-24T10:00", 4, false),
                handed_over(file("cash"), "2017-03-24T11:00", 3, false),
                handed_over(file("counter"), "2017-03-24T12:00", 2, false), next, file("open")});
  const auto f = figures(table, "2017-Q1", "2017-04-12T08:00");
  const auto rate = rate_whole_way(f);
  EXPECT_EQ(rate.numerator, 1);
  EXPECT_EQ(rate.denominator, 4);
  const auto behind = [&](const std::string& cell) {
    return list(table, cell, "2017-Q1", "2017-04-12T08:00");
  };
  EXPECT_THAT(behind(rate.numerator_cell), ElementsAre("whole"));
  EXPECT_THAT(behind(rate.denominator_cell), ElementsAre("cash", "collected", "counter", "whole"));
  ASSERT_EQ(rate.rest.size(), 3U);
  EXPECT_THAT(behind(rate.rest[0].cell), ElementsAre("counter"));
  EXPECT_THAT(behind(rate.rest[1].cell), ElementsAre("cash"));
  EXPECT_THAT(behind(rate.rest[2].cell), ElementsAre("collected"));
  EXPECT_THAT(behind("level:official-travel:4"), ElementsAre("collected", "whole"));
}

TEST(Figures, satisfaction_is_told_with_its_response_and_only_of_enough_ratings) {
  FigureTable table;
  const auto add = [&](int index, std::vector<dossier::Mark> marks) {
    auto row = ended(received("R" + std::to_string(index), "2017-03-20T09:00", "2017-03-28T16:30"),
                     "2017-03-24T09:00");
    row.marks = std::move(marks);
    table.upsert(row);
  };
  for (int i = 0; i < 4; ++i) add(i, {{1, 2}, {7, 2}});
  const auto satisfied = [&] {
    return dossiers_of(table, "rating:all:satisfied",
                       window_of(period("2017-Q1"), on("2017-04-12T08:00")), office_time());
  };
  EXPECT_FALSE(satisfied()) << "four would tell who they are";
  add(4, {{7, 0}});
  add(5, {});
  const auto f = figures(table, "2017-Q1", "2017-04-12T08:00").satisfaction;
  EXPECT_EQ(f.all.finished, 6);
  EXPECT_EQ(f.all.rated, 5);
  EXPECT_EQ(f.all.satisfied, 4);
  EXPECT_TRUE(f.all.shown);
  EXPECT_EQ(f.indicators[6].answers(), 5);
  EXPECT_EQ(satisfied()->total, 4U);
}

TEST(Figures, unknown_cells_are_no_cells) {
  const FigureTable table;
  for (const auto* cell :
       {"", "official", "official:2:all", "official:14:all", "official:3:nobody", "honest:first",
        "honest:last:kept", "honest:first:none", "memo:x", "age:5", "age:-1", "month:2017-13:due",
        "month:2001-01:due", "held:nobody:late", "generated:x", "published:none",
        "level:all:5", "level:nobody:2",
        "rating:all:angry", "rating:official-travel:satisfied"}) {
    EXPECT_FALSE(dossiers_of(table, cell, window_of(period("2017-Q1"), on("2017-04-12T08:00")),
                             office_time()))
        << cell;
  }
}

// --- random offices
// -------------------------------------------------------------------------------

Moment random_moment(int low_day, int high_day) {
  const auto day = *rc::gen::inRange(low_day, high_day);
  const auto minute = *rc::gen::inRange(7 * 60, 18 * 60);
  return at(make_date(2016, 11, 1) + std::chrono::days{day}, minutes{minute});
}

view::FigureStop random_stop(Moment from) {
  view::FigureStop stop;
  stop.why = static_cast<procedure::StopReason>(*rc::gen::inRange(0, 4));
  stop.clock_stands = *rc::gen::inRange(0, 4) != 0;
  stop.from = from + minutes{*rc::gen::inRange(0, 20'000)};
  if (*rc::gen::arbitrary<bool>()) stop.to = stop.from + minutes{*rc::gen::inRange(0, 20'000)};
  if (*rc::gen::inRange(0, 3) == 0) {
    stop.capped_at = stop.from + minutes{*rc::gen::inRange(0, 20'000)};
    stop.due_after_cap = *stop.capped_at + minutes{*rc::gen::inRange(0, 20'000)};
  }
  return stop;
}

void add_promises(view::FigureRow& row) {
  Moment given = row.registered_at;
  const int count = *rc::gen::inRange(1, 4);
  for (int i = 0; i < count; ++i) {
    view::FigurePromise promise;
    if (*rc::gen::inRange(0, 10) != 0) promise.due = given + minutes{*rc::gen::inRange(0, 30'000)};
    promise.given_at = given;
    promise.kind = i == 0 ? PromiseKind::First : static_cast<PromiseKind>(*rc::gen::inRange(1, 6));
    row.promises.push_back(promise);
    given += minutes{*rc::gen::inRange(1, 20'000)};
  }
}

void add_holdings(view::FigureRow& row) {
  Moment from = row.registered_at;
  const int count = *rc::gen::inRange(1, 4);
  for (int i = 0; i < count; ++i) {
    const Moment to = from + minutes{*rc::gen::inRange(1, 12'000)};
    view::FigureHolding holding{
        *rc::gen::element<std::string>("reception", "division", "ubnd-tp"), from, to, {}};
    if (i + 1 == count && !row.ended_at) holding.to.reset();
    if (*rc::gen::arbitrary<bool>()) holding.due = from + minutes{*rc::gen::inRange(1, 12'000)};
    row.holdings.push_back(holding);
    from = to;
  }
}

view::FigureRow random_row(int index) {
  view::FigureRow row;
  row.code = "000.00.00.H26-170101-" + std::to_string(1000 + index);
  row.version = 1;
  row.procedure = *rc::gen::element<std::string>("official-travel", "abtc");
  row.field = *rc::gen::element<std::string>("Đối ngoại", "Lãnh sự");
  row.channel = static_cast<procedure::Channel>(*rc::gen::inRange(0, 3));
  row.received_at = random_moment(0, 200);
  row.registered_at = row.received_at + minutes{*rc::gen::inRange(0, 3) * 900};
  row.phase = static_cast<Phase>(*rc::gen::inRange(1, 9));
  const bool open = row.phase == Phase::Submitted || row.phase == Phase::Running;
  if (!open) row.ended_at = row.registered_at + minutes{*rc::gen::inRange(0, 60'000)};
  if (row.phase != Phase::Guided) add_promises(row);
  if (!open && *rc::gen::arbitrary<bool>()) {
    row.marks = {{1, *rc::gen::inRange(0, 3)}, {9, *rc::gen::inRange(0, 3)}};
  }
  if (row.phase == Phase::Returned) {
    row.handed_over_at = *row.ended_at + minutes{*rc::gen::inRange(0, 9'000)};
    row.level = *rc::gen::element(2, 3, 4);
    row.whole_way = row.level == 4 && *rc::gen::arbitrary<bool>();
  }
  if (*rc::gen::inRange(0, 3) == 0) row.stops.push_back(random_stop(row.registered_at));
  add_holdings(row);
  row.supplements = *rc::gen::inRange(0, 3);
  row.applicant = *rc::gen::inRange<std::uint64_t>(1, 6);
  row.actual_time = *rc::gen::arbitrary<bool>();
  row.generated = *rc::gen::arbitrary<bool>();
  return row;
}

FigureTable random_table() {
  FigureTable table;
  const int count = *rc::gen::inRange(0, 30);
  for (int i = 0; i < count; ++i) table.upsert(random_row(i));
  return table;
}

std::string random_period() {
  return *rc::gen::element<std::string>("2016", "2017", "2016-Q4", "2017-Q1", "2017-Q2", "2017-02",
                                        "2017-R1", "2017-R2", "2017-R");
}

Naming plain_names() {
  const auto same = [](std::string_view id) { return Text{std::string(id), std::string(id)}; };
  return {same, same, same, [](std::string_view unit) { return unit == "ubnd-tp"; }};
}

// Every pair of a number and its cell in the page, wherever it stands.
void collect_cells(const json::value& value, std::map<std::string, std::int64_t>& cells) {
  if (const auto* array = value.if_array()) {
    for (const auto& item : *array) collect_cells(item, cells);
  }
  const auto* object = value.if_object();
  if (object == nullptr) return;
  const auto take = [&](std::string_view count, std::string_view cell) {
    const auto* number = member(value, count);
    if (number != nullptr && member(value, cell) != nullptr) {
      cells[std::string(string_member(value, cell))] = number->as_int64();
    }
  };
  take("count", "cell"), take("dossiers", "cell"), take("numerator", "numerator_cell");
  take("denominator", "denominator_cell"), take("over_share", "over_share_cell");
  take("late", "late_cell"), take("promised", "promised_cell"), take("longer", "longer_cell");
  take("handed_over", "handed_over_cell"), take("whole_way", "whole_way_cell");
  take("finished", "finished_cell"), take("rated", "rated_cell");
  take("due", "due_cell"), take("kept", "kept_cell");
  for (const auto& item : *object) collect_cells(item.value(), cells);
}

TEST(FiguresProperty, behind_every_number_stand_exactly_its_dossiers) {
  EXPECT_TRUE(rc::check([] {
    const auto table = random_table();
    const auto chosen = period(random_period());
    const auto now = random_moment(30, 260);
    const auto f = figures_of(table, chosen, now, office_time());
    std::map<std::string, std::int64_t> cells;
    collect_cells(figures_json(f, plain_names(), {}), cells);
    cells["generated"] = f.generated;
    RC_ASSERT(cells.size() > 50U);
    for (const auto& [cell, count] : cells) {
      const auto found = dossiers_of(table, cell, window_of(chosen, now), office_time());
      if (!found) RC_FAIL("no such cell: " + cell);
      if (std::int64_t(found->total) != count) {
        RC_FAIL(cell + ": " + std::to_string(count) + " counted, " + std::to_string(found->total) +
                " found");
      }
      RC_ASSERT(found->codes.size() == found->total);
    }
  }));
}

TEST(FiguresProperty, both_identities_hold_and_the_parts_add_up) {
  EXPECT_TRUE(rc::check([] {
    const auto table = random_table();
    const auto f =
        figures_of(table, period(random_period()), random_moment(-20, 260), office_time());
    RC_ASSERT(f.received_is_settled_and_open.holds());
    RC_ASSERT(f.carried_is_what_was_open.holds());
    const auto& t = f.official.total;
    RC_ASSERT(t[0] == t[1] + t[2] + t[3] && t[4] == t[5] + t[6] + t[7] && t[8] == t[9] + t[10]);
    Columns sum{};
    for (const auto& line : official_lines(f, plain_names())) {
      for (std::size_t c = 0; line.is_field && c < sum.size(); ++c) sum[c] += line.columns[c];
    }
    RC_ASSERT(sum == t);
    for (const auto& rate :
         {rate_by_first(f), rate_by_current(f), rate_as_published(f), rate_whole_way(f)}) {
      std::int64_t rest = rate.numerator;
      for (const auto& part : rate.rest) rest += part.count;
      RC_ASSERT(rest == rate.denominator);
    }
    std::int64_t late = 0;
    for (const auto& [unit, count] : f.held) late += count.late;
    RC_ASSERT(late == f.by_current.fell_due() - f.by_current.kept());
  }));
}

using LinesByKey = std::map<std::string, Columns>;
LinesByKey lines_of(const Figures& figures) {
  LinesByKey lines{{"all", figures.official.total}};
  for (const auto& line : official_lines(figures, plain_names())) lines[line.key] = line.columns;
  return lines;
}

// Of the total, each field and each procedure, in every kind of period, over a whole chain.
TEST(FiguresProperty, the_next_period_carries_what_this_one_left_open) {
  const std::vector<std::vector<std::string>> chains{
      {"2016-Q4", "2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4"},
      {"2017-R1", "2017-R2", "2017-R3", "2017-R4"},
      {"2017-01", "2017-02", "2017-03", "2017-04", "2017-05"},
      {"2016", "2017"},
      {"2016-R", "2017-R"}};
  EXPECT_TRUE(rc::check([&] {
    const auto table = random_table();
    const auto now = on("2017-12-31T09:00");
    const auto& chain = *rc::gen::elementOf(chains);
    LinesByKey before;
    for (std::size_t i = 0; i < chain.size(); ++i) {
      auto lines = lines_of(figures_of(table, period(chain[i]), now, office_time()));
      for (const auto& [key, c] : lines) RC_ASSERT(c[0] == c[4] + c[8]);
      for (const auto& [key, c] : before) {
        if (c[8] != 0) RC_ASSERT(lines.at(key)[3] == c[8]);
      }
      for (const auto& [key, c] : lines) {
        if (i > 0 && c[3] != 0) RC_ASSERT(before.at(key)[8] == c[3]);
      }
      before = std::move(lines);
    }
  }));
}

TEST(FiguresProperty, withdrawing_never_adds_to_a_numerator) {
  EXPECT_TRUE(rc::check([] {
    std::vector<view::FigureRow> rows;
    for (int i = *rc::gen::inRange(1, 20); i > 0; --i) rows.push_back(random_row(i));
    auto& chosen = rows[*rc::gen::inRange<std::size_t>(0, rows.size())];
    chosen.applicant = 99;
    const auto now = on("2017-12-31T09:00");
    const auto kept_of = [&] {
      FigureTable table;
      for (const auto& row : rows) table.upsert(row);
      const auto f = figures_of(table, period("2017"), now, office_time());
      return std::array{f.by_first.kept(), f.by_current.kept(),
                        f.published[std::size_t(Published::OnTime)]};
    };
    const auto before = kept_of();
    chosen.phase = Phase::Withdrawn;
    if (!chosen.ended_at) chosen.ended_at = chosen.registered_at + minutes{60};
    const auto after = kept_of();
    for (std::size_t i = 0; i < before.size(); ++i) RC_ASSERT(after[i] <= before[i]);
  }));
}

TEST(FiguresProperty, a_percentage_is_never_more_than_is_true) {
  EXPECT_TRUE(rc::check([] {
    const auto whole = *rc::gen::inRange<std::int64_t>(1, 2'000'000);
    const auto part = *rc::gen::inRange<std::int64_t>(0, whole + 1);
    const auto cut = *cut_percent(part, whole);
    RC_ASSERT(cut * whole <= part * 10'000);
    RC_ASSERT((cut + 1) * whole > part * 10'000);
    RC_ASSERT((cut == 10'000) == (part == whole));
  }));
}

TEST(WorkingTimeProperty, equals_the_calendar) {
  EXPECT_TRUE(rc::check([] {
    const auto from = random_moment(0, 700);
    const auto to = random_moment(0, 700);
    const auto a = view::stamp_of(from);
    const auto b = view::stamp_of(to);
    RC_ASSERT(office_time().between(a, b) == office_calendar().working_time_between(from, to));
    const int days =
        to > from ? office_calendar().working_days_between(date_of(from), date_of(to)) : 0;
    RC_ASSERT(office_time().days_between(a, b) == days);
  }));
}

}  // namespace
}  // namespace motcua::report

#include "view/figure_row.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "view/figure_table.hpp"

namespace motcua::view {
namespace {

Moment some_moment() {
  return *parse_moment("2016-01-04T08:00") + seconds{*rc::gen::inRange(0, 100'000'000)};
}
std::optional<Moment> maybe_moment() {
  return *rc::gen::arbitrary<bool>() ? std::optional{some_moment()} : std::nullopt;
}

FigureRow any_row() {
  FigureRow row;
  row.code = *rc::gen::arbitrary<std::string>();
  row.procedure = *rc::gen::arbitrary<std::string>();
  row.field = *rc::gen::element<std::string>("Đối ngoại", "a;b,c%d\te\nf", "");
  row.case_id = *rc::gen::arbitrary<std::string>();
  row.version = *rc::gen::arbitrary<std::uint32_t>();
  row.channel = static_cast<procedure::Channel>(*rc::gen::inRange(0, 3));
  row.phase = static_cast<dossier::Phase>(*rc::gen::inRange(0, 9));
  row.registered_at = some_moment();
  row.received_at = some_moment();
  row.ended_at = maybe_moment();
  row.handed_over_at = maybe_moment();
  if (*rc::gen::arbitrary<bool>()) row.marks = {{1, 2}, {7, *rc::gen::inRange(0, 3)}};
  row.level = *rc::gen::element(0, 2, 3, 4);
  row.whole_way = *rc::gen::arbitrary<bool>();
  row.supplements = *rc::gen::inRange(0, 9);
  row.applicant = *rc::gen::arbitrary<std::uint64_t>();
  row.actual_time = *rc::gen::arbitrary<bool>();
  row.generated = *rc::gen::arbitrary<bool>();
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    row.promises.push_back({maybe_moment(), some_moment(),
                            static_cast<dossier::PromiseKind>(*rc::gen::inRange(0, 6))});
    row.stops.push_back({static_cast<procedure::StopReason>(*rc::gen::inRange(0, 4)),
                         *rc::gen::arbitrary<bool>(), some_moment(), maybe_moment(), maybe_moment(),
                         maybe_moment()});
    row.holdings.push_back(
        {*rc::gen::arbitrary<std::string>(), some_moment(), maybe_moment(), maybe_moment()});
  }
  return row;
}

TEST(FigureRowProperty, written_and_read_is_the_same) {
  EXPECT_TRUE(rc::check([] {
    const auto row = any_row();
    const auto line = write_figure_row(row);
    RC_ASSERT(line.find('\n') == std::string::npos);
    const auto read = read_figure_row(line);
    RC_ASSERT(read.ok());
    RC_ASSERT(*read == row);
  }));
}

TEST(FigureRowProperty, a_damaged_line_is_refused_or_read_but_never_more) {
  EXPECT_TRUE(rc::check([] {
    auto line = write_figure_row(any_row());
    const auto place = *rc::gen::inRange<std::size_t>(0, line.size());
    line[place] = *rc::gen::arbitrary<char>();
    const auto read = read_figure_row(line);
    if (!read) RC_ASSERT(read.error().kind == FailureKind::Malformed);
  }));
}

TEST(FigureRow, what_is_no_row_is_malformed) {
  FigureRow row;
  row.code = "A";
  const auto line = write_figure_row(row);
  ASSERT_TRUE(read_figure_row(line).ok());
  for (const auto& bad : {std::string{}, std::string{"f0"}, "x" + line, line.substr(0, 9),
                          line + "\textra", std::string{"f1\t%zz\t\t\t\t1"}}) {
    EXPECT_FALSE(read_figure_row(bad).ok()) << bad;
  }
}

TEST(FigureRow, one_written_before_levels_were_measured_is_read_without) {
  const auto read = read_figure_row(
      "f1\tA\ttravel\tfield\tusual\t2\t0\t8\t1491962400\t1491962400\t1491963000\t1491964000"
      "\t0\t7\t0\t0\t\t\t");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->code, "A");
  EXPECT_EQ(read->level, 0);
  EXPECT_TRUE(read->handed_over_at);
}

TEST(FigureRow, an_applicant_is_known_by_number_else_by_name) {
  dossier::Applicant a{"person", "Nguyễn Văn Ánh", "012345678901", {}, {}, {}};
  dossier::Applicant b{"person", "Anh Nguyen", "012345678901", {}, {}, {}};
  dossier::Applicant c{"person", "nguyen  van anh", "", {}, {}, {}};
  dossier::Applicant d{"person", "Nguyễn Văn Ánh", "", {}, {}, {}};
  EXPECT_EQ(applicant_key(a), applicant_key(b));
  EXPECT_EQ(applicant_key(c), applicant_key(d));
  EXPECT_NE(applicant_key(a), applicant_key(d));
}

FigureRow row_of(std::string code, std::uint64_t version, std::size_t holdings) {
  FigureRow row;
  row.code = std::move(code);
  row.version = version;
  row.registered_at = row.received_at = *parse_moment("2017-04-12T09:10");
  for (std::size_t i = 0; i < holdings; ++i) {
    row.holdings.push_back({"unit-" + std::to_string(i), row.received_at + minutes{i}, {}, {}});
  }
  return row;
}

TEST(FigureTable, keeps_the_newest_of_each_dossier) {
  FigureTable table;
  table.upsert(row_of("A", 1, 1));
  table.upsert(row_of("B", 5, 2));
  table.upsert(row_of("A", 3, 4));
  table.upsert(row_of("A", 2, 2));
  ASSERT_EQ(table.size(), 2U);
  const auto& a = table.row(table.find("A").value());
  EXPECT_EQ(a.version, 3U);
  EXPECT_EQ(table.holdings(a).size(), 4U);
  EXPECT_EQ(table.units().word(table.holding_units(a)[3]), "unit-3");
  EXPECT_FALSE(table.find("C").has_value());
  EXPECT_FALSE(FigureTable{}.find("A").has_value());
}

TEST(FigureTable, dossiers_that_grow_leave_little_behind) {
  FigureTable table;
  for (std::size_t version = 1; version <= 8; ++version) {
    for (int i = 0; i < 2000; ++i) {
      table.upsert(row_of("D" + std::to_string(i), version, version));
    }
  }
  FigureTable fresh;
  for (int i = 0; i < 2000; ++i) fresh.upsert(row_of("D" + std::to_string(i), 8, 8));
  EXPECT_LT(table.bytes(), fresh.bytes() * 3);
  for (int i = 0; i < 2000; i += 97) {
    const auto& row = table.row(table.find("D" + std::to_string(i)).value());
    ASSERT_EQ(table.holdings(row).size(), 8U);
    EXPECT_EQ(moment_of(table.holdings(row)[7].from), *parse_moment("2017-04-12T09:17"));
    EXPECT_EQ(table.units().word(table.holding_units(row)[7]), "unit-7");
  }
}

TEST(FigureTable, keeps_every_phase_and_channel) {
  FigureTable table;
  for (int phase = 0; phase <= int(dossier::Phase::Returned); ++phase) {
    auto row = row_of("P" + std::to_string(phase), 1, 0);
    row.phase = static_cast<dossier::Phase>(phase);
    row.channel = static_cast<procedure::Channel>(phase % 3);
    table.upsert(row);
    EXPECT_EQ(table.rows().back().phase, row.phase) << phase;
    EXPECT_EQ(table.rows().back().channel, row.channel) << phase;
  }
}

TEST(FigureTable, times_far_away_are_drawn_to_the_border) {
  EXPECT_EQ(stamp_of(*parse_moment("1950-01-01T00:00")), 1U);
  EXPECT_EQ(stamp_of(std::optional<Moment>{}), 0U);
  EXPECT_EQ(stamp_of(*parse_moment("2199-01-01T00:00")), UINT32_MAX);
  EXPECT_EQ(moment_of(stamp_of(*parse_moment("2017-04-12T09:10:11"))),
            *parse_moment("2017-04-12T09:10:11"));
}

}  // namespace
}  // namespace motcua::view

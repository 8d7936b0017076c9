// The demonstration's history, made by the real commands in a real store: its totals are the
// published ones, and an officer would believe it.

#include "commands/demo_history.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

#include "procedure/form.hpp"
#include "queries/slips.hpp"
#include "runtime/empty_office_test.hpp"
#include "view/figure_row.hpp"

namespace motcua::runtime {
namespace {

using dossier::PromiseKind;
using report::Memo;
using report::Published;
using view::FigureRow;

const Moment opens = parse_moment("2017-04-12T08:00").value();

class DemoOffice : public EmptyOffice {
 public:
  explicit DemoOffice(std::uint64_t seed = commands::demo_seed) {
    const auto made =
        commands::make_demo_history(runtime().world(), runtime().registrar(), opens, seed);
    EXPECT_TRUE(made.ok()) << (made ? "" : made.error().what);
    const auto read = runtime().store().each_figures([&](std::string_view line) {
      lines.emplace(line);
      rows.push_back(view::read_figure_row(line).value());
    });
    MOTCUA_ASSERT(read.ok());
  }

  report::Figures figures(std::string_view period) {
    report::Figures out;
    runtime().figures().with_figures(period, opens, [&](const auto& known) { out = known; });
    return out;
  }

  std::vector<FigureRow> rows;
  std::set<std::string> lines;
};

DemoOffice& office() {
  static DemoOffice made;
  return made;
}

std::int64_t of(const report::Figures& figures, Published kind) {
  return figures.published[std::size_t(kind)];
}
std::int64_t of(const report::Figures& figures, Memo memo) {
  return figures.memo[std::size_t(memo)];
}

bool is_open(const FigureRow& row) { return !row.ended_at && !row.promises.empty(); }

TEST(DemoHistory, TheYear2016HasThePublishedTotals) {
  const auto year = office().figures("2016");
  EXPECT_EQ(year.received_in_period(), 1242);
  EXPECT_EQ(of(year, Published::OnTime), 1215);
  EXPECT_EQ(report::rate_as_published(year).percent(), 9782);
  EXPECT_EQ(year.official.total[0], 1242);
  EXPECT_EQ(year.official.total[8], 0) << "nothing is carried into 2017";
  EXPECT_TRUE(year.received_is_settled_and_open.holds());
  EXPECT_EQ(year.generated, std::int64_t(1242 + of(year, Memo::NothingReceived)));
}

TEST(DemoHistory, TheFirstQuarterOf2017HasThePublishedTotals) {
  const auto quarter = office().figures("2017-Q1");
  EXPECT_EQ(quarter.received_in_period(), 180);
  EXPECT_EQ(of(quarter, Published::OnTime), 176);
  EXPECT_EQ(of(quarter, Published::Within), 4);
  EXPECT_EQ(quarter.official.total[8], 4);
  EXPECT_TRUE(quarter.carried_is_what_was_open.holds());
}

TEST(DemoHistory, ItHoldsWhatAnOfficeLivesThrough) {
  const auto year = office().figures("2016");
  for (const auto memo :
       {Memo::Refused, Memo::Withdrawn, Memo::WithdrawnOverdue, Memo::Stopped, Memo::Apologised,
        Memo::EnteredAgain, Memo::ActualTime, Memo::RegisteredLate, Memo::NothingReceived}) {
    EXPECT_GT(of(year, memo), 0) << report::memo_name(memo);
  }
  EXPECT_GT(of(office().figures("2017-Q2"), Memo::WaitingSupplement), 1);
  EXPECT_GT(of(office().figures("2017-Q2"), Memo::NotYetAccepted), 1);
  EXPECT_EQ(of(year, Memo::SecondSupplement), 0);
  EXPECT_GT(year.by_current.kept_by[std::size_t(report::Rescue::Apology)], 5);
  EXPECT_GT(year.by_current.kept_by[std::size_t(report::Rescue::Stop)], 5);
  EXPECT_LT(year.by_first.kept(), year.by_current.kept());
}

TEST(DemoHistory, ABelievableShareOfHoldersRateWhatHasEndedAndTheLateLess) {
  const auto said = office().figures("2016").satisfaction;
  const auto response = said.all.rated * 100 / said.all.finished;
  EXPECT_GE(response, 15);
  EXPECT_LE(response, 30);
  ASSERT_TRUE(said.all.shown);
  const auto satisfied = said.all.satisfied * 100 / said.all.rated;
  EXPECT_GE(satisfied, 60);
  EXPECT_LE(satisfied, 90);
  for (const auto& indicator : said.indicators) EXPECT_GT(indicator.answers(), 0);
  EXPECT_TRUE(std::ranges::any_of(said.by_procedure, &report::RatedCount::shown));
  EXPECT_TRUE(office().figures("2017-Q1").satisfaction.all.shown);
  std::map<bool, std::pair<int, int>> late_ones;  // those who rated, and the satisfied among them
  for (const auto& row : office().rows) {
    if (row.marks.empty()) continue;
    EXPECT_TRUE(row.ended_at) << row.code;
    report::Points points{};
    points.fill(-1);
    for (const auto& mark : row.marks) {
      points.at(std::size_t(mark.indicator - 1)) = std::int8_t(mark.points);
    }
    const bool late = !row.promises.empty() && row.promises.front().due &&
                      *row.ended_at > *row.promises.front().due;
    auto& [rated, pleased] = late_ones[late];
    ++rated;
    pleased += report::is_satisfied(points, {});
  }
  EXPECT_GT(late_ones[true].first, 3);
  EXPECT_LT(late_ones[true].second * 100 / late_ones[true].first,
            late_ones[false].second * 100 / late_ones[false].first);
}

TEST(DemoHistory, NobodyIsReappointedTwiceAndApologiesComeInTimeAndLate) {
  int in_time = 0;
  int late = 0;
  for (const auto& row : office().rows) {
    int apologies = 0;
    for (std::size_t i = 1; i < row.promises.size(); ++i) {
      if (row.promises[i].kind != PromiseKind::Apology) continue;
      ++apologies;
      const bool day_before =
          date_of(row.promises[i].given_at) < date_of(row.promises[i - 1].due.value());
      ++(day_before ? in_time : late);
    }
    EXPECT_LE(apologies, 1) << row.code;
    EXPECT_LE(row.supplements, 1) << row.code;
  }
  EXPECT_GT(in_time, 10);
  EXPECT_GT(late, 5);
}

TEST(DemoHistory, EveryActLiesInTheHoursOfTheOffice) {
  const auto calendar = office().runtime().world().calendar();
  for (const auto& row : office().rows) {
    const auto records = office().runtime().store().load(row.code).value();
    Moment last{};
    for (const auto& stored : records) {
      const Moment moment = stored.record.at;
      EXPECT_EQ(calendar->next_working_moment(moment), moment)
          << row.code << " " << stored.type << " " << write_moment(moment);
      EXPECT_LE(last, moment) << row.code << " " << stored.type;
      EXPECT_LT(moment, opens) << row.code;
      last = moment;
    }
  }
}

TEST(DemoHistory, EveryDeskHasWorkWhenItOpensSomeOfItLateSomeDueToday) {
  std::map<std::string, int> desks;
  int late = 0;
  int today = 0;
  for (const auto& row : office().rows) {
    if (!is_open(row)) continue;
    for (const auto& holding : row.holdings) {
      if (!holding.to) ++desks[holding.unit];
    }
    const auto due = row.promises.back().due.value();
    late += due < opens;
    today += date_of(due) == date_of(opens);
  }
  for (const auto& unit : office().runtime().world().office().units) {
    EXPECT_GT(desks[unit.id], 0) << unit.id;
  }
  EXPECT_GE(late, 3);
  EXPECT_GE(today, 4);
}

// The slip of a dossier as the office prints it; the dossier has it.
template <class Slip>
Slip slip_of(const FigureRow& row, std::string_view name) {
  auto& runtime = office().runtime();
  const auto records = runtime.store().load(row.code).value();
  const auto dossier = runtime.cache().find(row.code).value();
  const auto* version =
      runtime.world().catalogue().find(row.procedure, dossier->intake.procedure_version);
  const auto calendar = runtime.world().calendar();
  const queries::Scene scene{opens, runtime.world().office(), *calendar, *version};
  return std::get<Slip>(
      queries::slip_of(records, *dossier, scene, {name, "http://example", "KEY", false, true})
          .value());
}

TEST(DemoSlips, EveryReceiptHasANumberOfItsOwnInTheBookOfTheYear) {
  std::set<std::pair<std::string, std::string>> numbers;
  std::size_t receipts = 0;
  for (const auto& row : office().rows) {
    if (row.promises.empty() || row.phase == dossier::Phase::Refused) continue;
    ++receipts;
    const auto receipt = slip_of<document::Receipt>(row, "receipt");
    EXPECT_TRUE(numbers.emplace(receipt.book, receipt.number).second) << row.code;
    EXPECT_EQ(receipt.letterhead.issuing_body, "Bộ phận Tiếp nhận và Trả kết quả");
  }
  EXPECT_EQ(numbers.size(), receipts);
}

TEST(DemoSlips, AnApologySaysWhatWasTrueWhenItWasSigned) {
  int signed_in_all = 0;
  for (const auto& row : office().rows) {
    for (std::size_t i = 1; i < row.promises.size(); ++i) {
      if (row.promises[i].kind != PromiseKind::Apology) continue;
      const auto apology = slip_of<document::Apology>(row, "apology");
      ++signed_in_all;
      EXPECT_THAT(apology.state, testing::StartsWith("Đang xử lý, tại ")) << row.code;
      EXPECT_THAT(apology.letterhead.symbol, testing::EndsWith("/PXL-NV"));
      EXPECT_EQ(apology.signatory.capacity, "Giám đốc");
      EXPECT_EQ(apology.promised, row.promises[i - 1].due);
      EXPECT_EQ(apology.new_promise, row.promises[i].due);
      EXPECT_NE(apology.responsible_agency, "");
    }
  }
  EXPECT_GT(signed_in_all, 15);
}

TEST(DemoSlips, TheControlSlipNamesWhoGaveAlsoWhereTasksRunSideBySide) {
  int side_by_side = 0;
  for (const auto& row : office().rows) {
    if (row.case_id != "opinions" || row.promises.empty()) continue;
    if (row.phase == dossier::Phase::Refused) continue;
    const auto control = slip_of<document::ControlSlip>(row, "control");
    for (const auto& hand_over : control.hand_overs) {
      if (hand_over.to != "Cơ quan được hỏi ý kiến") continue;
      ++side_by_side;
      EXPECT_EQ(hand_over.from, "Phòng Hợp tác quốc tế") << row.code;
      EXPECT_EQ(hand_over.giver, "Phạm Thu Hoa") << row.code;
    }
    if (row.handed_over_at) {
      EXPECT_NE(control.hand_overs.back().timeliness, std::nullopt);
      EXPECT_EQ(control.hand_overs.back().to, "Người nộp hồ sơ");
    }
  }
  EXPECT_GT(side_by_side, 10);
}

TEST(DemoSlips, AHeadSignsByOrderAndNobodyBelowSigns) {
  for (const auto& row : office().rows) {
    if (row.phase == dossier::Phase::Withdrawn) {
      const auto notice = slip_of<document::StopNotice>(row, "stop-notice");
      EXPECT_EQ(notice.signatory, (document::Signatory{"Giám đốc", ""}));
    }
    if (row.phase != dossier::Phase::Stopped) continue;
    const auto notice = slip_of<document::StopNotice>(row, "stop-notice");
    EXPECT_THAT(notice.signatory.capacity, testing::StartsWith("TL. Giám đốc\nTrưởng phòng"));
    EXPECT_THAT(notice.letterhead.symbol, testing::EndsWith("/TB-NV"));
    EXPECT_NE(notice.finance, "");
  }
}

// What the authority matrix asks of last year's trips is in them, and each form is whole.
TEST(DemoHistory, TravellersAnswerWhatTheAuthorityMatrixAsks) {
  auto& runtime = office().runtime();
  int trips = 0;
  int short_and_own = 0;  // of deputy heads
  std::set<std::string> fundings;
  std::set<std::string> ranks;
  for (const auto& row : office().rows) {
    if (row.procedure != "official-travel") continue;
    const auto dossier = runtime.cache().find(row.code).value();
    const auto& intake = dossier->intake;
    const auto* version =
        runtime.world().catalogue().find(intake.procedure, intake.procedure_version);
    ASSERT_EQ(version->authority, "travel-abroad") << row.code;
    const auto answers = read_json(intake.answers).value();
    const Date day = date_of(intake.received_at);
    EXPECT_TRUE(procedure::check_answers_on(*version, answers, day).empty()) << row.code;
    const auto& trip = answers.at("trip").as_object();
    const std::string funding(trip.at("funding").as_string());
    const std::string rank(answers.at("leader").at("rank_group").as_string());
    ++trips;
    fundings.insert(funding);
    ranks.insert(rank);
    short_and_own +=
        rank == "department-deputy" && funding == "own" && trip.at("days").to_number<int>() <= 5;
  }
  EXPECT_EQ(fundings.size(), 4U);
  EXPECT_EQ(ranks.size(), 4U);
  EXPECT_GT(short_and_own * 100 / trips, 5);
  EXPECT_LT(short_and_own * 100 / trips, 20);
}

TEST(DemoHistory, OneSeedGivesOneHistory) {
  EXPECT_EQ(DemoOffice().lines, office().lines);
  const DemoOffice other(commands::demo_seed + 1);
  EXPECT_NE(other.lines, office().lines);
  EXPECT_EQ(other.rows.size(), office().rows.size());
}

}  // namespace
}  // namespace motcua::runtime

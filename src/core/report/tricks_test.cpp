// The ways an on-time rate has been bent elsewhere, each tried here: none raises the rate.
// Numbers are those of the list the product is measured against.

#include <gmock/gmock.h>

#include "report/remarks.hpp"
#include "report/sample_test.hpp"
#include "report/wording.hpp"

namespace motcua::report {
namespace {

using dossier::Phase;
using dossier::PromiseKind;
using testing::ElementsAre;

constexpr std::string_view now = "2017-05-31T17:00";

view::FigureRow kept(std::string code) {
  return ended(received(std::move(code), "2017-04-12T09:10", "2017-04-20T16:30"),
               "2017-04-20T10:00");
}
view::FigureRow late(std::string code) {
  return ended(received(std::move(code), "2017-04-12T09:10", "2017-04-20T16:30"),
               "2017-04-24T10:00");
}
view::FigureRow running(std::string code) {
  return received(std::move(code), "2017-04-12T09:10", "2017-04-20T16:30");
}

struct Honest {
  std::int64_t kept_first, due_first, kept_current, due_current;
  bool operator==(const Honest&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Honest& h) {
  return out << h.kept_first << "/" << h.due_first << " " << h.kept_current << "/" << h.due_current;
}

Honest honest(const FigureTable& table, std::string_view at = now) {
  const auto f = figures(table, "2017-Q2", at);
  return {f.by_first.kept(), f.by_first.fell_due(), f.by_current.kept(), f.by_current.fell_due()};
}

TEST(Tricks, T1_what_is_left_open_past_its_date_is_in_the_rate) {
  EXPECT_EQ(honest(table_of({kept("A"), running("B")})), (Honest{1, 2, 1, 2}));
}

TEST(Tricks, T1_what_is_not_yet_due_is_in_no_rate) {
  const auto table = table_of({kept("A"), running("B")});
  EXPECT_EQ(honest(table, "2017-04-20T16:29"), (Honest{0, 0, 0, 0}));
  EXPECT_EQ(honest(table, "2017-04-20T16:30:01"), (Honest{1, 2, 1, 2}));
}

TEST(Tricks, T2_nothing_finished_is_no_rate) {
  const auto f = figures(FigureTable{}, "2017-Q2", now);
  EXPECT_FALSE(rate_by_first(f).percent().has_value());
  EXPECT_FALSE(rate_as_published(f).percent().has_value());
}

TEST(Tricks, T3_a_supplement_asked_on_the_last_day_does_not_move_the_first_promise) {
  auto row = stopped(running("B"), "2017-04-20T16:00", "2017-05-03T09:00");
  row = promised_anew(std::move(row), "2017-05-03T09:00", "2017-05-05T16:30",
                      PromiseKind::Supplement);
  const auto table = table_of({kept("A"), ended(std::move(row), "2017-05-05T10:00")});
  EXPECT_EQ(honest(table), (Honest{1, 2, 2, 2}));
  EXPECT_THAT(list(table, "honest:first:settled-late", "2017-Q2", now), ElementsAre("B"));
}

TEST(Tricks, T3_a_supplement_asked_after_the_date_moves_nothing) {
  auto row = stopped(running("B"), "2017-04-21T09:00", "2017-05-03T09:00");
  row = promised_anew(std::move(row), "2017-05-03T09:00", "2017-05-05T16:30",
                      PromiseKind::Supplement);
  const auto table = table_of({kept("A"), ended(std::move(row), "2017-05-05T10:00")});
  EXPECT_EQ(honest(table), (Honest{1, 2, 1, 2}));
}

TEST(Tricks, T3_waiting_for_ever_stays_visible) {
  const auto table = table_of({kept("A"), stopped(running("B"), "2017-04-20T16:00")});
  EXPECT_EQ(honest(table), (Honest{1, 2, 1, 1}));
  EXPECT_THAT(list(table, "honest:first:waiting", "2017-Q2", now), ElementsAre("B"));
  EXPECT_THAT(list(table, "memo:waiting-supplement", "2017-Q2", now), ElementsAre("B"));
}

TEST(Tricks, T3_a_stop_past_its_cap_runs_again) {
  auto row = stopped(running("B"), "2017-04-18T09:00");
  row.stops.back().capped_at = on("2017-05-02T16:30");
  row.stops.back().due_after_cap = on("2017-05-05T16:30");
  const auto table = table_of({row});
  EXPECT_EQ(honest(table, "2017-05-04T09:00"), (Honest{0, 1, 0, 0}));
  EXPECT_EQ(honest(table), (Honest{0, 1, 0, 1}));
  row.stops.back().to = on("2017-05-30T09:00");
  row.promises.push_back({on("2017-05-05T16:30"), on("2017-05-30T09:00"), PromiseKind::Supplement});
  EXPECT_EQ(honest(table_of({row}), "2017-05-20T09:00"), (Honest{0, 1, 0, 1})) << "told later";
}

TEST(Tricks, T4_a_date_moved_after_the_fact_stays_broken) {
  const auto row = promised_anew(running("B"), "2017-04-21T09:00", "2017-05-12T16:30",
                                 PromiseKind::IntakeCorrection);
  EXPECT_EQ(honest(table_of({ended(row, "2017-05-10T09:00")})), (Honest{0, 1, 0, 1}));
}

TEST(Tricks, T4_an_apology_on_the_day_is_too_late_one_day_before_is_not) {
  const auto before =
      promised_anew(running("B"), "2017-04-19T16:00", "2017-05-12T16:30", PromiseKind::Apology);
  const auto same_day =
      promised_anew(running("C"), "2017-04-20T08:00", "2017-05-12T16:30", PromiseKind::Apology);
  EXPECT_EQ(honest(table_of({ended(before, "2017-05-10T09:00")})), (Honest{0, 1, 1, 1}));
  EXPECT_EQ(honest(table_of({ended(same_day, "2017-05-10T09:00")})), (Honest{0, 1, 0, 1}));
}

TEST(Tricks, T5_no_due_date_is_not_on_time) {
  const auto none = ended(received("N", "2017-04-12T09:10", ""), "2017-05-30T09:00");
  const auto table = table_of({late("A"), none});
  EXPECT_EQ(honest(table), (Honest{0, 1, 0, 1}));
  const auto f = figures(table, "2017-Q2", now);
  EXPECT_EQ(rate_as_published(f).numerator, 0);
  EXPECT_THAT(list(table, "memo:no-term", "2017-Q2", now), ElementsAre("N"));
}

TEST(Tricks, T6_withdrawing_and_entering_again_is_one_promise) {
  auto first = ended(running("A"), "2017-04-20T15:00", Phase::Withdrawn);
  auto again = received("B", "2017-04-21T09:00", "2017-05-03T16:30");
  again.applicant = first.applicant;
  again = ended(std::move(again), "2017-04-28T10:00");
  const auto table = table_of({kept("K"), first, again});
  EXPECT_EQ(honest(table), (Honest{1, 2, 1, 2}));
  EXPECT_THAT(list(table, "memo:entered-again", "2017-Q2", now), ElementsAre("A"));
  EXPECT_THAT(list(table, "honest:first:continues", "2017-Q2", now), ElementsAre("B"));
}

TEST(Tricks, T6_what_is_entered_again_and_answered_in_time_keeps_the_promise) {
  auto first = ended(running("A"), "2017-04-13T15:00", Phase::Withdrawn);
  auto again = received("B", "2017-04-14T09:00", "2017-04-24T16:30");
  again.applicant = first.applicant;
  EXPECT_EQ(honest(table_of({first, ended(std::move(again), "2017-04-20T16:00")})),
            (Honest{1, 1, 1, 1}));
}

TEST(Tricks, T6_a_withdrawal_when_already_late_does_not_save_the_date) {
  EXPECT_EQ(
      honest(table_of({kept("K"), ended(running("A"), "2017-04-21T09:00", Phase::Withdrawn)})),
      (Honest{1, 2, 1, 2}));
}

TEST(Tricks, T6_a_withdrawal_in_time_leaves_both_sides_and_is_listed) {
  const auto table =
      table_of({kept("K"), ended(running("A"), "2017-04-18T09:00", Phase::Withdrawn)});
  EXPECT_EQ(honest(table), (Honest{1, 1, 1, 1}));
  EXPECT_THAT(list(table, "honest:first:left-out", "2017-Q2", now), ElementsAre("A"));
}

TEST(Tricks, T6_a_withdrawal_is_no_result_in_the_form_and_in_no_numerator) {
  const auto early = ended(running("A"), "2017-04-18T09:00", Phase::Withdrawn);
  const auto overdue = ended(running("B"), "2017-04-21T09:00", Phase::Withdrawn);
  const auto with = table_of({kept("K"), late("L"), early, overdue});
  EXPECT_THAT(list(with, "official:8:all", "2017-Q2", now), ElementsAre());
  EXPECT_THAT(list(with, "official:9:all", "2017-Q2", now), ElementsAre("A", "K"));
  EXPECT_THAT(list(with, "official:10:all", "2017-Q2", now), ElementsAre("B", "L"));
  EXPECT_THAT(list(with, "memo:withdrawn", "2017-Q2", now), ElementsAre("A", "B"));
  EXPECT_THAT(list(with, "memo:withdrawn-overdue", "2017-Q2", now), ElementsAre("B"));
  EXPECT_TRUE(figures(with, "2017-Q2", now).received_is_settled_and_open.holds());
  EXPECT_THAT(memo_note(Memo::Withdrawn, figures(with, "2017-Q2", now)).en,
              testing::EndsWith("without them column 7 is 2."));
  EXPECT_EQ(honest(with), (Honest{1, 3, 1, 3}));
}

TEST(Tricks, T7_an_intake_registered_days_later_counts_from_when_the_papers_came) {
  auto row = running("A");
  row.registered_at = on("2017-04-18T09:00");
  row.actual_time = true;
  const auto table = table_of({row});
  EXPECT_EQ(honest(table), (Honest{0, 1, 0, 1}));
  EXPECT_THAT(list(table, "memo:registered-late", "2017-Q2", now), ElementsAre("A"));
  EXPECT_THAT(list(table, "memo:actual-time", "2017-Q2", now), ElementsAre("A"));
}

TEST(Tricks, T8_a_dossier_of_two_agencies_is_counted_once) {
  auto row = running("A");
  row.holdings = {{"division", on("2017-04-12T09:10"), on("2017-04-14T09:00"), {}},
                  {"ubnd-tp", on("2017-04-14T09:00"), {}, on("2017-04-18T17:00")}};
  const auto f = figures(table_of({row}), "2017-Q2", now);
  EXPECT_EQ(f.official.total[0], 1);
  EXPECT_EQ(f.by_first.fell_due(), 1);
}

TEST(Tricks, T9_every_broken_promise_is_put_down_to_one_unit) {
  auto row = running("A");
  row.holdings = {
      {"division", on("2017-04-12T09:10"), on("2017-04-14T09:00"), on("2017-04-13T17:00")},
      {"ubnd-tp", on("2017-04-14T09:00"), {}, on("2017-04-18T17:00")}};
  const auto table = table_of({row, late("B")});
  EXPECT_THAT(list(table, "held:ubnd-tp:late", "2017-Q2", now), ElementsAre("A"));
  EXPECT_THAT(list(table, "held:division:late", "2017-Q2", now), ElementsAre("B"));
  std::int64_t late_in_all = 0;
  for (const auto& [unit, count] : figures(table, "2017-Q2", now).held) late_in_all += count.late;
  EXPECT_EQ(late_in_all, 2);
}

TEST(Tricks, T11_a_refusal_counts_at_its_end) {
  const auto in_time = ended(running("A"), "2017-04-20T09:00", Phase::Refused);
  const auto too_late = ended(running("B"), "2017-04-24T09:00", Phase::Refused);
  const auto stop = ended(running("C"), "2017-04-24T09:00", Phase::Stopped);
  const auto table = table_of({in_time, too_late, stop});
  EXPECT_EQ(honest(table), (Honest{1, 3, 1, 3}));
  EXPECT_THAT(list(table, "honest:first:ended-late", "2017-Q2", now), ElementsAre("B", "C"));
}

TEST(Tricks, T12_no_rounding_makes_the_rate_better) {
  EXPECT_EQ(cut_percent(1215, 1242), 9782);
  EXPECT_EQ(rounded_percent(1215, 1242), 9783);
  EXPECT_EQ(cut_percent(176, 180), 9777);
  EXPECT_EQ(cut_percent(99'999, 100'000), 9999);
  Rate rate;
  rate.numerator = 176;
  rate.denominator = 180;
  rate.rest = {{{"Đang giải quyết, còn trong hạn", "Running, within the promise"}, 4, ""}};
  EXPECT_EQ(note_on_published(rate)->vi,
            "176/180 là 97,77 % (làm tròn thông thường: 97,78 %); in thành 98 % là làm tròn lên, "
            "đẹp hơn thực tế. 4 hồ sơ còn lại: 4 đang giải quyết, còn trong hạn.");
}

TEST(Tricks, T12_the_denominator_is_printed_and_the_rest_adds_up) {
  const auto table = table_of({kept("A"), late("B"), running("C")});
  const auto f = figures(table, "2017-Q2", now);
  for (const auto& rate : {rate_by_first(f), rate_by_current(f), rate_as_published(f)}) {
    std::int64_t rest = 0;
    for (const auto& part : rate.rest) rest += part.count;
    EXPECT_EQ(rest, rate.denominator - rate.numerator) << rate.label.en;
    EXPECT_FALSE(rate.definition.vi.empty());
    EXPECT_FALSE(rate.rounding.en.empty());
  }
}

// Kept late only because an apology came in time: 1 of 2 by first promise, 2 of 2 by current.
view::FigureRow apologised_in_time(std::string code) {
  auto row = promised_anew(running(std::move(code)), "2017-04-13T09:00", "2017-05-25T16:30",
                           PromiseKind::Apology);
  return ended(std::move(row), "2017-05-22T10:00");
}

TEST(Tricks, T16_a_long_date_given_in_time_is_named_wherever_it_lifts_a_rate) {
  const auto table = table_of({kept("A"), apologised_in_time("B")});
  const auto f = figures(table, "2017-Q2", now);
  EXPECT_EQ(honest(table), (Honest{1, 2, 2, 2}));
  for (const auto& rate : {rate_by_current(f), rate_as_published(f)}) {
    ASSERT_EQ(rate.rescued.size(), 1U) << rate.label.en;
    EXPECT_EQ(rate.rescued[0].count, 1);
    EXPECT_THAT(list(table, rate.rescued[0].cell, "2017-Q2", now), ElementsAre("B"));
  }
  EXPECT_TRUE(rate_by_first(f).rescued.empty());
  EXPECT_THAT(remarks_on(f)[1].en, testing::HasSubstr("By current promise 2/2, of which 1 past the "
                                                      "first promise; by first promise 1/2"));
}

TEST(Tricks, T16_a_date_moved_by_a_lawful_stop_is_told_apart_from_an_apology) {
  auto row = stopped(running("B"), "2017-04-14T09:00", "2017-04-24T09:00");
  row = promised_anew(std::move(row), "2017-04-24T09:00", "2017-04-28T16:30",
                      PromiseKind::Supplement);
  const auto f = figures(table_of({ended(row, "2017-04-28T10:00")}), "2017-Q2", now);
  EXPECT_THAT(f.by_current.kept_by, ElementsAre(0, 1, 0));
}

TEST(Tricks, T16_promised_terms_stand_beside_the_legal_term_and_earlier_ones) {
  const auto before =
      ended(received("O", "2017-03-20T09:00", "2017-03-28T16:30"), "2017-03-28T10:00");
  const auto table = table_of({before, kept("A"), apologised_in_time("B")});
  const auto f = figures(table, "2017-Q2", now);
  ASSERT_EQ(f.terms.size(), 1U);
  const auto& count = f.terms.front();
  EXPECT_EQ(count.promised, 2);
  EXPECT_EQ(mean_days(count.first_days, count.promised), 600);
  EXPECT_EQ(mean_days(count.last_days, count.promised), 1750);
  EXPECT_EQ(mean_days(count.first_days_before, count.promised_before), 600);
  EXPECT_EQ(count.longest_delay, 23);
  EXPECT_THAT(list(table, "terms:official-travel:longer", "2017-Q2", now), ElementsAre("B"));
  EXPECT_THAT(list(table, "terms:all:promised", "2017-Q2", now), ElementsAre("A", "B"));
}

TEST(Tricks, T17_a_step_without_a_share_is_still_measured) {
  const auto f = figures(table_of({late("A")}), "2017-Q2", now);
  ASSERT_EQ(f.held.size(), 1U);
  EXPECT_EQ(f.held.front().second.held,
            office_calendar().working_time_between(on("2017-04-12T09:10"), on("2017-04-24T10:00")));
}

}  // namespace
}  // namespace motcua::report

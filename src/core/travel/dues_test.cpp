// What is owed after a trip: the report in ten days, the passport in five working days.

#include "travel/dues.hpp"

#include "travel/travel_test.hpp"

namespace motcua::travel::test {
namespace {

TEST(TravelDues, AReportIsDueTenDaysAfterTheLastDay) {
  TestBook book;
  const auto code = book.take(trip("2017-04-10", "2017-04-14", {deputy("Nguyễn Văn An")}), "D1");
  EXPECT_EQ(report_due(*book.entry(code), book.scene("2017-04-03")), on("2017-04-24"));
  const auto standing = [&](std::string_view today) {
    return write_standing(standing_of(*book.entry(code), book.scene(today)));
  };
  EXPECT_EQ(standing("2017-04-09"), "planned");
  EXPECT_EQ(standing("2017-04-10"), "away");
  EXPECT_EQ(standing("2017-04-14"), "away");
  EXPECT_EQ(standing("2017-04-15"), "report-due");
  EXPECT_EQ(standing("2017-04-24"), "report-due") << "the tenth day is still in time";
  EXPECT_EQ(standing("2017-04-25"), "report-late");
  EXPECT_EQ(report_late_by(*book.entry(code), book.scene("2017-04-27")), 3);
}

TEST(TravelDues, ALaterReturnMovesTheReportAndItsLatenessStays) {
  TestBook book;
  const auto code = book.take(trip("2017-04-10", "2017-04-14", {deputy("Nguyễn Văn An")}), "D1");
  EXPECT_EQ(book.act(code, "carry-out", {{"from", "2017-04-10"}, {"to", "2017-04-16"}},
                     "2017-04-17T09:00"),
            "");
  EXPECT_EQ(report_due(*book.entry(code), book.scene("2017-04-17")), on("2017-04-26"));
  EXPECT_EQ(book.act(code, "receive-report", {{"on", "2017-04-28"}, {"document", "12/BC"}},
                     "2017-04-28T09:00"),
            "");
  EXPECT_EQ(report_late_by(*book.entry(code), book.scene("2017-12-01")), 2);
  EXPECT_EQ(write_standing(standing_of(*book.entry(code), book.scene("2017-12-01"))), "reported");
}

TEST(TravelDues, GuestsOweNoReport) {
  TestBook book;
  const auto code = book.take_guests(trip("2017-04-10", "2017-04-14", {clerk("John Smith")}));
  EXPECT_EQ(write_standing(standing_of(*book.entry(code), book.scene("2017-05-30"))), "over");
  EXPECT_EQ(report_late_by(*book.entry(code), book.scene("2017-05-30")), 0);
  EXPECT_TRUE(reminders_due(book.scene("2017-05-30")).empty());
}

// 30 April was a Sunday: 1 and 2 May were days off, and so was the Monday before they began.
TEST(TravelDues, APassportIsDueFiveWorkingDaysAfterEntryOverDaysOff) {
  TestBook book;
  const auto delegation =
      book.take(trip("2017-04-24", "2017-04-27", {deputy("Nguyễn Văn An")}), "D1");
  const auto passport = book.keep_passport("D0012345", "Nguyễn Văn An", "2020-01-01");
  ASSERT_EQ(
      book.act(
          passport, "hand-over",
          {{"delegation", delegation}, {"name", "An"}, {"on", "2017-04-21"}, {"document", "1/BB"}},
          "2017-04-21T09:00", lan),
      "");
  const auto scene = book.scene("2017-04-28");
  const auto due = hand_back_due(*book.entry(passport)->passport.out, scene);
  ASSERT_TRUE(due);
  Date day = on("2017-04-27");
  for (int i = 0; i < 5; ++i) day = calendar::office().next_working_day(day);
  EXPECT_EQ(*due, day);
  EXPECT_GT(*due, on("2017-05-04")) << "days off do not count";
  EXPECT_EQ(passport_late_by(*book.entry(passport), book.scene(write_date(*due))), 0);
  const auto late = calendar::office().next_working_day(*due);
  EXPECT_EQ(passport_late_by(*book.entry(passport), book.scene(write_date(late))), 1);
  EXPECT_EQ(book.act(passport, "hand-back",
                     {{"entered", "2017-04-27"},
                      {"on", write_date(late)},
                      {"name", "An"},
                      {"document", "2/BB"}},
                     write_date(late) + "T09:00", lan),
            "");
  const auto& use = book.entry(passport)->passport.returns.at(0).second;
  EXPECT_EQ(hand_back_late_by(use, book.scene("2017-06-01")), 1);
  EXPECT_EQ(row_of(*book.entry(passport)).state, "kept");
}

TEST(TravelDues, BeyondTheCalendarNoWorkingDayIsPromised) {
  TestBook book;
  EXPECT_FALSE(working_days_after(on("2099-01-01"), 5, book.scene("2017-04-03")));
}

TEST(TravelDues, RemindsBeforeTheDayThenAfterItAndAgainEverySevenDays) {
  TestBook book;
  const auto code = book.take(trip("2017-04-10", "2017-04-14", {deputy("Nguyễn Văn An")}), "D1");
  EXPECT_TRUE(reminders_due(book.scene("2017-04-21")).empty());
  const auto before = reminders_due(book.scene("2017-04-22"));  // two days before 24 April
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before[0].code, code);
  EXPECT_FALSE(before[0].what.after);
  book.remind(before[0], "2017-04-22T08:00");
  EXPECT_TRUE(reminders_due(book.scene("2017-04-24")).empty()) << "told already";
  const auto after = reminders_due(book.scene("2017-04-25"));
  ASSERT_EQ(after.size(), 1U);
  EXPECT_TRUE(after[0].what.after);
  book.remind(after[0], "2017-04-25T08:00");
  EXPECT_TRUE(reminders_due(book.scene("2017-05-01")).empty());
  EXPECT_EQ(reminders_due(book.scene("2017-05-02")).size(), 1U);
  EXPECT_EQ(book.act(code, "receive-report", {{"on", "2017-05-02"}, {"document", "1/BC"}},
                     "2017-05-02T09:00"),
            "");
  EXPECT_TRUE(reminders_due(book.scene("2017-05-03")).empty());
}

TEST(TravelDues, ALostPassportIsToBeCancelledInOneWorkingDay) {
  TestBook book;
  const auto passport = book.keep_passport("D0012345", "Nguyễn Văn An", "2017-09-01");
  EXPECT_TRUE(is_expiring(*book.entry(passport), book.scene("2017-04-03"))) << "under six months";
  EXPECT_EQ(book.act(passport, "report-lost", {{"on", "2017-04-07"}, {"reason", "rơi"}},
                     "2017-04-07T09:00", lan),
            "");
  EXPECT_EQ(cancel_due(*book.entry(passport), book.scene("2017-04-07")), on("2017-04-10"))
      << "the seventh was a Friday";
  EXPECT_FALSE(is_expiring(*book.entry(passport), book.scene("2017-04-07"))) << "nobody holds it";
}

}  // namespace
}  // namespace motcua::travel::test

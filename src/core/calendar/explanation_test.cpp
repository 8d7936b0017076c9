#include "calendar/explanation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calendar/calendar_test.hpp"

namespace motcua::calendar {
namespace {

using testing::ElementsAre;

Reckoning counted(std::string_view term, std::string_view received, std::vector<Stop> stops = {}) {
  return {parse_term(term).value().value(),
          parse_moment(received).value(),
          {minutes{15 * 60}, MonthEnd::Refuse},
          std::move(stops)};
}

Stop supplement(ClockPolicy policy, std::string_view from, std::string_view to) {
  return {parse_moment(from).value(),
          parse_moment(to),
          policy,
          {"bổ sung bản dịch", "supplement of the translation"},
          "12/SNgV",
          {}};
}

// "2017-04-13 + counted: Ngày làm việc thứ 1 trên 6"
std::vector<std::string> lines(const Reckoning& reckoning, Language language) {
  std::vector<std::string> lines;
  const auto answer = reckon(office(), reckoning);
  for (const auto& day : answer.value().days) {
    lines.push_back(write_date(day.date) + (day.counted ? " + " : " - ") +
                    std::string(write_day_reason(day.reason)) + ": " + day.text.in(language));
  }
  return lines;
}

TEST(Explanation, NamesEveryDayOfTheSeedsDossier) {
  EXPECT_THAT(lines(counted("6 working-days", "2017-04-12T09:10"), Language::Vietnamese),
              ElementsAre("2017-04-12 - day-of-receipt: Ngày tiếp nhận, không tính",
                          "2017-04-13 + counted: Ngày làm việc thứ 1 trên 6",
                          "2017-04-14 + counted: Ngày làm việc thứ 2 trên 6",
                          "2017-04-15 - weekend: Thứ Bảy", "2017-04-16 - weekend: Chủ nhật",
                          "2017-04-17 + counted: Ngày làm việc thứ 3 trên 6",
                          "2017-04-18 + counted: Ngày làm việc thứ 4 trên 6",
                          "2017-04-19 + counted: Ngày làm việc thứ 5 trên 6",
                          "2017-04-20 + counted: Ngày làm việc thứ 6 trên 6"));
}

TEST(Explanation, NamesHolidaysWithTheirDecreesAndWorkedSaturdays) {
  EXPECT_THAT(
      lines(counted("6 working-days", "2024-04-26T09:10"), Language::English),
      ElementsAre(
          "2024-04-26 - day-of-receipt: Day of receipt, not counted",
          "2024-04-27 - weekend: Saturday", "2024-04-28 - weekend: Sunday",
          "2024-04-29 - swapped-day-off: Day off swapped for 2024-05-04 [CV2450-VPCP-KGVX]",
          "2024-04-30 - holiday: Reunification Day [facts-9.2]",
          "2024-05-01 - holiday: International Labour Day [facts-9.2]",
          "2024-05-02 + counted: Working day 1 of 6", "2024-05-03 + counted: Working day 2 of 6",
          "2024-05-04 + counted: Working day 3 of 6 (Worked in place of 2024-04-29 "
          "[CV2450-VPCP-KGVX])",
          "2024-05-05 - weekend: Sunday", "2024-05-06 + counted: Working day 4 of 6",
          "2024-05-07 + counted: Working day 5 of 6", "2024-05-08 + counted: Working day 6 of 6"));
  EXPECT_THAT(lines(counted("1 working-day", "2026-08-21T09:10"), Language::Vietnamese),
              ElementsAre("2026-08-21 - day-of-receipt: Ngày tiếp nhận, không tính",
                          "2026-08-22 + counted: Ngày làm việc thứ 1 trên 1 (Làm bù cho ngày "
                          "31/08/2026 (chưa kiểm chứng) [facts-9.2])"));
}

TEST(Explanation, SaysHowALateReceiptCounts) {
  EXPECT_THAT(
      lines(counted("1 working-day", "2017-04-14T15:20"), Language::Vietnamese),
      ElementsAre("2017-04-14 - after-cutoff: Nhận lúc 15:20, sau 15:00; tính là nhận lúc 08:00 "
                  "ngày 17/04/2017",
                  "2017-04-15 - weekend: Thứ Bảy", "2017-04-16 - weekend: Chủ nhật",
                  "2017-04-17 - day-of-receipt: Ngày tiếp nhận, không tính (tính từ 08:00 ngày "
                  "17/04/2017)",
                  "2017-04-18 + counted: Ngày làm việc thứ 1 trên 1"));
  EXPECT_THAT(
      lines(counted("1 working-day", "2017-04-15T20:00"), Language::English),
      ElementsAre("2017-04-15 - received-out-of-hours: Received at 20:00, out of hours (Saturday); "
                  "counts as received at 08:00 on 2017-04-17",
                  "2017-04-16 - weekend: Sunday",
                  "2017-04-17 - day-of-receipt: Day of receipt, not counted (counts from 08:00 on "
                  "2017-04-17)",
                  "2017-04-18 + counted: Working day 1 of 1"));
}

TEST(Explanation, AccountsForHalfDaysAndHours) {
  EXPECT_THAT(lines(counted("4 half-days", "2017-04-12T09:10"), Language::Vietnamese),
              ElementsAre("2017-04-12 + counted-in-part: Buổi thứ 1 trên 4 (chiều)",
                          "2017-04-13 + counted: Buổi thứ 2 và 3 trên 4",
                          "2017-04-14 + counted-in-part: Buổi thứ 4 trên 4 (sáng)"));
  EXPECT_THAT(lines(counted("8 working-hours", "2017-04-12T14:30"), Language::English),
              ElementsAre("2017-04-12 + counted-in-part: Counted 2 h 30 min; in all 2 h 30 min of "
                          "8 working hours",
                          "2017-04-13 + counted-in-part: Counted 5 h 30 min; in all 8 h 0 min of 8 "
                          "working hours"));
}

TEST(Explanation, ShowsAPauseWithItsReasonAndDocument) {
  const auto pause = supplement(ClockPolicy::Pause, "2017-04-14T10:00", "2017-04-17T09:00");
  EXPECT_THAT(
      lines(counted("2 working-days", "2017-04-12T09:10", {pause}), Language::Vietnamese),
      ElementsAre(
          "2017-04-12 - day-of-receipt: Ngày tiếp nhận, không tính",
          "2017-04-13 + counted: Ngày làm việc thứ 1 trên 2",
          "2017-04-14 - stopped: Dừng tính thời hạn: bổ sung bản dịch (văn bản số 12/SNgV)",
          "2017-04-15 - stopped: Dừng tính thời hạn: bổ sung bản dịch (văn bản số 12/SNgV)",
          "2017-04-16 - stopped: Dừng tính thời hạn: bổ sung bản dịch (văn bản số 12/SNgV)",
          "2017-04-17 - day-of-resume: Ngày hết dừng, không tính: bổ sung bản dịch (văn bản số "
          "12/SNgV)",
          "2017-04-18 + counted: Ngày làm việc thứ 2 trên 2"));
}

TEST(Explanation, VoidsWhatWasCountedBeforeARestart) {
  const auto restart = supplement(ClockPolicy::Restart, "2017-04-14T10:00", "2017-04-14T16:00");
  EXPECT_THAT(
      lines(counted("1 working-day", "2017-04-12T16:00", {restart}), Language::English),
      ElementsAre("2017-04-12 - after-cutoff: Received at 16:00, after 15:00; counts as received "
                  "at 08:00 on 2017-04-13",
                  "2017-04-13 - day-of-receipt: Day of receipt, not counted (counts from 08:00 on "
                  "2017-04-13)",
                  "2017-04-14 - after-cutoff: Resumed at 16:00, after 15:00; counts as received at "
                  "08:00 on 2017-04-17",
                  "2017-04-15 - weekend: Saturday", "2017-04-16 - weekend: Sunday",
                  "2017-04-17 - day-of-resume: Day the clock resumes, not counted (counts from "
                  "08:00 on 2017-04-17)",
                  "2017-04-18 + counted: Working day 1 of 1"));
  const auto later = supplement(ClockPolicy::Restart, "2017-04-14T10:00", "2017-04-17T09:00");
  EXPECT_EQ(
      lines(counted("2 working-days", "2017-04-12T09:00", {later}), Language::Vietnamese)[1],
      "2017-04-13 - counted-before-restart: Đã tính trước khi dừng; thời hạn được tính lại từ "
      "đầu");
}

TEST(Explanation, MovesTheEndFromADayOff) {
  EXPECT_THAT(lines(counted("3 calendar-days", "2017-04-12T09:10"), Language::English),
              ElementsAre("2017-04-12 - day-of-receipt: Day of receipt, not counted",
                          "2017-04-13 + counted: Day 1 of 3", "2017-04-14 + counted: Day 2 of 3",
                          "2017-04-15 + counted: Day 3 of 3", "2017-04-16 - weekend: Sunday",
                          "2017-04-17 - moved-from-day-off: The last day of the term is a day off: "
                          "it ends on this next working day"));
}

}  // namespace
}  // namespace motcua::calendar

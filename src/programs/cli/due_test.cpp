#include "cli/due.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <sstream>

#include "base/json.hpp"
#include "calendar/calendar_test.hpp"

namespace motcua::cli {
namespace {

using calendar::office;
using testing::HasSubstr;

struct Answer {
  int exit_code;
  std::string out;
  std::string err;
};

Answer ask(const DueRequest& request, const std::string& in = "") {
  std::istringstream input(in);
  std::ostringstream out;
  std::ostringstream err;
  const int exit_code = run_due(request, office(), input, out, err);
  return {exit_code, out.str(), err.str()};
}

DueRequest request_of(std::string term, std::string received, bool in_json = false) {
  DueRequest request;
  request.term = std::move(term);
  request.received = std::move(received);
  request.json = in_json;
  return request;
}

DueRequest batch() {
  DueRequest request;
  request.batch = true;
  request.language = Language::English;
  return request;
}

TEST(Due, AnswersInJson) {
  auto request = request_of("6 working-days", "2017-04-12T09:10", true);
  request.channel = "online";
  const auto answer = ask(request);
  EXPECT_EQ(answer.exit_code, 0);
  const auto document = read_json(answer.out).value();
  EXPECT_EQ(string_member(document, "promise"), "2017-04-20T16:30:00+07:00");
  EXPECT_EQ(string_member(document, "received_as"), "2017-04-12T09:10:00+07:00");
  EXPECT_EQ(string_member(document, "term"), "6 working-days");
  EXPECT_EQ(string_member(document, "channel"), "online");
  const auto& days = member(document, "days")->as_array();
  ASSERT_EQ(days.size(), 9u);
  EXPECT_EQ(string_member(days[0], "date"), "2017-04-12");
  EXPECT_EQ(string_member(days[0], "reason"), "day-of-receipt");
  EXPECT_FALSE(member(days[0], "counted")->as_bool());
  EXPECT_TRUE(member(days[1], "counted")->as_bool());
  EXPECT_EQ(string_member(*member(days[1], "text"), "vi"), "Ngày làm việc thứ 1 trên 6");
}

TEST(Due, AnswersInWordsOfTheLanguageAsked) {
  auto request = request_of("1 working-day", "2017-04-14T15:20");
  request.subject = {"Xuất cảnh để thực hiện công tác", "Official travel abroad"};
  const auto vietnamese = ask(request);
  EXPECT_EQ(vietnamese.exit_code, 0);
  EXPECT_THAT(vietnamese.out, HasSubstr("Xuất cảnh để thực hiện công tác\n"));
  EXPECT_THAT(vietnamese.out, HasSubstr("Hẹn trả:   16:30 18/04/2017, Thứ Ba\n"));
  EXPECT_THAT(vietnamese.out, HasSubstr("  -  15/04/2017  Thứ Bảy    Thứ Bảy\n"));
  request.language = Language::English;
  const auto english = ask(request);
  EXPECT_THAT(english.out, HasSubstr("Counts as: 08:00 2017-04-17\n"));
  EXPECT_THAT(english.out, HasSubstr("  +  2017-04-18  Tuesday    Working day 1 of 1\n"));
}

TEST(Due, PromisesNothingWhereThereIsNoTerm) {
  const auto in_json = ask(request_of("none", "2017-04-12T09:10", true));
  EXPECT_EQ(in_json.exit_code, 0);
  const auto document = read_json(in_json.out).value();
  EXPECT_TRUE(member(document, "promise")->is_null());
  EXPECT_TRUE(member(document, "days")->as_array().empty());
  EXPECT_THAT(ask(request_of("none", "2017-04-12T09:10")).out, HasSubstr("Không hẹn ngày trả."));
}

TEST(Due, SaysWhatIsWrongAndLeavesTheOutputEmpty) {
  for (const auto& [term, received, code] :
       {std::array{"6 days", "2017-04-12T09:10", "term-unreadable"},
        std::array{"6 working-days", "2017-02-29T09:10", "received-unreadable"},
        std::array{"6 working-days", "2030-01-02T09:10", "calendar-has-no-data"},
        std::array{"1 month", "2018-01-31T09:10", "month-has-no-such-day"}}) {
    const auto answer = ask(request_of(term, received, true));
    EXPECT_EQ(answer.exit_code, 2);
    EXPECT_EQ(answer.out, "");
    EXPECT_EQ(string_member(read_json(answer.err).value(), "code"), code);
  }
  EXPECT_THAT(ask(request_of("6 days", "2017-04-12T09:10")).err,
              HasSubstr("motcua: Không đọc được thời hạn “6 days”"));
}

TEST(Due, AnswersEveryLineOfABatch) {
  const auto answer = ask(batch(),
                          "2017-04-12T09:10;6 working-days\n"
                          "2017-04-12T09:10;6 working-days\r\n"
                          "nonsense\n"
                          "\n"
                          "2017-02-30T09:10;6 working-days\n"
                          "2017-04-12T09:10;6 wrong\n"
                          "2017-04-12T09:10;none\n"
                          "2017-04-12T14:00:00+07:00;2 working-hours");
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_EQ(answer.out,
            "2017-04-20T16:30:00+07:00\n"
            "2017-04-20T16:30:00+07:00\n"
            "error;line-malformed;Line 3: A line reads: received;term.\n"
            "error;line-malformed;Line 4: A line reads: received;term.\n"
            "error;received-unreadable;Line 5: Cannot read the moment of receipt "
            "“2017-02-30T09:10”. Example: 2017-04-12T09:10.\n"
            "error;term-unreadable;Line 6: Cannot read the term “6 wrong”. Examples: 6 "
            "working-days, 2 working-hours.\n"
            "none\n"
            "2017-04-12T16:00:00+07:00\n");
}

TEST(Due, AnswersABatchInJsonWithLineNumbers) {
  auto request = batch();
  request.json = true;
  const auto answer = ask(request, "2017-04-12T09:10;6 working-days\n2017-04-12T09:10;none\nx\n");
  std::istringstream lines(answer.out);
  std::vector<json::value> read;
  for (std::string line; std::getline(lines, line);) read.push_back(read_json(line).value());
  ASSERT_EQ(read.size(), 3u);
  EXPECT_EQ(string_member(read[0], "promise"), "2017-04-20T16:30:00+07:00");
  EXPECT_TRUE(member(read[1], "promise")->is_null());
  EXPECT_EQ(member(read[2], "line")->as_int64(), 3);
  EXPECT_EQ(string_member(read[2], "code"), "line-malformed");
}

// facts 9.5: the twenty vectors, through the command's own reading and writing.
TEST(Due, AnswersTheVectorsOfTheFacts) {
  const std::array<std::array<const char*, 3>, 20> vectors{{
      {"2016-02-04", "6", "2016-02-19"},  {"2016-04-14", "3", "2016-04-20"},
      {"2016-04-28", "6", "2016-05-10"},  {"2017-01-25", "6", "2017-02-09"},
      {"2017-04-05", "3", "2017-04-11"},  {"2017-04-12", "6", "2017-04-20"},
      {"2017-04-12", "11", "2017-04-27"}, {"2017-04-12", "22", "2017-05-16"},
      {"2018-12-27", "3", "2019-01-03"},  {"2019-04-25", "6", "2019-05-07"},
      {"2020-01-22", "7", "2020-02-07"},  {"2021-08-31", "3", "2021-09-07"},
      {"2022-04-08", "1", "2022-04-12"},  {"2023-04-27", "3", "2023-05-05"},
      {"2024-04-25", "6", "2024-05-07"},  {"2025-04-24", "6", "2025-05-06"},
      {"2025-12-30", "3", "2026-01-06"},  {"2026-01-08", "3", "2026-01-12"},
      {"2026-02-13", "7", "2026-03-03"},  {"2026-04-24", "3", "2026-05-04"},
  }};
  for (const auto& [received, days, due] : vectors) {
    const auto answer = ask(
        request_of(std::string(days) + " working-days", std::string(received) + "T09:10", true));
    EXPECT_EQ(string_member(read_json(answer.out).value(), "promise"),
              std::string(due) + "T16:30:00+07:00")
        << received << " " << days;
  }
}

// A year nobody has decreed is never guessed, however few of its days the term would touch.
TEST(Due, RefusesToCountOverDaysThatAreNotDecreed) {
  EXPECT_EQ(ask(request_of("2 working-days", "2026-12-29T09:10")).exit_code, 0);
  const auto answer = ask(request_of("3 working-days", "2026-12-29T09:10", true));
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_EQ(answer.out, "");
  const auto document = read_json(answer.err).value();
  EXPECT_EQ(string_member(document, "code"), "calendar-has-no-data");
  EXPECT_THAT(string_member(*member(document, "message"), "en"),
              HasSubstr("2027-01-01 is not decreed yet"));
}

TEST(Due, AnswersABatchAsItAnswersOne) {
  std::string lines;
  std::string expected;
  for (int day = 0; day < 3000; ++day) {
    const auto received =
        write_moment(parse_moment("2016-01-04T08:00").value() + std::chrono::minutes{day * 1447});
    const auto term = std::to_string(day % 30 + 1) + " working-days";
    lines += received + ";" + term + "\n";
    const auto answer = read_json(ask(request_of(term, received, true)).out).value();
    expected += std::string(string_member(answer, "promise")) + "\n";
  }
  EXPECT_EQ(ask(batch(), lines).out, expected);
}

}  // namespace
}  // namespace motcua::cli

#include "runtime/late_day_off.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>

#include "appointment/slots.hpp"

namespace motcua::runtime {
namespace {

namespace fs = std::filesystem;

const std::string office_of_hanoi = "so-ngoai-vu-ha-noi";

// An empty office in a folder that is gone after the test.
class LateDayOff : public testing::Test {
 protected:
  void SetUp() override {
    auto pattern = (fs::temp_directory_path() / "motcua-late-day-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    data_ = pattern;
    ASSERT_TRUE(create_office(assets_, data_, office_of_hanoi).ok());
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(data_, ignored);
  }

  std::unique_ptr<Runtime> open() {
    auto runtime = Runtime::open(assets_, {data_, false});
    EXPECT_TRUE(runtime.ok()) << (runtime ? "" : runtime.error().what);
    return std::move(*runtime);
  }

  // Received on Wednesday 12/04/2017, promised for Thursday 20/04.
  static std::string receive(Runtime& office) {
    commands::RegisterApplication command;
    auto& intake = command.registration.intake;
    intake.procedure = "official-travel";
    intake.case_id = "standard";
    intake.applicant = {"organisation", "Sở Du lịch", "", "", "", ""};
    intake.papers = {{"sending-letter", 1, 0}, {"invitation", 1, 0}};
    commands::Request request;
    request.officer = {{"lan", "Nguyễn Thị Lan", "reception"}, {"reception"}};
    request.command = std::move(command);
    request.as_if_at = parse_moment("2017-04-12T09:10");
    const auto outcome = office.registrar().perform(std::move(request));
    const auto* done = std::get_if<commands::Done>(&outcome);
    if (done == nullptr) return "";
    EXPECT_EQ(done->dossier->current_promise()->due, parse_moment("2017-04-20T16:30"));
    return done->dossier->code;
  }

  const files::Assets assets_ = files::Assets::embedded();
  fs::path data_;
};

calendar::DayOffDecree day_off(Date date) {
  return {date, "01/QĐ-TTg", {"Quốc tang", "National mourning"}, {}};
}

TEST_F(LateDayOff, MovesOpenPromisesAndIsKept) {
  auto office = open();
  const auto code = receive(*office);
  ASSERT_FALSE(code.empty());
  const auto day = day_off(make_date(2017, 4, 18));
  ASSERT_TRUE(check_late_day_off(day, *office->world().calendar()).ok());
  const auto effects = take_day_off(*office, day);
  ASSERT_TRUE(effects.ok());
  EXPECT_TRUE(effects->was_worked);
  ASSERT_EQ(effects->moved.size(), 1U);
  EXPECT_EQ(effects->moved[0].code, code);
  EXPECT_EQ(effects->moved[0].before, parse_moment("2017-04-20T16:30"));
  EXPECT_EQ(effects->moved[0].after, parse_moment("2017-04-21T16:30"));
  office.reset();
  office = open();
  EXPECT_FALSE(office->world().calendar()->is_working_day(day.date));
  const auto again = take_day_off(*office, day);
  ASSERT_TRUE(again.ok());
  EXPECT_FALSE(again->was_worked);
  EXPECT_TRUE(again->moved.empty());
}

// Tuesday 18/04 off for Saturday 22/04: the promise passes over one and ends before the other.
TEST_F(LateDayOff, SwapsItForAWorkedSaturday) {
  auto office = open();
  ASSERT_FALSE(receive(*office).empty());
  const auto saturday = make_date(2017, 4, 22);
  const calendar::DayOffDecree swap{make_date(2017, 4, 18), "02/TB-VPCP",
                                    calendar::name_of_swap(saturday), saturday};
  ASSERT_TRUE(check_late_day_off(swap, *office->world().calendar()).ok());
  const auto effects = take_day_off(*office, swap);
  ASSERT_TRUE(effects.ok());
  ASSERT_EQ(effects->moved.size(), 1U);
  EXPECT_EQ(effects->moved[0].after, parse_moment("2017-04-21T16:30"));
  office.reset();
  office = open();
  const auto calendar = office->world().calendar();
  EXPECT_EQ(calendar->describe(swap.date).kind, calendar::DayKind::SwappedDayOff);
  EXPECT_EQ(calendar->describe(swap.date).name, swap.name);
  EXPECT_EQ(calendar->describe(saturday).kind, calendar::DayKind::SwappedWorkingDay);
  EXPECT_EQ(calendar->describe(saturday).decree, "02/TB-VPCP");
  ASSERT_TRUE(check_late_day_off(swap, *calendar).ok());  // once more, had it been broken off
  const auto again = take_day_off(*office, swap);
  ASSERT_TRUE(again.ok());
  EXPECT_FALSE(again->was_worked);
  EXPECT_TRUE(again->moved.empty());
}

TEST_F(LateDayOff, TellsWhichBookedTimesHaveToMove) {
  auto office = open();
  const auto calendar = office->world().calendar();
  auto day = date_of(office->clock().now()) + std::chrono::days{2};
  while (!calendar->is_working_day(day)) day += std::chrono::days{1};
  const auto next = calendar->next_working_day(day);
  const auto settings = appointment::read_settings(*read_text(data_ / "office.toml"));
  for (const Date of : {day, next}) {
    const auto slot = appointment::slots_on(of, *settings, *calendar).front();
    ports::NewBooking booking;
    booking.appointment.code = "LH-" + write_date(of);
    booking.appointment.at = slot.from;
    booking.appointment.until = slot.until;
    booking.appointment.contact.name = "Lê Thị Mai";
    booking.request = write_date(of);
    ASSERT_EQ(office->store().book(booking, {}).value(), ports::Booking::Kept);
  }
  const auto effects = take_day_off(*office, day_off(day));
  ASSERT_TRUE(effects.ok());
  ASSERT_EQ(effects->to_move.size(), 1U);
  EXPECT_EQ(effects->to_move[0].code, "LH-" + write_date(day));
}

TEST_F(LateDayOff, IsNotSwappedForADayThatIsWorkedAnyhow) {
  const auto office = open();
  const auto& calendar = *office->world().calendar();
  auto swap = day_off(make_date(2017, 4, 18));
  swap.worked = make_date(2017, 4, 20);
  EXPECT_EQ(check_late_day_off(swap, calendar).error().code(), "not_a_weekly_day_off");
}

TEST_F(LateDayOff, IsRefusedInAYearThatIsNotDecreed) {
  const auto office = open();
  const auto& calendar = *office->world().calendar();
  const auto beyond =
      check_late_day_off(day_off(make_date(calendar.last_year() + 1, 2, 1)), calendar);
  ASSERT_FALSE(beyond.ok());
  EXPECT_EQ(beyond.error().code(), "calendar_has_no_data");
  auto quoted = day_off(make_date(2017, 4, 18));
  quoted.number = "a \"quoted\" number";
  EXPECT_EQ(check_late_day_off(quoted, calendar).error().code(), "text_not_plain");
  EXPECT_FALSE(fs::exists(data_ / late_days_file));
}

TEST_F(LateDayOff, OfAYearTheCalendarLacksIsNotReadSilently) {
  std::ofstream(data_ / late_days_file) << "[[day]]\ndate = 2199-02-01\nkind = \"holiday\"\n"
                                           "name = { vi = \"x\", en = \"x\" }\ndecree = \"x\"\n";
  const auto office = Runtime::open(assets_, {data_, false});
  ASSERT_FALSE(office.ok());
  EXPECT_EQ(office.error().kind, FailureKind::Malformed);
  EXPECT_NE(office.error().what.find("no year for 2199-02-01"), std::string::npos);
}

TEST_F(LateDayOff, ComesAfterTheOfficesOwnCalendarOfANewYear) {
  const std::string file = "calendars/vietnam-public-sector.toml";
  std::string text(*assets_.find(file));
  const auto year = text.find("last_year = 2026");
  ASSERT_NE(year, std::string::npos);
  text.replace(year, 16, "last_year = 2027");
  fs::create_directories(data_ / "calendars");
  std::ofstream(data_ / file) << text;
  const auto office = open();
  EXPECT_TRUE(check_late_day_off(day_off(make_date(2027, 2, 1)), *office->world().calendar()).ok());
}

}  // namespace
}  // namespace motcua::runtime

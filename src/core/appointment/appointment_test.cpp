#include "appointment/appointment.hpp"

#include <gtest/gtest.h>

#include "appointment/appointment_test.hpp"
#include "appointment/calendar_entry.hpp"
#include "base/text.hpp"

namespace motcua::appointment {
namespace {

using calendar::moment;

class Rules : public testing::Test {
 protected:
  std::string refusal(std::string_view at) const {
    const auto checked = check_time(moment(at), counter());
    return checked ? "" : std::string(checked.error().code());
  }
  Counter counter() const { return {settings_, calendar::office(), test::opening()}; }

  Settings settings_ = test::half_hours();
};

TEST_F(Rules, GiveTheEndOfATimeThatCanBeBooked) {
  const auto until = check_time(moment("2017-04-13T08:30"), counter());
  ASSERT_TRUE(until.ok());
  EXPECT_EQ(*until, moment("2017-04-13T09:00"));
}

TEST_F(Rules, SayWhyATimeCannotBeBooked) {
  EXPECT_EQ(refusal("2017-04-12T08:30"), "slot_past");
  EXPECT_EQ(refusal("2017-04-12T09:00"), "slot_past");
  EXPECT_EQ(refusal("2017-04-12T09:30"), "slot_too_soon");
  EXPECT_EQ(refusal("2017-04-12T10:00"), "");
  EXPECT_EQ(refusal("2017-04-15T09:00"), "slot_day_off");
  EXPECT_EQ(refusal("2017-05-01T09:00"), "slot_day_off");
  EXPECT_EQ(refusal("2017-05-04T09:00"), "slot_too_far");
  EXPECT_EQ(refusal("2017-04-13T08:10"), "slot_unknown");
  EXPECT_EQ(refusal("2017-04-13T11:30"), "slot_unknown");
  settings_.offered = false;
  EXPECT_EQ(refusal("2017-04-13T08:30"), "appointments_not_offered");
}

TEST_F(Rules, LetAnOfficerGiveATimeThatBeginsSoon) {
  EXPECT_TRUE(check_time_by_officer(moment("2017-04-12T09:30"), counter()).ok());
  EXPECT_FALSE(check_time_by_officer(moment("2017-04-12T09:00"), counter()).ok());
  EXPECT_FALSE(check_time_by_officer(moment("2017-04-15T09:00"), counter()).ok());
}

TEST_F(Rules, LetAPersonChangeWhatIsAhead) {
  auto appointment = test::booked("2017-04-13T08:30");
  EXPECT_TRUE(check_changeable(appointment, test::opening()).ok());
  EXPECT_FALSE(check_changeable(appointment, appointment.at).ok());
  for (const auto state :
       {State::Arrived, State::Missed, State::CancelledByPerson, State::CancelledByOffice}) {
    appointment.state = state;
    EXPECT_FALSE(check_changeable(appointment, test::opening()).ok()) << write_state(state);
  }
}

TEST_F(Rules, LetAnOfficerMarkWhoCameAndTakeItBack) {
  auto appointment = test::booked("2017-04-12T10:00");
  EXPECT_TRUE(check_mark(appointment, {State::Arrived, ""}, test::opening()).ok());
  EXPECT_EQ(check_mark(appointment, {State::Missed, ""}, test::opening()).error().code(),
            "mark_too_early");
  EXPECT_TRUE(check_mark(appointment, {State::Missed, ""}, appointment.at).ok());
  appointment.state = State::Arrived;
  EXPECT_TRUE(check_mark(appointment, {State::Booked, ""}, test::opening()).ok());
  EXPECT_FALSE(check_mark(appointment, {State::Arrived, ""}, test::opening()).ok());
  EXPECT_FALSE(check_mark(appointment, {State::CancelledByOffice, "x"}, test::opening()).ok());
  const auto tomorrow = test::booked("2017-04-13T10:00");
  EXPECT_EQ(check_mark(tomorrow, {State::Arrived, ""}, test::opening()).error().code(),
            "mark_too_early");
}

TEST_F(Rules, AskAnOfficerWhoCancelsForAReason) {
  auto appointment = test::booked("2017-04-13T08:30");
  EXPECT_EQ(
      check_mark(appointment, {State::CancelledByOffice, " "}, test::opening()).error().code(),
      "cancel_reason_missing");
  EXPECT_TRUE(
      check_mark(appointment, {State::CancelledByOffice, "Mất điện"}, test::opening()).ok());
  appointment.state = State::CancelledByPerson;
  EXPECT_FALSE(check_mark(appointment, {State::Booked, ""}, test::opening()).ok());
}

TEST_F(Rules, FindWhatHasToMoveWhenADayOffComesLate) {
  const auto appointment = test::booked("2017-04-13T08:30");
  EXPECT_FALSE(has_to_move(appointment, counter()));
  const auto changed = calendar::office().with(
      {{calendar::date("2017-04-13"), {calendar::DayKind::Holiday, {"Nghỉ", "Off"}, "x"}, {}}});
  EXPECT_TRUE(has_to_move(appointment, {settings_, changed, test::opening()}));
  EXPECT_FALSE(has_to_move(appointment, {settings_, changed, moment("2017-04-13T08:30")}));
  auto cancelled = appointment;
  cancelled.state = State::CancelledByOffice;
  EXPECT_FALSE(has_to_move(cancelled, {settings_, changed, test::opening()}));
}

TEST(ContactKeys, SeeOnePersonInTwoWaysOfWriting) {
  EXPECT_EQ(email_key(" An@Example.ORG "), email_key("an@example.org"));
  EXPECT_EQ(phone_key("+84 912 345 678"), phone_key("0912-345-678"));
  EXPECT_NE(phone_key("0912345678"), phone_key("0912345679"));
  EXPECT_EQ(phone_key(""), "");
}

TEST(Names, OfStatesAndPurposesReadBack) {
  for (const auto state : {State::Booked, State::Arrived, State::Missed, State::CancelledByPerson,
                           State::CancelledByOffice}) {
    EXPECT_EQ(parse_state(write_state(state)), state);
  }
  for (const auto purpose :
       {Purpose::Apply, Purpose::BringPapers, Purpose::CollectResult, Purpose::Advice}) {
    EXPECT_EQ(parse_purpose(write_purpose(purpose)), purpose);
    EXPECT_FALSE(name_of(purpose).en.empty());
  }
  EXPECT_FALSE(parse_state("gone"));
}

TEST(CalendarEntry, IsWhatTheStandardAsksFor) {
  const auto appointment = test::booked("2017-04-13T08:30");
  const auto text = calendar_entry(
      appointment,
      {"Hẹn; nộp hồ sơ, giấy tờ", "Số 10 phố Lê Lai, quận Hoàn Kiếm, Hà Nội",
       "Mã LH-7K2M9QXT\nMang bản chính \\ bản sao. Đến sớm năm phút để lấy số thứ tự.",
       "https://motcua.test/dat-lich/?ma=LH-7K2M9QXT"},
      test::opening());
  EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  EXPECT_TRUE(text.ends_with("STATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
  EXPECT_NE(text.find("\r\nDTSTART:20170413T013000Z\r\nDTEND:20170413T020000Z\r\n"),
            std::string::npos);
  EXPECT_NE(text.find("\r\nDTSTAMP:20170412T020000Z\r\n"), std::string::npos);
  EXPECT_NE(text.find("SUMMARY:Hẹn\\; nộp hồ sơ\\, giấy tờ\r\n"), std::string::npos);
  EXPECT_NE(text.find("\\n"), std::string::npos);
  EXPECT_NE(text.find("\\\\"), std::string::npos);
  EXPECT_NE(text.find("UID:LH-7K2M9QXT@motcua"), std::string::npos);
}

TEST(CalendarEntry, FoldsLongLinesBetweenLetters) {
  std::string long_text;
  for (int i = 0; i < 60; ++i) long_text += "Đường";
  const auto text =
      calendar_entry(test::booked("2017-04-13T08:30"), {long_text, "x", "y", "z"}, test::opening());
  std::string unfolded;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = text.find("\r\n", from);
    ASSERT_NE(end, std::string::npos);
    const auto line = text.substr(from, end - from);
    EXPECT_LE(line.size(), 75u);
    EXPECT_TRUE(is_valid_utf8(line)) << line;
    unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
    from = end + 2;
  }
  EXPECT_NE(unfolded.find("SUMMARY:" + long_text + "\n"), std::string::npos);
}

TEST(CalendarEntry, TakesBackWhatIsCancelled) {
  auto appointment = test::booked("2017-04-13T08:30");
  appointment.state = State::CancelledByOffice;
  appointment.revision = 2;
  const auto text = calendar_entry(appointment, {"a", "b", "c", "d"}, test::opening());
  EXPECT_NE(text.find("METHOD:CANCEL"), std::string::npos);
  EXPECT_NE(text.find("SEQUENCE:2"), std::string::npos);
  EXPECT_NE(text.find("STATUS:CANCELLED"), std::string::npos);
}

}  // namespace
}  // namespace motcua::appointment

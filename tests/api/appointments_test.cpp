// Times at the counter: booking, the last place, moving and cancelling, reminders, what is kept.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "duties/appointment_duty.hpp"
#include "test_citizen.hpp"

namespace motcua::api::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Wanted {
  std::string at = "2017-04-13T09:00";
  std::string email = "an@example.org";
  std::string phone{};
  std::string key = "key-of-" + at + email;
  std::string peer = "192.0.2.1";
  std::string more{};  // further members: ,"dossier":"…"
};

Answer book(TestOffice& office, const Wanted& wanted) {
  return office.ask({"POST",
                     "/api/appointments",
                     R"({"purpose":"apply","procedure":"abtc","name":"Nguyễn Văn An","at":")" +
                         wanted.at + R"(","email":")" + wanted.email + R"(","phone":")" +
                         wanted.phone + "\"" + wanted.more + "}",
                     {{"idempotency-key", wanted.key}},
                     wanted.peer});
}

std::string holder_body(const Answer& booked, const std::string& more = "") {
  return R"({"code":")" + booked.text("code") + R"(","secret":")" + booked.text("secret") + "\"" +
         more + "}";
}

class Appointments : public testing::Test {
 protected:
  Answer open(const std::string& body) { return office_.ask({"POST", "/api/appointment", body}); }
  Answer move(const Answer& booked, const std::string& at) {
    return office_.ask(
        {"POST", "/api/appointment/move", holder_body(booked, R"(,"at":")" + at + "\"")});
  }
  Answer cancel(const Answer& booked) {
    return office_.ask({"POST", "/api/appointment/cancellation", holder_body(booked)});
  }
  int free_at(const std::string& at) {
    const auto answer = office_.ask({"GET", "/api/appointment-days/" + at.substr(0, 10)});
    const auto read = answer.read();
    for (const auto& slot : read.at("slots").as_array()) {
      if (string_member(slot, "at").starts_with(at)) return int(slot.at("free").as_int64());
    }
    return -1;
  }
  Answer mark(Officer& officer, const Answer& booked, const std::string& body) {
    return officer.ask({"POST", "/api/appointments/" + booked.text("code") + "/mark", body});
  }
  void announce_day_off(const std::string& date) {
    auto& world = office_.runtime().world();
    world.replace_calendar(world.calendar()->with(
        {{*parse_date(date), {calendar::DayKind::Holiday, {"Quốc tang", "Mourning"}, "x"}, {}}}));
  }

  TestOffice office_;
};

TEST_F(Appointments, AreBookedOpenedMovedAndCancelledByTheirTwoCodes) {
  EXPECT_EQ(free_at("2017-04-13T09:00"), 2);
  const auto booked = book(office_, {});
  ASSERT_EQ(booked.status, 201) << booked.body;
  EXPECT_THAT(booked.text("code"), ::testing::MatchesRegex("LH-[0-9A-Z]{8}"));
  EXPECT_EQ(free_at("2017-04-13T09:00"), 1);
  const auto opened = open(holder_body(booked));
  EXPECT_EQ(opened.status, 200);
  EXPECT_THAT(opened.body, Not(HasSubstr("secret")));
  const auto moved = move(booked, "2017-04-14T10:00");
  ASSERT_EQ(moved.status, 200) << moved.body;
  EXPECT_EQ(moved.text("at"), "2017-04-14T10:00:00+07:00");
  EXPECT_EQ(moved.text("until"), "2017-04-14T10:30:00+07:00");
  EXPECT_EQ(free_at("2017-04-13T09:00"), 2);
  EXPECT_EQ(free_at("2017-04-14T10:00"), 1);
  EXPECT_EQ(cancel(booked).text("state"), "cancelled-by-person");
  EXPECT_EQ(free_at("2017-04-14T10:00"), 2);
  EXPECT_EQ(cancel(booked).text("code"), "appointment-closed");
  EXPECT_EQ(move(booked, "2017-04-13T09:00").status, 409);
}

TEST_F(Appointments, GiveTheLastPlaceToOneOfTwoWhoAskAtOnce) {
  office_.appointments().places = 1;
  for (int round = 0; round < 8; ++round) {
    const std::string at = "2017-04-1" + std::to_string(3 + round % 2) + "T" +
                           (round < 2   ? "08:00"
                            : round < 4 ? "08:30"
                            : round < 6 ? "09:00"
                                        : "09:30");
    std::array<int, 4> status{};
    std::vector<std::thread> askers;
    for (std::size_t i = 0; i < status.size(); ++i) {
      askers.emplace_back([&, i] {
        const std::string name = "p" + std::to_string(round) + std::to_string(i);
        status[i] = book(office_, {at, name + "@example.org", "", name + "-12345678"}).status;
      });
    }
    for (auto& asker : askers) asker.join();
    EXPECT_EQ(std::ranges::count(status, 201), 1) << at;
    EXPECT_EQ(std::ranges::count(status, 409), 3) << at;
    EXPECT_EQ(free_at(at), 0);
  }
}

TEST_F(Appointments, GiveTheLastPlaceToOneOfTwoWhoMoveThere) {
  office_.appointments().places = 1;
  const auto one = book(office_, {"2017-04-13T08:00", "a@example.org"});
  const auto other = book(office_, {"2017-04-13T08:30", "b@example.org"});
  std::array<int, 2> status{};
  std::thread first([&] { status[0] = move(one, "2017-04-13T10:00").status; });
  std::thread second([&] { status[1] = move(other, "2017-04-13T10:00").status; });
  first.join();
  second.join();
  EXPECT_EQ(status[0] + status[1], 200 + 409);
  EXPECT_EQ(free_at("2017-04-13T08:00") + free_at("2017-04-13T08:30"), 1);
}

TEST_F(Appointments, AreRefusedWithTheReason) {
  EXPECT_EQ(book(office_, {"2017-04-15T09:00"}).text("code"), "slot-day-off");
  EXPECT_EQ(book(office_, {"2017-04-13T09:10"}).text("code"), "slot-unknown");
  EXPECT_EQ(book(office_, {"2017-04-12T08:00"}).text("code"), "slot-past");
  EXPECT_EQ(book(office_, {"2017-06-12T08:00"}).text("code"), "slot-too-far");
  ASSERT_EQ(book(office_, {}).status, 201);
  EXPECT_EQ(book(office_, {"2017-04-13T09:00", "AN@example.org", "", "another-key"}).text("code"),
            "already-booked-then");
  ASSERT_EQ(book(office_, {"2017-04-13T10:00"}).status, 201);
  EXPECT_EQ(book(office_, {"2017-04-14T10:00"}).text("code"), "too-many-appointments");
  ASSERT_EQ(book(office_, {"2017-04-13T09:00", "b@example.org"}).status, 201);
  EXPECT_EQ(book(office_, {"2017-04-13T09:00", "c@example.org"}).text("code"), "slot-full");
  office_.appointments().offered = false;
  EXPECT_EQ(book(office_, {"2017-04-14T09:00", "d@example.org"}).text("code"),
            "appointments-not-offered");
}

TEST_F(Appointments, NeedAWayToReachThePerson) {
  EXPECT_EQ(book(office_, {"2017-04-13T09:00", "", ""}).status, 422);
  EXPECT_EQ(book(office_, {"2017-04-13T09:00", "nobody", ""}).status, 422);
  EXPECT_EQ(book(office_, {"2017-04-13T09:00", "", "12"}).status, 422);
  EXPECT_EQ(book(office_, {"2017-04-13T09:00", "", "0912 345 678"}).status, 201);
  EXPECT_EQ(book(office_, {"2017-04-13T09:00", "", "+84912345678", "another-key"}).text("code"),
            "already-booked-then");
}

TEST_F(Appointments, SentTwiceAreOne) {
  const auto first = book(office_, {});
  const auto second = book(office_, {});
  EXPECT_EQ(second.status, 201);
  EXPECT_EQ(first.text("code"), second.text("code"));
  EXPECT_EQ(first.text("secret"), second.text("secret"));
  EXPECT_EQ(free_at("2017-04-13T09:00"), 1);
}

TEST_F(Appointments, OfOneNetworkDoNotTakeEveryPlace) {
  office_.appointments().places = 100;
  int refused_after = 0;
  for (int i = 0; i < 30 && refused_after == 0; ++i) {
    const auto answer = book(office_, {"2017-04-13T09:00", std::to_string(i) + "@example.org"});
    if (answer.status == 429) refused_after = i;
  }
  EXPECT_EQ(refused_after, 20);
  EXPECT_EQ(
      book(office_, {"2017-04-13T09:00", "x@example.org", "", "key-of-another", "198.51.100.7"})
          .status,
      201);
}

TEST_F(Appointments, AreNotOpenedByGuessing) {
  const auto booked = book(office_, {});
  const std::string code = booked.text("code");
  EXPECT_EQ(open(R"({"code":")" + code + "\"}").text("code"), "appointment-not-found");
  for (int i = 1; i < 20; ++i) {
    EXPECT_EQ(open(R"({"code":")" + code + R"(","secret":"AAAAAAAAAA"})").status, 404);
  }
  EXPECT_EQ(open(holder_body(booked)).status, 429);
}

TEST_F(Appointments, AreNotOpenedByTheCodesOfADossier) {
  Officer lan(office_, "lan");
  const auto dossier = lan.receive("receive-one");
  EXPECT_EQ(open(holder_body(dossier)).status, 404);
}

TEST_F(Appointments, ShowOthersOnlyCounts) {
  ASSERT_EQ(book(office_, {}).status, 201);
  for (const char* target : {"/api/appointment-days", "/api/appointment-days/2017-04-13"}) {
    const auto seen = office_.ask({"GET", target});
    EXPECT_EQ(seen.status, 200);
    EXPECT_THAT(seen.body, Not(HasSubstr("LH-")));
    EXPECT_THAT(seen.body, Not(HasSubstr("An")));
    EXPECT_THAT(seen.body, Not(HasSubstr("example")));
  }
  Officer binh(office_, "binh");
  EXPECT_EQ(binh.get("/api/appointments").text("code"), "not-your-counter");
  EXPECT_EQ(office_.ask({"GET", "/api/appointments"}).status, 401);
}

TEST_F(Appointments, OfAnAccountNeedNoLookUpCode) {
  Citizen mai(office_, "mai@example.org");
  const auto booked = mai.ask(
      {"POST",
       "/api/appointments",
       R"({"purpose":"advice","name":"Mai","at":"2017-04-13T09:00","email":"mai@example.org"})",
       {{"idempotency-key", "key-of-mai"}}});
  ASSERT_EQ(booked.status, 201) << booked.body;
  const std::string body = R"({"code":")" + booked.text("code") + "\"}";
  EXPECT_EQ(mai.items("/api/account/appointments").size(), 1u);
  EXPECT_EQ(open(body).status, 404);
  Citizen other(office_, "other@example.org");
  EXPECT_EQ(other.ask({"POST", "/api/appointment/cancellation", body}).status, 404);
  EXPECT_EQ(other.items("/api/account/appointments").size(), 0u);
  EXPECT_EQ(mai.ask({"POST", "/api/appointment/cancellation", body}).status, 200);
}

TEST_F(Appointments, AreToldByMailWithoutTheLookUpCode) {
  office_.send_mail();
  const auto booked = book(office_, {});
  auto mail = office_.newest_mail("an@example.org");
  EXPECT_THAT(mail, HasSubstr("lịch hẹn " + booked.text("code") + ", 09:00 13/04/2017"));
  EXPECT_THAT(mail, HasSubstr("/dat-lich/?ma=" + booked.text("code")));
  EXPECT_THAT(mail, Not(HasSubstr(booked.text("secret"))));
  move(booked, "2017-04-13T10:00");
  mail = office_.newest_mail("an@example.org");
  EXPECT_THAT(mail, HasSubstr("Giờ mới: 10:00 13/04/2017"));
  EXPECT_THAT(mail, HasSubstr("Giờ cũ: 09:00 13/04/2017"));
  Officer lan(office_, "lan");
  EXPECT_EQ(mark(lan, booked, R"({"state":"cancelled-by-office","reason":"Mất điện"})").status,
            200);
  mail = office_.newest_mail("an@example.org");
  EXPECT_THAT(mail, HasSubstr("đã hủy"));
  EXPECT_THAT(mail, HasSubstr("Lý do: Mất điện"));
}

TEST_F(Appointments, OfADayAreTheCountersToMark) {
  const auto booked = book(office_, {"2017-04-12T10:00"});
  ASSERT_EQ(booked.status, 201) << booked.body;
  Officer lan(office_, "lan");
  const auto list = lan.get("/api/appointments?date=2017-04-12").read();
  ASSERT_EQ(list.at("items").as_array().size(), 1u);
  EXPECT_EQ(string_member(list.at("items").at(0), "name"), "Nguyễn Văn An");
  EXPECT_EQ(mark(lan, booked, R"({"state":"missed"})").text("code"), "mark-too-early");
  EXPECT_EQ(mark(lan, booked, R"({"state":"cancelled-by-office"})").text("code"),
            "cancel-reason-missing");
  EXPECT_EQ(mark(lan, booked, R"({"state":"arrived"})").text("state"), "arrived");
  EXPECT_EQ(cancel(booked).text("code"), "appointment-closed");
  EXPECT_EQ(mark(lan, booked, R"({"state":"booked"})").text("state"), "booked");
  EXPECT_EQ(
      lan.ask({"POST", "/api/appointments/LH-00000000/mark", R"({"state":"arrived"})"}).status,
      404);
}

TEST_F(Appointments, OfADayOffAnnouncedLateAreShownAsToBeMoved) {
  office_.send_mail();
  const auto booked = book(office_, {});
  ASSERT_EQ(book(office_, {"2017-04-14T09:00", "b@example.org"}).status, 201);
  announce_day_off("2017-04-13");
  Officer lan(office_, "lan");
  const auto list = lan.get("/api/appointments").read();
  ASSERT_EQ(list.at("to_move").as_array().size(), 1u);
  EXPECT_EQ(string_member(list.at("to_move").at(0), "code"), booked.text("code"));
  const auto moved = lan.ask({"POST", "/api/appointments/" + booked.text("code") + "/move",
                              R"({"at":"2017-04-14T10:00","reason":"Nghỉ quốc tang"})"});
  EXPECT_EQ(moved.status, 200) << moved.body;
  EXPECT_THAT(office_.newest_mail("an@example.org"), HasSubstr("Lý do: Nghỉ quốc tang"));
  EXPECT_TRUE(lan.get("/api/appointments").read().at("to_move").as_array().empty());
  EXPECT_EQ(open(holder_body(booked)).text("at"), "2017-04-14T10:00:00+07:00");
}

TEST_F(Appointments, AreRemindedOfOnceOnTheWorkingDayBefore) {
  const auto friday = book(office_, {"2017-04-14T09:00", "friday@example.org"});
  const auto monday = book(office_, {"2017-04-17T09:00", "monday@example.org"});
  ASSERT_EQ(monday.status, 201) << monday.body;
  const auto remind = [&](const char* now) {
    duties::AppointmentDuty duty(office_.runtime().world(), office_.runtime().store(),
                                 office_.appointments());
    EXPECT_TRUE(duty.make_due(*parse_moment(now)).ok());
  };
  const auto reminded = [&](const std::string& address) {
    return office_.newest_mail(address).starts_with("Sở Ngoại vụ Hà Nội: nhắc");
  };
  remind("2017-04-13T07:59");
  EXPECT_FALSE(reminded("friday@example.org"));
  remind("2017-04-13T08:00");
  EXPECT_TRUE(reminded("friday@example.org"));
  EXPECT_FALSE(reminded("monday@example.org"));
  remind("2017-04-13T09:00");
  EXPECT_EQ(office_.mails_to("friday@example.org"), 2);
  remind("2017-04-14T08:00");
  EXPECT_TRUE(reminded("monday@example.org"));
  remind("2017-04-15T08:00");  // Saturday
  EXPECT_EQ(office_.mails_to("monday@example.org"), 2);
}

TEST_F(Appointments, OldEnoughAreDroppedButForCounts) {
  const auto booked = book(office_, {});
  duties::AppointmentDuty duty(office_.runtime().world(), office_.runtime().store(),
                               office_.appointments());
  ASSERT_TRUE(duty.make_due(*parse_moment("2017-07-12T09:00")).ok());  // 90 days
  EXPECT_EQ(open(holder_body(booked)).status, 200);
  ASSERT_TRUE(duty.make_due(*parse_moment("2017-07-13T09:00")).ok());
  EXPECT_EQ(open(holder_body(booked)).status, 404);
  Officer lan(office_, "lan");
  const auto list = lan.get("/api/appointments?date=2017-04-13").read();
  EXPECT_TRUE(list.at("items").as_array().empty());
  EXPECT_EQ(write_json(list.at("dropped")), R"([{"state":"booked","count":1}])");
}

TEST_F(Appointments, SurviveARestart) {
  const auto booked = book(office_, {});
  office_.restart();
  EXPECT_EQ(open(holder_body(booked)).status, 200);
  EXPECT_EQ(free_at("2017-04-13T09:00"), 1);
}

TEST_F(Appointments, GoIntoACalendarProgram) {
  const auto booked = book(office_, {});
  const auto file = office_.ask({"POST", "/api/appointment/calendar-file", holder_body(booked)});
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.headers.at("content-disposition"), HasSubstr(booked.text("code") + ".ics"));
  EXPECT_THAT(file.body, HasSubstr("DTSTART:20170413T020000Z\r\n"));
  EXPECT_THAT(file.body, Not(HasSubstr(booked.text("secret"))));
}

}  // namespace
}  // namespace motcua::api::test

// Delegations, passports and persons: from a finished dossier to the reminder that is owed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "duties/travel_duty.hpp"
#include "test_citizen.hpp"
#include "test_office.hpp"
#include "travel/intake.hpp"

namespace motcua::api::test {
namespace {

using std::chrono::days;
using testing::HasSubstr;

constexpr const char* mai_mail = "mai@dulich.vn";

class Travel : public ::testing::Test {
 protected:
  Travel() : lan_(office_, "lan"), binh_(office_, "binh") {}

  Date today() { return date_of(office_.runtime().clock().now()); }
  std::string day(int from_today) { return write_date(today() + days{from_today}); }
  void wait_days(int count) { office_.runtime().demo_clock()->jump(hours{24 * count}); }

  static std::string an_of_rank(const std::string& rank,
                                const std::string& name = "Nguyễn Văn An") {
    return R"({"name":")" + name + R"(","post":"Phó Giám đốc","rank_group":")" + rank +
           R"(","party_managed":false})";
  }

  // As the registrar tells the desk of a commit: a finished dossier, its trip `from` to `to` days
  // from today.
  std::string sent_abroad(const std::string& code, int from, int to,
                          const std::string& unit = "Sở Du lịch",
                          const std::string& leader = an_of_rank("department-deputy")) {
    auto dossier = std::make_shared<dossier::Dossier>();
    dossier->code = code;
    dossier->version = 1;
    dossier->intake.procedure = "official-travel";
    dossier->intake.applicant = {"organisation", unit, "", "Hà Nội", "", mai_mail};
    dossier->intake.answers = R"({"unit":{"name":")" + unit +
                              R"("},"trip":{"purpose":"Hội chợ","countries":[{"name":"Nhật Bản"}],)"
                              R"("funding":"own","from":")" +
                              day(from) + R"(","to":")" + day(to) + R"("},"leader":)" + leader +
                              "}";
    dossier->result = dossier::ResultPaper{};
    dossier->result->document = "2210/QĐ-UBND";
    dossier->result->outcome = "granted";
    dossier->ended_at = office_.runtime().clock().now();
    auto& r = office_.runtime();
    r.cache().put(dossier);
    r.travel().note(dossier);
    EXPECT_TRUE(r.travel().take_up().ok());
    const auto entry = r.travel().of_dossier(code);
    return entry ? entry->code : std::string();
  }

  Answer send(Officer& who, const std::string& to, const std::string& body,
              const std::string& seen = "") {
    std::map<std::string, std::string> headers{
        {"idempotency-key", "travel-key-" + std::to_string(++keys_)}};
    if (!seen.empty()) headers["if-match"] = "\"" + seen + "\"";
    return who.ask({"POST", to, body, headers});
  }
  Answer act(Officer& who, const std::string& code, const std::string& name,
             const std::string& body) {
    const auto path = "/api/travel/entries/" + code;
    const auto seen = who.get(path).number("version");
    return send(who, path + "/acts/" + name, body, std::to_string(seen));
  }
  Answer act_on(Officer& who, const std::string& dossier, const std::string& name,
                const std::string& body = "{}") {
    const auto path = "/api/dossiers/" + dossier;
    const auto seen = who.get(path).number("version");
    auto done = send(who, path + "/acts/" + name, body, std::to_string(seen));
    EXPECT_EQ(done.status, 200) << name << done.body;
    return done;
  }

  // An application of official travel, filed by Mai and approved: the City decides next.
  std::string approved() {
    Citizen mai(office_, "mai@so.example");
    const auto code = mai.submit(mai.fill_official_travel("")).text("code");
    Officer director(office_, "giamdoc");
    act_on(lan_, code, "accept");
    act_on(lan_, code, "hand-over");
    act_on(binh_, code, "propose");
    act_on(director, code, "approve");
    return code;
  }
  std::string passport(const std::string& number, int valid_days = 900) {
    const auto made = send(lan_, "/api/travel/entries",
                           R"({"what":"passport","kind":"official","number":")" + number +
                               R"(","name":"Nguyễn Văn An","unit":"Sở Du lịch","expires":")" +
                               day(valid_days) + "\"}");
    EXPECT_EQ(made.status, 201) << made.body;
    return made.text("code");
  }
  std::string hand_over(const std::string& passport, const std::string& delegation) {
    const auto given =
        act(lan_, passport, "hand-over",
            R"({"delegation":")" + delegation + R"(","name":"Nguyễn Văn An","on":")" + day(0) +
                R"(","document":"1/BB"})");
    return given.status == 200 ? "" : given.text("code") + given.body;
  }
  json::array listed(const std::string& query) {
    return binh_.get("/api/travel/entries?" + query).read().at("items").as_array();
  }
  OrFailure<Nothing> morning() {
    duties::TravelDuty duty(office_.runtime().travel());
    return duty.make_due(office_.runtime().clock().now());
  }
  int reminders(const std::string& kind) {
    const auto kept = office_.runtime().store().newest_notices(200);
    return int(std::ranges::count_if(*kept, [&](const auto& one) {
      return one.made.notice.address == mai_mail &&
             notice::write_kind(one.made.notice.kind) == kind;
    }));
  }

  TestOffice office_;
  Officer lan_;
  Officer binh_;
  int keys_ = 0;
};

TEST_F(Travel, a_finished_dossier_is_a_delegation_and_nothing_is_typed_again) {
  const auto code = sent_abroad("000.00.00.H26-170412-0901", 5, 9);
  const auto page = binh_.get("/api/travel/entries/" + code).read();
  EXPECT_EQ(page.at("standing").at("id"), "planned");
  EXPECT_EQ(page.at("unit"), "Sở Du lịch");
  EXPECT_EQ(page.at("trip").at("decision"), "2210/QĐ-UBND");
  EXPECT_EQ(page.at("trip").at("travellers").at(0).at("name"), "Nguyễn Văn An");
  EXPECT_EQ(sent_abroad("000.00.00.H26-170412-0901", 5, 9), code);
  EXPECT_EQ(listed("kind=out").size(), 1u);
}

TEST_F(Travel, a_report_not_sent_in_ten_days_is_listed_and_reminded) {
  const auto code = sent_abroad("000.00.00.H26-170412-0902", -9, -1);
  wait_days(8);  // the ninth day after the trip
  ASSERT_TRUE(morning().ok());
  EXPECT_EQ(reminders("travel-report-due"), 1);
  EXPECT_TRUE(listed("view=late").empty());
  wait_days(1);
  EXPECT_TRUE(listed("view=late").empty());  // the tenth is still in time
  wait_days(1);
  const auto late = listed("view=late");
  ASSERT_EQ(late.size(), 1u);
  EXPECT_EQ(late[0].at("code"), json::value(code));
  EXPECT_EQ(late[0].at("late_by").as_int64(), 1);
  wait_days(3);  // over a weekend at the most
  ASSERT_TRUE(morning().ok());
  ASSERT_TRUE(morning().ok());
  EXPECT_EQ(reminders("travel-report-late"), 1);
  office_.restart();
  ASSERT_TRUE(morning().ok());
  EXPECT_EQ(reminders("travel-report-late"), 1);
  EXPECT_EQ(
      act(binh_, code, "receive-report", R"({"on":")" + day(0) + R"(","document":"12/BC"})").status,
      200);
  EXPECT_TRUE(listed("view=late").empty());
}

TEST_F(Travel, a_passport_handed_back_on_the_sixth_working_day_is_one_late) {
  const auto trip = sent_abroad("000.00.00.H26-170412-0903", 0, 1);
  const auto code = passport("D0012345");
  ASSERT_EQ(hand_over(code, trip), "");
  const Date entered = today() + days{1};
  const auto calendar = office_.runtime().world().calendar();
  Date back = entered;
  for (int i = 0; i < 6; ++i) back = calendar->next_working_day(back);
  wait_days(int((back - today()).count()));
  EXPECT_EQ(listed("kind=passport&view=late").size(), 1u);
  const auto person = binh_.get("/api/travel/people").read().at("items").at(0);
  EXPECT_EQ(person.at("passports_out").as_array().size(), 1u);
  ASSERT_TRUE(morning().ok());
  EXPECT_EQ(reminders("passport-late"), 1);
  const auto taken = act(lan_, code, "hand-back",
                         R"({"entered":")" + write_date(entered) + R"(","on":")" +
                             write_date(back) + R"(","name":"An","document":"2/BB"})");
  ASSERT_EQ(taken.status, 200) << taken.body;
  const auto use = taken.read().at("passport").at("uses").at(0);
  EXPECT_EQ(use.at("late_by").as_int64(), 1);
  EXPECT_EQ(use.at("back_on"), json::value(write_date(back)));
  // The reminder is the third record.
  const auto slip = lan_.get("/api/travel/entries/" + code + "/slips/4");
  EXPECT_EQ(slip.status, 200);
  EXPECT_THAT(slip.body, testing::StartsWith("%PDF"));
  EXPECT_EQ(lan_.get("/api/travel/entries/" + code + "/slips/1").status, 404);
}

TEST_F(Travel, a_passport_is_for_official_trips_of_its_holder_only) {
  const auto code = passport("D0099999");
  EXPECT_THAT(hand_over(code, "no-trip"), HasSubstr("passport-needs-official-trip"));
  const auto trip = sent_abroad("000.00.00.H26-170412-0904", 0, 5);
  const auto other = send(lan_, "/api/travel/entries",
                          R"({"what":"passport","kind":"official","number":"D0000001",)"
                          R"("name":"Trần Thị Bình","expires":")" +
                              day(900) + "\"}");
  EXPECT_THAT(hand_over(other.text("code"), trip), HasSubstr("passport-holder-not-in-trip"));
  EXPECT_THAT(hand_over(passport("D0088888", 3), trip), HasSubstr("passport-expired"));
  EXPECT_EQ(hand_over(code, trip), "");
  EXPECT_EQ(listed("kind=passport&view=expiring").size(), 1u);
  const auto lost =
      act(lan_, code, "report-lost", R"({"on":")" + day(0) + R"(","reason":"Rơi ở sân bay"})");
  const auto tomorrow = office_.runtime().world().calendar()->next_working_day(today());
  EXPECT_EQ(lost.read().at("due"), json::value(write_date(tomorrow)));
}

TEST_F(Travel, a_third_trip_of_a_leader_in_the_year_is_told) {
  for (const auto* code : {"0905", "0906", "0907"}) {
    sent_abroad("000.00.00.H26-170412-" + std::string(code), 5, 9);
  }
  const auto person = binh_.get("/api/travel/people").read().at("items").at(0);
  EXPECT_EQ(person.at("trips").as_int64(), 3);
  EXPECT_EQ(person.at("days").as_int64(), 15);
  EXPECT_TRUE(person.at("over_limit").as_bool());
}

// Whoever asks the matrix is told the same; what the registers said is kept with what was decided.
TEST_F(Travel, a_third_trip_is_told_on_the_form_at_the_counter_and_on_the_dossiers_page) {
  sent_abroad("000.00.00.H26-170412-0921", 5, 9);
  const auto trips_limit = [](const json::value& authority) {
    for (const auto& limit : authority.at("limits").as_array()) {
      if (limit.at("id") == "trips") return limit.as_object();
    }
    return json::object{};
  };
  Citizen mai(office_, "mai@so.example");
  const auto draft = mai.fill_official_travel("");
  const auto check = [&] {
    return mai.ask({"POST", "/api/drafts/" + draft + "/check", "{}"}).read().at("authority");
  };
  EXPECT_EQ(trips_limit(check()).at("state"), "kept");
  sent_abroad("000.00.00.H26-170412-0922", 12, 14);
  EXPECT_EQ(trips_limit(check()).at("state"), "passed");
  EXPECT_EQ(trips_limit(check()).if_contains("told"), nullptr) << "nobody's trips are told outside";
  EXPECT_EQ(check().as_object().if_contains("notes"), nullptr);
  EXPECT_NE(check().at("who").at("vi").as_string().find("Ủy ban nhân dân"), json::string::npos);
  const auto code = mai.submit(draft).text("code");
  const auto page = binh_.get("/api/dossiers/" + code).read();
  const auto limit = trips_limit(page.at("authority"));
  EXPECT_EQ(limit.at("state"), "passed");
  const auto& told = limit.at("told");
  EXPECT_EQ(told.at("value").as_int64(), 2);
  EXPECT_EQ(told.at("of"), "Nguyễn Văn An");
  EXPECT_EQ(told.at("records").as_array().size(), 2u);
  EXPECT_EQ(told.at("words").at("en"), "Nguyễn Văn An: already 2 trips");
}

// A namesake nobody told apart: told before the signature, in its answer, and kept; judged on the
// page it leads to, though the register has not the traveller yet.
TEST_F(Travel, a_namesakes_trips_are_told_at_the_signature_and_kept_with_the_decision) {
  const auto other = sent_abroad("000.00.00.H26-170412-0931", 5, 9, "Sở Y tế");
  const auto code = approved();
  Officer city(office_, "thu");
  const auto page = city.get("/api/dossiers/" + code).read();
  const auto& note = page.at("authority").at("notes").at(0);
  EXPECT_EQ(note.at("kind"), "in-doubt");
  EXPECT_EQ(note.at("words").at("en"),
            "Nguyễn Văn An: 0 trips counted, 1 more of a namesake not told apart");
  EXPECT_EQ(note.at("records").at(0), json::value(other));
  for (const auto& offer : page.at("acts").as_array()) {
    EXPECT_EQ(offer.at("decides").as_bool(), offer.at("act") == "sign-off") << offer.at("act");
  }
  const auto signed_off =
      act_on(city, code, "sign-off", R"({"outcome":"granted","document":"2211/QĐ-UBND"})").read();
  EXPECT_EQ(signed_off.at("notes").at(0), note);
  const auto decided = [&] {
    return binh_.get("/api/dossiers/" + code).read().at("authority").at("decided");
  };
  const auto kept = decided();
  EXPECT_EQ(kept.at("notes").at(0), note);
  EXPECT_EQ(kept.at("registers").at(0).at("doubts").at(0).at("more").as_int64(), 1);

  const auto asked = binh_.get("/api/travel/people?dossier=" + code).read();
  ASSERT_EQ(asked.at("namesakes").as_array().size(), 1u);
  const auto& pair = asked.at("namesakes").at(0);
  const auto judged = send(binh_, "/api/travel/namesakes",
                           write_json(json::object{{"one", pair.at("one").at("person")},
                                                   {"other", pair.at("other").at("person")},
                                                   {"same", true},
                                                   {"reason", "Đã xem hồ sơ cán bộ"},
                                                   {"dossier", code}}));
  EXPECT_EQ(judged.status, 201) << judged.body;
  EXPECT_TRUE(
      binh_.get("/api/travel/people?dossier=" + code).read().at("namesakes").as_array().empty());
  EXPECT_EQ(decided(), kept) << "what was in doubt then stays told";
  EXPECT_EQ(binh_.get("/api/travel/people?dossier=no-such").status, 404);
}

// Two key leaders of one unit abroad on the same days: who is one, the office's file says.
TEST_F(Travel, another_key_leader_away_on_the_same_days_is_told_wherever_the_case_is_seen) {
  const auto away = sent_abroad("000.00.00.H26-170412-0941", 30, 34, "Sở Du lịch",
                                an_of_rank("department-head", "Phạm Quốc Dũng"));
  auto answers = read_json(travel_answers)->as_object();
  answers.at("leader").at("rank_group") = "department-head";
  answers.at("trip").at("from") = day(34);
  answers.at("trip").at("to") = day(36);
  const std::string words =
      "Not two key leaders of one unit abroad at the same time (Phạm Quốc Dũng: key leader of the "
      "unit, abroad on the same days)";
  const auto limit_in = [](const json::value& authority) {
    for (const auto& limit : authority.at("limits").as_array()) {
      if (limit.at("id") == "key_leaders_away") return limit.as_object();
    }
    return json::object{};
  };
  Citizen mai(office_, "mai@so.example");
  const auto draft = mai.fill_official_travel("");
  mai.ask({"PUT", "/api/drafts/" + draft, write_json(json::object{{"answers", answers}})});
  const auto form = mai.ask({"POST", "/api/drafts/" + draft + "/check", "{}"}).read();
  EXPECT_EQ(limit_in(form.at("authority")).at("state"), "passed");
  EXPECT_EQ(write_json(form).find("Phạm Quốc Dũng"), std::string::npos) << "names are for officers";

  const auto received =
      send(lan_, "/api/counter/dossiers",
           write_json(json::object{
               {"procedure", "official-travel"},
               {"outcome", "received"},
               {"applicant", json::object{{"name", "Sở Du lịch"}}},
               {"answers", answers},
               {"papers", json::array{json::object{{"paper", "sending-letter"}, {"originals", 1}},
                                      json::object{{"paper", "invitation"}, {"copies", 1}}}}}));
  ASSERT_EQ(received.status, 201) << received.body;
  const auto at_counter = received.read().at("notes").at(0);
  EXPECT_EQ(at_counter.at("kind"), "limit-passed");
  EXPECT_EQ(at_counter.at("words").at("en"), json::value(words));
  EXPECT_EQ(at_counter.at("records").at(0), json::value(away));

  const auto code = received.text("code");
  Officer director(office_, "giamdoc");
  Officer city(office_, "thu");
  act_on(lan_, code, "hand-over");
  act_on(binh_, code, "propose");
  act_on(director, code, "approve");
  const auto page = city.get("/api/dossiers/" + code).read().at("authority");
  EXPECT_EQ(limit_in(page).at("told").at("of"), "Phạm Quốc Dũng");
  const auto signed_off =
      act_on(city, code, "sign-off", R"({"outcome":"granted","document":"2212/QĐ-UBND"})").read();
  EXPECT_EQ(signed_off.at("notes").at(0), at_counter);
  EXPECT_EQ(act(binh_, away, "cancel", R"({"reason":"Hoãn"})").status, 200);
  const auto after = binh_.get("/api/dossiers/" + code).read().at("authority");
  EXPECT_EQ(limit_in(after).at("state"), "kept");
  EXPECT_EQ(after.at("decided").at("notes").at(0), at_counter) << "kept with the decision";

  // Decided in flight, and in no book yet: the next one is told of it by its dossier.
  const auto next = mai.submit(draft).text("code");
  const auto told = binh_.get("/api/dossiers/" + next).read().at("authority");
  EXPECT_TRUE(told.at("notes").as_array().empty()) << "the same person is not another";
}

TEST_F(Travel, what_the_registers_said_is_kept_with_the_decision_and_never_changes) {
  const auto first = sent_abroad("000.00.00.H26-170412-0923", 5, 9);
  const auto code = approved();
  Officer city(office_, "thu");
  act_on(city, code, "sign-off", R"({"outcome":"granted","document":"2210/QĐ-UBND"})");
  const auto decided = [&] {
    return binh_.get("/api/dossiers/" + code).read().at("authority").at("decided");
  };
  const auto kept = decided();
  ASSERT_FALSE(kept.at("registers").as_array().empty());
  const auto& fact = kept.at("registers").at(0);
  EXPECT_EQ(fact.at("name"), "trips_this_year");
  EXPECT_EQ(fact.at("value").as_int64(), 1);
  EXPECT_EQ(fact.at("records").at(0), json::value(first));
  EXPECT_EQ(act(binh_, first, "cancel", R"({"reason":"Hoãn"})").status, 200);
  sent_abroad("000.00.00.H26-170412-0924", 12, 14);
  EXPECT_EQ(decided(), kept);
  office_.restart();
  EXPECT_EQ(decided(), kept) << "folded from its records";
}

TEST_F(Travel, a_revoked_decision_counts_no_longer_before_the_book_has_it) {
  auto& runtime = office_.runtime();
  const std::string unread = "000.00.00.H26-170412-0925";
  const auto code = sent_abroad(unread, 5, 9);
  EXPECT_FALSE(runtime.travel().find(code)->cancelled);
  const auto found = runtime.cache().find(unread);
  ASSERT_TRUE(found);
  auto revoked = std::make_shared<dossier::Dossier>(**found);
  revoked->result->revoked.emplace();
  runtime.cache().put(revoked);
  runtime.travel().note(revoked);
  const auto told = runtime.travel().now();
  const auto answers = read_json(revoked->intake.answers);
  const auto facts = (*told.said)(
      {"official-travel", *answers, "Sở Du lịch", "", office_.runtime().clock().now()});
  ASSERT_FALSE(facts.empty());
  EXPECT_EQ(facts[0].value, 0) << "it counts no longer, before the book says so";
  EXPECT_TRUE(runtime.travel().take_up().ok());
  EXPECT_TRUE(runtime.travel().find(code)->cancelled);
}

TEST_F(Travel, namesakes_are_kept_apart_until_somebody_says_they_are_one) {
  sent_abroad("000.00.00.H26-170412-0908", 5, 9);
  sent_abroad("000.00.00.H26-170412-0909", 15, 19, "Sở Y tế");
  const auto before = binh_.get("/api/travel/people").read();
  EXPECT_EQ(before.at("total").as_int64(), 2);
  ASSERT_EQ(before.at("namesakes").as_array().size(), 1u);
  const auto& pair = before.at("namesakes").at(0);
  const auto said = [&](bool same) {
    return send(binh_, "/api/travel/namesakes",
                write_json(json::object{{"one", pair.at("one").at("person")},
                                        {"other", pair.at("other").at("person")},
                                        {"same", same},
                                        {"reason", "Đã xem hồ sơ cán bộ"}}));
  };
  EXPECT_EQ(said(false).status, 201);
  EXPECT_TRUE(binh_.get("/api/travel/people").read().at("namesakes").as_array().empty());
  EXPECT_EQ(binh_.get("/api/travel/people").read().at("total").as_int64(), 2);
  EXPECT_EQ(said(true).status, 201);
  const auto after = binh_.get("/api/travel/people").read();
  ASSERT_EQ(after.at("total").as_int64(), 1);
  EXPECT_EQ(after.at("items").at(0).at("trips").as_int64(), 2);
}

TEST_F(Travel, every_number_opens_its_delegations) {
  sent_abroad("000.00.00.H26-170412-0910", 5, 9);
  sent_abroad("000.00.00.H26-170412-0911", 5, 9, "Sở Y tế");
  for (const auto* by : {"unit", "person", "purpose", "funding", "country"}) {
    const std::string cut = "period=2017&by=" + std::string(by);
    const auto figures = binh_.get("/api/travel/figures?" + cut).read();
    EXPECT_EQ(figures.at("whole").at("delegations").as_int64(), 2) << by;
    for (const auto& group : figures.at("groups").as_array()) {
      const auto behind = binh_.get("/api/travel/figures/entries?" + cut +
                                    "&group=" + std::string(group.at("id").as_string()));
      EXPECT_EQ(behind.number("total"), group.at("delegations").as_int64()) << by;
    }
  }
}

TEST_F(Travel, is_written_by_the_division_and_read_by_leaders) {
  const auto code = sent_abroad("000.00.00.H26-170412-0912", 5, 9);
  Officer leader(office_, "giamsat");
  Officer stranger(office_, "hoa");
  EXPECT_EQ(stranger.get("/api/travel/entries").status, 403);
  EXPECT_EQ(leader.get("/api/travel/entries/" + code).status, 200);
  EXPECT_EQ(act(leader, code, "cancel", R"({"reason":"…"})").text("code"), "travel-act-not-yours");
  EXPECT_EQ(act(lan_, code, "cancel", R"({"reason":"…"})").text("code"), "travel-act-not-yours");
  EXPECT_EQ(act(binh_, code, "cancel", R"({"reason":"Hoãn"})").status, 200);
  EXPECT_EQ(act(binh_, code, "cancel", R"({"reason":"Hoãn"})").text("code"), "travel-act-not-now");
}

}  // namespace
}  // namespace motcua::api::test

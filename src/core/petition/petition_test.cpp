// The life of petitions, as the rules have it.

#include <gtest/gtest.h>

#include "calendar/calendar_test.hpp"
#include "petition/act.hpp"
#include "petition/event_json.hpp"

namespace motcua::petition {
namespace {

using calendar::moment;

authority::Office department() {
  authority::Office office;
  office.units = {{"reception", {"Một cửa", "One-stop"}},
                  {"lanh-su", {"Phòng Lãnh sự", "Consular"}},
                  {"ubnd-tp", {"UBND", "City"}, true}};
  return office;
}

dossier::Officer person(std::string id, std::string unit, std::vector<std::string> roles) {
  return {{std::move(id), "Người", std::move(unit)}, std::move(roles)};
}
const auto lan = person("lan", "reception", {"reception"});
const auto binh = person("binh", "lanh-su", {"specialist"});
const auto minh = person("minh", "lanh-su", {"head", "specialist"});
const auto director = person("giamdoc", "leadership", {"director"});
const auto sender = person("sender", "", {"sender"});

// One petition and what befalls it; the first office's calendar, April 2017.
class Story {
 public:
  explicit Story(Kind kind = Kind::Lateness, bool may_publish = true) {
    Received intake;
    intake.kind = kind;
    intake.text = "Hồ sơ của tôi chậm năm ngày. Nguyễn Văn An";
    intake.sender = {"Nguyễn Văn An", "an@x.vn", "0912 345 678", "vi", ""};
    intake.dossier = "000.00.00.H26-170403-0001";
    intake.may_publish = may_publish;
    happen(decide_receipt(intake, facts("2017-04-12T09:00", sender)), "2017-04-12T09:00", sender);
  }

  OrRejection<Event> act(std::string_view when, const dossier::Officer& who, std::string_view name,
                         const Input& input = {}) {
    auto event = decide(petition, name, input, facts(when, who));
    if (event) happen(event, when, who);
    return event;
  }
  std::string refused(std::string_view when, const dossier::Officer& who, std::string_view name,
                      const Input& input = {}) {
    const auto event = act(when, who, name, input);
    return event ? "" : std::string(event.error().code());
  }
  Story& assigned(std::string_view when = "2017-04-12T14:00") {
    EXPECT_TRUE(act(when, lan, "assign", {"lanh-su"}));
    return *this;
  }
  std::vector<std::string_view> offered(std::string_view when, const dossier::Officer& who) {
    std::vector<std::string_view> names;
    for (const auto* rule : offers(petition, facts(when, who))) names.push_back(rule->name);
    return names;
  }
  Duty duty(DutyKind kind, std::string_view when) const {
    for (const auto& duty : duties_at(petition, moment(when))) {
      if (duty.kind == kind) return duty;
    }
    ADD_FAILURE() << "no such duty";
    return {};
  }
  Facts facts(std::string_view when, const dossier::Officer& who) const {
    return {moment(when), calendar::office(), office_, who, involved};
  }

  Petition petition;
  std::vector<std::string> involved;

 private:
  void happen(const OrRejection<Event>& event, std::string_view when, const dossier::Officer& who) {
    ASSERT_TRUE(event) << event.error().code();
    const auto body = event_body(*event);
    const auto again = read_event(event_name(*event), body);  // as the book keeps it
    ASSERT_TRUE(again);
    EXPECT_EQ(write_json(event_body(*again)), write_json(body));
    apply(petition, {"PA-170412-0001", petition.version + 1, moment(when), who.actor, *again});
  }
  authority::Office office_ = department();
};

Input words(std::string text) {
  Input input;
  input.text = std::move(text);
  return input;
}
Input because(std::string reason) {
  Input input;
  input.reason = std::move(reason);
  return input;
}

TEST(Petition, IsPromisedAnAnswerWithinFifteenWorkingDays) {
  Story story;
  EXPECT_EQ(story.petition.answer_due, moment("2017-05-05T16:30")) << "over two days off";
  EXPECT_EQ(story.petition.refuse_due, moment("2017-04-14T16:30"));
  EXPECT_EQ(story.petition.received.ask_due, moment("2017-04-19T16:30"));
  const auto reckoned = reckon_answer(story.petition, calendar::office());
  ASSERT_TRUE(reckoned);
  EXPECT_EQ(reckoned->due, story.petition.answer_due) << "the explanation leads to the promise";
}

TEST(Petition, AnsweredInTermIsKeptAndLateForEverAfterIt) {
  Story kept;
  kept.assigned();
  EXPECT_TRUE(kept.act("2017-05-05T16:30", binh, "answer", words("Xin lỗi bạn.")));
  EXPECT_FALSE(
      kept.duty(DutyKind::Answer, "2017-06-01T08:00").is_late_at(moment("2017-06-01T08:00")));
  Story late;
  late.assigned();
  EXPECT_FALSE(is_late_at(late.petition, moment("2017-05-05T16:30")));
  EXPECT_TRUE(is_late_at(late.petition, moment("2017-05-05T16:31")));
  EXPECT_TRUE(late.act("2017-05-08T09:00", binh, "answer", words("Xin lỗi bạn.")));
  EXPECT_TRUE(is_late_at(late.petition, moment("2017-06-01T08:00")));
}

TEST(Petition, RefusedAfterTwoWorkingDaysIsRefusedTooLate) {
  Story in_time;
  EXPECT_TRUE(in_time.act("2017-04-14T16:00", lan, "refuse", because("Không thuộc thẩm quyền")));
  EXPECT_FALSE(is_late_at(in_time.petition, moment("2017-05-30T08:00")));
  Story late;
  EXPECT_TRUE(late.act("2017-04-17T08:30", lan, "refuse", because("Không thuộc thẩm quyền")));
  EXPECT_TRUE(
      late.duty(DutyKind::Refuse, "2017-04-18T08:00").is_late_at(moment("2017-04-18T08:00")));
  EXPECT_EQ(late.refused("2017-04-18T08:00", lan, "assign", {"lanh-su"}), "petition_is_over");
}

TEST(Petition, ClockStandsWhileItsSenderSupplementsIt) {
  Story story;
  story.assigned();
  ASSERT_TRUE(story.act("2017-04-18T09:00", binh, "ask-supplement", words("Ngày nộp?")));
  EXPECT_TRUE(story.petition.clock_stands());
  EXPECT_EQ(story.refused("2017-04-19T09:00", binh, "answer", words("…")), "petition_waits");
  ASSERT_TRUE(story.act("2017-04-25T09:00", sender, "supplement", words("Ngày 3/4.")));
  // Three of fifteen days were used before the clock stopped; the rest runs on from 26 April.
  EXPECT_EQ(story.petition.answer_due, moment("2017-05-15T16:30"));
  EXPECT_EQ(story.petition.refuse_due, moment("2017-04-14T16:30")) << "it had run out before";
  EXPECT_EQ(story.petition.status, Status::Assigned);
  const auto reckoned = reckon_answer(story.petition, calendar::office());
  EXPECT_EQ(reckoned->due, story.petition.answer_due);
}

TEST(Petition, AskedForMoreTooLateOrTwiceWinsNoTime) {
  Story late;
  late.assigned();
  ASSERT_TRUE(late.act("2017-04-20T09:00", binh, "ask-supplement", words("Ngày nộp?")));
  EXPECT_FALSE(late.petition.clock_stands());
  ASSERT_TRUE(late.act("2017-04-21T09:00", sender, "supplement", words("Ngày 3/4.")));
  EXPECT_EQ(late.petition.answer_due, moment("2017-05-05T16:30"));
  EXPECT_TRUE(is_late_at(late.petition, moment("2017-04-21T10:00"))) << "asked for too late";
  Story twice;
  twice.assigned();
  ASSERT_TRUE(twice.act("2017-04-13T09:00", binh, "ask-supplement", words("Ngày nộp?")));
  ASSERT_TRUE(twice.act("2017-04-14T09:00", sender, "supplement", words("Ngày 3/4.")));
  ASSERT_TRUE(twice.act("2017-04-17T09:00", binh, "ask-supplement", words("Ở quầy nào?")));
  EXPECT_FALSE(twice.petition.clock_stands());
}

TEST(Petition, IsClosedUnsupplementedOnlyWhenItsSendersTimeIsOver) {
  Story story;
  ASSERT_TRUE(story.act("2017-04-13T09:00", lan, "ask-supplement", words("Hồ sơ nào?")));
  const auto until = story.petition.open_ask()->sender_until;
  EXPECT_EQ(until, moment("2017-04-27T16:30"));
  const auto unsupplemented = because("Không bổ sung");
  EXPECT_EQ(story.refused("2017-04-27T16:00", lan, "refuse", unsupplemented),
            "sender_still_has_time");
  ASSERT_TRUE(story.act("2017-04-27T16:30", lan, "refuse", unsupplemented));
  EXPECT_FALSE(is_late_at(story.petition, moment("2017-06-30T08:00")))
      << "the office waited for the sender";
}

TEST(Petition, IsNotDealtWithByWhomItIsAbout) {
  Story story;
  story.involved = {"binh"};
  story.assigned();
  EXPECT_EQ(story.refused("2017-04-13T09:00", binh, "answer", words("Tôi làm đúng.")),
            "conflict_of_interest");
  EXPECT_TRUE(story.offered("2017-04-13T09:00", binh).empty());
  EXPECT_TRUE(story.act("2017-04-13T09:00", minh, "answer", words("Phòng xin lỗi.")));
}

TEST(Petition, AboutTheConductOfAHeadIsAnsweredByTheDirector) {
  Story story(Kind::Conduct);
  story.involved = {"binh", "minh"};
  story.assigned();
  EXPECT_EQ(story.refused("2017-04-13T09:00", minh, "answer", words("…")), "conflict_of_interest");
  EXPECT_TRUE(story.act("2017-04-13T09:00", director, "answer", words("Sở xin lỗi.")));
}

TEST(Petition, IsAnsweredByTheUnitItWasGivenTo) {
  Story story;
  EXPECT_EQ(story.refused("2017-04-13T09:00", director, "answer", words("…")),
            "petition_not_assigned");
  EXPECT_EQ(story.refused("2017-04-13T09:00", binh, "answer", words("…")),
            "petition_act_not_yours");
  EXPECT_EQ(story.refused("2017-04-13T09:00", lan, "assign", {"ubnd-tp"}), "petition_unit_unknown");
  story.assigned();
  EXPECT_EQ(story.refused("2017-04-13T09:00", binh, "answer", words(" \n")),
            "petition_field_missing");
  EXPECT_EQ(story.refused("2017-04-13T09:00", binh, "praise"), "petition_act_unknown");
  EXPECT_TRUE(story.act("2017-04-13T09:00", binh, "answer", words("Đã rõ.")));
}

Story answered(bool may_publish) {
  Story story(Kind::Lateness, may_publish);
  story.assigned();
  EXPECT_TRUE(story.act("2017-04-20T09:00", binh, "answer", words("Chúng tôi xin lỗi.")));
  return story;
}

Input publication(std::string text) {
  auto input = words(std::move(text));
  input.answer = "Chúng tôi xin lỗi.";
  return input;
}

TEST(Publication, NeedsTheSendersConsentWhichHeMayTakeBack) {
  auto story = answered(false);
  const auto moderated = publication("Hồ sơ của tôi chậm năm ngày.");
  EXPECT_EQ(story.refused("2017-04-21T09:00", lan, "publish", moderated),
            "petition_has_no_consent");
  Input agree;
  agree.may_publish = true;
  ASSERT_TRUE(story.act("2017-04-21T10:00", sender, "change-consent", agree));
  ASSERT_TRUE(story.act("2017-04-21T11:00", lan, "publish", moderated));
  EXPECT_TRUE(story.petition.is_public());
  EXPECT_TRUE(story.petition.published.redacted) << "his name was taken out";
  ASSERT_TRUE(story.act("2017-04-21T14:00", sender, "change-consent", Input{}));
  EXPECT_FALSE(story.petition.is_public());
}

TEST(Publication, IsOfAnAnswerAndOnce) {
  Story open;
  EXPECT_EQ(open.refused("2017-04-13T09:00", lan, "publish", publication("…")),
            "petition_not_answered");
  EXPECT_EQ(open.refused("2017-04-13T09:00", sender, "judge"), "petition_not_answered");
  EXPECT_EQ(open.refused("2017-04-13T09:00", sender, "supplement", words("…")),
            "petition_awaits_nothing");
  auto story = answered(true);
  ASSERT_TRUE(story.act("2017-04-21T09:00", lan, "publish", publication("Chậm năm ngày.")));
  EXPECT_EQ(story.refused("2017-04-21T10:00", lan, "publish", publication("Chậm năm ngày.")),
            "petition_published_already");
  ASSERT_TRUE(story.act("2017-04-21T11:00", lan, "unpublish", because("Nhầm")));
  EXPECT_FALSE(story.petition.is_public());
  EXPECT_TRUE(story.act("2017-04-21T14:00", lan, "publish", publication("Chậm năm ngày.")));
}

TEST(Publication, NeverTellsWhoSentThePetition) {
  auto story = answered(true);
  for (const std::string told :
       {"Hồ sơ chậm. NGUYỄN VĂN AN", "Viết cho AN@X.vn", "Gọi 0912.345.678"}) {
    EXPECT_EQ(story.refused("2017-04-21T09:00", lan, "publish", publication(told)),
              "petition_names_a_person")
        << told;
  }
}

TEST(Publication, HasItsOwnTermFromTheAnswer) {
  auto story = answered(true);
  EXPECT_EQ(story.petition.publish_due, moment("2017-04-24T16:30"));
  EXPECT_FALSE(is_late_at(story.petition, moment("2017-04-24T16:30")));
  EXPECT_TRUE(is_late_at(story.petition, moment("2017-04-25T08:00")));
  ASSERT_TRUE(story.act("2017-04-25T09:00", lan, "refuse-publication", because("Có bí mật")));
  EXPECT_TRUE(is_late_at(story.petition, moment("2017-04-26T08:00")));
  EXPECT_EQ(story.refused("2017-04-26T09:00", lan, "unpublish", because("…")),
            "petition_not_published");
}

TEST(Petition, IsJudgedOnceByItsSenderAndByNobodyElse) {
  auto story = answered(true);
  EXPECT_EQ(story.refused("2017-04-21T09:00", lan, "judge"), "petition_act_not_yours");
  EXPECT_TRUE(story.act("2017-04-21T09:00", sender, "judge"));
  EXPECT_EQ(story.petition.liked, false);
  EXPECT_EQ(story.refused("2017-04-21T10:00", sender, "judge"), "petition_judged_already");
  EXPECT_EQ(story.refused("2017-04-21T10:00", sender, "withdraw"), "petition_is_over");
}

TEST(Petition, OffersEachPersonWhatHeMayDoNow) {
  using Names = std::vector<std::string_view>;
  Story story;
  EXPECT_EQ(story.offered("2017-04-12T10:00", lan), (Names{"assign", "ask-supplement", "refuse"}));
  EXPECT_EQ(story.offered("2017-04-12T10:00", sender), (Names{"change-consent", "withdraw"}));
  story.assigned();
  EXPECT_EQ(story.offered("2017-04-13T10:00", binh), (Names{"answer", "ask-supplement"}));
}

TEST(Petition, OfAnEventNobodyWroteIsNotRead) {
  EXPECT_FALSE(read_event("petition_praised", json::object{}));
  EXPECT_FALSE(read_event("petition_received", json::object{{"text", "…"}})) << "without dates";
  EXPECT_FALSE(read_event("petition_answered", json::value("…")));
  EXPECT_FALSE(read_event("petition_answered", json::object{{"publish_due", "soon"}}));
}

}  // namespace
}  // namespace motcua::petition

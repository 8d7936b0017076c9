// The procedure's life on a real store: the head drafts, the director publishes, the next dossier
// follows and the one in flight does not; what is published never changes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/object.hpp>
#include <fstream>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

void cut(std::string& text, const std::string& from, const std::string& to) {
  const auto begin = text.find(from);
  ASSERT_NE(begin, std::string::npos) << from;
  const auto end = text.find(to, begin);
  ASSERT_NE(end, std::string::npos) << to;
  text.erase(begin, end + to.size() - begin);
}

void change(std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
}

class Designs : public testing::Test {
 protected:
  static std::string begin_body(const std::string& base) {
    return R"({"kind":"procedure","subject":"official-travel",)" + base +
           R"("title":"Phân cấp về Sở"})";
  }

  Answer post(Officer& officer, const std::string& path, const std::string& body = "{}") {
    return officer.ask({"POST", "/api/design" + path, body});
  }

  Answer save(Officer& officer, const Answer& draft, const json::object& files) {
    return officer.ask({"PUT",
                        "/api/design/drafts/" + draft.text("id") + "/files",
                        write_json(json::object{{"files", files}}),
                        {{"if-match", "\"" + std::to_string(draft.number("revision")) + "\""}}});
  }

  // The City's step taken out: the department decides in four days.
  json::object without_city(const Answer& draft) {
    const auto body = draft.read();
    const auto& all = body.at("files").as_object();
    const auto text = [&](const char* name) { return std::string(all.at(name).as_string()); };
    auto process = text("process.bpmn");
    cut(process, "<bpmn:userTask id=\"city\"", "</bpmn:userTask>");
    cut(process, "<bpmn:sequenceFlow id=\"to-return\"", "/>");
    change(process, "sourceRef=\"approved\" targetRef=\"city\"",
           "sourceRef=\"approved\" targetRef=\"return\"");
    cut(process, "<bpmn:flowNodeRef>city", "</bpmn:flowNodeRef>");
    change(process, "<bpmn:incoming>to-return</bpmn:incoming>",
           "<bpmn:incoming>to-city</bpmn:incoming>");
    cut(process, "<bpmndi:BPMNShape id=\"city-shape\"", "</bpmndi:BPMNShape>");
    cut(process, "<bpmndi:BPMNEdge id=\"to-return-edge\"", "</bpmndi:BPMNEdge>");
    auto metadata = text("procedure.toml");
    cut(metadata, "city = \"2 working-days\"", "\n");
    for (int i = 0; i < 3; ++i) change(metadata, "\"6 working-days\"", "\"4 working-days\"");
    auto vi = text("texts.vi.toml");
    cut(vi, "city = ", "\n");
    change(vi, "decided_by = \"", "decided_by = \"Sở Ngoại vụ, trước là ");
    auto en = text("texts.en.toml");
    cut(en, "city = ", "\n");
    return {{"process.bpmn", process},
            {"procedure.toml", metadata},
            {"texts.vi.toml", vi},
            {"texts.en.toml", en}};
  }

  // Drafted, changed and submitted by the head.
  std::string submitted() {
    const auto draft = post(head_, "/drafts", begin_body(R"("base":1,)"));
    EXPECT_EQ(draft.status, 201) << draft.body;
    const auto saved = save(head_, draft, without_city(draft));
    EXPECT_EQ(saved.status, 200) << saved.body;
    const auto asked = post(head_, "/drafts/" + draft.text("id") + "/submit", submission());
    EXPECT_EQ(asked.text("state"), "submitted") << asked.body;
    return draft.text("id");
  }

  std::string submission() {
    const auto today = write_date(date_of(office_.runtime().clock().now()));
    return R"({"in_force_from":")" + today +
           R"(","decision":{"number":"12/QĐ-UBND","date":"2017-04-01","by":"UBND thành phố"}})";
  }

  int version_of(const std::string& code) {
    const auto found = office_.runtime().cache().find(code);
    return found.ok() && *found ? (*found)->intake.procedure_version : 0;
  }

  TestOffice office_;
  Officer head_{office_, "minh"};
  Officer director_{office_, "giamdoc"};
  Officer reception_{office_, "lan"};
};

TEST_F(Designs, PublishedByASecondPersonAreFollowedByTheNextDossierOnly) {
  const auto in_flight = reception_.receive("before-0001").text("code");
  const auto id = submitted();
  EXPECT_EQ(post(head_, "/drafts/" + id + "/publish").text("code"), "not-an-approver");
  const auto published = post(director_, "/drafts/" + id + "/publish");
  ASSERT_EQ(published.status, 200) << published.body;
  EXPECT_EQ(published.number("number"), 3);
  const auto next = reception_.receive("after-0001").text("code");
  EXPECT_EQ(version_of(in_flight), 2);
  EXPECT_EQ(version_of(next), 3);
  EXPECT_THAT(office_.ask({"GET", "/api/procedures/official-travel"}).body, HasSubstr("trước là"));
  office_.restart();
  EXPECT_EQ(version_of(in_flight), 2);
  EXPECT_EQ(version_of(next), 3);
}

TEST_F(Designs, AreNeverPublishedByWhoWroteInThem) {
  const auto draft = post(director_, "/drafts", begin_body(R"("base":1,)"));
  ASSERT_EQ(draft.status, 201) << draft.body;
  const auto at = "/drafts/" + draft.text("id");
  EXPECT_EQ(post(director_, at + "/submit", submission()).status, 200);
  const auto own = post(director_, at + "/publish");
  EXPECT_EQ(own.status, 403);
  EXPECT_EQ(own.text("code"), "own-draft");
}

TEST_F(Designs, OncePublishedCannotBeChangedByAnyRoute) {
  const auto id = submitted();
  const auto second = submitted();
  ASSERT_EQ(post(director_, "/drafts/" + id + "/publish").status, 200);
  const auto collided = post(director_, "/drafts/" + second + "/publish");
  EXPECT_EQ(collided.text("code"), "number-taken");
  for (const std::string act : {"publish", "discard", "submit", "return"}) {
    const auto body = act == "submit" ? submission() : act == "return" ? R"({"reason":"x"})" : "{}";
    EXPECT_EQ(post(director_, "/drafts/" + id + "/" + act, body).text("code"), "draft-is-published")
        << act;
  }
  const auto draft = head_.get("/api/design/drafts/" + id);
  EXPECT_EQ(save(head_, draft, {{"texts.vi.toml", "name = \"x\""}}).text("code"),
            "draft-is-published");
  const auto folder = office_.runtime().data() / "procedures/official-travel/v3";
  std::ofstream(folder / "texts.vi.toml", std::ios::app) << "# changed\n";
  try {
    office_.restart();
    FAIL() << "a changed version was opened";
  } catch (const Bug& bug) {
    EXPECT_THAT(bug.what(), HasSubstr("procedures/official-travel/v3"));
    EXPECT_THAT(bug.what(), HasSubstr("texts.vi.toml"));
  }
}

TEST_F(Designs, LostFromTheDiskAreWrittenAnewFromTheBook) {
  const auto id = submitted();
  ASSERT_EQ(post(director_, "/drafts/" + id + "/publish").status, 200);
  const auto folder = office_.runtime().data() / "procedures/official-travel/v3";
  std::filesystem::remove_all(folder);
  office_.restart();
  EXPECT_TRUE(std::filesystem::exists(folder / "published.digest"));
  EXPECT_NE(office_.runtime().world().catalogue().find("official-travel", 3), nullptr);
}

TEST_F(Designs, TwoEditorsDoNotOverwriteEachOther) {
  const auto draft = post(head_, "/drafts", begin_body(R"("base":1,)"));
  EXPECT_EQ(save(head_, draft, {{"decisions.dmn", nullptr}}).text("code"), "nothing-changed");
  EXPECT_EQ(save(head_, draft, without_city(draft)).status, 200);
  const auto late = save(director_, draft, {{"form.ui.json", "{}"}});
  EXPECT_EQ(late.status, 412);
  EXPECT_EQ(late.number("version"), 2);
  EXPECT_THAT(late.text("changed_by"), Not(testing::IsEmpty()));
  const auto history = head_.get("/api/design/drafts/" + draft.text("id") + "/revisions");
  EXPECT_EQ(history.read().at("items").as_array().size(), 2U) << history.body;
}

TEST_F(Designs, AreTriedOnPastDossiersAndWalkedByHand) {
  const auto code = reception_.receive("tried-0001").text("code");
  const auto id = submitted();
  const auto tried =
      post(head_, "/drafts/" + id + "/trial", R"({"from":"2017-01-01","to":"2017-12-31"})");
  ASSERT_EQ(tried.status, 200) << tried.body;
  EXPECT_EQ(tried.number("read"), 1) << tried.body;
  EXPECT_EQ(tried.number("differing"), 1);
  EXPECT_EQ(tried.number("other_path"), 1);
  EXPECT_EQ(tried.number("other_decider"), 1);
  EXPECT_EQ(tried.number("working_days_saved"), 2);
  EXPECT_THAT(tried.body, HasSubstr(code));
  const auto walked = post(head_, "/drafts/" + id + "/walk",
                           R"({"answers":)" + std::string(travel_answers) +
                               R"(,"channel":"counter","outcomes":[{"task":"reception"},)"
                               R"({"task":"examine"},{"task":"approve","outcome":"approved"}]})");
  ASSERT_EQ(walked.status, 200) << walked.body;
  const auto read = walked.read();
  const auto& open = read.at("open").as_array();
  ASSERT_EQ(open.size(), 1U) << walked.body;
  EXPECT_EQ(string_member(open[0], "task"), "return");
}

TEST_F(Designs, AreExportedAndImportedByteForByte) {
  const auto exported = head_.get("/api/design/versions/procedure/official-travel/1/export");
  ASSERT_EQ(exported.status, 200);
  const auto brought = post(head_, "/import", exported.body);
  ASSERT_EQ(brought.status, 201) << brought.body;
  const auto again = head_.get("/api/design/drafts/" + brought.text("id") + "/export");
  EXPECT_EQ(again.body, exported.body);
  auto hostile = exported.body;
  change(hostile, "\"procedure.toml\"", "\"../../office.toml\"");
  EXPECT_EQ(post(head_, "/import", hostile).text("code"), "file-name-unknown");
  auto changed = exported.body;
  change(changed, "6 working-days", "1 working-days");
  EXPECT_EQ(post(head_, "/import", changed).text("code"), "export-digest-differs");
}

TEST_F(Designs, OfNewSubjectsBeginSound) {
  for (const std::string kind : {"procedure", "matrix"}) {
    const auto draft = post(
        head_, "/drafts",
        R"({"kind":")" + kind + R"(","subject":"thu-tuc-moi","title":"Thủ tục \"mới\" & <lạ>"})");
    ASSERT_EQ(draft.status, 201) << draft.body;
    const auto checked = head_.get("/api/design/drafts/" + draft.text("id") + "/check");
    EXPECT_THAT(checked.body, Not(HasSubstr("\"error\""))) << checked.body;
  }
}

TEST_F(Designs, SideBySideShowTheBurden) {
  const auto id = submitted();
  const auto told =
      head_.get("/api/design/compare?kind=procedure&subject=official-travel&old=1&new=draft:" + id);
  ASSERT_EQ(told.status, 200) << told.body;
  const auto read = told.read();
  EXPECT_EQ(read.at("burden").at("old").at("steps").as_int64(), 5);
  EXPECT_EQ(read.at("burden").at("new").at("steps").as_int64(), 4);
  EXPECT_EQ(read.at("burden").at("new").at("days").at("counter").as_int64(), 4);
  EXPECT_THAT(write_json(read.at("process").at("removed")), HasSubstr("city"));
}

TEST_F(Designs, ThatAreProposedForAbolitionEndOnTheirDay) {
  const auto today = write_date(date_of(office_.runtime().clock().now()));
  const auto proposed =
      post(head_, "/proposals",
           R"({"kind":"abolish","subjects":["official-travel"],"why":"Không còn cần",)"
           R"("in_force_from":")" +
               today + "\"}");
  ASSERT_EQ(proposed.status, 201) << proposed.body;
  const auto at = "/proposals/" + proposed.text("id");
  const std::string decision =
      R"({"accepted":true,"decision":{"number":"=1+1","date":"2017-04-01","by":"UBND"}})";
  EXPECT_EQ(post(director_, at + "/carry-out").text("code"), "proposal-not-accepted");
  EXPECT_EQ(post(head_, at + "/decide", decision).text("code"), "not-an-approver");
  EXPECT_EQ(post(director_, at + "/decide", decision).text("state"), "accepted");
  EXPECT_EQ(reception_.receive("before-0002").status, 201);
  EXPECT_EQ(post(director_, at + "/carry-out").text("state"), "carried-out");
  EXPECT_EQ(office_.ask({"GET", "/api/procedures/official-travel"}).status, 404);
  EXPECT_THAT(head_.get("/api/design/proposals.csv").body, HasSubstr("\"'=1+1\""));
  office_.restart();
  EXPECT_EQ(office_.ask({"GET", "/api/procedures/official-travel"}).status, 404);
}

TEST_F(Designs, AreNoMatterOfOtherOfficers) {
  EXPECT_EQ(reception_.get("/api/design").text("code"), "not-a-designer");
  EXPECT_EQ(office_.ask({"GET", "/api/design"}).status, 401);
}

}  // namespace
}  // namespace motcua::api::test

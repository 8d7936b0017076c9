// The decision on short, self-funded trips of deputy heads moves from the City to the department,
// on a real store: drafted as one row of the matrix, tried on last year's dossiers, published by a
// second person from a day on; who applies next follows it, what is in flight does not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <future>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view before_the_last = "<rule id=\"authority-rule-1\">";

std::string with_row(std::string matrix) {
  std::string row = "<rule id=\"authority-rule-short\">";
  const std::array<const char*, 7> tests{
      "\"department-deputy\"", "-", "\"own\"", "&lt;= 5", "-", "-", "false"};
  for (const auto* test : tests) {
    row += "<inputEntry><text>" + std::string(test) + "</text></inputEntry>";
  }
  row +=
      "<outputEntry><text>\"director\"</text></outputEntry>"
      "<outputEntry><text>\"15/QĐ-UBND\"</text></outputEntry>"
      "<annotationEntry><text>chưa kiểm chứng</text></annotationEntry></rule>";
  const auto at = matrix.find(before_the_last);
  EXPECT_NE(at, std::string::npos);
  return matrix.insert(at, row);
}

std::string trip_of(std::string_view rank, int days, std::string_view funding) {
  return R"({"unit":{"name":"Sở Du lịch","address":"Hà Nội","letter_number":"125/SDL",)"
         R"("letter_date":"2017-04-10"},"contact":{"name":"Trần Thị Mai","phone":"0912345678",)"
         R"("email":"mai@dulich.vn"},"trip":{"purpose":"Hội chợ","countries":[{"name":"JP"}],)"
         R"("days":)" +
         std::to_string(days) +
         R"(,"inviting_body":"JATA","from":"2017-05-10","to":"2017-05-20","funding":")" +
         std::string(funding) +
         R"("},"leader":{"name":"Nguyễn Văn An","post":"Phó Giám đốc","rank_group":")" +
         std::string(rank) + R"(","party_managed":false},"key_leaders":0,"confirmed":true})";
}

class MatrixDesigns : public testing::Test {
 protected:
  MatrixDesigns() {
    short_one_ = receive("department-deputy", 4, "own");
    receive("department-deputy", 8, "own");
    receive("department-deputy", 4, "state-budget");
    receive("division-head", 4, "own");
  }

  Answer post(Officer& officer, const std::string& path, const std::string& body = "{}") {
    return officer.ask({"POST", "/api/design" + path, body});
  }

  // At the counter, who decides unnamed.
  std::string receive(std::string_view rank, int days, std::string_view funding) {
    const auto got = reception_.ask({"POST",
                                     "/api/counter/dossiers",
                                     R"({"procedure":"official-travel","outcome":"received",)"
                                     R"("applicant":{"name":"Sở Du lịch"},"answers":)" +
                                         trip_of(rank, days, funding) +
                                         R"(,"papers":[{"paper":"sending-letter","originals":1},)"
                                         R"({"paper":"invitation","copies":1}]})",
                                     {{"idempotency-key", "matrix-" + std::to_string(++keys_)}}});
    EXPECT_EQ(got.status, 201) << got.body;
    return got.text("code");
  }

  // The matrix with one row more, drafted by the head; the draft's path.
  std::string drafted() {
    const auto draft = post(head_, "/drafts",
                            R"({"kind":"matrix","subject":"travel-abroad","base":1,)"
                            R"("title":"Sở quyết định chuyến đi ngắn"})");
    EXPECT_EQ(draft.status, 201) << draft.body;
    const auto read = draft.read();
    const std::string table(read.at("files").at("matrix.dmn").as_string());
    const json::object files{{"matrix.dmn", with_row(table)}};
    const auto at = "/drafts/" + draft.text("id");
    const auto saved =
        head_.ask({"PUT",
                   "/api/design" + at + "/files",
                   write_json(json::object{{"files", files}}),
                   {{"if-match", "\"" + std::to_string(draft.number("revision")) + "\""}}});
    EXPECT_EQ(saved.status, 200) << saved.body;
    return at;
  }

  void act(Officer& officer, const std::string& code, const std::string& name) {
    const auto path = "/api/dossiers/" + code;
    const auto seen = officer.get(path).number("version");
    const auto done = officer.ask({"POST",
                                   path + "/acts/" + name,
                                   "{}",
                                   {{"idempotency-key", "matrix-" + std::to_string(++keys_)},
                                    {"if-match", "\"" + std::to_string(seen) + "\""}}});
    EXPECT_EQ(done.status, 200) << name << done.body;
  }

  Answer submit(const std::string& draft) {
    return post(head_, draft + "/submit",
                R"({"in_force_from":")" + write_date(today()) +
                    R"(","decision":{"number":"15/QĐ-UBND","date":"2017-04-01",)"
                    R"("by":"UBND thành phố"}})");
  }

  Date today() { return date_of(office_.runtime().clock().now()); }

  // Its case, and who decides it, as its page says.
  std::pair<std::string, std::string> decided(const std::string& code) {
    const auto read = reception_.get("/api/dossiers/" + code).read();
    const auto* authority = member(read, "authority");
    EXPECT_NE(authority, nullptr) << code;
    if (authority == nullptr) return {};
    return {std::string(string_member(read, "case")),
            std::string(string_member(*authority, "decider"))};
  }

  using Decided = std::pair<std::string, std::string>;
  const Decided by_city_{"standard", "city"};
  const Decided by_department_{"department", "director"};

  int keys_ = 0;
  TestOffice office_;
  Officer head_{office_, "thu"};
  Officer director_{office_, "giamdoc"};
  Officer reception_{office_, "lan"};
  std::string short_one_;
};

TEST_F(MatrixDesigns, AreTriedOnPastDossiersAndShowTheDaysSaved) {
  const auto draft = drafted();
  const auto checked = head_.get("/api/design" + draft + "/check");
  EXPECT_THAT(checked.body, Not(HasSubstr("\"error\"")));
  const auto tried = post(head_, draft + "/trial", R"({"from":"2017-01-01","to":"2017-12-31"})");
  ASSERT_EQ(tried.status, 200) << tried.body;
  EXPECT_EQ(tried.number("read"), 4) << tried.body;
  EXPECT_EQ(tried.number("other_decider"), 1);
  EXPECT_EQ(tried.number("other_case"), 1);
  EXPECT_EQ(tried.number("working_days_saved"), 2);
  EXPECT_THAT(tried.body, HasSubstr(short_one_));
  // Whoever decides, and the steps, are told by their names in both languages.
  EXPECT_THAT(tried.body, HasSubstr("Director of the Department"));
  EXPECT_THAT(tried.body, HasSubstr("Giám đốc Sở"));
  EXPECT_THAT(tried.body, Not(HasSubstr("\"city\"")));
}

TEST_F(MatrixDesigns, PublishedFromADayAreFollowedByTheNextDossierOnly) {
  EXPECT_EQ(decided(short_one_), by_city_);
  const auto draft = drafted();
  const auto asked = submit(draft);
  ASSERT_EQ(asked.status, 200) << asked.body;
  EXPECT_EQ(post(head_, draft + "/publish").text("code"), "not-an-approver");
  const auto published = post(director_, draft + "/publish");
  ASSERT_EQ(published.status, 200) << published.body;
  EXPECT_EQ(published.number("number"), 3);
  const auto next = receive("department-deputy", 4, "own");
  const auto longer = receive("department-deputy", 8, "own");
  for (int start = 0; start < 2; ++start) {
    EXPECT_EQ(decided(short_one_), by_city_);
    EXPECT_EQ(decided(next), by_department_);
    EXPECT_EQ(decided(longer), by_city_);
    office_.restart();
  }
}

// Signed in one go, they come into one commit: the third is refused all the same.
TEST_F(MatrixDesigns, AThirdTripIsRefusedAlsoAmongThoseSignedTogether) {
  const auto draft = drafted();
  ASSERT_EQ(submit(draft).status, 200);
  ASSERT_EQ(post(director_, draft + "/publish").status, 200);
  Officer specialist(office_, "binh");
  std::vector<std::string> codes;
  for (int i = 0; i < 4; ++i) {
    codes.push_back(receive("department-deputy", 4, "own"));
    act(reception_, codes.back(), "hand-over");
    act(specialist, codes.back(), "propose");
    act(director_, codes.back(), "approve");
  }
  const auto* person = office_.runtime().world().office().find_person("giamdoc");
  std::promise<void> all;
  std::atomic<int> answered{0};
  std::atomic<int> signed_off{0};
  for (const auto& code : codes) {
    commands::Request request;
    request.officer = {{person->username, person->name, person->unit}, person->roles};
    dossier::ActInput input;
    input.outcome = "granted";
    input.document = "1/QĐ-SNgV";
    request.command = commands::PerformAct{code, "sign-off", input, {}};
    office_.runtime().registrar().submit(std::move(request), [&](const commands::Outcome& outcome) {
      const auto* no = std::get_if<Rejection>(&outcome);
      if (std::holds_alternative<commands::Done>(outcome)) ++signed_off;
      EXPECT_TRUE(no == nullptr || no->code() == "not_the_authority");
      if (++answered == int(codes.size())) all.set_value();
    });
  }
  all.get_future().wait();
  EXPECT_EQ(signed_off, 2);
}

// Trips decided after a past dossier was received say nothing of it; those before it do.
TEST_F(MatrixDesigns, AreTriedByTheRegisterAsItStoodAtTheReceipt) {
  const auto draft = drafted();
  const auto trips = [&](int from, int to, const std::string& kept) {
    for (int i = from; i < to; ++i) {
      auto one = std::make_shared<dossier::Dossier>();
      one->code = kept + std::to_string(i);
      one->version = 1;
      one->intake.procedure = "official-travel";
      one->intake.answers = trip_of("department-deputy", 4, "own");
      one->result = dossier::ResultPaper{};
      one->result->outcome = "granted";
      one->result->recorded_at = office_.runtime().clock().now();
      one->ended_at = one->result->recorded_at;
      office_.runtime().cache().put(one);
      office_.runtime().travel().note(one);
    }
    EXPECT_TRUE(office_.runtime().travel().take_up().ok());
  };
  const auto tried = [&] {
    return post(head_, draft + "/trial", R"({"from":"2017-01-01","to":"2017-12-31"})")
        .number("other_decider");
  };
  office_.runtime().demo_clock()->jump(hours{24});
  trips(0, 2, "000.00.00.H26-170413-070");
  EXPECT_EQ(tried(), 1) << "received before those were decided";
  receive("department-deputy", 4, "own");
  EXPECT_EQ(tried(), 1) << "a third trip stays with the City";
}

}  // namespace
}  // namespace motcua::api::test

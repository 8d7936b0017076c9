// A result the office issued, taken from the store of papers into a later application: while it is
// valid, and as it was signed.

#include <gmock/gmock.h>

#include "test_citizen.hpp"

namespace motcua::api::test {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view note_answers = R"({
  "person":{"name":"Lê Thị Mai","identity":"001085012345","passport":"B1234567",
            "phone":"0912345678"},
  "address":{"line":"3B Lê Thái Tổ","district":"Hoàn Kiếm","province":"Hà Nội"},
  "trip":{"country":"JP","purpose":"Dự hội nghị","from":"2017-05-10"},"confirmed":true})";

class IssuedInStore : public ::testing::Test {
 protected:
  IssuedInStore()
      : mai_(office_, "mai@example.org"),
        lan_(office_, "lan"),
        binh_(office_, "binh"),
        head_(office_, "minh"),
        director_(office_, "giamdoc") {
    const auto draft = mai_.begin("visa-note").text("id");
    mai_.ask({"PUT", "/api/drafts/" + draft, R"({"answers":)" + std::string(note_answers) + "}"});
    for (const std::string paper : {"request", "passport"}) {
      const auto kept = mai_.ask({"POST",
                                  "/api/drafts/" + draft + "/files?name=a.pdf&paper=" + paper,
                                  paper_of(paper),
                                  {{"content-type", "application/pdf"}}});
      EXPECT_EQ(kept.status, 201) << kept.body;
    }
    const auto sent = mai_.submit(draft);
    EXPECT_EQ(sent.status, 201) << sent.body;
    code_ = sent.text("code");
  }

  Answer act(Officer& officer, const std::string& act, const std::string& body = "{}") {
    return officer.ask({"POST", "/api/dossiers/" + code_ + "/acts/" + act, body, as_seen()});
  }
  std::map<std::string, std::string> as_seen() {
    const auto seen = lan_.get("/api/dossiers/" + code_).number("version");
    return {{"idempotency-key", "key-00000" + std::to_string(++times_)},
            {"if-match", "\"" + std::to_string(seen) + "\""}};
  }
  void sign(const std::string& more = "") {
    for (auto* signer : {&head_, &director_}) {
      const auto signed_one = signer->ask(
          {"POST", "/api/dossiers/" + code_ + "/result-papers",
           R"({"origin":"composed","passphrase":"mot-cua-2017")" + more + "}", as_seen()});
      ASSERT_EQ(signed_one.status, 200) << signed_one.body;
    }
  }
  void decide(const std::string& outcome = "granted") {
    ASSERT_EQ(act(lan_, "accept").status, 200);
    ASSERT_EQ(act(lan_, "hand-over").status, 200);
    ASSERT_EQ(act(binh_, "propose").status, 200);
    const auto recorded = act(lan_, "record-result", R"({"outcome":")" + outcome + "\"}");
    ASSERT_EQ(recorded.status, 200) << recorded.body;
  }
  void pay() {
    const auto paid = act(lan_, "record-cash", R"({"amount":10000,"document":"BL-01"})");
    ASSERT_EQ(paid.status, 200) << paid.body;
  }

  void go_on_to(std::string_view moment) {
    auto& clock = *office_.runtime().demo_clock();
    clock.jump(std::chrono::ceil<minutes>(*parse_moment(moment) - clock.now()));
  }

  // Of the store, as a new application sees it: what the office issued.
  json::array issued() {
    json::array found;
    const auto draft = mai_.begin("official-travel").text("id");
    for (auto& item : mai_.items("/api/drafts/" + draft + "/store")) {
      if (item.at("kind").as_string() == "issued") found.push_back(std::move(item));
    }
    return found;
  }
  std::string sha256_of_result() {
    const auto shown = lan_.get("/api/dossiers/" + code_).read();
    const auto issued = shown.at("result").at("issued").as_array();
    return std::string(issued.at(issued.size() - 1).at("file").at("sha256").as_string());
  }
  Answer take(const std::string& draft, const json::value& stored) {
    return mai_.ask({"POST", "/api/drafts/" + draft + "/store",
                     R"({"source":")" + std::string(stored.at("source").as_string()) +
                         R"(","file":")" + std::string(stored.at("file").as_string()) +
                         R"(","paper":"invitation"})"});
  }

  TestOffice office_;
  Citizen mai_;
  Officer lan_;
  Officer binh_;
  Officer head_;
  Officer director_;
  std::string code_;
  int times_ = 0;
};

TEST_F(IssuedInStore, IsTakenIntoALaterApplicationAsItWasSigned) {
  decide();
  EXPECT_THAT(issued(), IsEmpty()) << "nobody has signed it";
  sign();
  pay();
  const auto stored = issued();
  ASSERT_THAT(stored, SizeIs(1));
  EXPECT_EQ(stored[0].at("source").as_string(), code_);
  EXPECT_FALSE(stored[0].at("number").as_string().empty());
  EXPECT_THAT(stored[0].at("fits").as_array(), IsEmpty()) << "the applicant says for what";

  const auto draft = mai_.fill_official_travel("");
  const auto taken = take(draft, stored[0]);
  ASSERT_EQ(taken.status, 201) << taken.body;
  EXPECT_EQ(taken.text("origin"), code_);
  EXPECT_EQ(taken.text("sha256"), sha256_of_result());
  const auto later = mai_.submit(draft);
  ASSERT_EQ(later.status, 201) << later.body;

  const auto path = "/api/dossiers/" + later.text("code") + "/files/" + taken.text("id");
  EXPECT_EQ(lan_.get(path).status, 200);
  const auto checked = lan_.get(path + "/signatures").read();
  ASSERT_THAT(checked.at("signatures").as_array(), SizeIs(3)) << "two signers and the seal";
  for (const auto& signature : checked.at("signatures").as_array()) {
    EXPECT_TRUE(signature.at("holds").as_bool()) << write_json(signature);
  }
}

TEST_F(IssuedInStore, IsNotOfferedBeforeItsFeeIsPaid) {
  decide();
  sign();
  EXPECT_THAT(issued(), IsEmpty());
  pay();
  EXPECT_THAT(issued(), SizeIs(1));
}

TEST_F(IssuedInStore, IsNotOfferedNorTakenOnceItHasExpired) {
  decide();
  sign(R"(,"valid_until":"2017-04-20")");
  pay();
  const auto stored = issued();
  ASSERT_THAT(stored, SizeIs(1));
  go_on_to("2017-04-20T23:00");
  EXPECT_THAT(issued(), SizeIs(1)) << "its last day";
  go_on_to("2017-04-21T00:00");
  EXPECT_THAT(issued(), IsEmpty());
  const auto draft = mai_.begin("official-travel").text("id");
  EXPECT_EQ(take(draft, stored[0]).status, 404);
}

TEST_F(IssuedInStore, IsNotOfferedNorTakenOnceItIsRevoked) {
  decide();
  sign();
  pay();
  const auto stored = issued();
  ASSERT_THAT(stored, SizeIs(1));
  const auto revoked = act(director_, "revoke-result", R"({"reason":"Cấp sai","document":"9/QĐ"})");
  ASSERT_EQ(revoked.status, 200) << revoked.body;
  EXPECT_THAT(issued(), IsEmpty());
  const auto draft = mai_.begin("official-travel").text("id");
  EXPECT_EQ(take(draft, stored[0]).status, 404);
}

TEST_F(IssuedInStore, IsOfferedAsItWasReplaced) {
  decide();
  sign();
  pay();
  const auto first = issued();
  sign(R"(,"reason":"Sai tên nước")");
  const auto second = issued();
  ASSERT_THAT(second, SizeIs(1));
  EXPECT_NE(second[0].at("file"), first[0].at("file"));
  EXPECT_EQ(second[0].at("file").as_string(), sha256_of_result());
  EXPECT_EQ(take(mai_.begin("official-travel").text("id"), first[0]).status, 404);
}

}  // namespace
}  // namespace motcua::api::test

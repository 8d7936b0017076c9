// Timers of a process in a running office: known from its store or kept up with every commit, they
// come when their time has come, once, and also after a restart.

#include <gmock/gmock.h>

#include "duties/timer_duty.hpp"
#include "test_office.hpp"

namespace motcua::api::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* on_paper = R"({
  "procedure":"record-confirmation","case":"standard","outcome":"received",
  "applicant":{"kind":"person","name":"Lê Thị Mai"},
  "papers":[{"paper":"request","originals":1}],
  "answers":{"person":{"name":"Lê Thị Mai"},"record":{"number":"7","year":2009},"copies":1}})";

class ProcessTimers : public testing::Test {
 protected:
  ProcessTimers() : counter_(office_, "lan"), specialist_(office_, "binh") {}

  std::unique_ptr<duties::TimerDuty> duty() {
    auto& runtime = office_.runtime();
    auto made = std::make_unique<duties::TimerDuty>(duties::TimerDuty::Works{
        runtime.world(), runtime.store(), runtime.cache(), runtime.registrar(),
        [this](const std::string& code, const Rejection& why) {
          refused_.push_back(code + " " + std::string(why.code()));
        }});
    runtime.registrar().on_committed(
        [duty = made.get()](const auto& changed) { duty->take(changed); });
    EXPECT_TRUE(made->load().ok());
    return made;
  }

  std::string receive() {
    const auto received = counter_.ask(
        {"POST", "/api/counter/dossiers", on_paper, {{"idempotency-key", "receipt-00001"}}});
    EXPECT_EQ(received.status, 201) << received.body;
    const auto code = received.text("code");
    EXPECT_EQ(counter_.act(code, "hand-over", 1, "handed-over-1").status, 200);
    return code;
  }

  std::string task_of(const std::string& code) {
    const auto dossier = office_.runtime().cache().find(code);
    return dossier && !(*dossier)->tasks.empty() ? (*dossier)->tasks.front().task : "";
  }

  void let_come(duties::TimerDuty& duty, hours later) {
    auto& clock = *office_.runtime().demo_clock();
    clock.jump(later);
    ASSERT_TRUE(duty.make_due(clock.now()).ok());
  }

  TestOffice office_;
  Officer counter_;
  Officer specialist_;
  std::vector<std::string> refused_;
};

TEST_F(ProcessTimers, GiveLateWorkToTheHeadByThemselves) {
  const auto duty_of_today = duty();
  const auto code = receive();
  let_come(*duty_of_today, hours{1});
  EXPECT_EQ(task_of(code), "examine");
  let_come(*duty_of_today, hours{24});
  EXPECT_EQ(task_of(code), "head");
  const auto page = specialist_.get("/api/dossiers/" + code);
  EXPECT_THAT(page.body, HasSubstr("timer_came"));
  EXPECT_THAT(specialist_.act(code, "propose", 3, "too-late-1").body, HasSubstr("not-the-step"));
  let_come(*duty_of_today, hours{24});
  EXPECT_EQ((*office_.runtime().cache().find(code))->version, 3u) << "it comes once";
  EXPECT_THAT(refused_, IsEmpty());
}

TEST_F(ProcessTimers, AreKnownAgainAfterARestart) {
  const auto code = receive();
  office_.restart();
  const auto after = duty();
  let_come(*after, hours{25});
  EXPECT_EQ(task_of(code), "head");
}

TEST_F(ProcessTimers, AreGoneWithTheWorkTheyWatchOver) {
  const auto duty_of_today = duty();
  const auto code = receive();
  const auto done = specialist_.ask({"POST",
                                     "/api/dossiers/" + code + "/acts/propose",
                                     R"({"answers":{"in_archive":true,"searched_in":"office"}})",
                                     {{"if-match", "\"2\""}, {"idempotency-key", "proposed-1"}}});
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(task_of(code), "approve");
  let_come(*duty_of_today, hours{48});
  EXPECT_EQ(task_of(code), "approve");
}

TEST_F(ProcessTimers, TellTheApplicantNothingOfWhoWasLate) {
  const auto duty_of_today = duty();
  const auto received = counter_.ask(
      {"POST", "/api/counter/dossiers", on_paper, {{"idempotency-key", "receipt-00002"}}});
  const auto code = received.text("code");
  EXPECT_EQ(counter_.act(code, "hand-over", 1, "handed-over-2").status, 200);
  let_come(*duty_of_today, hours{25});
  const auto tracked =
      office_.ask({"POST", "/api/tracking",
                   R"({"code":")" + code + R"(","secret":")" + received.text("secret") + R"("})"});
  ASSERT_EQ(tracked.status, 200) << tracked.body;
  EXPECT_THAT(tracked.body, Not(HasSubstr("timer_came")));
  EXPECT_THAT(tracked.body, Not(HasSubstr("found_out")));
}

}  // namespace
}  // namespace motcua::api::test

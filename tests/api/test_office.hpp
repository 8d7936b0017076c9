// A demonstration office without history in a folder of its own, asked in process: the product's
// own store, writer, files and routes. The clock of sessions and of guesses is set by the test.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "api/desk.hpp"
#include "runtime/runtime.hpp"

namespace motcua::api::test {

struct Sent {
  std::string method = "GET";
  std::string target;  // "/api/dossiers?view=all"
  std::string body{};
  std::map<std::string, std::string> headers{};  // names in lower case
  std::string peer = "192.0.2.1";
};

struct Answer {
  int status = 0;
  std::string body;
  std::map<std::string, std::string> headers;  // names in lower case

  json::value read() const;
  std::string text(std::string_view name) const;  // a member's string; empty when there is none
  std::int64_t number(std::string_view name) const;
};

class TestOffice {
 public:
  TestOffice();
  ~TestOffice();
  TestOffice(const TestOffice&) = delete;
  TestOffice& operator=(const TestOffice&) = delete;

  // Any thread. Asserts that there is such a route.
  Answer ask(Sent sent);
  void restart();  // as after a stop: everything from the folder again
  void pass(seconds time) { real_seconds_ += time.count(); }  // for sessions and guesses

  std::int64_t real_seconds() const { return real_seconds_; }
  void answer_at(std::string address) { parts_->public_address = std::move(address); }
  void send_mail();  // from now on
  // What the newest mail to this address says as it leaves the house, with all that is asked for
  // until now sent; empty when there is none.
  std::string newest_mail(const std::string& address);
  int mails_to(const std::string& address);
  appointment::Settings& appointments() { return parts_->face.appointments; }
  void need_second_factor() { parts_->second_factor_needed = true; }

  runtime::Runtime& runtime() { return *runtime_; }

 private:
  void open();
  std::filesystem::path folder_;
  files::Assets assets_;
  std::atomic<std::int64_t> real_seconds_{1'500'000'000};
  std::unique_ptr<runtime::Runtime> runtime_;
  std::unique_ptr<NoticeDesk> notices_;
  std::unique_ptr<Parts> parts_;
  std::unique_ptr<Desk> desk_;
  http::Router router_;
};

// Somebody signed in to it.
class Officer {
 public:
  Officer(TestOffice& office, std::string username);
  Answer ask(Sent sent);
  Answer get(std::string target) { return ask({"GET", std::move(target)}); }
  // Receives a whole application at the counter.
  Answer receive(const std::string& key, const std::string& summary = "");
  // Acts on version `seen`.
  Answer act(const std::string& code, std::string_view act, int seen, const std::string& key);
  const std::string& cookie() const { return cookie_; }

 private:
  TestOffice& office_;
  std::string cookie_;
  std::string csrf_;
};

// A PDF of one page that differs by its words.
std::string paper_of(const std::string& words = "giay to");

// "motcua_session=…" of an answer that sets it.
std::string cookie_of(const Answer& answer);

inline constexpr std::string_view demo_password = "mot-cua-2017";

// A whole form of official-travel.
inline constexpr std::string_view travel_answers = R"({
"unit":{"name":"Sở Du lịch","address":"Hà Nội","letter_number":"125/SDL",
"letter_date":"2017-04-10"},"contact":{"name":"Trần Thị Mai","phone":"0912345678",
"email":"mai@dulich.vn"},"trip":{"purpose":"Hội chợ","countries":[{"name":"JP"}],"days":6,
"inviting_body":"JATA","from":"2017-05-10","to":"2017-05-15","funding":"own"},
"leader":{"name":"Nguyễn Văn An","post":"Phó Giám đốc","rank_group":"department-deputy",
"party_managed":false},"key_leaders":0,"confirmed":true})";

}  // namespace motcua::api::test

#include "test_citizen.hpp"

#include "identity/one_time_code.hpp"

namespace motcua::api::test {
namespace {

std::string out_of_base32(const std::string& text) {
  static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char c : text) {
    held = (held << 5 | unsigned(alphabet.find(c))) & 0xFFFU;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFFU);
  }
  return bytes;
}

}  // namespace

std::string authenticator_code(TestOffice& office, const std::string& secret_in_base32) {
  return identity::one_time_code(out_of_base32(secret_in_base32),
                                 office.real_seconds() / identity::seconds_per_step);
}

Citizen::Citizen(TestOffice& office, const std::string& email) : office_(&office), email_(email) {
  const auto made = create(office, email, std::string(demo_password));
  if (made.status != 201) throw Bug("no account: " + made.body);
  take_session(made);
}

Answer Citizen::create(TestOffice& office, const std::string& email, const std::string& password) {
  return office.ask(
      {"POST", "/api/accounts",
       R"({"name":")" + email + R"(","email":")" + email + R"(","password":")" + password + "\"}"});
}

void Citizen::take_session(const Answer& answer) {
  cookie_ = cookie_of(answer);
  csrf_ = answer.text("csrf");
}

Answer Citizen::ask(Sent sent) {
  sent.headers.emplace("cookie", cookie_);
  sent.headers.emplace("x-csrf-token", csrf_);
  return office_->ask(std::move(sent));
}

Answer Citizen::sign_in(const std::string& email, const std::string& password,
                        const std::string& peer) {
  auto answer = office_->ask({"POST",
                              "/api/account/session",
                              R"({"email":")" + email + R"(","password":")" + password + "\"}",
                              {},
                              peer});
  if (answer.status == 200) take_session(answer);
  return answer;
}

Answer Citizen::sign_in_with_code(const std::string& code) {
  auto answer = office_->ask({"POST", "/api/account/session",
                              R"({"email":")" + email_ + R"(","password":")" +
                                  std::string(demo_password) + R"(","code":")" + code + "\"}"});
  if (answer.status == 200) take_session(answer);
  return answer;
}

std::string Citizen::code_of(const std::string& secret_in_base32) {
  return authenticator_code(*office_, secret_in_base32);
}

std::string Citizen::set_up_factor() {
  const auto told = ask({"POST", "/api/account/second-factor", "{}"});
  const auto secret = told.text("secret");
  const auto done = ask(
      {"PUT", "/api/account/second-factor",
       R"({"enrolment":")" + told.text("enrolment") + R"(","code":")" + code_of(secret) + "\"}"});
  if (done.status != 200) throw Bug("no second factor: " + done.body);
  const auto told_once = done.read();
  for (const auto& code : told_once.at("spare_codes").as_array()) {
    spare_codes_.emplace_back(code.as_string());
  }
  return secret;
}

std::string Citizen::add_organisation(const std::string& name) {
  const auto made = ask({"POST", "/api/account/organisations", R"({"name":")" + name + "\"}"});
  if (made.status != 201) throw Bug("no organisation: " + made.body);
  return made.text("id");
}

Answer Citizen::begin(const std::string& procedure, const std::string& party) {
  return ask(
      {"POST", "/api/drafts", R"({"procedure":")" + procedure + R"(","party":")" + party + "\"}"});
}

std::string Citizen::fill_official_travel(const std::string& party) {
  const auto draft = begin("official-travel", party).text("id");
  const auto path = "/api/drafts/" + draft;
  ask({"PUT", path, R"({"answers":)" + std::string(travel_answers) + "}"});
  for (const std::string paper : {"sending-letter", "invitation"}) {
    const auto kept = ask({"POST",
                           path + "/files?name=a.pdf&paper=" + paper,
                           paper_of(),
                           {{"content-type", "application/pdf"}}});
    if (kept.status != 201) throw Bug("no upload: " + kept.body);
  }
  return draft;
}

Answer Citizen::submit(const std::string& draft) {
  return ask({"POST",
              "/api/drafts/" + draft + "/submission",
              "{}",
              {{"idempotency-key", "send-" + draft}}});
}

std::string Citizen::send_official_travel(const std::string& party) {
  const auto sent = submit(fill_official_travel(party));
  if (sent.status != 201) throw Bug("not sent: " + sent.body);
  return sent.text("code");
}

}  // namespace motcua::api::test

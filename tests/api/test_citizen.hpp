// Somebody with an account of his own at a test's office.
#pragma once

#include <string>
#include <vector>

#include "test_office.hpp"

namespace motcua::api::test {

class Citizen {
 public:
  Citizen(TestOffice& office, const std::string& email);  // makes the account; his name is the same
  static Answer create(TestOffice& office, const std::string& email, const std::string& password);

  Answer ask(Sent sent);
  Answer get(std::string target) { return ask({"GET", std::move(target)}); }
  json::array items(const std::string& target) { return get(target).read().at("items").as_array(); }

  // Opens a session here when it is right.
  Answer sign_in(const std::string& email, const std::string& password = std::string(demo_password),
                 const std::string& peer = "192.0.2.1");
  Answer sign_in_with_code(const std::string& code);

  std::string set_up_factor();  // the authenticator's secret, in base32
  const std::vector<std::string>& spare_codes() const { return spare_codes_; }
  std::string code_of(const std::string& secret_in_base32);

  std::string add_organisation(const std::string& name);  // its id
  Answer begin(const std::string& procedure, const std::string& party = "");
  std::string fill_official_travel(const std::string& party);  // the draft's id
  Answer submit(const std::string& draft);
  std::string send_official_travel(const std::string& party);  // the dossier's code

  const std::string& cookie() const { return cookie_; }

 private:
  void take_session(const Answer& answer);

  TestOffice* office_;
  std::string email_;
  std::string cookie_;
  std::string csrf_;
  std::vector<std::string> spare_codes_;
};

// What an authenticator with this secret shows now.
std::string authenticator_code(TestOffice& office, const std::string& secret_in_base32);

}  // namespace motcua::api::test

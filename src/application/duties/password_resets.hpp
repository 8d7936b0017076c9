// Forgotten passwords: asked for by anybody for any name, looked up here, away from whoever asks,
// so that neither the answer nor its time tells whether there is such an account.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "commands/account_mail.hpp"

namespace motcua::duties {

class PasswordResets {
 public:
  explicit PasswordResets(const commands::AccountMail& mail) : mail_(mail) {}

  // Any thread. Whoever is one too many asks again.
  void ask(std::string sign_in_name);
  // Sends what was asked for since to those who have an account with a password. One thread.
  OrFailure<Nothing> make_due(commands::MailTime time);

 private:
  commands::AccountMail mail_;
  std::mutex mutex_;
  std::vector<std::string> asked_;  // bounded
};

}  // namespace motcua::duties

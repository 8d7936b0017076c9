#include "duties/password_resets.hpp"

namespace motcua::duties {
namespace {

constexpr std::size_t most_asked = 1000;

}  // namespace

void PasswordResets::ask(std::string sign_in_name) {
  const std::lock_guard lock(mutex_);
  if (asked_.size() < most_asked) asked_.push_back(std::move(sign_in_name));
}

OrFailure<Nothing> PasswordResets::make_due(commands::MailTime time) {
  std::vector<std::string> names;
  {
    const std::lock_guard lock(mutex_);
    names.swap(asked_);
  }
  for (const auto& name : names) {
    const auto citizen = mail_.people.find_citizen_named(name);
    if (!citizen) return Unexpected{citizen.error()};
    if (!*citizen || (*citizen)->password_hash.empty()) continue;
    auto sent = commands::send_proof(mail_, **citizen, ports::ProofPurpose::ResetPassword, time);
    if (!sent) return sent;
  }
  return Nothing{};
}

}  // namespace motcua::duties

// Proofs sent to the address of a citizen's account: confirming it, and choosing a new password for
// one that is forgotten.

#include <algorithm>

#include "api/account.hpp"
#include "api/account_mail.hpp"
#include "api/input.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;
using ports::ProofPurpose;

commands::AccountMail mail_of(const Parts& parts) {
  return {parts.world, parts.people, parts.notices->outbox, parts.chance};
}

commands::MailTime mail_time(const Parts& parts) {
  return {parts.clock.now(), parts.real_seconds()};
}

// The proof of a token; guesses are counted, and a wrong one is told like one that is over.
std::optional<ports::AddressProof> read_proof(Desk& desk, const Request& request,
                                              std::string_view token, ProofPurpose purpose,
                                              Response& refused) {
  const Language language = language_of(&request);
  const Guess guess{request.peer, "proof"};
  const auto now = desk.parts.real_seconds();
  if (const auto wait = desk.proofs.seconds_to_wait(guess, now); wait > 0) {
    refused = too_many_attempts(wait, language);
    return std::nullopt;
  }
  auto proof = commands::proof_of(mail_of(desk.parts), token, purpose, now);
  if (!proof) {
    refused = problem_of(proof.error(), language);
  } else if (!*proof) {
    desk.proofs.failed(guess, now);
    refused = problem(proof_over, language);
  } else {
    return std::move(*proof);
  }
  return std::nullopt;
}

Response send_proof_again(Desk& desk, const Request& request, const SignedCitizen& who) {
  const Language language = language_of(&request);
  if (!sends_mail(desk.parts)) return problem(mail_not_sent, language);
  if (who.citizen.has_confirmed_address() || who.citizen.party.details.email.empty()) {
    return no_content();
  }
  const auto sent = send_proof_of_address(desk, who.citizen);
  return sent ? no_content() : problem_of(sent.error(), language);
}

// By whoever has the link, signed in or not: he may read his mail on another device.
Response confirm_address(Desk& desk, const Request& request) {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const std::string token = input.needed_text("token", 100);
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  const auto proof = read_proof(desk, request, token, ProofPurpose::ConfirmAddress, refused);
  if (!proof) return refused;
  auto citizen = desk.parts.people.find_citizen(proof->citizen);
  if (!citizen) return problem_of(citizen.error(), language);
  const auto used = desk.parts.people.use_proof(*proof);
  if (!used) return problem_of(used.error(), language);
  if (!*used || !*citizen) return problem(proof_over, language);
  (*citizen)->confirmed_address = proof->address;
  const auto kept = desk.parts.people.put_citizen(**citizen);
  return kept ? no_content() : problem_of(kept.error(), language);
}

// The same answer for every name, at once: who has an account is looked up afterwards.
Response forget_password(Desk& desk, const Request& request) {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const std::string name = identity::sign_in_name(input.needed_text("email", 200));
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  if (!sends_mail(desk.parts)) return problem(mail_not_sent, language);
  const auto now = desk.parts.real_seconds();
  const Guess guess{request.peer, name};
  if (const auto wait = desk.forgotten.seconds_to_wait(guess, now); wait > 0) {
    return too_many_attempts(wait, language);
  }
  desk.forgotten.failed(guess, now);
  desk.parts.notices->password_forgotten(name);
  return answer(json::object{}, 202);
}

// What an address nobody proved may have been given to by somebody else opens nothing after its
// owner came: passkeys and identities of providers from before.
OrFailure<Nothing> forget_other_ways(Parts& parts, const ports::Citizen& citizen) {
  if (citizen.has_confirmed_address()) return Nothing{};
  const auto passkeys = parts.people.passkeys_of(ports::Realm::Citizen, citizen.party.id);
  if (!passkeys) return Unexpected{passkeys.error()};
  for (const auto& passkey : *passkeys) {
    if (auto dropped = parts.people.drop_passkey(passkey.id); !dropped) return dropped;
  }
  return parts.people.drop_links_of(citizen.party.id);
}

OrFailure<bool> put_new_password(Desk& desk, const ports::AddressProof& proof,
                                 ports::Citizen& citizen, std::string_view password) {
  auto hash = desk.parts.hasher.hash(password);
  if (!hash) return Unexpected{hash.error()};
  const auto used = desk.parts.people.use_proof(proof);
  if (!used || !*used) return used;
  if (const auto done = forget_other_ways(desk.parts, citizen); !done) {
    return Unexpected{done.error()};
  }
  citizen.password_hash = std::move(*hash);
  citizen.confirmed_address = proof.address;
  const auto kept = desk.parts.people.put_citizen(citizen);
  if (!kept || !*kept) return kept;
  if (const auto closed = desk.citizen_sessions.close_all(citizen.party.id); !closed) {
    return Unexpected{closed.error()};
  }
  if (const auto told = tell_password_changed(desk, citizen); !told) {
    return Unexpected{told.error()};
  }
  return true;
}

// With a code of the second factor where there is one: whoever reads somebody's mail has not got
// his authenticator.
Response reset_password(Desk& desk, const Request& request) {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const std::string token = input.needed_text("token", 100);
  const std::string password = input.needed_secret("password", 200);
  const std::string code = input.text("code", 20);
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  const auto proof = read_proof(desk, request, token, ProofPurpose::ResetPassword, refused);
  if (!proof) return refused;
  auto citizen = desk.parts.people.find_citizen(proof->citizen);
  if (!citizen) return problem_of(citizen.error(), language);
  if (!*citizen) return problem(proof_over, language);
  if (const auto sound = identity::check_password(password, (*citizen)->party.details); !sound) {
    return problem_of(sound.error(), language);
  }
  if (auto no = refuse_citizens_code(desk, request, **citizen, code)) return std::move(*no);
  const auto put = put_new_password(desk, *proof, **citizen, password);
  if (!put) return problem_of(put.error(), language);
  return *put ? no_content() : problem(proof_over, language);
}

}  // namespace

bool sends_mail(const Parts& parts) {
  if (parts.notices == nullptr) return false;
  return std::ranges::find(parts.notices->channels, notice::Channel::Email) !=
         parts.notices->channels.end();
}

OrFailure<Nothing> send_proof_of_address(Desk& desk, const ports::Citizen& citizen) {
  if (!sends_mail(desk.parts)) return Nothing{};
  auto sent = commands::send_proof(mail_of(desk.parts), citizen, ProofPurpose::ConfirmAddress,
                                   mail_time(desk.parts));
  desk.parts.notices->wake_sender();
  return sent;
}

OrFailure<Nothing> tell_password_changed(Desk& desk, const ports::Citizen& citizen) {
  if (!sends_mail(desk.parts) || citizen.party.details.email.empty()) return Nothing{};
  auto told = commands::tell_password_changed(mail_of(desk.parts), citizen, mail_time(desk.parts));
  desk.parts.notices->wake_sender();
  return told;
}

FactorHolder citizen_factor(const ports::Citizen& citizen) {
  return {ports::Realm::Citizen, citizen.party.id, citizen.sign_in_name};
}

std::optional<Response> refuse_citizens_code(Desk& desk, const Request& request,
                                             const ports::Citizen& citizen, std::string_view code) {
  const Language language = language_of(&request);
  if (citizen.factor.enrolment.empty()) return std::nullopt;
  if (code.empty()) return problem(second_factor_needed, language);
  const Guess guess{request.peer, citizen.party.id};
  const auto now = desk.parts.real_seconds();
  if (const auto wait = desk.citizen_sign_ins.seconds_to_wait(guess, now); wait > 0) {
    return too_many_attempts(wait, language);
  }
  const auto right = use_code(desk.parts, citizen_factor(citizen), citizen.factor, code);
  if (!right) return problem_of(right.error(), language);
  if (*right) return std::nullopt;
  desk.citizen_sign_ins.failed(guess, now);
  return problem(second_factor_wrong, language);
}

void add_account_mail_routes(http::Router& router, Desk& desk) {
  using http::Run;
  if (desk.parts.notices == nullptr) return;  // an office without an outbox, in scenarios
  const http::RouteLimits body{16 * 1024, {"application/json"}};
  router.add("POST", "/api/account/address/proof", Run::Pool,
             for_citizens(desk,
                          [&](Request& request, const SignedCitizen& who) {
                            return send_proof_again(desk, request, who);
                          }),
             body);
  router.add(
      "POST", "/api/account/address/confirmation", Run::Pool,
      [&](Request& request) { return confirm_address(desk, request); }, body);
  router.add(
      "POST", "/api/account/password/forgotten", Run::Pool,
      [&](Request& request) { return forget_password(desk, request); }, body);
  router.add(
      "POST", "/api/account/password/reset", Run::Pool,
      [&](Request& request) { return reset_password(desk, request); }, body);
}

}  // namespace motcua::api

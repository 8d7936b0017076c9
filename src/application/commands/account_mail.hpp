// Mail to the holder of an account: proofs that he reads the mail of his address, and what he is to
// know of.
//
// The token of a proof is its id and the office's HMAC over it. The outbox, which officers see and
// backups hold, has a mark instead: the token is written in when the mail leaves (with_tokens), so
// that nobody but its receiver can use one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "commands/world.hpp"
#include "ports/chance.hpp"
#include "ports/outbox.hpp"
#include "ports/people_store.hpp"

namespace motcua::commands {

struct AccountMail {
  const World& world;
  ports::PeopleStore& people;
  ports::Outbox& outbox;
  ports::Chance& chance;
};

struct MailTime {
  Moment now{};              // of the office's clock
  std::int64_t seconds = 0;  // Unix, of the real clock
};

// Puts a proof and the mail with it into the outbox: into mailboxes never more than one in
// `proof_interval`, whoever asks. Well also when one was sent a moment ago: it is still good.
inline constexpr std::int64_t proof_interval = 300;
OrFailure<Nothing> send_proof(const AccountMail& mail, const ports::Citizen& citizen,
                              ports::ProofPurpose purpose, MailTime time);

OrFailure<Nothing> tell_password_changed(const AccountMail& mail, const ports::Citizen& citizen,
                                         MailTime time);

// `text` with every mark replaced by its token.
std::string with_tokens(const World& world, std::string_view text);

// The proof of this token while it is good; nothing for one that is forged, over or used.
OrFailure<std::optional<ports::AddressProof>> proof_of(const AccountMail& mail,
                                                       std::string_view token,
                                                       ports::ProofPurpose purpose,
                                                       std::int64_t seconds);

}  // namespace motcua::commands

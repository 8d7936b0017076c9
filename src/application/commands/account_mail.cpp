#include "commands/account_mail.hpp"

#include "base/digest.hpp"
#include "notice/account_notice.hpp"

namespace motcua::commands {
namespace {

using ports::ProofPurpose;

// Control characters, which no text of a person or a template has, frame the id of a mark.
constexpr char mark_begin = '\x02';
constexpr char mark_end = '\x03';

constexpr std::size_t seal_digits = 40;  // of a SHA-256 in hex: 160 bits

constexpr std::int64_t lifetime_of(ProofPurpose purpose) {
  return purpose == ProofPurpose::ConfirmAddress ? 48 * 3600 : 3600;
}

std::string seal_of(const World& world, std::string_view id) {
  return world.seal("address-proof", id).substr(0, seal_digits);
}

Language language_of(const ports::Citizen& citizen) {
  return citizen.language == "en" ? Language::English : Language::Vietnamese;
}

OrFailure<Nothing> put(const AccountMail& mail, notice::Kind kind,
                       const notice::AccountScene& scene, Moment now) {
  const auto stationery = mail.world.stationery();
  if (!stationery) return Nothing{};
  auto written = notice::account_notice(kind, scene, mail.world.office(), *stationery);
  return mail.outbox.put_notice({"", 0, now, std::move(written)});
}

}  // namespace

OrFailure<Nothing> send_proof(const AccountMail& mail, const ports::Citizen& citizen,
                              ProofPurpose purpose, MailTime time) {
  const auto newest = mail.people.newest_proof(purpose, citizen.party.id);
  if (!newest) return Unexpected{newest.error()};
  if (*newest > time.seconds - proof_interval) return Nothing{};
  const auto& details = citizen.party.details;
  const std::int64_t lifetime = lifetime_of(purpose);
  const ports::AddressProof proof{mail.chance.token(16), purpose,      citizen.party.id,
                                  details.email,         time.seconds, time.seconds + lifetime};
  if (auto kept = mail.people.put_proof(proof); !kept) return kept;
  const auto kind = purpose == ProofPurpose::ConfirmAddress ? notice::Kind::AddressProof
                                                            : notice::Kind::PasswordReset;
  return put(mail, kind,
             {details.name, details.email, language_of(citizen), mark_begin + proof.id + mark_end,
              time.now + seconds{lifetime}},
             time.now);
}

OrFailure<Nothing> tell_password_changed(const AccountMail& mail, const ports::Citizen& citizen,
                                         MailTime time) {
  const auto& details = citizen.party.details;
  return put(mail, notice::Kind::PasswordChanged,
             {details.name, details.email, language_of(citizen), "", {}}, time.now);
}

std::string with_tokens(const World& world, std::string_view text) {
  std::string written;
  for (auto begin = text.find(mark_begin); begin != std::string_view::npos;
       begin = text.find(mark_begin)) {
    const auto end = text.find(mark_end, begin);
    if (end == std::string_view::npos) break;
    const auto id = text.substr(begin + 1, end - begin - 1);
    written.append(text.substr(0, begin)).append(id).append(seal_of(world, id));
    text.remove_prefix(end + 1);
  }
  return written.append(text);
}

OrFailure<std::optional<ports::AddressProof>> proof_of(const AccountMail& mail,
                                                       std::string_view token, ProofPurpose purpose,
                                                       std::int64_t seconds) {
  const auto nothing = std::optional<ports::AddressProof>{};
  if (token.size() <= seal_digits) return nothing;
  const auto id = token.substr(0, token.size() - seal_digits);
  if (!equal_in_constant_time(token.substr(id.size()), seal_of(mail.world, id))) return nothing;
  auto proof = mail.people.find_proof(id);
  if (!proof || !*proof) return proof;
  const bool good = (*proof)->purpose == purpose && seconds < (*proof)->expires_at;
  return good ? proof : nothing;
}

}  // namespace motcua::commands

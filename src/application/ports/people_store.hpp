// Those who apply through the network, and every open session: beside the journal, as nothing here
// is part of a dossier.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "identity/account.hpp"

namespace motcua::ports {

enum class Realm { Officer, Citizen };

// An authenticator; its secret is the office's seal over `enrolment`, which alone tells nothing.
struct SecondFactor {
  std::string enrolment;                   // empty: none
  std::int64_t used_step = 0;              // of the code used last
  std::vector<std::string> spare_digests;  // hex SHA-256 of codes for the day it is lost
};

// An officer's, of the office file's people.
struct Account {
  std::string username;
  std::string password_hash;  // Argon2id, encoded
  SecondFactor factor;
};

// A person's account. Its party has the same id.
struct Citizen {
  identity::Party party;
  std::string sign_in_name;   // unique; empty: signs in through a provider of identities only
  std::string password_hash;  // Argon2id, encoded; empty likewise
  std::string language;       // "vi", "en"
  SecondFactor factor;
  std::string confirmed_address;  // whose mail he was seen to read; empty: none
  std::string notify_by;          // as in dossier::Intake; empty: as each application says

  bool has_confirmed_address() const {
    return !confirmed_address.empty() && confirmed_address == party.details.email;
  }
};

enum class ProofPurpose { ConfirmAddress, ResetPassword };

// That somebody reads the mail of an address: by a token sent there. Of the token only its id is
// kept, which opens nothing without the office's seal over it.
struct AddressProof {
  std::string id;
  ProofPurpose purpose = ProofPurpose::ConfirmAddress;
  std::string citizen;
  std::string address;
  std::int64_t made_at = 0;  // Unix seconds of the real clock, as expires_at
  std::int64_t expires_at = 0;
};

// A credential of WebAuthn.
struct Passkey {
  std::string id;  // the credential's, in base64url
  Realm realm = Realm::Officer;
  std::string holder;        // user name of an officer, id of a citizen
  std::string name;          // its holder's word for it
  int algorithm = 0;         // COSE
  std::string public_key;    // in base64url, as libfido2 has it
  std::int64_t counter = 0;  // of signatures; 0 where the authenticator counts none
  std::int64_t made_at = 0;  // Unix seconds of the real clock, as used_at
  std::int64_t used_at = 0;  // 0: never
};

// Who somebody is at a provider of identities.
struct IdentityLink {
  std::string issuer;
  std::string subject;
  std::string citizen;
};

struct Session {
  std::string token_digest;  // hex SHA-256 of the cookie's token
  Realm realm = Realm::Officer;
  std::string holder;  // user name of an officer, id of a citizen
  std::string csrf;
  std::int64_t expires_at = 0;  // Unix seconds of the real clock, as opened_at
  std::int64_t opened_at = 0;
  std::string device;         // what the browser calls itself, shortened
  std::string provider;       // of identities that opened it; empty: a password
  std::string logout_hint;    // what that provider wants back when it is closed
  bool lacks_factor = false;  // opens nothing but the setting up of a second factor
};

// Any thread.
class PeopleStore {
 public:
  virtual ~PeopleStore() = default;

  virtual OrFailure<Nothing> put_account(const Account& account) = 0;
  virtual OrFailure<std::optional<Account>> find_account(std::string_view username) = 0;

  // False, and nothing kept, when another account has the sign-in name.
  virtual OrFailure<bool> put_citizen(const Citizen& citizen) = 0;
  virtual OrFailure<std::optional<Citizen>> find_citizen(std::string_view id) = 0;
  virtual OrFailure<std::optional<Citizen>> find_citizen_named(std::string_view sign_in_name) = 0;
  // Counts a code as used; false when it was, by somebody who was quicker.
  virtual OrFailure<bool> use_step(Realm realm, std::string_view holder, std::int64_t step) = 0;
  virtual OrFailure<bool> use_spare(Realm realm, std::string_view holder,
                                    std::string_view digest) = 0;

  // Keeps a proof and forgets those that are over.
  virtual OrFailure<Nothing> put_proof(const AddressProof& proof) = 0;
  virtual OrFailure<std::optional<AddressProof>> find_proof(std::string_view id) = 0;
  // When the newest of its kind was made; 0: none is kept.
  virtual OrFailure<std::int64_t> newest_proof(ProofPurpose purpose, std::string_view citizen) = 0;
  // Uses up a proof, with every other of its citizen and purpose; false when it was used before.
  virtual OrFailure<bool> use_proof(const AddressProof& proof) = 0;

  virtual OrFailure<Nothing> put_link(const IdentityLink& link) = 0;
  virtual OrFailure<std::optional<IdentityLink>> find_link(std::string_view issuer,
                                                           std::string_view subject) = 0;
  virtual OrFailure<Nothing> drop_links_of(std::string_view citizen) = 0;

  // False, and nothing kept, when the credential is known already.
  virtual OrFailure<bool> add_passkey(const Passkey& passkey) = 0;
  virtual OrFailure<std::optional<Passkey>> find_passkey(std::string_view id) = 0;
  // The oldest first.
  virtual OrFailure<std::vector<Passkey>> passkeys_of(Realm realm, std::string_view holder) = 0;
  // Notes its use; false, and nothing noted, when `counter` is not above the one kept, unless both
  // are 0.
  virtual OrFailure<bool> use_passkey(std::string_view id, std::int64_t counter,
                                      std::int64_t now) = 0;
  virtual OrFailure<Nothing> rename_passkey(std::string_view id, std::string_view name) = 0;
  virtual OrFailure<Nothing> drop_passkey(std::string_view id) = 0;

  virtual OrFailure<Nothing> put_organisation(const identity::Party& organisation) = 0;
  virtual OrFailure<std::optional<identity::Party>> find_organisation(std::string_view id) = 0;

  virtual OrFailure<Nothing> put_mandate(const identity::Mandate& mandate) = 0;
  // Of which somebody is principal or representative, oldest first, those over and revoked too.
  virtual OrFailure<std::vector<identity::Mandate>> mandates_with(std::string_view party) = 0;

  virtual OrFailure<Nothing> put_session(const Session& session) = 0;
  virtual OrFailure<std::optional<Session>> find_session(std::string_view token_digest) = 0;
  virtual OrFailure<std::vector<Session>> sessions_of(Realm realm, std::string_view holder) = 0;
  virtual OrFailure<Nothing> drop_session(std::string_view token_digest) = 0;
  virtual OrFailure<Nothing> drop_sessions_before(std::int64_t expiry) = 0;
};

}  // namespace motcua::ports

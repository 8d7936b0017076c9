#include "passkey/ceremony.hpp"

#include <arpa/inet.h>
#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <array>
#include <memory>

#include "base/digest.hpp"
#include "base/json.hpp"

namespace motcua::passkey {
namespace {

constexpr std::size_t shortest_authenticator_data = 37;
constexpr std::size_t flags_at = 32;
constexpr unsigned user_present = 0x01;
constexpr unsigned user_verified = 0x04;
constexpr unsigned credential_attached = 0x40;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text_of(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

bool is_number(const std::string& host) {
  in_addr four{};
  return host.find(':') != std::string::npos || inet_pton(AF_INET, host.c_str(), &four) == 1;
}

// WebAuthn 7.1 steps 5 to 9, 7.2 steps 9 to 13: what the browser says it asked, and on which page.
OrFailure<Nothing> check_client_data(const RelyingParty& party, std::string_view type,
                                     std::string_view challenge, std::string_view client_data) {
  const auto value = read_json(client_data);
  if (!value || !value->is_object()) return malformed("passkey: client data is no JSON object");
  if (string_member(*value, "type") != type) return malformed("passkey: another ceremony");
  if (challenge.empty() || !equal_in_constant_time(string_member(*value, "challenge"), challenge)) {
    return malformed("passkey: another challenge");
  }
  if (string_member(*value, "origin") != party.origin) return malformed("passkey: another origin");
  const auto* framed = member(*value, "crossOrigin");
  if (framed != nullptr && *framed == json::value(true)) {
    return malformed("passkey: asked inside another site");
  }
  return Nothing{};
}

// 7.1 steps 13 to 15, which libfido2 checks only together with an attestation.
OrFailure<Nothing> check_new_credential(const RelyingParty& party, std::string_view data) {
  if (data.size() < shortest_authenticator_data) return malformed("passkey: data cut short");
  const auto hash = sha256(party.id);
  if (data.substr(0, hash.size()) != text_of(hash.data(), hash.size())) {
    return malformed("passkey: another relying party");
  }
  const auto flags = static_cast<unsigned char>(data[flags_at]);
  constexpr unsigned needed = user_present | user_verified | credential_attached;
  if ((flags & needed) != needed) return malformed("passkey: the user was not verified");
  return Nothing{};
}

struct CredentialOff {
  void operator()(fido_cred_t* credential) const { fido_cred_free(&credential); }
};
struct AssertionOff {
  void operator()(fido_assert_t* assertion) const { fido_assert_free(&assertion); }
};

struct KeyOff {
  int algorithm;
  void operator()(void* key) const {
    if (algorithm == COSE_ES256) {
      auto* es256 = static_cast<es256_pk_t*>(key);
      es256_pk_free(&es256);
    } else if (algorithm == COSE_RS256) {
      auto* rs256 = static_cast<rs256_pk_t*>(key);
      rs256_pk_free(&rs256);
    } else {
      auto* eddsa = static_cast<eddsa_pk_t*>(key);
      eddsa_pk_free(&eddsa);
    }
  }
};
using Key = std::unique_ptr<void, KeyOff>;

// Null for a key libfido2 does not take.
Key read_key(const Credential& credential) {
  const auto& bytes = credential.public_key;
  int read = FIDO_ERR_INVALID_ARGUMENT;
  Key key(nullptr, KeyOff{credential.algorithm});
  if (credential.algorithm == COSE_ES256) {
    auto* es256 = es256_pk_new();
    key.reset(es256);
    read = es256_pk_from_ptr(es256, bytes.data(), bytes.size());
  } else if (credential.algorithm == COSE_RS256) {
    auto* rs256 = rs256_pk_new();
    key.reset(rs256);
    read = rs256_pk_from_ptr(rs256, bytes.data(), bytes.size());
  } else if (credential.algorithm == COSE_EDDSA) {
    auto* eddsa = eddsa_pk_new();
    key.reset(eddsa);
    read = eddsa_pk_from_ptr(eddsa, bytes.data(), bytes.size());
  }
  if (read != FIDO_OK) key.reset();
  return key;
}

}  // namespace

std::optional<RelyingParty> relying_party(std::string_view public_address) {
  const auto scheme_end = public_address.find("://");
  if (scheme_end == std::string_view::npos) return std::nullopt;
  const auto scheme = public_address.substr(0, scheme_end);
  auto rest = public_address.substr(scheme_end + 3);
  rest = rest.substr(0, rest.find('/'));
  const auto port_at = rest.rfind(':');
  const bool has_port = port_at != std::string_view::npos && rest.find(']', port_at) == rest.npos;
  std::string host(has_port ? rest.substr(0, port_at) : rest);
  const std::string port(has_port ? rest.substr(port_at) : "");
  if (host == "127.0.0.1" || host == "[::1]") host = "localhost";
  const bool sealed = scheme == "https" || (scheme == "http" && host == "localhost");
  if (host.empty() || !sealed || is_number(host)) return std::nullopt;
  return RelyingParty{host, std::string(scheme) + "://" + host + port};
}

OrFailure<Credential> read_credential(const RelyingParty& party, std::string_view challenge,
                                      const Answer& answer) {
  if (auto no = check_client_data(party, "webauthn.create", challenge, answer.client_data); !no) {
    return Unexpected{no.error()};
  }
  const std::string_view data = answer.authenticator_data;
  if (auto no = check_new_credential(party, data); !no) return Unexpected{no.error()};
  for (const int algorithm : {COSE_ES256, COSE_EDDSA, COSE_RS256}) {
    const std::unique_ptr<fido_cred_t, CredentialOff> read(fido_cred_new());
    auto* cred = read.get();
    if (cred == nullptr || fido_cred_set_type(cred, algorithm) != FIDO_OK) continue;
    if (fido_cred_set_authdata_raw(cred, bytes_of(data), data.size()) != FIDO_OK) continue;
    return Credential{text_of(fido_cred_id_ptr(cred), fido_cred_id_len(cred)), algorithm,
                      text_of(fido_cred_pubkey_ptr(cred), fido_cred_pubkey_len(cred)),
                      fido_cred_sigcount(cred)};
  }
  return malformed("passkey: no credential that can be read");
}

OrFailure<std::int64_t> check_assertion(const RelyingParty& party, std::string_view challenge,
                                        const Credential& credential, const Answer& answer) {
  if (auto no = check_client_data(party, "webauthn.get", challenge, answer.client_data); !no) {
    return Unexpected{no.error()};
  }
  const auto key = read_key(credential);
  const std::unique_ptr<fido_assert_t, AssertionOff> made(fido_assert_new());
  auto* assertion = made.get();
  if (!key || assertion == nullptr) return malformed("passkey: the key kept cannot be read");
  const auto hash = sha256(answer.client_data);
  const auto& data = answer.authenticator_data;
  const auto& signature = answer.signature;
  const std::array steps{fido_assert_set_clientdata_hash(assertion, hash.data(), hash.size()),
                         fido_assert_set_rp(assertion, party.id.c_str()),
                         fido_assert_set_up(assertion, FIDO_OPT_TRUE),
                         fido_assert_set_uv(assertion, FIDO_OPT_TRUE),
                         fido_assert_set_count(assertion, 1),
                         fido_assert_set_authdata_raw(assertion, 0, bytes_of(data), data.size()),
                         fido_assert_set_sig(assertion, 0, bytes_of(signature), signature.size())};
  for (const int step : steps) {
    if (step != FIDO_OK) return malformed(std::string("passkey: ") + fido_strerr(step));
  }
  const int verified = fido_assert_verify(assertion, 0, credential.algorithm, key.get());
  if (verified != FIDO_OK) return malformed(std::string("passkey: ") + fido_strerr(verified));
  return std::int64_t{fido_assert_sigcount(assertion, 0)};
}

}  // namespace motcua::passkey

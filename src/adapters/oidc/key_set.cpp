#include "oidc/key_set.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include <boost/json/array.hpp>
#include <memory>
#include <optional>

#include "base/base64.hpp"
#include "base/json.hpp"

namespace motcua::oidc {
namespace {

template <auto free>
struct Free {
  template <class T>
  void operator()(T* it) const {
    free(it);
  }
};
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Free<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Free<OSSL_PARAM_free>>;
using Context = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Bytes = std::unique_ptr<BIO, Free<BIO_free>>;

constexpr int least_rsa_bits = 2048;

Key key_from(const char* kind, OSSL_PARAM_BLD* builder) {
  const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
  const Context context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
  EVP_PKEY* key = nullptr;
  const bool made =
      parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1 &&
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) == 1;
  return Key(made ? key : nullptr);
}

std::optional<std::string> bytes_of(const json::value& jwk, std::string_view name) {
  const auto text = string_member(jwk, name);
  return text.empty() ? std::nullopt : out_of_base64url(text);
}

Number number_of(const json::value& jwk, std::string_view name) {
  const auto bytes = bytes_of(jwk, name);
  if (!bytes) return nullptr;
  return Number(BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes->data()), int(bytes->size()),
                          nullptr));
}

Key rsa_key(const json::value& jwk) {
  const auto modulus = number_of(jwk, "n");
  const auto exponent = number_of(jwk, "e");
  if (!modulus || !exponent || BN_num_bits(modulus.get()) < least_rsa_bits) return nullptr;
  const Builder builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
  return key_from("RSA", builder.get());
}

Key curve_key(const json::value& jwk) {
  const auto curve = string_member(jwk, "crv");
  const char* group = curve == "P-256" ? "prime256v1" : curve == "P-384" ? "secp384r1" : nullptr;
  const auto x = bytes_of(jwk, "x");
  const auto y = bytes_of(jwk, "y");
  if (group == nullptr || !x || !y || x->size() != y->size()) return nullptr;
  const std::string point = '\x04' + *x + *y;  // uncompressed (SEC 1, 2.3.3)
  const Builder builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, group, 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                   point.size());
  return key_from("EC", builder.get());
}

std::string in_pem(EVP_PKEY* key) {
  const Bytes out(BIO_new(BIO_s_mem()));
  if (PEM_write_bio_PUBKEY(out.get(), key) != 1) return {};
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return {text, std::size_t(size)};
}

}  // namespace

OrFailure<KeySet> KeySet::read(std::string_view json_text) {
  const auto document = read_json(json_text);
  const auto* keys = document ? member(*document, "keys") : nullptr;
  if (keys == nullptr || !keys->is_array()) return malformed("no set of keys");
  KeySet set;
  for (const auto& jwk : keys->get_array()) {
    const auto use = string_member(jwk, "use");
    if (!use.empty() && use != "sig") continue;
    const auto kind = string_member(jwk, "kty");
    const auto key = kind == "RSA" ? rsa_key(jwk) : kind == "EC" ? curve_key(jwk) : nullptr;
    if (key) set.keys_[std::string(string_member(jwk, "kid"))] = in_pem(key.get());
  }
  return set;
}

const std::string* KeySet::find(std::string_view kid) const {
  if (kid.empty() && keys_.size() == 1) return &keys_.begin()->second;
  const auto found = keys_.find(kid);
  return found == keys_.end() ? nullptr : &found->second;
}

}  // namespace motcua::oidc

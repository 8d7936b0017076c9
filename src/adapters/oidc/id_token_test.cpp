#include "oidc/id_token.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <jwt.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <cstdlib>
#include <memory>

#include "base/base64.hpp"

namespace motcua::oidc {
namespace {

using testing::HasSubstr;

constexpr std::int64_t now = 1'500'000'000;
const Expected expected{"https://id.example", "so-ngoai-vu", "nonce-1", now};

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;

std::string number_of(EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  EVP_PKEY_get_bn_param(key, name, &number);
  std::string bytes(std::size_t(BN_num_bytes(number)), '\0');
  BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
  BN_free(number);
  return in_base64url(bytes);
}

std::string pem_of(EVP_PKEY* key, bool secret) {
  BIO* out = BIO_new(BIO_s_mem());
  if (secret) {
    PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
  } else {
    PEM_write_bio_PUBKEY(out, key);
  }
  char* text = nullptr;
  const auto size = std::size_t(BIO_get_mem_data(out, &text));
  std::string pem(text, size);
  BIO_free(out);
  return pem;
}

EVP_PKEY* rsa_key() {
  static const Key key(EVP_RSA_gen(2048));
  return key.get();
}
EVP_PKEY* curve_key() {
  static const Key key(EVP_EC_gen("P-256"));
  return key.get();
}

KeySet keys() {
  const std::string text = R"({"keys":[{"kty":"RSA","kid":"rsa","use":"sig","n":")" +
                           number_of(rsa_key(), OSSL_PKEY_PARAM_RSA_N) + R"(","e":")" +
                           number_of(rsa_key(), OSSL_PKEY_PARAM_RSA_E) +
                           R"("},{"kty":"EC","kid":"curve","crv":"P-256","x":")" +
                           number_of(curve_key(), OSSL_PKEY_PARAM_EC_PUB_X) + R"(","y":")" +
                           number_of(curve_key(), OSSL_PKEY_PARAM_EC_PUB_Y) +
                           R"("},{"kty":"oct","kid":"secret","k":"c2VjcmV0"}]})";
  auto read = KeySet::read(text);
  EXPECT_TRUE(read.ok());
  return std::move(*read);
}

constexpr std::string_view good =
    R"({"iss":"https://id.example","sub":"lan","aud":"so-ngoai-vu","nonce":"nonce-1",
        "iat":1500000000,"exp":1500003600,"name":"Lê Thị Lan"})";

std::string token(std::string_view claims, const char* kid, jwt_alg_t algorithm,
                  const std::string& key) {
  jwt_t* made = nullptr;
  jwt_new(&made);
  jwt_add_grants_json(made, std::string(claims).c_str());
  jwt_add_header(made, "kid", kid);
  EXPECT_EQ(jwt_set_alg(made, algorithm, reinterpret_cast<const unsigned char*>(key.data()),
                        int(key.size())),
            0);
  char* text = jwt_encode_str(made);
  std::string written = text == nullptr ? "" : text;
  std::free(text);
  jwt_free(made);
  return written;
}

std::string signed_by_rsa(std::string_view claims) {
  return token(claims, "rsa", JWT_ALG_RS256, pem_of(rsa_key(), true));
}

std::string with(std::string_view from, std::string_view to) {
  std::string claims(good);
  claims.replace(claims.find(from), from.size(), to);
  return claims;
}

std::string refusal(const std::string& of) {
  const auto claims = claims_of(of, keys(), expected);
  return claims ? "" : claims.error().what;
}

TEST(IdToken, TellsWhoSignedIn) {
  for (const auto& text :
       {signed_by_rsa(good), token(good, "curve", JWT_ALG_ES256, pem_of(curve_key(), true))}) {
    const auto claims = claims_of(text, keys(), expected);
    ASSERT_TRUE(claims.ok()) << claims.error().what;
    EXPECT_EQ(string_member(*claims, "name"), "Lê Thị Lan");
  }
}

TEST(IdToken, IsForThisOfficeThisTripAndThisHour) {
  EXPECT_THAT(refusal(signed_by_rsa(with("id.example", "id.evil"))), HasSubstr("another issuer"));
  EXPECT_THAT(refusal(signed_by_rsa(with("so-ngoai-vu", "so-y-te"))), HasSubstr("somebody else"));
  EXPECT_THAT(refusal(signed_by_rsa(with("nonce-1", "nonce-2"))), HasSubstr("another trip"));
  EXPECT_THAT(refusal(signed_by_rsa(with("1500003600", "1499999900"))), HasSubstr("ran out"));
  EXPECT_THAT(refusal(signed_by_rsa(with("\"iat\":1500000000", "\"iat\":1500000100"))),
              HasSubstr("future"));
  EXPECT_THAT(refusal(signed_by_rsa(with("\"sub\":\"lan\"", "\"sub\":\"\""))), HasSubstr("nobody"));
}

TEST(IdToken, ForSeveralNamesTheOneItWasGivenTo) {
  const auto several = R"(["so-ngoai-vu","so-y-te"])";
  EXPECT_THAT(refusal(signed_by_rsa(with("\"so-ngoai-vu\"", several))),
              HasSubstr("given to somebody else"));
  EXPECT_EQ(refusal(signed_by_rsa(
                with("\"so-ngoai-vu\"", std::string(several) + R"(,"azp":"so-ngoai-vu")"))),
            "");
}

TEST(IdToken, ThatNobodySignedIsNotBelieved) {
  const auto header = in_base64url(R"({"alg":"none","kid":"rsa"})");
  EXPECT_NE(refusal(header + "." + in_base64url(good) + "."), "");
}

TEST(IdToken, SignedWithThePublicKeyAsASecretIsNotBelieved) {
  EXPECT_THAT(refusal(token(good, "rsa", JWT_ALG_HS256, pem_of(rsa_key(), false))),
              HasSubstr("nobody signed"));
  EXPECT_NE(refusal(token(good, "secret", JWT_ALG_HS256, "secret")), "");
}

TEST(IdToken, SignedByAnotherKeyOrAlteredIsNotBelieved) {
  const Key other(EVP_RSA_gen(2048));
  EXPECT_THAT(refusal(token(good, "rsa", JWT_ALG_RS256, pem_of(other.get(), true))),
              HasSubstr("signature"));
  EXPECT_THAT(refusal(token(good, "new", JWT_ALG_RS256, pem_of(rsa_key(), true))),
              HasSubstr("unknown key"));
  auto altered = signed_by_rsa(good);
  const auto claims = altered.find('.') + 1;
  altered.replace(claims, altered.rfind('.') - claims, in_base64url(with("lan", "ban")));
  EXPECT_THAT(refusal(altered), HasSubstr("signature"));
}

TEST(IdToken, ThatIsNoneIsRefusedQuickly) {
  for (const std::string& text : {std::string(), std::string("x"), std::string("a.b.c"),
                                  std::string("...."), std::string(1 << 20, 'a')}) {
    EXPECT_NE(refusal(text), "") << text.size();
  }
}

TEST(KeySet, PassesOverWhatItCannotUse) {
  EXPECT_FALSE(KeySet::read("[]").ok());
  const auto weak = KeySet::read(
      R"({"keys":[{"kty":"RSA","kid":"weak","n":"AQAB","e":"AQAB"},{"kty":"EC","crv":"P-256",
          "kid":"off","x":"AAAA","y":"AAAA"},{"kty":"OKP","kid":"other"}]})");
  ASSERT_TRUE(weak.ok());
  for (const auto* kid : {"weak", "off", "other"}) EXPECT_EQ(weak->find(kid), nullptr) << kid;
}

}  // namespace
}  // namespace motcua::oidc

#include "signature/timestamp.hpp"

#include <openssl/bio.h>
#include <openssl/pkcs7.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <array>

#include "base/digest.hpp"
#include "signature/certificates.hpp"
#include "signature/handles.hpp"

namespace motcua::signature {
namespace {

struct FreeImprint {
  void operator()(TS_MSG_IMPRINT* it) const { TS_MSG_IMPRINT_free(it); }
};
struct FreeAlgorithm {
  void operator()(X509_ALGOR* it) const { X509_ALGOR_free(it); }
};
struct FreeInteger {
  void operator()(ASN1_INTEGER* it) const { ASN1_INTEGER_free(it); }
};
struct FreeTokenContent {
  void operator()(TS_TST_INFO* it) const { TS_TST_INFO_free(it); }
};

const unsigned char* start_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

template <class T, class Write>
OrFailure<std::string> written(const T* it, Write write) {
  unsigned char* bytes = nullptr;
  const int size = write(it, &bytes);
  if (size < 0) return malformed("a timestamp cannot be written: " + openssl_complaint());
  std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return der;
}

bool set_imprint(TS_REQ* request, std::string_view bytes) {
  auto digest = sha256(bytes);
  const std::unique_ptr<X509_ALGOR, FreeAlgorithm> algorithm{X509_ALGOR_new()};
  const std::unique_ptr<TS_MSG_IMPRINT, FreeImprint> imprint{TS_MSG_IMPRINT_new()};
  return X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1 &&
         TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
         TS_MSG_IMPRINT_set_msg(imprint.get(), digest.data(), static_cast<int>(digest.size())) ==
             1 &&
         TS_REQ_set_msg_imprint(request, imprint.get()) == 1;
}

bool set_nonce(TS_REQ* request) {
  std::array<unsigned char, 8> random{};
  if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) return false;
  random[0] = static_cast<unsigned char>((random[0] & 0x7f) | 0x40);  // DER: positive, 8 bytes
  const std::unique_ptr<ASN1_INTEGER, FreeInteger> nonce{ASN1_INTEGER_new()};
  return ASN1_STRING_set(nonce.get(), random.data(), static_cast<int>(random.size())) == 1 &&
         TS_REQ_set_nonce(request, nonce.get()) == 1;
}

// Signature and certificate purpose are checked apart from trust, so that a token from an unknown
// authority can still be told from a forged one.
bool is_signed_by_its_certificate(PKCS7* token) {
  const Owned<BIO> content{BIO_new(BIO_s_null())};
  return PKCS7_verify(token, nullptr, nullptr, nullptr, content.get(), PKCS7_NOVERIFY) == 1;
}

bool passes(PKCS7* token, std::string_view bytes, x509_store_st* store) {
  const Owned<TS_VERIFY_CTX> check{TS_VERIFY_CTX_new()};
  TS_VERIFY_CTX_set_flags(check.get(),
                          TS_VFY_VERSION | TS_VFY_DATA | (store == nullptr ? 0 : TS_VFY_SIGNATURE));
  TS_VERIFY_CTX_set_data(check.get(),
                         BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
  if (store != nullptr) {
    X509_STORE_up_ref(store);
    TS_VERIFY_CTX_set_store(check.get(), store);
  }
  return TS_RESP_verify_token(check.get(), token) == 1;
}

bool has_strong_imprint(const TS_TST_INFO* content) {
  auto* imprint = TS_TST_INFO_get_msg_imprint(const_cast<TS_TST_INFO*>(content));
  const ASN1_OBJECT* kind = nullptr;
  X509_ALGOR_get0(&kind, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
  const int nid = OBJ_obj2nid(kind);
  return nid == NID_sha256 || nid == NID_sha384 || nid == NID_sha512;
}

std::string signer_of(PKCS7* token) {
  auto* signers = PKCS7_get0_signers(token, nullptr, 0);
  std::string der = sk_X509_num(signers) == 1 ? der_of(sk_X509_value(signers, 0)) : std::string{};
  sk_X509_free(signers);
  return der;
}

}  // namespace

OrFailure<std::string> timestamp_question(std::string_view bytes) {
  const Owned<TS_REQ> request{TS_REQ_new()};
  if (TS_REQ_set_version(request.get(), 1) != 1 || !set_imprint(request.get(), bytes) ||
      !set_nonce(request.get()) || TS_REQ_set_cert_req(request.get(), 1) != 1) {
    return malformed("no question can be put to the timestamp authority: " + openssl_complaint());
  }
  return written(request.get(), i2d_TS_REQ);
}

OrFailure<std::string> token_of_answer(std::string_view question, std::string_view answer) {
  const auto* asked_at = start_of(question);
  const auto* answered_at = start_of(answer);
  const Owned<TS_REQ> asked{d2i_TS_REQ(nullptr, &asked_at, static_cast<long>(question.size()))};
  const Owned<TS_RESP> answered{
      d2i_TS_RESP(nullptr, &answered_at, static_cast<long>(answer.size()))};
  if (!asked || !answered) {
    return malformed("the timestamp authority's answer cannot be read: " + openssl_complaint());
  }
  const Owned<TS_VERIFY_CTX> check{TS_REQ_to_TS_VERIFY_CTX(asked.get(), nullptr)};
  if (!check) return malformed("the question cannot be compared: " + openssl_complaint());
  TS_VERIFY_CTX_add_flags(check.get(), TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_NONCE);
  if (TS_RESP_verify_response(check.get(), answered.get()) != 1) {
    return malformed("the timestamp authority refused or answered something else: " +
                     openssl_complaint());
  }
  auto* token = TS_RESP_get_token(answered.get());
  if (token == nullptr) return malformed("the timestamp authority gave no token");
  return written(token, i2d_PKCS7);
}

std::optional<TokenAccount> check_token(std::string_view der, std::string_view bytes,
                                        x509_store_st* store) {
  const auto* at = start_of(der);
  const Owned<PKCS7> token{d2i_PKCS7(nullptr, &at, static_cast<long>(der.size()))};
  if (!token || PKCS7_type_is_signed(token.get()) == 0) return openssl_complaint(), std::nullopt;
  const std::unique_ptr<TS_TST_INFO, FreeTokenContent> content{PKCS7_to_TS_TST_INFO(token.get())};
  if (!content) return openssl_complaint(), std::nullopt;
  TokenAccount account;
  account.moment = moment_of(TS_TST_INFO_get_time(content.get()));
  account.signer = signer_of(token.get());
  account.intact = has_strong_imprint(content.get()) && is_signed_by_its_certificate(token.get()) &&
                   passes(token.get(), bytes, nullptr);
  account.trusted = account.intact && passes(token.get(), bytes, store);
  if (!account.trusted) account.fault = "timestamp: " + openssl_complaint();
  return account;
}

}  // namespace motcua::signature

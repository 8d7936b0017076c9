// Keys in files and on a token, and an officer's own token in two steps.
#include <gmock/gmock.h>
#include <p11-kit/p11-kit.h>
#include <p11-kit/pkcs11.h>

#include "signature/signing_test.hpp"
#include "signature/token_key.hpp"

namespace motcua::signature {
namespace {

using testing::HasSubstr;

class Keys : public Signing {
 protected:
  const sample::Folder& folder() { return authority_.folder(); }

  std::string pkcs12_of(const std::string& file) {
    folder().run("openssl pkcs12 -export -inkey " + file +
                 ".key -passin 'pass:" + sample::passphrase + "' -in " + file +
                 ".pem -certfile root.pem -passout 'pass:" + sample::passphrase + "' -out bag.p12");
    return folder().at("bag.p12");
  }

  TokenKey on_token(const std::string& certificates) {
    return {sample::module_path, "motcua", "officer", sample::pin, certificates};
  }
};

TEST_F(Keys, a_pkcs12_file_brings_its_chain) {
  authority_.officer();
  auto key = open_key_file({pkcs12_of("officer"), sample::passphrase, {}});
  ASSERT_TRUE(key.ok()) << key.error().what;
  EXPECT_EQ((*key)->certificates().issuers.size(), 1);
  EXPECT_TRUE(holds(read(sign(a_paper(), officer_order(), **key)).at(0)));
}

TEST_F(Keys, a_wrong_passphrase_opens_nothing) {
  const auto file = authority_.officer();
  EXPECT_FALSE(open_key_file({file + ".key", "sai", file + ".pem"}).ok());
  EXPECT_FALSE(open_key_file({pkcs12_of("officer"), "sai", {}}).ok());
}

TEST_F(Keys, a_key_without_a_passphrase_is_refused) {
  folder().run("openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out bare.key");
  const auto refused = open_key_file({folder().at("bare.key"), "any", authority_.root()});
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().what, HasSubstr("no passphrase"));
  EXPECT_FALSE(open_key_file({folder().at("bare.key"), "", authority_.root()}).ok());
}

TEST_F(Keys, a_certificate_of_another_key_is_refused) {
  const auto file = authority_.officer();
  const auto refused =
      open_key_file({file + ".key", sample::passphrase, authority_.seal() + ".pem"});
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().what, HasSubstr("does not belong"));
}

TEST_F(Keys, a_file_that_is_missing_or_no_key_says_so) {
  const auto missing = open_key_file({folder().at("none"), "x", {}});
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().kind, FailureKind::NotFound);
  sample::write(folder().at("text"), "not a key");
  EXPECT_FALSE(open_key_file({folder().at("text"), "x", {}}).ok());
}

TEST_F(Keys, a_token_signs_on_p256) {
  const auto file = authority_.officer();
  authority_.make_token("officer");
  const auto key = open_token_key(on_token(file + ".pem"));
  ASSERT_TRUE(key.ok()) << key.error().what;
  for (int i = 0; i < 3; ++i) {  // r and s of any length
    EXPECT_TRUE(holds(read(sign(a_paper(), officer_order(), **key)).at(0)));
  }
}

TEST_F(Keys, a_token_signs_with_rsa) {
  const auto file = authority_.signer("officer", "/CN=RSA", sample::Algorithm::Rsa3072);
  authority_.make_token("officer");
  const auto key = open_token_key(on_token(file + ".pem"));
  ASSERT_TRUE(key.ok()) << key.error().what;
  const auto paper = sign(a_paper(), officer_order(), **key);
  EXPECT_EQ(count(pdfsig(paper), "Signature is Valid."), 1);
  EXPECT_TRUE(holds(read(paper).at(0)));
}

// As a registration authority would put it there.
void put_certificate_on_token(const std::string& der) {
  CK_FUNCTION_LIST* module = p11_kit_module_load(sample::module_path, 0);
  ASSERT_NE(module, nullptr);
  ASSERT_EQ(p11_kit_module_initialize(module), CKR_OK);
  CK_SLOT_ID slots[8];
  CK_ULONG count = 8;
  ASSERT_EQ(module->C_GetSlotList(CK_TRUE, slots, &count), CKR_OK);
  CK_SESSION_HANDLE session = 0;
  ASSERT_EQ(module->C_OpenSession(slots[0], CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr,
                                  &session),
            CKR_OK);
  std::string pin = sample::pin;
  ASSERT_EQ(module->C_Login(session, CKU_USER, (unsigned char*)pin.data(), pin.size()), CKR_OK);
  CK_OBJECT_CLASS object_class = CKO_CERTIFICATE;
  CK_CERTIFICATE_TYPE kind = CKC_X_509;
  unsigned char yes = CK_TRUE;
  std::string label = "officer";
  std::string value = der;
  std::string subject = "\x30" + std::string(1, '\0');
  CK_ATTRIBUTE parts[] = {{CKA_CLASS, &object_class, sizeof object_class},
                          {CKA_CERTIFICATE_TYPE, &kind, sizeof kind},
                          {CKA_TOKEN, &yes, sizeof yes},
                          {CKA_LABEL, label.data(), label.size()},
                          {CKA_SUBJECT, subject.data(), subject.size()},
                          {CKA_VALUE, value.data(), value.size()}};
  CK_OBJECT_HANDLE made = 0;
  ASSERT_EQ(module->C_CreateObject(session, parts, 6, &made), CKR_OK);
  p11_kit_module_finalize(module);
  p11_kit_module_release(module);
}

TEST_F(Keys, the_certificate_can_be_on_the_token) {
  const auto file = authority_.officer();
  authority_.make_token("officer");
  put_certificate_on_token(load_certificates(file + ".pem")->front());
  const auto key = open_token_key(on_token({}));
  ASSERT_TRUE(key.ok()) << key.error().what;
  EXPECT_TRUE(holds(read(sign(a_paper(), officer_order(), **key)).at(0)));
}

TEST_F(Keys, a_token_says_what_is_missing) {
  const auto file = authority_.officer();
  authority_.make_token("officer");
  auto wrong = on_token({});
  const auto no_certificate = open_token_key(wrong);
  ASSERT_FALSE(no_certificate.ok());
  EXPECT_EQ(no_certificate.error().kind, FailureKind::NotFound);

  wrong.key = "nobody";
  EXPECT_EQ(open_token_key(wrong).error().kind, FailureKind::NotFound);
  wrong.token = "elsewhere";
  EXPECT_EQ(open_token_key(wrong).error().kind, FailureKind::NotFound);
  auto locked = on_token(file + ".pem");
  locked.pin = "0000";
  EXPECT_EQ(open_token_key(locked).error().kind, FailureKind::Unavailable);
  wrong.module = "/nowhere/module.so";
  EXPECT_EQ(open_token_key(wrong).error().kind, FailureKind::Unavailable);
}

// The officer's token is on his own computer: only the digest goes there.
class TwoSteps : public Keys {
 protected:
  std::string signed_elsewhere(const Digest& digest) {
    sample::write(folder().at("digest"), {digest.begin(), digest.end()});
    folder().run("openssl pkeyutl -sign -inkey officer.key -passin 'pass:" +
                 std::string{sample::passphrase} +
                 "' -pkeyopt digest:sha256 -in digest -out signature");
    return sample::content_of(folder().at("signature"));
  }
  ports::PreparedSignature prepared() {
    const auto key = key_of(authority_.officer());
    return *signer_.prepare(a_paper(), officer_order(), key->certificates());
  }
  PadesSigner signer_{nullptr};
};

TEST_F(TwoSteps, a_signature_made_elsewhere_completes_the_paper) {
  const auto waiting = prepared();
  const auto paper = must(signer_.complete(waiting, signed_elsewhere(waiting.digest)));
  EXPECT_EQ(count(pdfsig(paper), "Signature is Valid."), 1);
  EXPECT_TRUE(holds(read(paper).at(0)));
}

TEST_F(TwoSteps, a_signature_over_something_else_is_refused) {
  const auto waiting = prepared();
  const auto other = signed_elsewhere(sha256("something else"));
  EXPECT_FALSE(signer_.complete(waiting, other).ok());
  EXPECT_FALSE(signer_.complete(waiting, "").ok());
  EXPECT_FALSE(signer_.complete(waiting, std::string(5000, 'x')).ok());
}

TEST_F(TwoSteps, a_paper_changed_between_the_steps_is_refused) {
  auto waiting = prepared();
  const auto signature = signed_elsewhere(waiting.digest);
  waiting.pdf[100] ^= 1;
  const auto refused = signer_.complete(waiting, signature);
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().what, HasSubstr("does not belong to its paper"));
}

TEST_F(TwoSteps, a_prepared_paper_without_room_is_refused) {
  auto waiting = prepared();
  const auto signature = signed_elsewhere(waiting.digest);
  waiting.contents_at = waiting.pdf.size();
  EXPECT_FALSE(signer_.complete(waiting, signature).ok());
}

}  // namespace
}  // namespace motcua::signature

#include "passkey/ceremony.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "passkey/soft_authenticator.hpp"

namespace motcua::passkey {
namespace {

using testing::HasSubstr;

const RelyingParty office{"motcua.test", "https://motcua.test"};
constexpr const char* challenge = "Y2hhbGxlbmdlLW9mLXRlc3Rz";

template <class T>
std::string refusal(const OrFailure<T>& judged) {
  return judged ? "taken" : judged.error().what;
}

class Ceremony : public testing::Test {
 protected:
  Answer created(const std::string& rp_id = office.id, const std::string& origin = office.origin) {
    return phone_.create({rp_id, origin}, challenge);
  }
  Answer signed_by_phone(const std::string& rp_id = office.id,
                         const std::string& origin = office.origin) {
    return phone_.sign({rp_id, origin}, challenge);
  }
  std::string judged(const Answer& answer, const std::string& asked = challenge) {
    return refusal(check_assertion(office, asked, kept(), answer));
  }
  Credential kept() { return read_credential(office, challenge, created()).value(); }

  SoftAuthenticator phone_;
};

TEST_F(Ceremony, KeepsACredentialAndBelievesItsSignature) {
  const auto credential = kept();
  EXPECT_EQ(credential.id, phone_.id());
  EXPECT_EQ(credential.counter, 0);
  EXPECT_EQ(check_assertion(office, challenge, credential, signed_by_phone()).value(), 1);
}

TEST_F(Ceremony, RefusesAForgedSignature) {
  auto answer = signed_by_phone();
  answer.signature = SoftAuthenticator("another").signature_of(answer);
  EXPECT_THAT(judged(answer), HasSubstr("FIDO_ERR_INVALID_SIG"));
}

TEST_F(Ceremony, RefusesWhatWasChangedAfterSigning) {
  auto counted = signed_by_phone();
  counted.authenticator_data.back() = 9;
  EXPECT_THAT(judged(counted), HasSubstr("FIDO_ERR_INVALID_SIG"));
  auto said = signed_by_phone();
  said.client_data += " ";
  EXPECT_THAT(judged(said), HasSubstr("FIDO_ERR_INVALID_SIG"));
}

TEST_F(Ceremony, RefusesAnotherOrigin) {
  EXPECT_THAT(judged(signed_by_phone(office.id, "https://m0tcua.test")), HasSubstr("origin"));
  EXPECT_THAT(judged(signed_by_phone(office.id, "http://motcua.test")), HasSubstr("origin"));
  EXPECT_THAT(refusal(read_credential(office, challenge, created(office.id, "https://evil.test"))),
              HasSubstr("origin"));
}

TEST_F(Ceremony, RefusesAnotherRelyingParty) {
  EXPECT_THAT(judged(signed_by_phone("evil.test")), HasSubstr("FIDO_ERR"));
  EXPECT_THAT(refusal(read_credential(office, challenge, created("evil.test"))),
              HasSubstr("relying party"));
}

TEST_F(Ceremony, RefusesAReplayedChallenge) {
  EXPECT_THAT(judged(signed_by_phone(), "YW5vdGhlcg"), HasSubstr("another challenge"));
  EXPECT_THAT(judged(signed_by_phone(), ""), HasSubstr("another challenge"));
}

TEST_F(Ceremony, RefusesOneCeremonyForTheOther) {
  EXPECT_THAT(judged(created()), HasSubstr("another ceremony"));
}

TEST_F(Ceremony, RefusesWhoWasNotVerified) {
  phone_.flags = 0x01;
  EXPECT_THAT(refusal(read_credential(office, challenge, created())), HasSubstr("not verified"));
  const auto answer = signed_by_phone();
  phone_.flags = 0x05;
  EXPECT_THAT(judged(answer), HasSubstr("FIDO_ERR"));
}

TEST_F(Ceremony, RefusesWhatIsCutShortWithoutReadingBeyondIt) {
  const auto whole = created();
  for (std::size_t size = 0; size < whole.authenticator_data.size(); ++size) {
    auto cut = whole;
    cut.authenticator_data.resize(size);
    EXPECT_NE(refusal(read_credential(office, challenge, cut)), "taken") << size;
  }
}

TEST(RelyingParty, IsTheHostOfAnAddressThatBrowsersTake) {
  const auto of = [](std::string_view address) {
    const auto party = relying_party(address);
    return party ? party->id + " " + party->origin : "none";
  };
  EXPECT_EQ(of("https://motcua.example.gov.vn"),
            "motcua.example.gov.vn https://motcua.example.gov.vn");
  EXPECT_EQ(of("https://motcua.example.gov.vn:8443/"),
            "motcua.example.gov.vn https://motcua.example.gov.vn:8443");
  EXPECT_EQ(of("http://127.0.0.1:8080"), "localhost http://localhost:8080");
  EXPECT_EQ(of("http://[::1]:8080"), "localhost http://localhost:8080");
  EXPECT_EQ(of("http://motcua.example.gov.vn"), "none");
  EXPECT_EQ(of("https://192.0.2.7"), "none");
  EXPECT_EQ(of("https://[2001:db8::1]:443"), "none");
  EXPECT_EQ(of(""), "none");
}

}  // namespace
}  // namespace motcua::passkey

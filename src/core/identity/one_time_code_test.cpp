#include "identity/one_time_code.hpp"

#include <gtest/gtest.h>

namespace motcua::identity {
namespace {

constexpr std::string_view secret = "12345678901234567890";  // of RFC 6238, appendix B

TEST(OneTimeCode, IsWhatTheStandardLists) {
  EXPECT_EQ(one_time_code(secret, 59 / seconds_per_step), "287082");
  EXPECT_EQ(one_time_code(secret, 1111111109 / seconds_per_step), "081804");
  EXPECT_EQ(one_time_code(secret, 1111111111 / seconds_per_step), "050471");
  EXPECT_EQ(one_time_code(secret, 1234567890 / seconds_per_step), "005924");
  EXPECT_EQ(one_time_code(secret, 2000000000 / seconds_per_step), "279037");
  EXPECT_EQ(one_time_code(secret, 20000000000 / seconds_per_step), "353130");
}

TEST(OneTimeCode, OfTheStepBeforeAndAfterIsTaken) {
  const std::int64_t now = 1234567890;
  const std::int64_t step = now / seconds_per_step;
  for (const std::int64_t apart : {-1, 0, 1}) {
    const std::string code = one_time_code(secret, step + apart);
    EXPECT_EQ(step_of_code(secret, {code, now, 0}), step + apart);
  }
  for (const std::int64_t apart : {-2, 2}) {
    const std::string code = one_time_code(secret, step + apart);
    EXPECT_EQ(step_of_code(secret, {code, now, 0}), std::nullopt);
  }
}

TEST(OneTimeCode, IsTakenOnce) {
  const std::int64_t now = 1234567890;
  const std::int64_t step = now / seconds_per_step;
  const std::string code = one_time_code(secret, step);
  EXPECT_EQ(step_of_code(secret, {code, now, step}), std::nullopt);
  EXPECT_EQ(step_of_code(secret, {code, now, step - 1}), step);
}

TEST(OneTimeCode, MayBeTypedWithABlank) {
  EXPECT_TRUE(step_of_code(secret, {"005 924", 1234567890, 0}));
  EXPECT_FALSE(step_of_code(secret, {"005925", 1234567890, 0}));
  EXPECT_FALSE(step_of_code(secret, {"", 1234567890, 0}));
}

TEST(OneTimeCode, SecretIsShownInBase32) {  // RFC 4648, section 10
  EXPECT_EQ(in_base32(""), "");
  EXPECT_EQ(in_base32("f"), "MY");
  EXPECT_EQ(in_base32("fo"), "MZXQ");
  EXPECT_EQ(in_base32("foo"), "MZXW6");
  EXPECT_EQ(in_base32("foob"), "MZXW6YQ");
  EXPECT_EQ(in_base32("fooba"), "MZXW6YTB");
  EXPECT_EQ(in_base32("foobar"), "MZXW6YTBOI");
}

TEST(OneTimeCode, AuthenticatorReadsOfficeAndName) {
  EXPECT_EQ(enrolment_address("Sở Ngoại vụ", "lan@example.org", "foobar"),
            "otpauth://totp/S%E1%BB%9F%20Ngo%E1%BA%A1i%20v%E1%BB%A5:lan%40example.org"
            "?secret=MZXW6YTBOI&issuer=S%E1%BB%9F%20Ngo%E1%BA%A1i%20v%E1%BB%A5");
}

}  // namespace
}  // namespace motcua::identity

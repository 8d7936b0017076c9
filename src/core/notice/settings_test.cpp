#include "notice/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace motcua::notice {
namespace {

using testing::HasSubstr;

constexpr std::string_view whole = R"(
[mail]
host = "mail.example.gov.vn"
security = "tls"
user = "motcua"
password = "bí mật"
from = "motcua@example.gov.vn"
from_name = "Bộ phận một cửa"
[sms]
url = "https://sms.example.vn/send"
token = "t"
body = '{"to": "{address}", "text": "{text}"}'
[quiet]
from = "20:00"
to = "08:00"
[retry]
waits = ["30 seconds", "5 minutes", "2 hours"]
[digest]
at = "08:05"
)";

std::string refusal(std::string_view toml) {
  const auto read = read_settings(toml);
  return read ? "none" : read.error().what;
}

TEST(NoticeSettings, AreReadWhole) {
  const auto settings = read_settings(whole);
  ASSERT_TRUE(settings) << settings.error().what;
  EXPECT_EQ(settings->mail->port, 465);
  EXPECT_EQ(settings->mail->password, "bí mật");
  EXPECT_EQ(settings->sms->token, "t");
  EXPECT_FALSE(settings->zalo);
  EXPECT_EQ(settings->schedule.quiet.from, hours{20});
  EXPECT_EQ(settings->schedule.waits, (std::vector<seconds>{seconds{30}, minutes{5}, hours{2}}));
  EXPECT_EQ(settings->digest_at, hours{8} + minutes{5});
}

TEST(NoticeSettings, ThatSayNothingSendNothing) {
  const auto settings = read_settings("");
  ASSERT_TRUE(settings);
  EXPECT_FALSE(settings->mail || settings->sms || settings->zalo);
  EXPECT_EQ(settings->schedule.waits.size(), 5);
  EXPECT_FALSE(read_settings("[digest]\noff = true")->digest_at);
}

TEST(NoticeSettings, NameTheLineOfWhatIsWrong) {
  EXPECT_THAT(refusal("[mail]\nhost = \"h\"\n"), HasSubstr("“from” is missing"));
  EXPECT_THAT(refusal("[mail]\nhost = \"h\"\nfrom = \"a@b\"\npasword = \"x\"\n"),
              HasSubstr("notices.toml:4: “pasword” is an unknown key"));
  EXPECT_THAT(refusal("[quiet]\nfrom = \"9pm\"\n"), HasSubstr("notices.toml:2: “from”"));
  EXPECT_THAT(refusal("[retry]\nwaits = [\"soon\"]\n"), HasSubstr("such as “5 minutes”"));
  EXPECT_THAT(refusal("[fax]\n"), HasSubstr("“fax” is an unknown key"));
}

TEST(NoticeSettings, SendNothingInClearTextOverANetwork) {
  const std::string mail = "[mail]\nfrom = \"a@b\"\nsecurity = \"none\"\nhost = ";
  EXPECT_THAT(refusal(mail + "\"mail.example.vn\""),
              HasSubstr("only for a server on this machine"));
  EXPECT_EQ(refusal(mail + "\"127.0.0.1\""), "none");
  EXPECT_THAT(refusal("[sms]\nurl = \"http://sms.vn\"\nbody = \"{}\"\n"), HasSubstr("https://"));
}

}  // namespace
}  // namespace motcua::notice

#include "mail/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace motcua::mail {
namespace {

using testing::HasSubstr;
using testing::Not;

ports::KeptNotice notice() {
  ports::KeptNotice kept;
  kept.id = 17;
  kept.made.code = "000.00.00.H26-170412-0001";
  kept.made.version = 2;
  kept.made.made_at = *parse_moment("2017-04-12T09:05:07");
  kept.made.notice.address = "an@x.vn";
  kept.made.notice.subject = "Đã tiếp nhận hồ sơ 000.00.00.H26-170412-0001";
  kept.made.notice.body = "Kính gửi An,\n\nHẹn trả.\n";
  return kept;
}

const Sender office{"motcua@example.gov.vn", "Bộ phận một cửa"};

TEST(MailMessage, HasTheHeadersAMailServerExpects) {
  const auto message = write_message(notice(), office);
  EXPECT_THAT(message, HasSubstr("Date: Wed, 12 Apr 2017 09:05:07 +0700\r\n"));
  EXPECT_THAT(message, HasSubstr("To: <an@x.vn>\r\n"));
  EXPECT_THAT(message,
              HasSubstr("Message-ID: <n17.000.00.00.H26-170412-0001.2@example.gov.vn>\r\n"));
  EXPECT_THAT(message, HasSubstr("Subject: =?UTF-8?B?"));
  EXPECT_THAT(message, HasSubstr("\r\n\r\nS8OtbmggZ+G7rWkgQW4sDQoNCkjhurluIHRy4bqjLg0K\r\n"));
}

TEST(MailMessage, HasNoLineLongerThanAServerTakesAndOnlyMailLineEnds) {
  auto kept = notice();
  for (int i = 0; i < 60; ++i) kept.made.notice.subject += " Nguyễn";
  const auto message = write_message(kept, office);
  std::size_t begin = 0;
  for (auto end = message.find("\r\n"); end != std::string::npos;
       begin = end + 2, end = message.find("\r\n", begin)) {
    EXPECT_LE(end - begin, 90U);
    EXPECT_EQ(message.substr(begin, end - begin).find_first_of("\r\n"), std::string::npos);
  }
  EXPECT_EQ(begin, message.size());
}

TEST(MailMessage, LetsNoTextBeginAHeader) {
  auto kept = notice();
  kept.made.notice.subject = "a\r\nBcc: thief@x.vn";
  kept.made.notice.body = "b\r\n.\r\nBcc: thief@x.vn";
  const auto message = write_message(kept, {"motcua@example.gov.vn", "x\r\nBcc: thief@x.vn"});
  EXPECT_THAT(message, Not(HasSubstr("Bcc:")));
  EXPECT_THAT(message, Not(HasSubstr("\r\n.\r\n")));
}

TEST(MailAddress, IsOneAHeaderAndAServerTakeAsItStands) {
  EXPECT_TRUE(is_address("an@x.vn"));
  EXPECT_TRUE(is_address("tran.thi-mai+hs@so-du-lich.hanoi.gov.vn"));
  for (const std::string_view wrong :
       {"", "an", "@x.vn", "an@", "a@b@c", "an@x.vn\r\nRCPT TO:<b@x.vn>", "an b@x.vn", "<an@x.vn>",
        "an@x.vn,b@x.vn", "ân@x.vn", "-an@x.vn", "a\"n@x.vn"}) {
    EXPECT_FALSE(is_address(wrong)) << wrong;
  }
  EXPECT_FALSE(is_address(std::string(250, 'a') + "@x.vn"));
}

}  // namespace
}  // namespace motcua::mail

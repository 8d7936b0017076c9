#include "runtime/payment_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include "runtime/folder.hpp"

namespace motcua::runtime {
namespace {

using testing::HasSubstr;

constexpr std::string_view sound =
    "gateway = \"vnpay\"\nterminal = \"MOTCUA01\"\nsecret = \"xyz\"\n"
    "payment_page = \"https://pay.example/page\"\napi = \"https://pay.example/api\"\n";

class PaymentFile : public testing::Test {
 protected:
  PaymentFile() {
    auto pattern = (std::filesystem::temp_directory_path() / "motcua-pay-XXXXXX").string();
    MOTCUA_ASSERT(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
  }
  ~PaymentFile() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  std::string complaint(std::string_view text, Visible visible = Visible::OwnerOnly) {
    EXPECT_TRUE(write_text(folder_ / payment_file, text, visible).ok());
    const auto read = read_payment_file(folder_);
    return read ? "" : read.error().what;
  }

  std::filesystem::path folder_;
};

TEST_F(PaymentFile, IsNotNeeded) {
  const auto read = read_payment_file(folder_);
  ASSERT_TRUE(read.ok());
  EXPECT_FALSE(read->has_value());
}

TEST_F(PaymentFile, TellsTheTerminal) {
  ASSERT_EQ(complaint(std::string(sound) + "lifetime_minutes = 20\n"), "");
  const auto read = read_payment_file(folder_);
  EXPECT_EQ((*read)->code, "MOTCUA01");
  EXPECT_EQ((*read)->lifetime, minutes{20});
}

TEST_F(PaymentFile, OfOthersIsRefused) {
  EXPECT_THAT(complaint(sound, Visible::Everyone), HasSubstr("chmod 600"));
}

TEST_F(PaymentFile, WithSomethingWrongNamesTheLine) {
  EXPECT_THAT(complaint("gateway = \"momo\"\n"), HasSubstr("payment.toml:1: must be vnpay"));
  EXPECT_THAT(complaint(std::string(sound) + "colour = 1\n"), HasSubstr(":6: “colour”"));
  EXPECT_THAT(complaint(std::string(sound) + "lifetime_minutes = 1\n"), HasSubstr(":6: "));
  EXPECT_THAT(complaint("gateway = "), HasSubstr("payment.toml:1"));
  std::string plain(sound);
  plain.replace(plain.find("https://pay.example/api"), 8, "http://");
  EXPECT_THAT(complaint(plain), HasSubstr(":5: must be an https:// address"));
}

}  // namespace
}  // namespace motcua::runtime

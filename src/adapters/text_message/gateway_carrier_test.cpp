#include "text_message/gateway_carrier.hpp"

#include <gtest/gtest.h>

namespace motcua::text_message {
namespace {

TEST(TelephoneNumber, IsDialledWithoutWhatPeopleWriteBetween) {
  EXPECT_EQ(dialled("091 234.56-78"), "0912345678");
  EXPECT_EQ(dialled("+84 (91) 2345678"), "+84912345678");
  for (const std::string_view wrong :
       {"", "mai", "123", "0912345678 hoặc 0987654321", "09+12345678"}) {
    EXPECT_FALSE(dialled(wrong)) << wrong;
  }
}

TEST(GatewayOrder, IsJsonWhateverTheTextHolds) {
  ports::KeptNotice kept;
  kept.id = 7;
  kept.made.notice.body = "\"hồ sơ\"\n{address} {id}\\";
  const auto order = write_order(R"({"to":"{address}","text":"{text}","ref":{id}})", kept, "091");
  EXPECT_EQ(order.value(), R"({"to":"091","text":"\"hồ sơ\"\n{address} {id}\\","ref":7})");
  EXPECT_FALSE(write_order("to={address}", kept, "091"));
}

}  // namespace
}  // namespace motcua::text_message

#include "document/amount_in_words.hpp"

#include <gtest/gtest.h>

namespace motcua::document {
namespace {

TEST(AmountInWords, ReadsAsPeopleSayIt) {
  const std::pair<std::int64_t, const char*> cases[] = {
      {0, "Không đồng"},
      {5, "Năm đồng"},
      {10, "Mười đồng"},
      {15, "Mười lăm đồng"},
      {21, "Hai mươi mốt đồng"},
      {24, "Hai mươi tư đồng"},
      {55, "Năm mươi lăm đồng"},
      {101, "Một trăm linh một đồng"},
      {111, "Một trăm mười một đồng"},
      {1'000, "Một nghìn đồng"},
      {30'000, "Ba mươi nghìn đồng"},
      {60'000, "Sáu mươi nghìn đồng"},
      {1'200'000, "Một triệu hai trăm nghìn đồng"},
      {1'205'000, "Một triệu hai trăm linh năm nghìn đồng"},
      {1'000'005, "Một triệu không trăm linh năm đồng"},
      {1'000'000'000, "Một tỷ đồng"},
      {1'000'000'000'000, "Một nghìn tỷ đồng"},
      {2'001'000'000'004, "Hai nghìn không trăm linh một tỷ không trăm linh bốn đồng"},
  };
  for (const auto& [amount, words] : cases) EXPECT_EQ(amount_in_words({amount}), words) << amount;
}

}  // namespace
}  // namespace motcua::document

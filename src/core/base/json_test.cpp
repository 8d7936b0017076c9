#include "base/json.hpp"

#include <gtest/gtest.h>

namespace motcua {
namespace {

TEST(Json, KeepsOrderAndExactNumbers) {
  const std::string text = R"({"b":1,"a":[true,null,"ă\n"],"d":0.1,"c":350000.5})";
  const auto value = read_json(text);
  ASSERT_TRUE(value.ok());
  EXPECT_EQ(write_json(*value), text);
}

TEST(Json, RefusesWhatTwoReadersWouldReadDifferently) {
  for (const auto* text :
       {R"({"a":1,"a":2})", R"({"a":1}x)", "", "{", "\"\xff\"", "1e999", "nul"}) {
    EXPECT_FALSE(read_json(text).ok()) << text;
  }
}

TEST(Json, SaysTheLineOfAnError) {
  const auto value = read_json("{\n\"a\": 1,\n\"a\": 2}");
  ASSERT_FALSE(value.ok());
  EXPECT_EQ(value.error().line, 3u);
}

TEST(Json, RefusesDeepNesting) {
  EXPECT_FALSE(read_json(std::string(100, '[') + std::string(100, ']')).ok());
}

}  // namespace
}  // namespace motcua

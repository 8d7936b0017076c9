#include "base/json_pointer.hpp"

#include <gtest/gtest.h>

namespace motcua {
namespace {

TEST(PointerToken, KeepsEveryName) {
  for (const std::string name : {"", "name", "a/b", "~", "~1", "m~n/o"}) {
    EXPECT_EQ(read_pointer_token(write_pointer_token(name)), name);
  }
  EXPECT_EQ(write_pointer_token("a/b~"), "a~1b~0");
  EXPECT_EQ(read_pointer_token("a~"), std::nullopt);
  EXPECT_EQ(read_pointer_token("a~2"), std::nullopt);
}

TEST(PointerStep, GoesIntoGroupsAndLists) {
  const auto document = *read_json(R"({"a/b": [10, 20], "01": true})");
  const auto* list = pointer_step(document, "a~1b");
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(*pointer_step(*list, "1"), json::value(20));
  for (const auto* token : {"2", "01", "-", "", "-1", "1x", "99999999999999999999"}) {
    EXPECT_EQ(pointer_step(*list, token), nullptr) << token;
  }
  EXPECT_NE(pointer_step(document, "01"), nullptr);
}

TEST(LineOfPointer, IsWhereTheMemberBegins) {
  const std::string text = R"({
  "type": "object", "odd \" } name": [{"a": 1}, "]",
    2.5e3],
  "properties": {
    "a/b":
      {"type": "text"},
    "c": {"enum": ["x",
      "y"]}
  }
})";
  ASSERT_TRUE(read_json(text).ok());
  EXPECT_EQ(line_of_pointer(text, ""), 1);
  EXPECT_EQ(line_of_pointer(text, "/type"), 2);
  EXPECT_EQ(line_of_pointer(text, "/odd \" } name/2"), 3);
  EXPECT_EQ(line_of_pointer(text, "/properties/a~1b"), 5);
  EXPECT_EQ(line_of_pointer(text, "/properties/a~1b/type"), 6);
  EXPECT_EQ(line_of_pointer(text, "/properties/c/enum/1"), 8);
  EXPECT_EQ(line_of_pointer(text, "/properties/c/missing/deeper"), 7);
}

}  // namespace
}  // namespace motcua

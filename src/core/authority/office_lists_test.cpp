#include "authority/office_lists.hpp"

#include <gtest/gtest.h>

namespace motcua::authority {
namespace {

constexpr std::string_view office_with_posts = R"(
id = "x"
name = { vi = "Sở X", en = "Department X" }
code_block = "000.00.00.H26"
calendar = "x"
[[unit]]
id = "mot-cua"
name = { vi = "Bộ phận \"Một cửa\"", en = "One stop" }
[[unit]]
id = "cu"
name = { vi = "Phòng cũ", en = "Old division" }
from = 2010-01-01
until = 2017-04-30
[[unit]]
id = "cong-an"
name = { vi = "Công an", en = "Police" }
outside = true
[[post]]
id = "giam-doc"
name = { vi = "Giám đốc", en = "Director" }
from = 2015-01-01
[[person]]
username = "an"
name = "An"
post = { vi = "Giám đốc", en = "Director" }
unit = "mot-cua"
roles = ["director"]
[[person]]
username = "ba"
name = "Ba"
post = { vi = "Chuyên viên", en = "" }
unit = "mot-cua"
roles = ["specialist"]
)";

TEST(OfficeLists, TellUnitsOfItsOwnWithTheirDays) {
  const auto office = read_office(office_with_posts);
  ASSERT_TRUE(office.ok()) << office.error().what;
  const auto lists = office_lists(*office);
  EXPECT_EQ(lists.at("office-units"),
            "source = \"office.toml\"\ncomplete = true\nentries = [\n"
            "  [\"mot-cua\", \"Bộ phận \\\"Một cửa\\\"\", \"One stop\", \"\", \"\"],\n"
            "  [\"cu\", \"Phòng cũ\", \"Old division\", 2010-01-01, 2017-04-30],\n]\n");
}

TEST(OfficeLists, TellPostsOnceWhoeverHoldsThem) {
  const auto office = read_office(office_with_posts);
  ASSERT_TRUE(office.ok()) << office.error().what;
  EXPECT_EQ(office_lists(*office).at("posts"),
            "source = \"office.toml\"\ncomplete = true\nentries = [\n"
            "  [\"giam-doc\", \"Giám đốc\", \"Director\", 2015-01-01, \"\"],\n"
            "  [\"chuyen-vien\", \"Chuyên viên\", \"Chuyên viên\", \"\", \"\"],\n]\n");
}

}  // namespace
}  // namespace motcua::authority

#include "procedure/places.hpp"

#include <gtest/gtest.h>

#include "procedure/address.hpp"

namespace motcua::procedure {
namespace {

std::vector<std::string> names_below(const Places& places, std::string_view above, Date day) {
  std::vector<std::string> names;
  for (const auto* place : places.below(above, day)) names.push_back(place->name);
  return names;
}

constexpr std::string_view generated_places =
    "# source: a package\n01\t\tThành phố Hà Nội\n001\t01\tQuận Ba Đình\n"
    "00001\t001\tPhường Phúc Xá\n002\t01\tQuận Hoàn Kiếm\n";

TEST(Places, AreGivenByWhatStandsAboveThem) {
  Places places;
  ASSERT_TRUE(places.read(generated_places).ok());
  const Date day = *parse_date("2017-04-12");
  EXPECT_EQ(places.source(), "a package");
  EXPECT_EQ(names_below(places, "", day), std::vector<std::string>{"Thành phố Hà Nội"});
  EXPECT_EQ(names_below(places, "01", day),
            (std::vector<std::string>{"Quận Ba Đình", "Quận Hoàn Kiếm"}));
  EXPECT_EQ(names_below(places, "001", day), std::vector<std::string>{"Phường Phúc Xá"});
  EXPECT_TRUE(names_below(places, "99", day).empty());
}

TEST(Places, AnOfficesOwnListSaysFromWhenTillWhen) {
  Places places;
  ASSERT_TRUE(places.read(generated_places).ok());
  ASSERT_TRUE(places
                  .read("002\t01\tQuận Hoàn Kiếm\t\t2017-04-30\n"
                        "002-moi\t01\tQuận Hồ Gươm\t2017-05-01\n")
                  .ok());
  EXPECT_EQ(places.source(), "a package");
  EXPECT_EQ(names_below(places, "01", *parse_date("2017-04-30")).back(), "Quận Hoàn Kiếm");
  EXPECT_EQ(names_below(places, "01", *parse_date("2017-05-01")).back(), "Quận Hồ Gươm");
}

TEST(Places, ALineThatIsNoneIsRefusedWithItsNumber) {
  Places places;
  for (const std::string_view wrong :
       {"01\t\tHà Nội\n\t\tKhông mã\n", "01\t\tA\n02\t01\t\n", "01\t\tA\n02\t02\tB\n",
        "01\t\tA\n02\t01\tB\t30/4/2017\n", "01\t\tA\n02\t01\tB\t\t\tmore\n"}) {
    const auto read = places.read(wrong);
    ASSERT_FALSE(read.ok()) << wrong;
    EXPECT_NE(read.error().what.find("line 2"), std::string::npos) << read.error().what;
  }
  EXPECT_TRUE(places.empty());
}

TEST(Address, IsWrittenFromTheHouseToTheProvince) {
  EXPECT_EQ(written_address(*read_json(R"({"province":"Thành phố Hà Nội","district":"Quận Ba Đình",
                                           "commune":"Phường Phúc Xá","street":"7 An Xá"})")),
            "7 An Xá, Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội");
  EXPECT_EQ(written_address(*read_json(R"({"province":"Hà Nội"})")), "Hà Nội");
}

TEST(Address, HasFourTexts) {
  const auto question = *read_json(R"({"address":"province-district-commune","properties":{
    "province":{"type":"string"},"district":{"type":"string"},"commune":{"type":"string"},
    "street":{"type":"string"}}})");
  EXPECT_TRUE(is_whole_address(question.get_object()));
  EXPECT_FALSE(is_whole_address(
      read_json(R"({"address":"province-district-commune","properties":{}})")->get_object()));
  EXPECT_FALSE(is_address(nullptr));
}

}  // namespace
}  // namespace motcua::procedure

// Forms that choose from the office's own units and posts.

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>

#include "procedure/form.hpp"
#include "runtime/runtime.hpp"

namespace motcua::runtime {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unit_and_post_form = R"({"type":"object","properties":{
  "unit":{"type":"string","reference-list":"office-units"},
  "post":{"type":"string","reference-list":"posts"}}})";
constexpr std::string_view unit_and_post_hints = R"({"pages":[{"title":{"vi":"A","en":"A"},
  "fields":["/unit","/post"]}],"fields":{"/unit":{"label":{"vi":"Đơn vị","en":"Unit"}},
  "/post":{"label":{"vi":"Chức vụ","en":"Post"}}}})";

// One procedure, the sound one, with a form of its own.
class OfficeLists : public testing::Test {
 protected:
  void SetUp() override {
    auto pattern = (fs::temp_directory_path() / "motcua-lists-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    const auto version = folder_ / "sound" / "v1";
    fs::create_directories(version);
    fs::copy(fs::path(MOTCUA_SOURCE_DIR) / "tests/procedures/sound", version,
             fs::copy_options::recursive);
    fs::remove(version / "expected.txt");
    write(version / "form.schema.json", unit_and_post_form);
    write(version / "form.ui.json", unit_and_post_hints);
    ASSERT_TRUE(assets_.replace("procedures", folder_).ok());
    office_.units = {{"mot-cua", {"Một cửa", "One stop"}, false, {}, {}},
                     {"moi", {"Phòng mới", "New"}, false, parse_date("2018-01-01"), {}},
                     {"cong-an", {"Công an", "Police"}, true, {}, {}}};
    office_.posts = {{"giam-doc", {"Giám đốc", "Director"}, {}, {}}};
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  static void write(const fs::path& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
  }

  fs::path folder_;
  files::Assets assets_ = files::Assets::embedded();
  authority::Office office_;
};

TEST_F(OfficeLists, AreChoicesOfTheDay) {
  const auto catalogue = load_procedures(assets_, Samples::Offered, &office_);
  ASSERT_TRUE(catalogue.ok()) << catalogue.error().what;
  const auto& version = catalogue->versions().front();
  const auto units = [&](std::string_view day) {
    const auto form = procedure::form_schema_on(version, *parse_date(day));
    return write_json(form.at("properties").at("unit").at("enum"));
  };
  EXPECT_EQ(units("2017-04-12"), R"(["mot-cua"])");
  EXPECT_EQ(units("2018-01-01"), R"(["mot-cua","moi"])");
  const auto answers = *read_json(R"({"unit":"mot-cua","post":"giam-doc"})");
  EXPECT_TRUE(procedure::check_answers(version, answers).empty());
  EXPECT_EQ(procedure::answer_rows(version, answers).at(1).value.en, "Director");
  const auto wrong = *read_json(R"({"unit":"cong-an"})");
  ASSERT_EQ(procedure::check_answers(version, wrong).size(), 1u);
  EXPECT_EQ(procedure::check_answers(version, wrong).front().code, "enum");
}

TEST_F(OfficeLists, AreThoseOfTheProgramsOwnOfficeWhereNoneIsNamed) {
  const auto catalogue = load_procedures(assets_, Samples::Offered);
  ASSERT_TRUE(catalogue.ok()) << catalogue.error().what;
  const auto form =
      procedure::form_schema_on(catalogue->versions().front(), *parse_date("2017-04-12"));
  EXPECT_EQ(form.at("properties").at("unit").at("enum").at(0), "reception");
}

TEST(ShippedPlaces, AreProvincesDistrictsAndCommunes) {
  const auto assets = files::Assets::embedded();
  if (!assets.has_web()) GTEST_SKIP() << "built without the web, which generates them";
  const auto places = load_places(assets);
  ASSERT_TRUE(places.ok()) << places.error().what;
  const Date day = *parse_date("2017-04-12");
  EXPECT_EQ(places->below("", day).size(), 63u);
  EXPECT_EQ(places->below("01", day).front()->name, "Quận Ba Đình");
  EXPECT_FALSE(places->below("001", day).empty());
}

}  // namespace
}  // namespace motcua::runtime

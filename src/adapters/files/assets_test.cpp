#include "files/assets.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace motcua::files {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

void append_number(std::string& pack, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) pack += static_cast<char>((value >> (8 * i)) & 0xff);
}

// One file "web/a.txt" holding "xin chào", in the layout of tools/pack_assets.py.
std::string small_pack(std::uint64_t size_in_directory = 9) {
  const std::string path = "web/a.txt";
  std::string pack = "MOTCUA01";
  append_number(pack, 1, 4);
  append_number(pack, path.size(), 4);
  append_number(pack, pack.size() + 16 + path.size(), 8);
  append_number(pack, size_in_directory, 8);
  return pack + path + "xin chào";
}

class AssetsFolder : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(root_); }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& path, const std::string& bytes) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << bytes;
  }

  fs::path root_ =
      fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST(Assets, FindsAFileOfAPack) {
  const std::string pack = small_pack();
  const auto assets = Assets::from_pack(pack);
  ASSERT_TRUE(assets);
  EXPECT_EQ(assets->find("web/a.txt"), "xin chào");
  EXPECT_EQ(assets->find("web/b.txt"), std::nullopt);
}

TEST(Assets, RefusesABrokenPack) {
  const std::string pack = small_pack();
  EXPECT_THAT(Assets::from_pack("PK").error().what, HasSubstr("not a pack"));
  EXPECT_THAT(Assets::from_pack(pack.substr(0, 20)).error().what, HasSubstr("cut short"));
  EXPECT_THAT(Assets::from_pack(small_pack(10)).error().what, HasSubstr("cut short"));
  EXPECT_FALSE(Assets::from_pack(small_pack(~std::uint64_t{0})));
}

TEST(Assets, EmbedsTheApiContract) {
  const auto contract = Assets::embedded().find("api/openapi.yaml");
  ASSERT_TRUE(contract);
  EXPECT_TRUE(contract->starts_with("openapi: 3.1"));
}

TEST_F(AssetsFolder, StandsInForOnePartOnly) {
  write("index.html", "<p>một cửa</p>");
  write("assets/app.js", "1");
  auto assets = Assets::embedded();
  ASSERT_TRUE(assets.replace("web", root_));
  EXPECT_THAT(assets.list("web/"), ElementsAre("web/assets/app.js", "web/index.html"));
  EXPECT_TRUE(assets.has_web());
  EXPECT_TRUE(assets.find("api/openapi.yaml"));
}

TEST_F(AssetsFolder, AnInstalledFolderBesideTheProgramGoesBeforeThePack) {
  write("motcua-assets/calendars/new.toml", "year = 2027");
  const auto assets = Assets::for_program(root_, {});
  ASSERT_TRUE(assets);
  EXPECT_THAT(assets->list("calendars/"), ElementsAre("calendars/new.toml"));
}

TEST_F(AssetsFolder, AWrongWebFolderIsAFailureThatNamesIt) {
  const auto assets = Assets::for_program(root_, root_ / "nowhere");
  ASSERT_FALSE(assets);
  EXPECT_EQ(assets.error().kind, FailureKind::NotFound);
  EXPECT_THAT(assets.error().what, HasSubstr("nowhere"));
}

}  // namespace
}  // namespace motcua::files

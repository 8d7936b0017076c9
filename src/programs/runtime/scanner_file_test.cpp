#include "runtime/scanner_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include "runtime/folder.hpp"

namespace motcua::runtime {
namespace {

using testing::HasSubstr;

class ScannerToml : public testing::Test {
 protected:
  ScannerToml() {
    auto pattern = (std::filesystem::temp_directory_path() / "motcua-scanner-XXXXXX").string();
    MOTCUA_ASSERT(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
  }
  ~ScannerToml() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  OrFailure<std::optional<ScannerFile>> read(std::string_view text) {
    EXPECT_TRUE(write_text(folder_ / scanner_file, text, Visible::Everyone).ok());
    return read_scanner_file(folder_);
  }
  std::string wrong(std::string_view text) {
    const auto file = read(text);
    return file ? "" : file.error().what;
  }

  std::filesystem::path folder_;
};

TEST_F(ScannerToml, IsNotNeeded) {
  const auto file = read_scanner_file(folder_);
  ASSERT_TRUE(file.ok());
  EXPECT_FALSE(file->has_value());
}

TEST_F(ScannerToml, TellsTheSocketAndIsStrictUnlessSaid) {
  const auto file = read("socket = \"/run/clamav/clamd.ctl\"\n");
  ASSERT_TRUE(file.ok());
  EXPECT_EQ((*file)->clamd.socket, "/run/clamav/clamd.ctl");
  EXPECT_EQ((*file)->clamd.most_megabytes, 25);
  EXPECT_EQ((*file)->clamd.patience, seconds{10});
  EXPECT_EQ((*file)->manner.again, seconds{30});
  EXPECT_EQ((*file)->manner.unscanned, commands::Unscanned::Refused);
}

TEST_F(ScannerToml, TellsTheAddressAndTheRest) {
  const auto file = read(
      "address = \"[::1]:3310\"\nmost_megabytes = 5\ntimeout_seconds = 2\nretry_seconds = 1\n"
      "unscanned = \"warn\"\n");
  ASSERT_TRUE(file.ok());
  EXPECT_EQ((*file)->clamd.host, "::1");
  EXPECT_EQ((*file)->clamd.port, 3310);
  EXPECT_EQ((*file)->clamd.most_megabytes, 5);
  EXPECT_EQ((*file)->clamd.patience, seconds{2});
  EXPECT_EQ((*file)->manner.again, seconds{1});
  EXPECT_EQ((*file)->manner.unscanned, commands::Unscanned::Warned);
}

TEST_F(ScannerToml, WithSomethingWrongNamesTheLine) {
  EXPECT_THAT(wrong("# nothing\n"), HasSubstr("scanner.toml:1: needs either"));
  EXPECT_THAT(wrong("socket = \"/a\"\naddress = \"a:1\"\n"), HasSubstr("needs either"));
  EXPECT_THAT(wrong("socket = \"clamd.ctl\"\n"), HasSubstr("scanner.toml:1: must be a full path"));
  for (const auto* address : {"host", ":3310", "host:", "host:0", "host:70000", "host:33x"}) {
    EXPECT_THAT(wrong("address = \"" + std::string(address) + "\"\n"), HasSubstr("host:port"));
  }
  EXPECT_THAT(wrong("socket = \"/a\"\nunscanned = \"open\"\n"),
              HasSubstr("scanner.toml:2: must be refuse or warn"));
  EXPECT_THAT(wrong("socket = \"/a\"\ntimeout_seconds = 0\n"), HasSubstr("scanner.toml:2: "));
  EXPECT_THAT(wrong("socket = \"/a\"\ncolour = 1\n"), HasSubstr("scanner.toml:2: "));
  EXPECT_THAT(wrong("socket = "), HasSubstr("scanner.toml:1"));
}

}  // namespace
}  // namespace motcua::runtime

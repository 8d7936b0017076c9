#include "runtime/identity_file.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <fstream>

namespace motcua::runtime {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view whole = R"([[provider]]
id = "vneid"
name_vi = "VNeID"
name_en = "VNeID"
issuer = "https://id.example"
client = "so-ngoai-vu"
secret = "mot bi mat"
)";

class IdentityFile : public testing::Test {
 protected:
  IdentityFile() {
    auto pattern = (fs::temp_directory_path() / "motcua-identity-XXXXXX").string();
    EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  ~IdentityFile() override { fs::remove_all(folder_); }

  OrFailure<std::vector<oidc::Registration>> read(std::string_view text, mode_t mode = 0600) {
    const auto path = folder_ / identity_file;
    std::ofstream(path) << text;
    ::chmod(path.c_str(), mode);
    return read_identity_file(folder_);
  }

  fs::path folder_;
};

TEST_F(IdentityFile, IsNotNeeded) {
  const auto providers = read_identity_file(folder_);
  ASSERT_TRUE(providers.ok());
  EXPECT_TRUE(providers->empty());
}

TEST_F(IdentityFile, NamesProviders) {
  const auto providers = read(whole);
  ASSERT_TRUE(providers.ok()) << providers.error().what;
  ASSERT_EQ(providers->size(), 1U);
  EXPECT_EQ(providers->front().issuer, "https://id.example");
}

TEST_F(IdentityFile, IsRefusedWhenOthersMayReadIt) {
  const auto providers = read(whole, 0640);
  ASSERT_FALSE(providers.ok());
  EXPECT_NE(providers.error().what.find("chmod 600"), std::string::npos);
}

TEST_F(IdentityFile, SaysWhichLineIsWrong) {
  for (const auto& [from, to, line] :
       {std::tuple{"https://id.example", "http://id.example", ":5:"},
        std::tuple{"\"vneid\"", "\"VNeID/x\"", ":2:"}, std::tuple{"client", "klient", ":1:"}}) {
    std::string text(whole);
    text.replace(text.find(from), std::string_view(from).size(), to);
    const auto providers = read(text);
    ASSERT_FALSE(providers.ok()) << to;
    EXPECT_NE(providers.error().what.find(line), std::string::npos) << providers.error().what;
  }
}

}  // namespace
}  // namespace motcua::runtime

#include "files/partial_uploads.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace motcua::files {
namespace {

namespace fs = std::filesystem;

class PartialUploads : public testing::Test {
 protected:
  PartialUploads() {
    auto pattern = (fs::temp_directory_path() / "motcua-partial-XXXXXX").string();
    EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    open();
  }
  ~PartialUploads() override { fs::remove_all(folder_); }

  void open() {
    auto opened = FolderPartialUploads::open(folder_ / "partial");
    ASSERT_TRUE(opened.ok());
    uploads_ = std::move(*opened);
  }

  std::string begin(std::int64_t length, std::int64_t begun_at = 100) {
    const std::string id = "upload-of-a-test-" + std::to_string(++made_);
    ports::PartialUpload upload;
    upload.id = id;
    upload.name = "thư mời.pdf";
    upload.length = length;
    upload.begun_at = begun_at;
    EXPECT_TRUE(uploads_->begin(upload).ok());
    return id;
  }

  std::optional<std::int64_t> append(const std::string& id, std::int64_t offset,
                                     std::string_view bytes) {
    const auto added = uploads_->append(id, offset, bytes);
    EXPECT_TRUE(added.ok());
    return *added;
  }

  std::string bytes_of(const std::string& id) {
    std::ifstream file(*uploads_->path_of(id), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  fs::path folder_;
  std::unique_ptr<FolderPartialUploads> uploads_;
  int made_ = 0;
};

TEST_F(PartialUploads, ComeTogetherPieceByPiece) {
  const auto id = begin(10);
  EXPECT_EQ(append(id, 0, "%PDF-"), 5);
  open();  // after a restart
  EXPECT_EQ((*uploads_->find(id))->offset, 5);
  EXPECT_EQ((*uploads_->find(id))->name, "thư mời.pdf");
  EXPECT_EQ(append(id, 5, "12345"), 10);
  EXPECT_EQ(bytes_of(id), "%PDF-12345");
}

TEST_F(PartialUploads, APieceFromAFileIsAddedWhole) {
  const auto id = begin(200'000);
  const auto piece = folder_ / "piece";
  std::ofstream(piece) << std::string(200'000, 'x');
  const auto added = uploads_->append(id, 0, ports::SpooledPiece{piece.string()});
  ASSERT_TRUE(added.ok());
  EXPECT_EQ(*added, 200'000);
  EXPECT_EQ(bytes_of(id), std::string(200'000, 'x'));
}

TEST_F(PartialUploads, TakeNoPieceTwiceNorOneThatDoesNotFit) {
  const auto id = begin(6);
  EXPECT_EQ(append(id, 0, "abc"), 3);
  EXPECT_EQ(append(id, 0, "abc"), std::nullopt);
  EXPECT_EQ(append(id, 4, "e"), std::nullopt);
  EXPECT_EQ(append(id, 3, "defg"), std::nullopt);
  EXPECT_EQ(bytes_of(id), "abc");
}

TEST_F(PartialUploads, OfTwoWhoSendTheSamePieceOneIsTaken) {
  const auto id = begin(1000);
  std::array<std::optional<std::int64_t>, 8> taken;
  std::vector<std::thread> senders;
  for (auto& mine : taken) {
    senders.emplace_back([&] { mine = append(id, 0, std::string(100, 'x')); });
  }
  for (auto& sender : senders) sender.join();
  EXPECT_EQ(std::count(taken.begin(), taken.end(), std::optional<std::int64_t>{100}), 1);
  EXPECT_EQ(bytes_of(id).size(), 100U);
}

TEST_F(PartialUploads, ThatAreFinishedSayWhatBecameOfThem) {
  const auto id = begin(3);
  append(id, 0, "abc");
  ASSERT_TRUE(uploads_->finish(id, R"({"id":"f1"})").ok());
  const auto found = uploads_->find(id);
  EXPECT_EQ((*found)->file, R"({"id":"f1"})");
  EXPECT_EQ((*found)->offset, 3);
  EXPECT_FALSE(uploads_->path_of(id).ok());
}

TEST_F(PartialUploads, ThatStayUnfinishedAreLetGo) {
  const auto old = begin(3, 100);
  const auto fresh = begin(3, 200);
  ASSERT_TRUE(uploads_->drop_begun_before(150).ok());
  EXPECT_FALSE(uploads_->find(old)->has_value());
  EXPECT_TRUE(uploads_->find(fresh)->has_value());
}

TEST_F(PartialUploads, AreNoWayToOtherFiles) {
  std::ofstream(folder_ / "secret.part") << "secret";
  for (const std::string id :
       {"../secret", "..%2Fsecret", "", "a/b", "../partial/../secret-and-more"}) {
    EXPECT_FALSE(uploads_->find(id)->has_value()) << id;
    EXPECT_FALSE(uploads_->path_of(id).ok()) << id;
    EXPECT_TRUE(uploads_->drop(id).ok());
  }
  EXPECT_TRUE(fs::exists(folder_ / "secret.part"));
}

}  // namespace
}  // namespace motcua::files

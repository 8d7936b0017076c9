// Against peers that answer well, badly and never. A real clamd is asked in tests/scanner.
#include "clamd/scanner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <thread>

namespace motcua::clamd {
namespace {

using ports::ScanState;
using testing::HasSubstr;

// Takes connections on a Unix socket, one after the other, and gives each to `serve`.
class Peer {
 public:
  using Serve = std::function<void(int connection, int turn)>;
  Peer(const std::string& path, int connections, Serve serve)
      : listening_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    path.copy(place.sun_path, sizeof place.sun_path - 1);
    MOTCUA_ASSERT(::bind(listening_, reinterpret_cast<sockaddr*>(&place), sizeof place) == 0);
    MOTCUA_ASSERT(::listen(listening_, 8) == 0);
    thread_ = std::thread([this, connections, serve = std::move(serve)] {
      for (int turn = 0; turn < connections; ++turn) {
        const int connection = ::accept(listening_, nullptr, nullptr);
        serve(connection, turn);
        ::close(connection);
      }
    });
  }
  ~Peer() {
    thread_.join();
    ::close(listening_);
  }
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

 private:
  int listening_;
  std::thread thread_;
};

void say(int connection, std::string_view text) {
  (void)::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
}

std::string hear_until(int connection, std::string_view end) {
  std::string heard;
  char buffer[65536];
  while (!heard.ends_with(end)) {
    const auto got = ::recv(connection, buffer, sizeof buffer, 0);
    if (got <= 0) break;
    heard.append(buffer, std::size_t(got));
  }
  return heard;
}

// Until the other side hangs up.
void hear_all(int connection) {
  char buffer[65536];
  while (::recv(connection, buffer, sizeof buffer, 0) > 0) {
  }
}

constexpr std::string_view version("ClamAV 1.4.3/27000/Mon Apr 10\0", 30);

class ClamdScanner : public testing::Test {
 protected:
  ClamdScanner() {
    auto pattern = (std::filesystem::temp_directory_path() / "motcua-scan-XXXXXX").string();
    MOTCUA_ASSERT(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    settings_.socket = (folder_ / "clamd").string();
    settings_.patience = std::chrono::seconds{20};
  }
  ~ClamdScanner() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  std::string paper(const std::string& content) {
    const auto path = (folder_ / "paper").string();
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  OrFailure<ports::ScanFinding> scan(const std::string& content) {
    return Scanner(settings_).scan(paper(content));
  }
  // The verdict when VERSION is answered well and INSTREAM with `answer`.
  OrFailure<ports::ScanFinding> answered(const std::string& answer) {
    Peer peer(settings_.socket, 2, [&](int connection, int turn) {
      hear_until(connection,
                 turn == 0 ? std::string_view("\0", 1) : std::string_view("\0\0\0\0", 4));
      say(connection, turn == 0 ? version : answer);
    });
    return scan("a paper");
  }

  std::filesystem::path folder_;
  Settings settings_;
};

TEST_F(ClamdScanner, SendsTheWholePaperInPieces) {
  const std::string content(150'000, 'x');
  std::string heard;
  {
    Peer peer(settings_.socket, 2, [&](int connection, int turn) {
      if (turn == 0) {
        EXPECT_EQ(hear_until(connection, {"\0", 1}), std::string("zVERSION\0", 9));
        say(connection, version);
        return;
      }
      heard = hear_until(connection, {"\0\0\0\0", 4});
      say(connection, {"stream: OK\0", 11});
    });
    const auto found = scan(content);
    ASSERT_TRUE(found.ok()) << found.error().what;
    EXPECT_EQ(found->state, ScanState::Clean);
    EXPECT_EQ(found->signatures, "ClamAV 1.4.3/27000/Mon Apr 10");
  }
  const std::string command("zINSTREAM\0", 10);
  ASSERT_TRUE(heard.starts_with(command));
  std::string_view rest = std::string_view(heard).substr(command.size());
  std::string put_together;
  while (rest.size() >= 4) {
    std::size_t length = 0;
    for (const char byte : rest.substr(0, 4)) {
      length = length << 8 | static_cast<unsigned char>(byte);
    }
    put_together += rest.substr(4, length);
    rest.remove_prefix(4 + length);
  }
  EXPECT_EQ(put_together, content);
}

TEST_F(ClamdScanner, NamesWhatItFound) {
  const auto found = answered(std::string("stream: Win.Test.EICAR_HDB-1 FOUND\0", 35));
  ASSERT_TRUE(found.ok()) << found.error().what;
  EXPECT_EQ(found->state, ScanState::Infected);
  EXPECT_EQ(found->virus, "Win.Test.EICAR_HDB-1");
}

TEST_F(ClamdScanner, GivesNoVerdictWithoutAPlainOne) {
  for (const std::string answer : {"stream: OK FOUND maybe", "UNKNOWN COMMAND", "", " FOUND",
                                   "stream: Can't allocate memory ERROR"}) {
    std::filesystem::remove(settings_.socket);
    const auto found = answered(answer + '\0');
    ASSERT_FALSE(found.ok()) << answer;
    EXPECT_TRUE(found.error().retry);
  }
}

TEST_F(ClamdScanner, TakesAnAnswerThatIsCutShortForNone) {
  const auto found = answered("stream: OK");  // no end
  ASSERT_FALSE(found.ok());
  EXPECT_THAT(found.error().what, HasSubstr("hung up"));
}

TEST_F(ClamdScanner, TakesAnAnswerWithoutEndForNone) {
  const auto found = answered(std::string(100'000, 'a'));
  ASSERT_FALSE(found.ok());
  EXPECT_THAT(found.error().what, HasSubstr("without end"));
}

TEST_F(ClamdScanner, HearsThatItIsTooMuchBeforeItHasSentAll) {
  Peer peer(settings_.socket, 2, [&](int connection, int turn) {
    if (turn == 0) return say(connection, version);
    say(connection, {"INSTREAM size limit exceeded. ERROR\0", 36});
    ::shutdown(connection, SHUT_RD);  // and what is still on its way is not wanted
  });
  const auto found = scan(std::string(8'000'000, 'x'));
  ASSERT_TRUE(found.ok()) << found.error().what;
  EXPECT_EQ(found->state, ScanState::TooLarge);
}

TEST_F(ClamdScanner, AsksNobodyAboutMoreThanItMaySend) {
  settings_.most_megabytes = 1;
  const auto found = scan(std::string((1 << 20) + 1, 'x'));
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->state, ScanState::TooLarge);
}

TEST_F(ClamdScanner, DoesNotWaitForAPeerThatNeverAnswers) {
  settings_.patience = std::chrono::milliseconds{50};
  Peer peer(settings_.socket, 1, [](int connection, int) { hear_all(connection); });
  const auto found = scan("a paper");
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().kind, FailureKind::Unavailable);
  EXPECT_THAT(found.error().what, HasSubstr("no answer in time"));
}

TEST_F(ClamdScanner, DoesNotWaitForAPeerThatReadsNothing) {
  settings_.patience = std::chrono::milliseconds{200};
  std::promise<void> given_up;
  Peer peer(settings_.socket, 2, [&](int connection, int turn) {
    if (turn == 0) return say(connection, version);
    given_up.get_future().wait();
  });
  const auto found = scan(std::string(8'000'000, 'x'));
  given_up.set_value();
  ASSERT_FALSE(found.ok());
  EXPECT_THAT(found.error().what, HasSubstr("no answer in time"));
}

TEST_F(ClamdScanner, IsUnavailableWhereNobodyListens) {
  for (const bool by_socket : {true, false}) {
    if (!by_socket) {
      settings_.socket.clear();
      settings_.host = "127.0.0.1";
      settings_.port = 1;
    }
    const auto found = scan("a paper");
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().kind, FailureKind::Unavailable);
  }
}

}  // namespace
}  // namespace motcua::clamd

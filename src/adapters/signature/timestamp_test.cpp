// Signatures with a timestamp, from a real authority (`openssl ts`) reached by HTTP, and what
// happens when it is not there or lies.
#include "signature/timestamp.hpp"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <functional>
#include <thread>

#include "signature/http_timestamp_authority.hpp"
#include "signature/signing_test.hpp"

namespace motcua::signature {
namespace {

using ports::Integrity;
using ports::TimeSource;
using testing::HasSubstr;

// Answers POST requests on a port of its own, one after the other, with what `reply` makes of the
// body: a whole HTTP answer, or nothing, and then the client waits in vain.
class LocalAuthority {
 public:
  using Reply = std::function<std::string(const std::string& body)>;
  explicit LocalAuthority(Reply reply) : reply_(std::move(reply)) {
    setenv("no_proxy", "127.0.0.1", 1);
    listening_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof here;
    if (bind(listening_, (sockaddr*)&here, size) != 0 || listen(listening_, 8) != 0 ||
        getsockname(listening_, (sockaddr*)&here, &size) != 0) {
      throw std::runtime_error("no port for the timestamp authority");
    }
    port_ = ntohs(here.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  LocalAuthority(const LocalAuthority&) = delete;
  LocalAuthority& operator=(const LocalAuthority&) = delete;
  ~LocalAuthority() {
    shutdown(listening_, SHUT_RDWR);
    thread_.join();
    close(listening_);
  }

  AuthorityAddress address() const {
    return {"http://127.0.0.1:" + std::to_string(port_) + "/tsa", std::chrono::seconds{20}};
  }

 private:
  void serve() {
    for (int peer = accept(listening_, nullptr, nullptr); peer >= 0;
         peer = accept(listening_, nullptr, nullptr)) {
      const auto answer = reply_(body_from(peer));
      send(peer, answer.data(), answer.size(), MSG_NOSIGNAL);
      char rest[64];
      if (answer.empty()) recv(peer, rest, sizeof rest, 0);  // until the client gives up
      close(peer);
    }
  }

  static std::string body_from(int peer) {
    std::string request;
    char bytes[4096];
    for (;;) {
      const auto head = request.find("\r\n\r\n");
      const auto length = request.find("Content-Length: ");
      if (head != request.npos && length != request.npos &&
          request.size() >= head + 4 + std::stoul(request.substr(length + 16))) {
        return request.substr(head + 4);
      }
      const auto got = recv(peer, bytes, sizeof bytes, 0);
      if (got <= 0) return {};
      request.append(bytes, static_cast<std::size_t>(got));
    }
  }

  Reply reply_;
  int listening_ = -1;
  int port_ = 0;
  std::thread thread_;
};

std::string http(const std::string& body, const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status +
         "\r\nContent-Type: application/timestamp-reply\r\nConnection: close\r\n"
         "Content-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body;
}

class Timestamps : public Signing {
 protected:
  Timestamps() { authority_.make_timestamp_authority(); }

  OrFailure<std::string> sign_with(const LocalAuthority& local) {
    HttpTimestampAuthority over_http(local.address());
    return PadesSigner(&over_http).sign(a_paper(), officer_order(), *key_of(authority_.officer()));
  }
  std::string stamped() {
    const LocalAuthority local(
        [this](const std::string& question) { return http(authority_.answer(question)); });
    return must(sign_with(local));
  }
  void expect_unavailable(const LocalAuthority::Reply& reply, const std::string& why) {
    const LocalAuthority local(reply);
    const auto refused = sign_with(local);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, FailureKind::Unavailable);
    EXPECT_TRUE(refused.error().retry);
    EXPECT_THAT(refused.error().what, HasSubstr(why));
  }
};

TEST_F(Timestamps, prove_the_time_of_signing) {
  const auto paper = stamped();
  EXPECT_EQ(count(pdfsig(paper), "Signature is Valid."), 1);
  EXPECT_EQ(qpdf_check(paper), "");
  const auto account = read(paper).at(0);
  EXPECT_TRUE(holds(account));
  ASSERT_TRUE(account.time.has_value());
  EXPECT_EQ(account.time->source, TimeSource::Timestamp);
  EXPECT_LE(std::chrono::abs(account.time->moment - right_now()), minutes{5});
}

TEST_F(Timestamps, of_an_unknown_authority_leave_the_claimed_time) {
  const sample::Authority other("Gốc khác");
  other.make_timestamp_authority();
  const LocalAuthority local(
      [&](const std::string& question) { return http(other.answer(question)); });
  const auto account = read(must(sign_with(local))).at(0);
  EXPECT_TRUE(holds(account));
  EXPECT_EQ(account.time->source, TimeSource::Claimed);
}

TEST_F(Timestamps, keep_trust_after_the_certificate_of_the_signer_has_ended) {
  const auto key = key_of(authority_.signer("brief", "/CN=Một ngày", sample::Algorithm::P256, 1));
  const LocalAuthority local(
      [this](const std::string& question) { return http(authority_.answer(question)); });
  HttpTimestampAuthority over_http(local.address());
  const auto with = must(PadesSigner(&over_http).sign(a_paper(), officer_order(), *key));
  const auto without = sign(a_paper(), officer_order(), *key);

  PdfSignatureReader reader({*load_certificates(authority_.root())});
  const auto later = right_now() + std::chrono::days{10};
  EXPECT_TRUE(reader.read(with, later)->at(0).trusted);
  EXPECT_FALSE(reader.read(without, later)->at(0).trusted);
}

TEST_F(Timestamps, no_paper_is_given_without_the_one_that_was_promised) {
  expect_unavailable([](const std::string&) { return http("", "500 Internal Server Error"); },
                     "answered 500");
  expect_unavailable([](const std::string&) { return http("not a timestamp"); }, "cannot be read");
  expect_unavailable([](const std::string&) { return http(std::string(100'000, 'x')); }, "");
}

TEST_F(Timestamps, an_answer_to_another_question_is_refused) {
  const auto other = authority_.answer(*timestamp_question("something else"));
  expect_unavailable([&](const std::string&) { return http(other); }, "something else");
}

TEST_F(Timestamps, an_authority_that_does_not_answer_is_given_up) {
  const LocalAuthority silent([](const std::string&) { return std::string{}; });
  auto address = silent.address();
  address.patience = std::chrono::milliseconds{200};
  const auto refused = HttpTimestampAuthority(address).stamp("x");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, FailureKind::Unavailable);
}

TEST_F(Timestamps, only_http_is_spoken) {
  const auto refused = HttpTimestampAuthority({"file:///etc/hostname"}).stamp("x");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, FailureKind::Unavailable);
}

}  // namespace
}  // namespace motcua::signature

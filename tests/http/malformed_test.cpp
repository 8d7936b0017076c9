// Malformed and oversize requests: each gets a clear status and the connection is closed, so that
// nothing after it can be taken for a request.
#include <gtest/gtest.h>

#include "raw_client.hpp"
#include "running_server.hpp"

namespace motcua::http::test {
namespace {

struct Case {
  const char* name;
  std::string request;
  int status;
};

std::ostream& operator<<(std::ostream& out, const Case& given) { return out << given.name; }

Response echo(Request& request) { return Response{200, "text/plain", {}, request.body}; }

Router echo_router() {
  Router router;
  router.add("GET", "/x", Run::Inline, echo);
  router.add("POST", "/x", Run::Inline, echo);
  return router;
}

const std::string second = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n";

std::vector<Case> cases() {
  using namespace std::string_literals;
  const std::string post = "POST /x HTTP/1.1\r\nHost: a\r\n";
  return {
      {"length_and_chunked",
       post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + second, 400},
      {"two_lengths", post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd" + second, 400},
      {"bare_line_feeds", "GET /x HTTP/1.1\nHost: a\n\n" + second, 400},
      {"space_before_colon", "GET /x HTTP/1.1\r\nHost : a\r\n\r\n" + second, 400},
      {"nul_in_target", "GET /x\0y HTTP/1.1\r\nHost: a\r\n\r\n"s + second, 400},
      {"negative_length", post + "Content-Length: -1\r\n\r\n" + second, 400},
      {"length_not_a_number", post + "Content-Length: 4x\r\n\r\nabcd" + second, 400},
      {"unknown_transfer_encoding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400},
      {"two_transfer_encodings",
       post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" + second, 400},
      {"repeated_transfer_encoding",
       post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"chunked_in_http_1_0",
       "POST /x HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"bad_chunk_size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabcd\r\n0\r\n\r\n", 400},
      {"chunk_size_overflow", post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabcd",
       400},
      {"no_host", "GET /x HTTP/1.1\r\n\r\n" + second, 400},
      {"two_hosts", "GET /x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + second, 400},
      {"version_2", "GET /x HTTP/2.0\r\nHost: a\r\n\r\n" + second, 505},
      {"no_version", "GET /x\r\nHost: a\r\n\r\n" + second, 400},
      {"tls_hello", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s, 400},
      {"dot_segment", "GET /a/../x HTTP/1.1\r\nHost: a\r\n\r\n" + second, 400},
      {"escaped_dot_segment", "GET /a/%2e%2E/x HTTP/1.1\r\nHost: a\r\n\r\n" + second, 400},
      {"escaped_nul", "GET /x%00 HTTP/1.1\r\nHost: a\r\n\r\n" + second, 400},
      {"cut_escape", "GET /x%2 HTTP/1.1\r\nHost: a\r\n\r\n" + second, 400},
      {"path_not_utf8", "GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n" + second, 400},
      {"query_not_utf8", "GET /x?q=%ff HTTP/1.1\r\nHost: a\r\n\r\n" + second, 400},
      {"fragment", "GET /x#y HTTP/1.1\r\nHost: a\r\n\r\n" + second, 400},
      {"asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n" + second, 400},
      {"long_header", "GET /x HTTP/1.1\r\nHost: a\r\nA: " + std::string(20000, 'a') + "\r\n\r\n",
       431},
      {"long_target", "GET /" + std::string(20000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 431},
  };
}

class Malformed : public testing::TestWithParam<Case> {};

TEST_P(Malformed, IsRefusedAndTheConnectionCloses) {
  RunningServer running(quick_config(), echo_router());
  RawClient client(running.port());
  client.send(GetParam().request);
  const Answer answer = client.receive();
  EXPECT_EQ(answer.status, GetParam().status) << answer.head;
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
  client.finish_sending();
  EXPECT_EQ(client.receive_to_end(), "") << "the bytes after it were answered too";
}

INSTANTIATE_TEST_SUITE_P(Wire, Malformed, testing::ValuesIn(cases()),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(Oversize, ManyHeadersInSmallPiecesAreStoppedAtTheLimit) {
  RunningServer running(quick_config(), echo_router());
  RawClient client(running.port());
  client.send("GET /x HTTP/1.1\r\nHost: a\r\n");
  const std::size_t taken = client.flood("A: b\r\n", 1 << 20);
  EXPECT_EQ(client.receive().status, 431) << taken;
}

TEST(Oversize, TooManyHeaderFields) {
  RunningServer running(quick_config(), echo_router());
  std::string headers;
  for (int i = 0; i < 101; ++i) headers += "A: b\r\n";
  EXPECT_EQ(ask(running.port(), get("/x", headers)).status, 431);
}

TEST(Oversize, ABodyOverTheLimitIsRefusedByItsLength) {
  Router router;
  router.add("POST", "/x", Run::Inline, echo, RouteLimits{100, {}});
  RunningServer running(quick_config(), std::move(router));
  RawClient client(running.port());
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 101\r\n\r\n");
  const Answer answer = client.receive();
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(answer.header("Connection"), "close");
}

TEST(Oversize, AChunkedBodyIsRefusedWhenItGrowsOverTheLimit) {
  Router router;
  router.add("POST", "/x", Run::Inline, echo, RouteLimits{100, {}});
  RunningServer running(quick_config(), std::move(router));
  RawClient client(running.port());
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  client.flood("10\r\n0123456789abcdef\r\n", 4096);
  EXPECT_EQ(client.receive().status, 413);
}

TEST(Oversize, TheAnswerToALargeRefusedUploadCanBeRead) {
  Router router;
  router.add("POST", "/x", Run::Inline, echo, RouteLimits{100, {}});
  RunningServer running(quick_config(), std::move(router));
  RawClient client(running.port());
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 400000\r\n\r\n");
  client.flood(std::string(1000, 'a'), 400000);
  EXPECT_EQ(client.receive().status, 413);
}

}  // namespace
}  // namespace motcua::http::test

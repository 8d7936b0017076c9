// Ordinary requests and answers: routes, methods, media types, bodies, keeping connections.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "raw_client.hpp"
#include "running_server.hpp"

namespace motcua::http::test {
namespace {

Response text(std::string body) { return Response{200, "text/plain", {}, std::move(body)}; }

std::string post(std::string_view path, std::string_view headers, std::string_view body) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(headers) + "\r\n" + std::string(body);
}

TEST(Exchange, ParametersPathAndQueryComeDecoded) {
  Router router;
  router.add("GET", "/api/dossiers/{code}/acts/{act}", Run::Inline, [](Request& request) {
    return text(std::string(request.param("code")) + "|" + std::string(request.param("act")) + "|" +
                request.query_value("q").value_or("-") + "|" + request.path);
  });
  RunningServer running(quick_config(), std::move(router));
  const Answer answer =
      ask(running.port(), get("/api/dossiers/H26%2F1/acts/duy%E1%BB%87t?a=1&q=s%E1%BB%9F+x"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "H26/1|duyệt|sở x|/api/dossiers/H26/1/acts/duyệt");
}

TEST(Exchange, AFixedSegmentWinsOverAParameter) {
  Router router;
  router.add("GET", "/a/{x}", Run::Inline, [](Request&) { return text("parameter"); });
  router.add("GET", "/a/b", Run::Inline, [](Request&) { return text("fixed"); });
  router.add("GET", "/a/b/c", Run::Inline, [](Request&) { return text("deep"); });
  router.add("GET", "/a/{x}/d", Run::Inline, [](Request&) { return text("around"); });
  RunningServer running(quick_config(), std::move(router));
  EXPECT_EQ(ask(running.port(), get("/a/b")).body, "fixed");
  EXPECT_EQ(ask(running.port(), get("/a/c")).body, "parameter");
  EXPECT_EQ(ask(running.port(), get("/a/b/c")).body, "deep");
  EXPECT_EQ(ask(running.port(), get("/a/b/d")).body, "around");
  EXPECT_EQ(ask(running.port(), get("/a/b/")).status, 404);
  EXPECT_EQ(ask(running.port(), get("//a/b")).status, 404);
}

TEST(Exchange, UnknownPathsMethodsAndMediaTypesAreTold) {
  Router router;
  router.add(
      "POST", "/a", Run::Inline, [](Request&) { return text("x"); },
      RouteLimits{1000, {"application/json"}});
  router.add("DELETE", "/a", Run::Inline, [](Request&) { return text("x"); });
  RunningServer running(quick_config(), std::move(router));
  EXPECT_EQ(ask(running.port(), get("/b")).status, 404);
  const Answer method = ask(running.port(), get("/a"));
  EXPECT_EQ(method.status, 405);
  EXPECT_EQ(method.header("Allow"), "POST, DELETE");
  EXPECT_EQ(ask(running.port(), post("/a", "Content-Type: text/plain\r\n", "x")).status, 415);
  EXPECT_EQ(ask(running.port(), post("/a", "", "x")).status, 415);
  const char* json = "Content-Type: Application/JSON; charset=utf-8\r\n";
  EXPECT_EQ(ask(running.port(), post("/a", json, "{}")).status, 200);
  EXPECT_EQ(ask(running.port(), post("/a", "", "")).status, 200);
}

TEST(Exchange, AQuickAnswerSparesThePool) {
  Router router;
  router.add_quick(
      "GET", "/a/{x}",
      [](const Request& request) -> std::optional<Response> {
        if (request.param("x") == "bad") throw std::runtime_error("no");
        if (request.param("x") == "known") return text("from memory");
        return std::nullopt;
      },
      [](Request&) { return text("looked up"); });
  RunningServer running(quick_config(), std::move(router));
  EXPECT_EQ(ask(running.port(), get("/a/known")).body, "from memory");
  EXPECT_EQ(ask(running.port(), get("/a/other")).body, "looked up");
  EXPECT_EQ(ask(running.port(), get("/a/bad")).status, 500);
  EXPECT_EQ(running.log().size(), 1U);
}

TEST(Exchange, HeadGivesTheHeadOfGet) {
  Router router;
  router.add("GET", "/a", Run::Inline, [](Request&) { return text("12345"); });
  RunningServer running(quick_config(), std::move(router));
  RawClient client(running.port());
  client.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n" + get("/a"));
  const Answer head = client.receive(false);
  EXPECT_EQ(head.header("Content-Length"), "5");
  EXPECT_EQ(client.receive().body, "12345");
}

TEST(Exchange, PipelinedRequestsAreAnsweredInOrder) {
  Router router;
  const auto id = [](Request& request) { return text(std::string(request.param("id"))); };
  router.add("GET", "/inline/{id}", Run::Inline, id);
  router.add("GET", "/pool/{id}", Run::Pool, id);
  RunningServer running(quick_config(), std::move(router));
  RawClient client(running.port());
  std::string requests;
  for (int i = 0; i < 40; ++i) {
    requests += get((i % 3 ? "/inline/" : "/pool/") + std::to_string(i));
  }
  client.send(requests);
  for (int i = 0; i < 40; ++i) EXPECT_EQ(client.receive().body, std::to_string(i));
}

TEST(Exchange, OldAndClosingClientsAreUnderstood) {
  Router router;
  router.add("GET", "/a", Run::Inline, [](Request&) { return text("x"); });
  RunningServer running(quick_config(), std::move(router));
  RawClient old(running.port());
  old.send("GET /a HTTP/1.0\r\n\r\n");
  EXPECT_EQ(old.receive().header("Connection"), "close");
  EXPECT_EQ(old.receive_to_end(), "");
  RawClient keeping(running.port());
  keeping.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(keeping.receive().header("Connection"), "keep-alive");
  RawClient closing(running.port());
  closing.send(get("/a", "Connection: close\r\n"));
  EXPECT_EQ(closing.receive().header("Connection"), "close");
  EXPECT_EQ(closing.receive_to_end(), "");
}

TEST(Exchange, AnExceptionBecomesALoggedProblem) {
  Router router;
  const auto fails = [](Request&) -> Response { throw std::runtime_error("the reason"); };
  router.add("GET", "/inline", Run::Inline, fails);
  router.add("GET", "/pool", Run::Pool, fails);
  RunningServer running(quick_config(), std::move(router));
  for (const char* path : {"/inline", "/pool"}) {
    const Answer answer = ask(running.port(), get(path));
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.body.find("the reason"), std::string::npos);
  }
  EXPECT_THAT(running.log(), testing::Contains("GET /pool: the reason"));
}

TEST(Exchange, AHeaderCannotBreakOutOfItsLine) {
  Router router;
  router.add("GET", "/a", Run::Inline, [](Request&) {
    Response response = text("x");
    response.headers.emplace_back("Location", "/b\r\nSet-Cookie: stolen=1");
    return response;
  });
  RunningServer running(quick_config(), std::move(router));
  const Answer answer = ask(running.port(), get("/a"));
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.header("Set-Cookie"), "");
}

TEST(Exchange, ProblemsAreWordedFromOutside) {
  Config config = quick_config();
  config.problem = [](ProblemKind kind, const Request* request) {
    return Response{status_of(kind),
                    "application/problem+json",
                    {},
                    std::string(name_of(kind)) + (request ? " " + request->path : "")};
  };
  Router router;
  router.add("GET", "/asked", Run::Inline, [](Request&) { return problem(ProblemKind::NotFound); });
  RunningServer running(std::move(config), std::move(router));
  EXPECT_EQ(ask(running.port(), get("/asked")).body, "not-found /asked");
  EXPECT_EQ(ask(running.port(), get("/nowhere")).body, "not-found /nowhere");
  EXPECT_EQ(ask(running.port(), "nonsense\r\n\r\n").body, "malformed-request");
}

TEST(Exchange, CookiesAreRead) {
  Router router;
  router.add("GET", "/a", Run::Inline,
             [](Request& request) { return text(std::string(request.cookie("session"))); });
  RunningServer running(quick_config(), std::move(router));
  EXPECT_EQ(ask(running.port(), get("/a", "Cookie: x=1; session=abc=d; y=2\r\n")).body, "abc=d");
  EXPECT_EQ(ask(running.port(), get("/a", "Cookie: mysession=no\r\n")).body, "");
}

// --- uploads ------------------------------------------------------------------------------------

Response describe_upload(Request& request) {
  if (!request.spool) return text("memory " + std::to_string(request.body_size));
  std::ifstream file(request.spool->path(), std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const std::string all = bytes.str();
  return text("file " + std::to_string(request.body_size) + " " + std::to_string(all.size()) + " " +
              all.substr(0, 4) + all.substr(all.size() - 4));
}

struct Uploads {
  explicit Uploads(Endpoint endpoint = describe_upload) : running(config(), router(endpoint)) {}

  Config config() const {
    Config made = quick_config();
    made.spool_folder = folder.path();
    return made;
  }
  static Router router(const Endpoint& endpoint) {
    Router made;
    made.add("POST", "/files", Run::Pool, endpoint, RouteLimits{8 << 20, {}});
    made.add("POST", "/forms", Run::Pool, endpoint, RouteLimits{256 << 10, {}});
    return made;
  }

  TestFolder folder;
  RunningServer running;
};

TEST(Upload, SmallBodiesStayInMemory) {
  Uploads uploads;
  EXPECT_EQ(ask(uploads.running.port(), post("/files", "", "abc")).body, "memory 3");
}

TEST(Upload, AFormIsGivenWholeHoweverLargeItMayBe) {
  Uploads uploads;
  const std::string form(256 << 10, 'f');
  EXPECT_EQ(ask(uploads.running.port(), post("/forms", "", form)).body, "memory 262144");
  EXPECT_EQ(ask(uploads.running.port(), post("/forms", "", form + "f")).status, 413);
  EXPECT_TRUE(uploads.folder.names().empty());
}

TEST(Upload, ALargeChunkedBodyGoesToAFileThatIsGoneAfterwards) {
  Uploads uploads;
  RawClient client(uploads.running.port());
  client.send("POST /files HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  client.send("4;note=x\r\nhead\r\n");
  const std::string chunk(0x1000, 'm');
  for (int i = 0; i < 100; ++i) client.send("1000\r\n" + chunk + "\r\n");
  client.send("4\r\ntail\r\n0\r\nTrailer: ignored\r\n\r\n");
  EXPECT_EQ(client.receive().body, "file 409608 409608 headtail");
  client.send(post("/files", "", "again"));
  EXPECT_EQ(client.receive().body, "memory 5");
  EXPECT_TRUE(uploads.folder.names().empty());
}

TEST(Upload, AReleasedFileStays) {
  Uploads uploads([](Request& request) { return text(request.spool->release()); });
  const std::string body(200000, 'b');
  const std::string path = ask(uploads.running.port(), post("/files", "", body)).body;
  EXPECT_EQ(std::filesystem::file_size(path), body.size());
}

TEST(Upload, ABrokenUploadLeavesNothing) {
  Uploads uploads;
  RawClient client(uploads.running.port());
  client.send("POST /files HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
  client.flood(std::string(1000, 'b'), 300000);
  client.vanish();
  ASSERT_TRUE(uploads.running.connections_become(0));
  EXPECT_TRUE(uploads.folder.names().empty());
}

TEST(Upload, AFolderThatTakesNothingIsToldAsStorageFull) {
  Config config = quick_config();
  {
    TestFolder gone;
    config.spool_folder = gone.path();
  }
  RunningServer running(std::move(config), Uploads::router(describe_upload));
  const Answer answer = ask(running.port(), post("/files", "", std::string(200000, 'b')));
  EXPECT_EQ(answer.status, 507);
  EXPECT_EQ(running.log().size(), 1U);
}

TEST(Upload, TheClientIsInvitedToContinueOnlyWhenItsBodyIsWanted) {
  Uploads uploads;
  RawClient client(uploads.running.port());
  client.send(
      "POST /files HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.receive_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("abc");
  EXPECT_EQ(client.receive().body, "memory 3");
  RawClient refused(uploads.running.port());
  refused.send("POST /no HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(refused.receive().status, 404);
}

}  // namespace
}  // namespace motcua::http::test

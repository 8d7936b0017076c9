// Files, static pages and TLS.
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <fstream>

#include "http/etag.hpp"
#include "http/response_head.hpp"
#include "http/static_site.hpp"
#include "raw_client.hpp"
#include "running_server.hpp"

namespace motcua::http::test {
namespace {

// --- files --------------------------------------------------------------------------------------

class Files : public testing::Test {
 protected:
  Files() : running_(quick_config(), router()) {
    for (int i = 0; i < 200000; ++i) content_ += static_cast<char>('a' + i % 26);
    std::ofstream(file(), std::ios::binary) << content_;
  }

  std::string file() const { return folder_.path() + "/paper"; }
  std::uint16_t port() const { return running_.port(); }

  Router router() {
    Router made;
    made.add("GET", "/paper", Run::Pool, [this](Request&) {
      Response response{200, "application/pdf", {}, FileRange{file(), 0, {}}};
      response.headers.emplace_back("ETag", "\"v1\"");
      response.headers.emplace_back("Content-Disposition",
                                    content_disposition(Disposition::Attachment, "Đơn 1.pdf"));
      return response;
    });
    made.add("GET", "/part", Run::Pool, [this](Request&) {
      return Response{200, "application/pdf", {}, FileRange{file(), 10, 20}};
    });
    made.add("GET", "/gone", Run::Pool, [this](Request&) {
      return Response{200, "application/pdf", {}, FileRange{file() + "-not", 0, {}}};
    });
    made.add("GET", "/short", Run::Pool, [this](Request&) {
      return Response{200, "application/pdf", {}, FileRange{file(), 0, 1 << 30}};
    });
    return made;
  }

  TestFolder folder_;
  std::string content_;
  RunningServer running_;
};

TEST_F(Files, AreSentWhole) {
  const Answer answer = ask(port(), get("/paper"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, content_);
  EXPECT_EQ(answer.header("Accept-Ranges"), "bytes");
  EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(answer.header("Content-Disposition"),
            "attachment; filename=\"don 1.pdf\"; filename*=UTF-8''%C4%90%C6%A1n%201.pdf");
}

TEST_F(Files, RangesAreHonoured) {
  const Answer middle = ask(port(), get("/paper", "Range: bytes=100-199\r\n"));
  EXPECT_EQ(middle.status, 206);
  EXPECT_EQ(middle.body, content_.substr(100, 100));
  EXPECT_EQ(middle.header("Content-Range"), "bytes 100-199/200000");
  EXPECT_EQ(ask(port(), get("/paper", "Range: bytes=-10\r\n")).body, content_.substr(199990));
  EXPECT_EQ(ask(port(), get("/paper", "Range: bytes=199999-\r\n")).body, content_.substr(199999));
  EXPECT_EQ(ask(port(), get("/part", "Range: bytes=5-9\r\n")).body, content_.substr(15, 5));
  const Answer beyond = ask(port(), get("/paper", "Range: bytes=200000-\r\n"));
  EXPECT_EQ(beyond.status, 416);
  EXPECT_EQ(beyond.header("Content-Range"), "bytes */200000");
  for (const char* odd : {"bytes=9-5", "bytes=0-1,3-4", "lines=1-2", "bytes=x-"}) {
    const Answer whole = ask(port(), get("/paper", "Range: " + std::string(odd) + "\r\n"));
    EXPECT_EQ(whole.status, 200) << odd;
  }
}

TEST_F(Files, ARangeOfAnotherVersionGetsTheWhole) {
  const std::string range = "Range: bytes=0-9\r\nIf-Range: ";
  EXPECT_EQ(ask(port(), get("/paper", range + "\"v1\"\r\n")).status, 206);
  EXPECT_EQ(ask(port(), get("/paper", range + "\"v0\"\r\n")).status, 200);
}

TEST_F(Files, HeadSendsNone) {
  RawClient client(port());
  client.send("HEAD /paper HTTP/1.1\r\nHost: a\r\n\r\n" + get("/part"));
  EXPECT_EQ(client.receive(false).header("Content-Length"), "200000");
  EXPECT_EQ(client.receive().body, content_.substr(10, 20));
}

TEST_F(Files, MissingAndShortFilesAreProblems) {
  EXPECT_EQ(ask(port(), get("/gone")).status, 404);
  EXPECT_EQ(ask(port(), get("/short")).status, 500);
  EXPECT_EQ(running_.log().size(), 2U);
}

// --- static pages -------------------------------------------------------------------------------

StaticSite small_site() {
  StaticSite site;
  site.add("/", Asset{"text/html; charset=utf-8", "<p>home", {}, {}, "h1", false});
  site.add("/can-bo/", Asset{"text/html; charset=utf-8", "<p>desk", {}, {}, "d1", false});
  site.add("/a-1.js", Asset{"text/javascript", "plain", "zipped", "pressed", "j1", true});
  site.serve_below("/can-bo/", "/can-bo/");
  return site;
}

TEST(Pages, AreNegotiatedCachedAndProtected) {
  const StaticSite site = small_site();
  Router router;
  router.set_fallback(Run::Inline, site.endpoint());
  router.add("GET", "/api/x", Run::Inline, [](Request&) { return Response{}; });
  RunningServer running(quick_config(), std::move(router));
  const auto port = running.port();
  const Answer home = ask(port, get("/"));
  EXPECT_EQ(home.body, "<p>home");
  EXPECT_EQ(home.header("Cache-Control"), "no-cache");
  EXPECT_NE(home.header("Content-Security-Policy").find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(ask(port, get("/can-bo/ho-so/1")).body, "<p>desk");
  EXPECT_EQ(ask(port, get("/can-bo/ho-so/000.00.00.H26-170412-0001")).status, 200);
  EXPECT_EQ(ask(port, get("/can-bo/missing.js")).status, 404);
  EXPECT_EQ(ask(port, get("/api/unknown")).status, 404);
  EXPECT_EQ(ask(port, "POST /api/unknown HTTP/1.1\r\nHost: a\r\n\r\n").status, 404);
  const Answer script = ask(port, get("/a-1.js", "Accept-Encoding: gzip, br\r\n"));
  EXPECT_EQ(script.body, "pressed");
  EXPECT_EQ(script.header("Content-Encoding"), "br");
  EXPECT_EQ(script.header("Vary"), "Accept-Encoding");
  EXPECT_NE(script.header("Cache-Control").find("immutable"), std::string::npos);
  EXPECT_EQ(ask(port, get("/a-1.js", "Accept-Encoding: gzip, br;q=0\r\n")).body, "zipped");
  EXPECT_EQ(ask(port, get("/a-1.js")).body, "plain");
  const std::string again = "If-None-Match: W/" + home.header("ETag") + "\r\n";
  const Answer unchanged = ask(port, get("/", again));
  EXPECT_EQ(unchanged.status, 304);
  EXPECT_EQ(unchanged.body, "");
}

TEST(Etags, AreComparedAsTheStandardSays) {
  EXPECT_TRUE(names_etag("\"a\", W/\"b\"", "\"b\""));
  EXPECT_FALSE(names_etag_strongly("\"a\", W/\"b\"", "\"b\""));
  EXPECT_TRUE(names_etag_strongly("\"a\", \"b\"", "\"b\""));
  EXPECT_TRUE(names_etag("*", "\"b\""));
  EXPECT_FALSE(names_etag("b", "\"b\""));
  EXPECT_FALSE(names_etag("\"b", "\"b\""));
}

// --- TLS ----------------------------------------------------------------------------------------

// A key and a certificate of its own making, in two PEM files.
void write_identity(const std::string& certificate_file, const std::string& key_file) {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate = X509_new();
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
  X509_set_pubkey(certificate, key);
  X509_sign(certificate, key, EVP_sha256());
  FILE* out = std::fopen(certificate_file.c_str(), "w");
  PEM_write_X509(out, certificate);
  std::fclose(out);
  out = std::fopen(key_file.c_str(), "w");
  PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
  std::fclose(out);
  X509_free(certificate);
  EVP_PKEY_free(key);
}

TEST(Tls, ShakesHandsAndAnswers) {
  TestFolder folder;
  Config config = quick_config();
  config.tls = {folder.path() + "/certificate", folder.path() + "/key"};
  write_identity(config.tls.certificate_file, config.tls.key_file);
  Router router;
  router.add("GET", "/a", Run::Pool, [](Request& request) {
    return Response{200, "text/plain", {}, std::string(request.secure ? "sealed" : "open")};
  });
  RunningServer running(std::move(config), std::move(router));
  RawClient client(running.port());
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  SSL* tls = SSL_new(context);
  SSL_set_fd(tls, client.descriptor());
  ASSERT_EQ(SSL_connect(tls), 1);
  EXPECT_GE(SSL_version(tls), TLS1_2_VERSION);
  const std::string request = get("/a", "Connection: close\r\n");
  ASSERT_GT(SSL_write(tls, request.data(), static_cast<int>(request.size())), 0);
  std::string received;
  char buffer[4096];
  int count;
  while ((count = SSL_read(tls, buffer, sizeof buffer)) > 0) {
    received.append(buffer, static_cast<std::size_t>(count));
  }
  EXPECT_NE(received.find("sealed"), std::string::npos);
  EXPECT_EQ(SSL_get_error(tls, count), SSL_ERROR_ZERO_RETURN) << "the end is said, not cut";
  SSL_free(tls);
  SSL_CTX_free(context);
  RawClient plain(running.port());
  plain.send(get("/a"));
  plain.finish_sending();
  EXPECT_EQ(plain.receive().status, 0);
}

TEST(Binding, FailsWithAPlainReason) {
  Config config = quick_config();
  config.tls = {"no-such-certificate", "no-such-key"};
  const auto tls = Server(config, Router()).bind();
  ASSERT_FALSE(tls);
  EXPECT_NE(tls.error().what.find("no-such-certificate"), std::string::npos);
  RunningServer running(quick_config(), Router());
  Config taken = quick_config();
  taken.port = running.port();
  EXPECT_FALSE(Server(taken, Router()).bind());
}

}  // namespace
}  // namespace motcua::http::test

// Clients that dawdle: they are told, cut off, and never delay the others.
#include <gtest/gtest.h>

#include <memory>

#include "raw_client.hpp"
#include "running_server.hpp"

namespace motcua::http::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

Router small_router() {
  Router router;
  const auto ok = [](Request&) { return Response{200, "text/plain", {}, "ok"}; };
  router.add("GET", "/a", Run::Pool, ok);
  router.add("POST", "/a", Run::Pool, ok);
  return router;
}

TEST(SlowClient, FourHundredDrippingConnectionsDoNotDelayAnHonestOne) {
  Config config = quick_config();
  config.deadlines.head = milliseconds(400);
  RunningServer running(std::move(config), small_router());
  std::vector<std::unique_ptr<RawClient>> dripping;
  for (int i = 0; i < 400; ++i) {
    dripping.push_back(std::make_unique<RawClient>(running.port()));
    dripping.back()->send("GET /a HTTP/1.1\r\nHost: a\r\nX: ");
  }
  RawClient honest(running.port());
  int rounds = 0;
  const auto began = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - began < milliseconds(300)) {
    dripping[static_cast<std::size_t>(rounds++ % 400)]->send("x");
    const auto before = std::chrono::steady_clock::now();
    honest.send(get("/a"));
    ASSERT_EQ(honest.receive().status, 200);
    ASSERT_LT(std::chrono::steady_clock::now() - before, seconds(2));
  }
  for (auto& client : dripping) EXPECT_EQ(client->receive().status, 408);
  EXPECT_TRUE(running.connections_become(1)) << "only the honest client is left";
  honest.send(get("/a"));
  EXPECT_EQ(honest.receive().status, 200);
}

TEST(SlowClient, ASlowBodyIsTold) {
  Config config = quick_config();
  config.deadlines.body = milliseconds(50);
  RunningServer running(std::move(config), small_router());
  RawClient client(running.port());
  client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
  const Answer answer = client.receive();
  EXPECT_EQ(answer.status, 408);
  EXPECT_EQ(answer.header("Connection"), "close");
}

TEST(SlowClient, SilentConnectionsAreClosed) {
  Config config = quick_config();
  config.deadlines.head = milliseconds(50);
  config.deadlines.idle = milliseconds(50);
  RunningServer running(std::move(config), small_router());
  RawClient silent(running.port());
  EXPECT_EQ(silent.receive_to_end(), "");
  RawClient idle(running.port());
  idle.send(get("/a"));
  EXPECT_EQ(idle.receive().status, 200);
  EXPECT_EQ(idle.receive_to_end(), "");
}

TEST(SlowClient, AReaderThatStopsReadingIsCut) {
  Config config = quick_config();
  config.deadlines.write = milliseconds(100);
  config.deadlines.bytes_a_second = 1 << 30;
  Router router;
  router.add("GET", "/large", Run::Inline, [](Request&) {
    return Response{200, "text/plain", {}, std::string(64 << 20, 'x')};
  });
  RunningServer running(std::move(config), std::move(router));
  RawClient client(running.port());
  client.send(get("/large"));
  client.receive_until("\r\n\r\n");
  EXPECT_TRUE(running.connections_become(0));
}

TEST(SlowClient, ConnectionsOverTheLimitAreTurnedAway) {
  Config config = quick_config();
  config.limits.connections = 2;
  RunningServer running(std::move(config), small_router());
  RawClient first(running.port());
  RawClient second(running.port());
  first.send(get("/a"));
  second.send(get("/a"));
  EXPECT_EQ(first.receive().status, 200);
  EXPECT_EQ(second.receive().status, 200);
  RawClient third(running.port());
  EXPECT_EQ(third.receive().status, 503);
}

TEST(Fairness, AClientThatPipelinesWithoutEndDoesNotStarveAnother) {
  RunningServer running(quick_config(), small_router());
  std::atomic<bool> enough{false};
  RawClient greedy(running.port());
  std::string many;
  for (int i = 0; i < 100; ++i) many += get("/a");
  std::thread sender([&] {
    while (!enough && greedy.send(many)) {
    }
  });
  std::thread reader([&] {
    while (greedy.receive().status == 200 && !enough) {
    }
  });
  RawClient honest(running.port());
  for (int i = 0; i < 50; ++i) {
    honest.send(get("/a"));
    EXPECT_EQ(honest.receive().status, 200);
  }
  enough = true;
  running.stop();
  sender.join();
  reader.join();
}

}  // namespace
}  // namespace motcua::http::test

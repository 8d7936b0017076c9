// Answers that take their time: later answers, event streams, and how a stopping server ends them.
#include <gtest/gtest.h>

#include <atomic>

#include "raw_client.hpp"
#include "running_server.hpp"

namespace motcua::http::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

Response plain_text(std::string body) { return Response{200, "text/plain", {}, std::move(body)}; }

Response later(std::function<void(Completion)> start) {
  return Response{200, "", {}, Later{std::move(start)}};
}

// Keeps the completion of the last request to /later for the test to call.
struct Postponed {
  Router router(Run run = Run::Inline) {
    Router made;
    made.add("POST", "/later", run, [this](Request&) {
      return later([this](Completion completion) {
        kept = std::move(completion);
        started.set();
      });
    });
    made.add("GET", "/now", Run::Inline, [](Request&) { return plain_text("now"); });
    return made;
  }

  Completion kept;
  Signal started;
};

const char* const post_later = "POST /later HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";

TEST(Later, IsCompletedFromAnotherThread) {
  for (const http::Run run : {Run::Inline, Run::Pool}) {
    Postponed postponed;
    RunningServer running(quick_config(), postponed.router(run));
    RawClient client(running.port());
    client.send(post_later);
    ASSERT_TRUE(postponed.started.wait());
    EXPECT_EQ(ask(running.port(), get("/now")).body, "now") << "it holds no thread";
    std::thread([&] { postponed.kept(plain_text("done")); }).join();
    EXPECT_EQ(client.receive().body, "done");
    postponed.kept(plain_text("twice"));
    client.send(get("/now"));
    EXPECT_EQ(client.receive().body, "now");
  }
}

TEST(Later, MayBeCompletedAtOnce) {
  Router router;
  router.add("GET", "/a", Run::Pool, [](Request&) {
    return later([](const Completion& completion) { completion(plain_text("at once")); });
  });
  RunningServer running(quick_config(), std::move(router));
  EXPECT_EQ(ask(running.port(), get("/a")).body, "at once");
}

TEST(Later, DroppedWithoutAnAnswerIsAnInternalProblem) {
  Postponed postponed;
  RunningServer running(quick_config(), postponed.router());
  RawClient client(running.port());
  client.send(post_later);
  ASSERT_TRUE(postponed.started.wait());
  postponed.kept = nullptr;
  EXPECT_EQ(client.receive().status, 500);
}

TEST(Later, ThatTakesTooLongIsUnavailable) {
  Config config = quick_config();
  config.deadlines.answer = milliseconds(50);
  Postponed postponed;
  RunningServer running(std::move(config), postponed.router());
  EXPECT_EQ(ask(running.port(), post_later).status, 503);
}

TEST(Later, OutlivesItsClient) {
  Postponed postponed;
  RunningServer running(quick_config(), postponed.router());
  {
    RawClient client(running.port());
    client.send(post_later);
    ASSERT_TRUE(postponed.started.wait());
    client.vanish();
  }
  postponed.kept(plain_text("to nobody"));
  EXPECT_TRUE(running.connections_become(0));
  EXPECT_EQ(ask(running.port(), get("/now")).body, "now");
}

TEST(Later, NeverCompletedIsCutWhenTheDrainIsOver) {
  Config config = quick_config();
  config.deadlines.drain = milliseconds(50);
  Postponed postponed;
  Completion kept;
  {
    RunningServer running(std::move(config), postponed.router());
    RawClient client(running.port());
    client.send(post_later);
    ASSERT_TRUE(postponed.started.wait());
    running.stop();
    running.wait_for_end();
    EXPECT_EQ(client.receive().status, 0);
    kept = std::move(postponed.kept);
  }
  kept(plain_text("to a server that is gone"));
}

TEST(Drain, FinishesARunningRequestAndClosesIdleConnections) {
  Signal started;
  Signal go_on;
  Router router;
  router.add("GET", "/slow", Run::Pool, [&](Request&) {
    started.set();
    return plain_text(go_on.wait() ? "finished" : "never told");
  });
  router.add("GET", "/now", Run::Inline, [](Request&) { return plain_text("now"); });
  RunningServer running(quick_config(), std::move(router));
  RawClient idle(running.port());
  idle.send(get("/now"));
  EXPECT_EQ(idle.receive().body, "now");
  RawClient busy(running.port());
  busy.send(get("/slow"));
  ASSERT_TRUE(started.wait());
  running.stop();
  EXPECT_EQ(idle.receive_to_end(), "");
  go_on.set();
  const Answer answer = busy.receive();
  EXPECT_EQ(answer.body, "finished");
  EXPECT_EQ(answer.header("Connection"), "close");
  running.wait_for_end();
  EXPECT_THROW(RawClient refused(running.port()), std::runtime_error);
}

TEST(Drain, ALaterAnswerIsStillGiven) {
  Postponed postponed;
  RunningServer running(quick_config(), postponed.router());
  RawClient client(running.port());
  client.send(post_later);
  ASSERT_TRUE(postponed.started.wait());
  running.stop();
  postponed.kept(plain_text("just in time"));
  EXPECT_EQ(client.receive().body, "just in time");
  running.wait_for_end();
}

// --- event streams ------------------------------------------------------------------------------

struct Events {
  Router router() {
    Router made;
    made.add("GET", "/events", Run::Inline, [this](Request&) {
      return Response{200, "text/event-stream", {}, EventStream{[this](auto opened) {
                        sink = std::move(opened);
                        open.set();
                      }}};
    });
    return made;
  }

  std::shared_ptr<EventSink> sink;
  Signal open;
};

TEST(EventStream, DeliversFramesFromAnyThread) {
  Events events;
  RunningServer running(quick_config(), events.router());
  RawClient client(running.port());
  client.send(get("/events"));
  ASSERT_TRUE(events.open.wait());
  const Answer head = client.receive();
  EXPECT_EQ(head.header("Content-Type"), "text/event-stream");
  EXPECT_EQ(head.header("Cache-Control"), "no-store");
  std::thread([&] { events.sink->send(event_frame("moved", "line 1\nline 2", "7")); }).join();
  EXPECT_EQ(client.receive_until("\n\n"), "event: moved\nid: 7\ndata: line 1\ndata: line 2\n\n");
  events.sink->send(event_frame("", "last"));
  events.sink->close();
  EXPECT_EQ(client.receive_to_end(), "data: last\n\n");
  EXPECT_FALSE(events.sink->send("late"));
}

TEST(EventStream, BeatsWhenQuiet) {
  Config config = quick_config();
  config.deadlines.heartbeat = milliseconds(20);
  Events events;
  RunningServer running(std::move(config), events.router());
  RawClient client(running.port());
  client.send(get("/events"));
  client.receive();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.receive_until("\n\n"), ": still here\n\n");
}

TEST(EventStream, EndsAtOnceWhenTheServerStops) {
  Events events;
  RunningServer running(quick_config(), events.router());
  RawClient client(running.port());
  client.send(get("/events"));
  ASSERT_TRUE(events.open.wait());
  client.receive();
  const auto before = std::chrono::steady_clock::now();
  running.stop();
  EXPECT_EQ(client.receive_to_end(), "");
  running.wait_for_end();
  EXPECT_LT(std::chrono::steady_clock::now() - before, seconds(5));
  EXPECT_TRUE(events.sink->closed());
}

TEST(EventStream, NoticesThatItsClientHasGone) {
  Events events;
  RunningServer running(quick_config(), events.router());
  {
    RawClient client(running.port());
    client.send(get("/events"));
    ASSERT_TRUE(events.open.wait());
    client.receive();
  }
  EXPECT_TRUE(running.connections_become(0));
  EXPECT_TRUE(events.sink->closed());
  EXPECT_FALSE(events.sink->send("to nobody"));
}

TEST(EventStream, AClientThatDoesNotReadIsLetGo) {
  Config config = quick_config();
  config.limits.stream_frames = 4;
  config.deadlines.write = milliseconds(100);
  config.deadlines.bytes_a_second = 1 << 30;
  Events events;
  RunningServer running(std::move(config), events.router());
  RawClient client(running.port());
  client.send(get("/events"));
  ASSERT_TRUE(events.open.wait());
  const std::string frame = event_frame("", std::string(1 << 20, 'x'));
  bool kept_up = true;
  for (int i = 0; i < 10000 && kept_up; ++i) kept_up = events.sink->send(frame);
  EXPECT_FALSE(kept_up);
  EXPECT_TRUE(running.connections_become(0));
}

}  // namespace
}  // namespace motcua::http::test

#include "http/server.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <thread>
#include <vector>

#include "http/connection.hpp"
#include "http/response_head.hpp"
#include "http/serving.hpp"

namespace motcua::http {
namespace {

constexpr auto while_draining = std::chrono::milliseconds(10);

std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[64];
  const std::size_t size = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return std::string(text, size);
}

}  // namespace

struct Server::Machine {
  Machine(Config config, Router router)
      : serving(std::move(config), std::move(router)),
        threads(static_cast<std::size_t>(std::max(serving.config.network_threads, 1))),
        listener(threads.front().loop) {}

  void arrive(int socket, std::string peer);
  void turn_away(int socket) const;
  void tick(ServingThread& thread, Clock::time_point cut_at);
  void begin_stop();

  Serving serving;
  std::vector<ServingThread> threads;
  Listener listener;
  std::size_t turn = 0;
  std::atomic<int> being_handed_over{0};
};

// Hands a new connection to a network thread in turn.
void Server::Machine::arrive(int socket, std::string peer) {
  ++being_handed_over;  // before the look at `stopping`: a thread that saw none may end
  if (serving.stopping || serving.open_connections + static_cast<std::size_t>(being_handed_over) >
                              serving.config.limits.connections) {
    --being_handed_over;
    turn_away(socket);
    return;
  }
  ServingThread& thread = threads[turn++ % threads.size()];
  thread.loop.post([this, &thread, socket, peer = std::move(peer)] {
    Connection::open(serving, thread, socket, peer);
    --being_handed_over;
  });
}

// One try to say why; the client may not get it.
void Server::Machine::turn_away(int socket) const {
  const Response answer = serving.render_problem(ProblemKind::Unavailable, nullptr);
  const std::string& body = *std::get_if<std::string>(&answer.body);
  const std::string date = http_date();
  HeadFacts facts;
  facts.content_length = body.size();
  facts.keep_alive = false;
  facts.date = date;
  std::string text;
  write_head(text, answer, facts);
  text += body;
  if (!serving.tls) ::send(socket, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  ::shutdown(socket, SHUT_WR);
  ::close(socket);
}

// The one alarm of a network thread: clock, deadlines, and the end of the thread's life.
void Server::Machine::tick(ServingThread& thread, Clock::time_point cut_at) {
  thread.now = Clock::now();
  thread.date = http_date();
  for (Connection* connection : thread.connections) connection->sweep(thread.now);
  auto next = serving.config.deadlines.sweep;
  if (serving.stopping) {
    if (cut_at == Clock::time_point::max()) cut_at = thread.now + serving.config.deadlines.drain;
    for (Connection* connection : thread.connections) {
      if (thread.now >= cut_at) {
        connection->cut();
      } else {
        connection->drain();
      }
    }
    if (thread.connections.empty() && being_handed_over == 0) return;
    next = std::min<Deadlines::Span>(next, while_draining);
  }
  thread.loop.call_after(next, [this, &thread, cut_at] { tick(thread, cut_at); });
}

void Server::Machine::begin_stop() {
  serving.stopping = true;
  threads.front().loop.post([this] {
    listener.close();
    threads.front().loop.forget_signals();
  });
  for (ServingThread& thread : threads) {
    thread.loop.post([&thread] { thread.loop.hurry(); });
  }
}

Server::Server(Config config, Router router)
    : machine_(std::make_unique<Machine>(std::move(config), std::move(router))) {}

Server::~Server() = default;

OrFailure<std::uint16_t> Server::bind() {
  const Config& config = machine_->serving.config;
  if (!config.tls.certificate_file.empty()) {
    auto tls = TlsIdentity::load(config.tls.certificate_file, config.tls.key_file);
    if (!tls) return Unexpected{tls.error()};
    machine_->serving.tls = std::move(*tls);
  }
  return machine_->listener.bind(config.address, config.port);
}

void Server::run() {
  Machine& machine = *machine_;
  Serving& serving = machine.serving;
  serving.pool = std::make_unique<WorkerPool>(std::max(serving.config.workers, 1));
  if (serving.config.stop_on_signals) {
    machine.threads.front().loop.on_stop_signal([&machine] { machine.begin_stop(); });
  }
  for (ServingThread& thread : machine.threads) {
    machine.tick(thread, Clock::time_point::max());
  }
  machine.listener.accept(
      [&machine](int socket, std::string peer) { machine.arrive(socket, std::move(peer)); },
      [&serving] { serving.log("no room in the system for another connection"); });
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < machine.threads.size(); ++i) {
    others.emplace_back([&loop = machine.threads[i].loop] { loop.run(); });
  }
  machine.threads.front().loop.run();
  for (std::thread& other : others) other.join();
  serving.pool.reset();
}

void Server::stop() { machine_->begin_stop(); }

std::size_t Server::open_connections() const { return machine_->serving.open_connections; }

}  // namespace motcua::http

#include "http/server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <thread>
#include <vector>

#include "http/connection.hpp"
#include "http/response_head.hpp"

namespace motcua::http {
namespace asio = boost::asio;
namespace {

using Executor = asio::io_context::executor_type;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Timer =
    asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, asio::io_context::executor_type>;
template <class T>
using Awaitable = asio::awaitable<T, Executor>;

constexpr asio::use_awaitable_t<Executor> use_awaitable{};
constexpr auto while_draining = std::chrono::milliseconds(10);
constexpr auto after_failed_accept = std::chrono::milliseconds(50);
constexpr int accepted_in_a_row = 64;

std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[64];
  const std::size_t size = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return std::string(text, size);
}

std::string address_of(const sockaddr_storage& address) {
  char text[INET6_ADDRSTRLEN] = "";
  const void* bytes = &reinterpret_cast<const sockaddr_in&>(address).sin_addr;
  if (address.ss_family == AF_INET6) {
    bytes = &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
  }
  ::inet_ntop(address.ss_family, bytes, text, sizeof text);
  return text;
}

// One network thread with its connections.
struct NetworkThread {
  asio::io_context io{1};
  Loop loop{io};
  Timer tick{io};
};

}  // namespace

struct Server::Machine {
  Machine(Config config, Router router) : shared(std::move(config), std::move(router)) {
    const int count = std::max(shared.config.network_threads, 1);
    for (int i = 0; i < count; ++i) threads.push_back(std::make_unique<NetworkThread>());
    acceptor = std::make_unique<Acceptor>(threads.front()->io);
    signals = std::make_unique<asio::signal_set>(threads.front()->io);
  }

  void load_tls();
  void listen();
  Awaitable<void> accept_all();
  bool accept_one(std::size_t turn);
  void turn_away(int socket) const;
  Awaitable<void> tick(NetworkThread& thread);
  void begin_stop();

  Shared shared;
  std::unique_ptr<asio::ssl::context> tls;
  std::vector<std::unique_ptr<NetworkThread>> threads;
  std::unique_ptr<Acceptor> acceptor;
  std::unique_ptr<asio::signal_set> signals;
  std::atomic<int> being_handed_over{0};
};

void Server::Machine::load_tls() {
  const Tls& files = shared.config.tls;
  if (files.certificate_file.empty()) return;
  tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
  tls->set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1 |
                   asio::ssl::context::default_workarounds);
  tls->use_certificate_chain_file(files.certificate_file);
  tls->use_private_key_file(files.key_file, asio::ssl::context::pem);
  shared.tls = tls.get();
}

void Server::Machine::listen() {
  const asio::ip::tcp::endpoint at(asio::ip::make_address(shared.config.address),
                                   shared.config.port);
  acceptor->open(at.protocol());
  acceptor->set_option(asio::ip::tcp::acceptor::reuse_address(true));
  acceptor->bind(at);
  acceptor->listen();
  acceptor->non_blocking(true);
}

Awaitable<void> Server::Machine::accept_all() {
  std::size_t turn = 0;
  while (!shared.stopping) {
    boost::system::error_code error;
    co_await acceptor->async_wait(Acceptor::wait_read, asio::redirect_error(use_awaitable, error));
    if (error) co_return;
    bool more = true;
    for (int i = 0; more && i < accepted_in_a_row; ++i) more = accept_one(turn++);
    const bool out_of_files = !more && (errno == EMFILE || errno == ENFILE || errno == ENOMEM);
    if (!out_of_files) continue;
    shared.log("no more files or memory for another connection");
    Timer pause(threads.front()->io, after_failed_accept);
    co_await pause.async_wait(asio::redirect_error(use_awaitable, error));
  }
}

// Takes one waiting connection and hands it to a network thread in turn; false: none could be had.
bool Server::Machine::accept_one(std::size_t turn) {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  const int socket = ::accept4(acceptor->native_handle(), reinterpret_cast<sockaddr*>(&address),
                               &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (socket < 0) return errno == ECONNABORTED || errno == EINTR;
  if (shared.open + being_handed_over >= shared.config.limits.connections) {
    turn_away(socket);
    return true;
  }
  NetworkThread& thread = *threads[turn % threads.size()];
  ++being_handed_over;  // before the look at `stopping`: a thread that saw none may end
  if (shared.stopping) {
    --being_handed_over;
    ::close(socket);
    return true;
  }
  asio::post(thread.io, [this, &thread, socket, peer = address_of(address)] {
    open_connection(shared, thread.loop, socket, peer);
    --being_handed_over;
  });
  return true;
}

// One try to say why; the client may not get it.
void Server::Machine::turn_away(int socket) const {
  const Response answer = render_problem(shared, ProblemKind::Unavailable, nullptr);
  const std::string& body = *std::get_if<std::string>(&answer.body);
  std::string text;
  const std::string date = http_date();
  HeadFacts facts;
  facts.content_length = body.size();
  facts.keep_alive = false;
  facts.date = date;
  write_head(text, answer, facts);
  text += body;
  if (!tls) ::send(socket, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  ::shutdown(socket, SHUT_WR);
  ::close(socket);
}

// The one timer of a network thread: clock, deadlines, and the end of the thread's life.
Awaitable<void> Server::Machine::tick(NetworkThread& thread) {
  Loop& loop = thread.loop;
  const Deadlines& deadlines = shared.config.deadlines;
  auto cut_at = Clock::time_point::max();
  for (;;) {
    loop.now = Clock::now();
    loop.date = http_date();
    for (auto it = loop.connections.begin(); it != loop.connections.end();) {
      (*it++)->sweep(loop.now);
    }
    if (shared.stopping) {
      if (cut_at == Clock::time_point::max()) cut_at = loop.now + deadlines.drain;
      for (LiveConnection* connection : loop.connections) {
        if (loop.now >= cut_at) {
          connection->cut();
        } else {
          connection->drain();
        }
      }
      if (loop.connections.empty() && being_handed_over == 0) co_return;
    }
    Deadlines::Span next = deadlines.sweep;
    if (shared.stopping) next = std::min<Deadlines::Span>(next, while_draining);
    boost::system::error_code ignored;
    thread.tick.expires_after(next);
    co_await thread.tick.async_wait(asio::redirect_error(use_awaitable, ignored));
  }
}

void Server::Machine::begin_stop() {
  shared.stopping = true;
  asio::post(threads.front()->io, [this] {
    boost::system::error_code ignored;
    acceptor->close(ignored);
    signals->cancel(ignored);
  });
  for (const auto& thread : threads) {
    asio::post(thread->io, [machine = thread.get()] { machine->tick.cancel(); });
  }
}

Server::Server(Config config, Router router)
    : machine_(std::make_unique<Machine>(std::move(config), std::move(router))) {}

Server::~Server() = default;

OrFailure<std::uint16_t> Server::bind() {
  try {
    machine_->load_tls();
    machine_->listen();
    return machine_->acceptor->local_endpoint().port();
  } catch (const boost::system::system_error& error) {
    const Config& config = machine_->shared.config;
    return Unexpected{Failure{FailureKind::Unavailable,
                              "listen on " + config.address + " port " +
                                  std::to_string(config.port) + ": " + error.what(),
                              false}};
  }
}

void Server::run() {
  Machine& machine = *machine_;
  asio::thread_pool pool(static_cast<std::size_t>(std::max(machine.shared.config.workers, 1)));
  machine.shared.pool = &pool;
  if (machine.shared.config.stop_on_signals) {
    machine.signals->add(SIGINT);
    machine.signals->add(SIGTERM);
    machine.signals->async_wait([&machine](const boost::system::error_code& error, int) {
      if (!error) machine.begin_stop();
    });
  }
  for (const auto& thread : machine.threads) {
    asio::co_spawn(thread->io, machine.tick(*thread), asio::detached);
  }
  asio::co_spawn(machine.threads.front()->io, machine.accept_all(), asio::detached);
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < machine.threads.size(); ++i) {
    others.emplace_back([&thread = *machine.threads[i]] { thread.io.run(); });
  }
  machine.threads.front()->io.run();
  for (std::thread& other : others) other.join();
  pool.join();
}

void Server::stop() { machine_->begin_stop(); }

std::size_t Server::open_connections() const { return machine_->shared.open; }

}  // namespace motcua::http

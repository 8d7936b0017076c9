#include "http/network.hpp"

#include <fcntl.h>
#include <sys/socket.h>

#include <array>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <cerrno>
#include <csignal>
#include <optional>

namespace motcua::http {
namespace asio = boost::asio;
namespace {

using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Timer =
    asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, asio::io_context::executor_type>;
using Error = boost::system::error_code;

constexpr int accepted_in_a_row = 64;
constexpr auto after_trouble = std::chrono::milliseconds(50);

}  // namespace

// --- loop ---------------------------------------------------------------------------------------

struct NetworkLoop::Core {
  asio::io_context io{1};
  Timer alarm{io};
  asio::signal_set signals{io};
};

NetworkLoop::NetworkLoop() : core_(std::make_unique<Core>()) {}

NetworkLoop::~NetworkLoop() = default;

void NetworkLoop::run() { core_->io.run(); }

void NetworkLoop::post(std::function<void()> job) { asio::post(core_->io, std::move(job)); }

void NetworkLoop::call_after(std::chrono::milliseconds span, std::function<void()> job) {
  core_->alarm.expires_after(span);
  core_->alarm.async_wait([job = std::move(job)](const Error&) { job(); });
}

void NetworkLoop::hurry() { core_->alarm.cancel(); }

void NetworkLoop::on_stop_signal(std::function<void()> job) {
  core_->signals.add(SIGINT);
  core_->signals.add(SIGTERM);
  core_->signals.async_wait([job = std::move(job)](const Error& error, int) {
    if (!error) job();
  });
}

void NetworkLoop::forget_signals() { core_->signals.cancel(); }

// --- TLS ----------------------------------------------------------------------------------------

struct TlsIdentity::Core {
  asio::ssl::context context{asio::ssl::context::tls_server};
};

TlsIdentity::TlsIdentity(std::unique_ptr<Core> core) : core_(std::move(core)) {}

TlsIdentity::~TlsIdentity() = default;

OrFailure<std::unique_ptr<TlsIdentity>> TlsIdentity::load(const std::string& certificate_file,
                                                          const std::string& key_file) {
  auto core = std::make_unique<Core>();
  asio::ssl::context& context = core->context;
  context.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1 |
                      asio::ssl::context::default_workarounds);
  Error error;
  std::string tried = "read the certificate " + certificate_file;
  context.use_certificate_chain_file(certificate_file, error);
  if (!error) {
    tried = "read the private key " + key_file;
    context.use_private_key_file(key_file, asio::ssl::context::pem, error);
  }
  if (error) {
    return Unexpected{Failure{FailureKind::Malformed, tried + ": " + error.message(), false}};
  }
  return std::unique_ptr<TlsIdentity>(new TlsIdentity(std::move(core)));
}

// --- listening ----------------------------------------------------------------------------------

struct Listener::Core {
  explicit Core(NetworkLoop& loop) : acceptor(loop.core().io), pause(loop.core().io) {}

  void wait() {
    acceptor.async_wait(Acceptor::wait_read, [this](const Error& error) {
      if (!error) take_what_is_there();
    });
  }

  void take_what_is_there() {
    for (int i = 0; i < accepted_in_a_row && acceptor.is_open(); ++i) {
      Error error;
      asio::ip::tcp::endpoint peer;
      Socket socket = acceptor.accept(peer, error);
      if (error == asio::error::connection_aborted) continue;
      if (error == asio::error::would_block) break;
      if (error) return rest();
      const auto address = peer.address().to_string();
      const int descriptor = socket.release(error);
      ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
      arrived(descriptor, address);
    }
    if (acceptor.is_open()) wait();
  }

  // No descriptor or memory left: what waits would make the loop spin.
  void rest() {
    trouble();
    pause.expires_after(after_trouble);
    pause.async_wait([this](const Error& error) {
      if (!error && acceptor.is_open()) wait();
    });
  }

  Acceptor acceptor;
  Timer pause;
  std::function<void(int, std::string)> arrived;
  std::function<void()> trouble;
};

Listener::Listener(NetworkLoop& loop) : core_(std::make_unique<Core>(loop)) {}

Listener::~Listener() = default;

OrFailure<std::uint16_t> Listener::bind(const std::string& address, std::uint16_t port) {
  try {
    const asio::ip::tcp::endpoint at(asio::ip::make_address(address), port);
    core_->acceptor.open(at.protocol());
    ::fcntl(core_->acceptor.native_handle(), F_SETFD, FD_CLOEXEC);
    core_->acceptor.set_option(asio::ip::tcp::acceptor::reuse_address(true));
    core_->acceptor.bind(at);
    core_->acceptor.listen();
    core_->acceptor.non_blocking(true);
    return core_->acceptor.local_endpoint().port();
  } catch (const boost::system::system_error& error) {
    return Unexpected{Failure{
        FailureKind::Unavailable,
        "listen on " + address + " port " + std::to_string(port) + ": " + error.what(), false}};
  }
}

void Listener::accept(std::function<void(int, std::string)> arrived,
                      std::function<void()> trouble) {
  core_->arrived = std::move(arrived);
  core_->trouble = std::move(trouble);
  core_->wait();
}

void Listener::close() {
  Error ignored;
  core_->acceptor.close(ignored);
  core_->pause.cancel();
}

// --- a connection -------------------------------------------------------------------------------

namespace {

// Ends an operation: puts its result in place and goes on with who awaits it.
struct Resume {
  Operation& operation;
  std::coroutine_handle<> awaiting;

  void operator()(const Error& error, std::size_t bytes = 0) const {
    operation.result = Transfer{bytes, !error};
    awaiting.resume();
  }
};

}  // namespace

struct Wire::Core {
  Core(asio::io_context& io, int descriptor) : socket(io), timer(io) {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length);
    socket.assign(address.ss_family == AF_INET6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4(),
                  descriptor);
    Error ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  }

  void stop_sending() {
    Error ignored;
    socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  }

  template <class Stream>
  void send(Stream& stream, Operation& operation, Resume resume) {
    const asio::const_buffer first(operation.first.data(), operation.first.size());
    if (operation.second.empty()) {
      asio::async_write(stream, first, resume);
    } else {
      const asio::const_buffer second(operation.second.data(), operation.second.size());
      asio::async_write(stream, std::array<asio::const_buffer, 2>{first, second}, resume);
    }
  }

  void say_goodbye(Resume resume) {
    if (!tls) {
      stop_sending();
      asio::post(socket.get_executor(), [resume] { resume(Error()); });
      return;
    }
    tls->async_shutdown([this, resume](const Error& error) {
      stop_sending();
      resume(error);
    });
  }

  void shake_hands(Resume resume) {
    if (tls) {
      tls->async_handshake(asio::ssl::stream_base::server, resume);
    } else {
      asio::post(socket.get_executor(), [resume] { resume(Error()); });
    }
  }

  Socket socket;
  std::optional<asio::ssl::stream<Socket&>> tls;
  Timer timer;
};

Wire::Wire(NetworkLoop& loop, int socket, const TlsIdentity* tls)
    : core_(std::make_unique<Core>(loop.core().io, socket)) {
  if (tls) core_->tls.emplace(core_->socket, tls->core().context);
}

Wire::~Wire() = default;

bool Wire::is_tls() const { return core_->tls.has_value(); }

Operation Wire::shake_hands() { return Operation{*this, Operation::Kind::ShakeHands}; }

Operation Wire::receive(std::span<char> space) {
  return Operation{*this, Operation::Kind::Receive, space};
}

Operation Wire::receive_unsealed(std::span<char> space) {
  return Operation{*this, Operation::Kind::ReceiveUnsealed, space};
}

Operation Wire::send(std::string_view first, std::string_view second) {
  return Operation{*this, Operation::Kind::Send, {}, first, second};
}

Operation Wire::say_goodbye() { return Operation{*this, Operation::Kind::SayGoodbye}; }

Operation Wire::nap(Clock::time_point until) {
  return Operation{*this, Operation::Kind::Nap, {}, {}, {}, until};
}

void Wire::wake() { core_->timer.cancel(); }

void Wire::interrupt() {
  Error ignored;
  core_->socket.cancel(ignored);
}

void Wire::close() {
  Error ignored;
  core_->socket.close(ignored);
  core_->timer.cancel();
}

void Wire::begin(Operation& operation, std::coroutine_handle<> awaiting) {
  const Resume resume{operation, awaiting};
  switch (operation.kind) {
    case Operation::Kind::ShakeHands:
      return core_->shake_hands(resume);
    case Operation::Kind::SayGoodbye:
      return core_->say_goodbye(resume);
    case Operation::Kind::Receive: {
      const asio::mutable_buffer space(operation.space.data(), operation.space.size());
      if (core_->tls) return core_->tls->async_read_some(space, resume);
      return core_->socket.async_read_some(space, resume);
    }
    case Operation::Kind::ReceiveUnsealed:
      return core_->socket.async_read_some(
          asio::mutable_buffer(operation.space.data(), operation.space.size()), resume);
    case Operation::Kind::Send:
      if (core_->tls) return core_->send(*core_->tls, operation, resume);
      return core_->send(core_->socket, operation, resume);
    case Operation::Kind::Nap:
      core_->timer.expires_at(operation.until);
      return core_->timer.async_wait(resume);
  }
}

void Operation::await_suspend(std::coroutine_handle<> awaiting) { wire.begin(*this, awaiting); }

}  // namespace motcua::http

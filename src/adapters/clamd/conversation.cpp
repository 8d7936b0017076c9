#include "clamd/conversation.hpp"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <exception>
#include <fstream>
#include <optional>
#include <vector>

namespace motcua::clamd {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Socket = asio::generic::stream_protocol::socket;

constexpr auto told = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t piece_bytes = 64 * 1024;
constexpr std::size_t longest_answer = 4096;

std::string place_of(const Settings& settings) {
  if (!settings.socket.empty()) return settings.socket;
  return settings.host + ":" + std::to_string(settings.port);
}

Failure unavailable(const Settings& settings, const std::string& what) {
  return {FailureKind::Unavailable, "the scanner at " + place_of(settings) + ": " + what, true};
}

// Four bytes of length, the most significant first, as clamd has them before each piece.
std::array<char, 4> length_of(std::size_t bytes) {
  return {static_cast<char>(bytes >> 24 & 0xFF), static_cast<char>(bytes >> 16 & 0xFF),
          static_cast<char>(bytes >> 8 & 0xFF), static_cast<char>(bytes & 0xFF)};
}

class Conversation {
 public:
  Conversation(const Settings& settings, const Question& question)
      : settings_(settings), question_(question) {}

  OrFailure<std::string> run() {
    asio::co_spawn(io_, speak(), [this](const std::exception_ptr& thrown) {
      if (thrown) failed_ = "broke off";
      io_.stop();
    });
    io_.run_until(question_.until);
    if (ended_) return std::move(heard_);
    return Unexpected{unavailable(settings_, failed_.value_or("no answer in time"))};
  }

 private:
  asio::awaitable<error_code> connect() {
    if (!settings_.socket.empty()) {
      const asio::local::stream_protocol::endpoint place(settings_.socket);
      co_return std::get<0>(co_await socket_.async_connect(place, told));
    }
    tcp::resolver resolver(io_);
    auto [error, places] =
        co_await resolver.async_resolve(settings_.host, std::to_string(settings_.port), told);
    for (const auto& place : places) {
      error_code ignored;  // closing what did not connect
      socket_.close(ignored);
      error = std::get<0>(co_await socket_.async_connect(place.endpoint(), told));
      if (!error) break;
    }
    co_return error;
  }

  // The answer is waited for while the file is still on its way: clamd says that it is too large,
  // and hangs up, before the end.
  asio::awaitable<void> speak() {
    if (const auto error = co_await connect()) {
      failed_ = error.message();
      co_return;
    }
    asio::co_spawn(io_, send(), [](const std::exception_ptr&) {});  // the answer tells what came
    std::array<char, 512> buffer;
    while (heard_.size() < longest_answer) {
      const auto [error, got] = co_await socket_.async_read_some(asio::buffer(buffer), told);
      heard_.append(buffer.data(), got);
      if (const auto end = heard_.find('\0'); end != std::string::npos) {
        heard_.resize(end);
        ended_ = true;
        co_return;
      }
      if (error) {
        failed_ = error == asio::error::eof ? "hung up" : error.message();
        co_return;
      }
    }
    failed_ = "an answer without end";
  }

  asio::awaitable<bool> send_bytes(std::string_view bytes) {
    const auto [error, sent] =
        co_await asio::async_write(socket_, asio::buffer(bytes.data(), bytes.size()), told);
    co_return !error;
  }

  asio::awaitable<void> send() {
    const std::string command = "z" + std::string(question_.command) + '\0';
    if (!co_await send_bytes(command) || question_.file.empty()) co_return;
    std::ifstream file(question_.file, std::ios::binary);
    std::vector<char> piece(piece_bytes);
    while (file.good()) {
      file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
      const auto got = static_cast<std::size_t>(file.gcount());
      if (got == 0) break;
      const auto length = length_of(got);
      const std::string_view head(length.data(), length.size());
      const std::string_view bytes(piece.data(), got);
      if (!co_await send_bytes(head) || !co_await send_bytes(bytes)) co_return;
    }
    // A file that cannot be read to its end gets no verdict: the end is not said.
    constexpr std::string_view end("\0\0\0\0", 4);
    if (file.eof()) co_await send_bytes(end);
  }

  const Settings& settings_;
  const Question& question_;
  asio::io_context io_{1};
  Socket socket_{io_};
  std::string heard_;
  bool ended_ = false;
  std::optional<std::string> failed_;
};

}  // namespace

OrFailure<std::string> ask(const Settings& settings, const Question& question) {
  return Conversation(settings, question).run();
}

}  // namespace motcua::clamd

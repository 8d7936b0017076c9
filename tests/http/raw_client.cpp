#include "raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <stdexcept>

namespace motcua::http::test {

std::string Answer::header(std::string_view name) const {
  const std::string mark = "\r\n" + std::string(name) + ": ";
  const std::size_t at = head.find(mark);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + mark.size();
  return head.substr(begin, head.find("\r\n", begin) - begin);
}

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  const timeval limit{10, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  const int yes = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect to the server under test");
  }
}

RawClient::~RawClient() { ::close(socket_); }

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::size_t RawClient::flood(std::string_view bytes, std::size_t at_most) {
  std::size_t total = 0;
  while (total < at_most && send(bytes)) total += bytes.size();
  return total;
}

bool RawClient::fill() {
  char buffer[16384];
  const ssize_t count = ::recv(socket_, buffer, sizeof buffer, 0);
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) timed_out_ = true;
  if (count <= 0) return false;
  received_.append(buffer, static_cast<std::size_t>(count));
  return true;
}

std::string RawClient::receive_until(std::string_view mark) {
  std::size_t at;
  while ((at = received_.find(mark)) == std::string::npos) {
    if (!fill()) return {};
  }
  std::string found = received_.substr(0, at + mark.size());
  received_.erase(0, at + mark.size());
  return found;
}

Answer RawClient::receive(bool with_body) {
  Answer answer;
  const std::string head = receive_until("\r\n\r\n");
  if (head.size() < 12) return answer;
  answer.head = head.substr(0, head.size() - 4);
  const std::string length = answer.header("Content-Length");
  const std::size_t size = with_body && !length.empty() ? std::stoul(length) : 0;
  while (received_.size() < size) {
    if (!fill()) return answer;
  }
  answer.body = received_.substr(0, size);
  received_.erase(0, size);
  answer.status = std::atoi(head.c_str() + 9);
  return answer;
}

std::optional<std::string> RawClient::receive_to_end() {
  while (fill()) {
  }
  if (timed_out_) return std::nullopt;
  return std::move(received_);
}

void RawClient::finish_sending() { ::shutdown(socket_, SHUT_WR); }

void RawClient::vanish() {
  const linger at_once{1, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  ::close(socket_);
  socket_ = -1;
}

Answer ask(std::uint16_t port, std::string_view request) {
  RawClient client(port);
  client.send(request);
  return client.receive();
}

std::string get(std::string_view path, std::string_view headers) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: office.example\r\n" +
         std::string(headers) + "\r\n";
}

}  // namespace motcua::http::test

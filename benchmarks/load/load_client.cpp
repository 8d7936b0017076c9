#include "load_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace motcua::load {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int events_at_once = 256;
constexpr std::string_view end_of_head = "\r\n\r\n";

sockaddr_in loopback(const Plan& plan) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(plan.port);
  const bool readable = ::inet_pton(AF_INET, plan.address.c_str(), &address.sin_addr) == 1;
  if (!readable || (ntohl(address.sin_addr.s_addr) >> 24) != 127) {
    throw std::invalid_argument("the load driver only works on this machine (127.0.0.1), not on " +
                                plan.address);
  }
  return address;
}

int connected_socket(const sockaddr_in& address) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int yes = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket);
    return -1;
  }
  return socket;
}

// Where an answer ends, from what has come of it.
struct Reading {
  int status = 0;
  std::size_t head = 0;   // bytes, with the empty line; 0: not all there
  std::size_t whole = 0;  // bytes of head and body
};

Reading read_answer(const std::string& bytes) {
  Reading reading;
  const std::size_t at = bytes.find(end_of_head);
  if (at == std::string::npos || at < 12) return reading;
  reading.status = std::atoi(bytes.c_str() + 9);
  reading.head = at + end_of_head.size();
  reading.whole = reading.head;
  const std::size_t length = bytes.find("\r\nContent-Length: ");
  if (length < at) reading.whole += std::strtoul(bytes.c_str() + length + 18, nullptr, 10);
  return reading;
}

// One honest connection with its request under way.
struct Visitor {
  int socket = -1;
  std::uint64_t number = 0;
  std::string request;
  std::size_t sent = 0;
  bool waits_for_room = false;
  std::string received;
  Clock::time_point began;
};

class Driver {
 public:
  explicit Driver(const Plan& plan)
      : plan_(plan), address_(loopback(plan)), poll_(::epoll_create1(EPOLL_CLOEXEC)) {}
  ~Driver() {
    for (auto& visitor : visitors_) {
      if (visitor->socket >= 0) ::close(visitor->socket);
    }
    for (const int socket : dripping_) ::close(socket);
    ::close(poll_);
  }
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;

  Measure drive();

 private:
  void open(Visitor& visitor);
  void attend(Clock::time_point until);
  void begin(Visitor& visitor);
  void go_on(Visitor& visitor);
  bool take(Visitor& visitor);
  void lose(Visitor& visitor);
  void start_dripping();
  void drip();

  const Plan& plan_;
  const sockaddr_in address_;
  const int poll_;
  std::vector<std::unique_ptr<Visitor>> visitors_;
  std::vector<int> dripping_;
  Clock::time_point next_drip_ = Clock::time_point::max();
  std::uint64_t begun_ = 0;
  int open_ = 0;         // requests under way
  bool ending_ = false;  // no new ones; what comes now is not measured
  Measure measure_;
};

void Driver::open(Visitor& visitor) {
  visitor.socket = connected_socket(address_);
  if (visitor.socket < 0) throw std::runtime_error("nobody listens on the port to be driven");
  epoll_event event{};
  visitor.waits_for_room = false;
  event.events = EPOLLIN;
  event.data.ptr = &visitor;
  ::epoll_ctl(poll_, EPOLL_CTL_ADD, visitor.socket, &event);
}

void Driver::begin(Visitor& visitor) {
  ++open_;
  visitor.number = begun_++;
  visitor.request = plan_.request(visitor.number);
  visitor.sent = 0;
  visitor.received.clear();
  visitor.began = Clock::now();
  go_on(visitor);
}

// Sends what is left of the request, or its turn's share; goes on when the socket has room.
void Driver::go_on(Visitor& visitor) {
  const std::size_t size = visitor.request.size();
  const std::size_t until =
      plan_.at_once == 0 ? size : std::min(size, visitor.sent + plan_.at_once);
  while (visitor.sent < until) {
    const ssize_t count = ::send(visitor.socket, visitor.request.data() + visitor.sent,
                                 until - visitor.sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && errno != EAGAIN) return lose(visitor);
    if (count < 0) break;
    visitor.sent += static_cast<std::size_t>(count);
  }
  const bool unsent = visitor.sent < size;
  if (unsent == visitor.waits_for_room) return;
  visitor.waits_for_room = unsent;
  epoll_event event{};
  event.events = unsent ? EPOLLIN | EPOLLOUT : EPOLLIN;
  event.data.ptr = &visitor;
  ::epoll_ctl(poll_, EPOLL_CTL_MOD, visitor.socket, &event);
}

// Reads; true when the answer is complete.
bool Driver::take(Visitor& visitor) {
  char buffer[65536];
  const ssize_t count = ::recv(visitor.socket, buffer, sizeof buffer, MSG_DONTWAIT);
  if (count < 0 && errno == EAGAIN) return false;
  if (count <= 0) {
    lose(visitor);
    return false;
  }
  visitor.received.append(buffer, static_cast<std::size_t>(count));
  const Reading reading = read_answer(visitor.received);
  if (reading.head == 0 || visitor.received.size() < reading.whole) return false;
  --open_;
  if (!ending_) {
    const auto spent = Clock::now() - visitor.began;
    measure_.microseconds.push_back(static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(spent).count()));
    ++measure_.requests;
  }
  ++measure_.statuses[reading.status];
  if (plan_.answered) {
    plan_.answered(visitor.number, {reading.status, visitor.received.substr(0, reading.head),
                                    visitor.received.substr(reading.head)});
  }
  return true;
}

// Counts the loss and comes back with a new connection.
void Driver::lose(Visitor& visitor) {
  ++measure_.errors;
  --open_;
  ::close(visitor.socket);
  open(visitor);
  if (!ending_) begin(visitor);
}

void Driver::start_dripping() {
  for (int i = 0; i < plan_.dripping; ++i) {
    const int socket = connected_socket(address_);
    if (socket < 0) throw std::runtime_error("the server takes no more connections");
    const std::string_view start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    ::send(socket, start.data(), start.size(), MSG_NOSIGNAL);
    dripping_.push_back(socket);
  }
  if (!dripping_.empty()) next_drip_ = Clock::now() + std::chrono::seconds(1);
}

void Driver::drip() {
  next_drip_ += std::chrono::seconds(1);
  std::erase_if(dripping_, [this](int socket) {
    char answer[512];
    const ssize_t count = ::recv(socket, answer, sizeof answer, MSG_DONTWAIT);
    const bool told = count > 0;  // 408: it will be closed
    const bool over = told || count == 0 || ::send(socket, "x", 1, MSG_NOSIGNAL | MSG_DONTWAIT) < 0;
    if (over) {
      ++measure_.dripping_closed;
      ::close(socket);
    }
    return over;
  });
}

// Waits for what comes next, `until` at the latest, and goes on with it.
void Driver::attend(Clock::time_point until) {
  std::array<epoll_event, events_at_once> events;
  until = std::min(until, next_drip_);
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
  const int count = ::epoll_wait(poll_, events.data(), events_at_once,
                                 static_cast<int>(std::max<std::int64_t>(left, 0)));
  for (int i = 0; i < count; ++i) {
    Visitor& visitor = *static_cast<Visitor*>(events[static_cast<std::size_t>(i)].data.ptr);
    if (visitor.sent < visitor.request.size()) go_on(visitor);
    if (take(visitor) && !ending_) begin(visitor);
  }
  if (Clock::now() >= next_drip_) drip();
}

Measure Driver::drive() {
  start_dripping();
  for (int i = 0; i < plan_.connections; ++i) {
    visitors_.push_back(std::make_unique<Visitor>());
    open(*visitors_.back());
  }
  const auto began = Clock::now();
  const auto end = began + plan_.duration;
  for (auto& visitor : visitors_) begin(*visitor);
  while (Clock::now() < end && !(plan_.over && plan_.over())) attend(end);
  measure_.seconds = std::chrono::duration<double>(Clock::now() - began).count();
  ending_ = true;
  const auto last = Clock::now() + plan_.patience;
  while (open_ > 0 && Clock::now() < last) attend(last);
  measure_.unanswered = static_cast<std::uint64_t>(open_);
  std::sort(measure_.microseconds.begin(), measure_.microseconds.end());
  return std::move(measure_);
}

}  // namespace

std::string header_of(const Answer& answer, std::string_view name) {
  const std::string line = "\r\n" + std::string(name) + ": ";
  const auto at = answer.head.find(line);
  if (at == std::string::npos) return {};
  const auto begin = at + line.size();
  return answer.head.substr(begin, answer.head.find("\r\n", begin) - begin);
}

double Measure::per_second() const {
  return seconds > 0 ? static_cast<double>(requests) / seconds : 0;
}

double Measure::milliseconds_at(double share) const {
  if (microseconds.empty()) return 0;
  const auto count = static_cast<double>(microseconds.size());
  const auto place = static_cast<std::size_t>(std::ceil(share * count));
  return microseconds[std::clamp<std::size_t>(place, 1, microseconds.size()) - 1] / 1000.0;
}

std::string Measure::to_json() const {
  char text[400];
  std::snprintf(text, sizeof text,
                "{\"requests_per_second\":%.1f,\"p50_ms\":%.3f,\"p90_ms\":%.3f,\"p99_ms\":%.3f,"
                "\"max_ms\":%.3f,\"requests\":%llu,\"errors\":%llu,\"seconds\":%.3f,"
                "\"dripping_closed\":%d,\"statuses\":{",
                per_second(), milliseconds_at(0.5), milliseconds_at(0.9), milliseconds_at(0.99),
                milliseconds_at(1), static_cast<unsigned long long>(requests),
                static_cast<unsigned long long>(errors), seconds, dripping_closed);
  std::string json = text;
  for (const auto& [status, count] : statuses) {
    if (json.back() != '{') json += ',';
    json += '"' + std::to_string(status) + "\":" + std::to_string(count);
  }
  return json + "}}";
}

Answer ask(std::uint16_t port, const std::string& request) {
  Plan plan;
  plan.port = port;
  const int socket = connected_socket(loopback(plan));
  if (socket < 0) throw std::runtime_error("nobody listens on the port asked");
  ::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
  std::string received;
  Reading reading;
  while (reading.head == 0 || received.size() < reading.whole) {
    std::array<char, 65536> buffer;
    const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), 0);
    if (count <= 0) break;
    received.append(buffer.data(), static_cast<std::size_t>(count));
    reading = read_answer(received);
  }
  ::close(socket);
  if (reading.head == 0) throw std::runtime_error("no answer came");
  return {reading.status, received.substr(0, reading.head), received.substr(reading.head)};
}

Measure run(const Plan& plan) {
  if (!plan.request || plan.connections < 1) {
    throw std::invalid_argument("a load plan needs requests and at least one connection");
  }
  return Driver(plan).drive();
}

}  // namespace motcua::load

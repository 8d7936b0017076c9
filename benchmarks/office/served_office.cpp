#include "office/served_office.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "base/json.hpp"
#include "load_client.hpp"

namespace motcua::bench {
namespace {

using Clock = std::chrono::steady_clock;

// The n-th number, from 0, behind the process's name in /proc/PID/stat.
std::uint64_t number_in_stat(pid_t process, int n) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string text;
  std::getline(file, text);
  std::istringstream words(text.substr(text.rfind(')') + 1));
  std::string word;
  for (int i = 0; i <= n; ++i) words >> word;
  return std::strtoull(word.c_str(), nullptr, 10);
}

double megabytes_in_status(pid_t process, std::string_view name) {
  std::ifstream file("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(name)) {
      return std::strtod(line.c_str() + name.size(), nullptr) * 1024 / 1e6;
    }
  }
  throw std::runtime_error("the kernel tells nothing of the served office's memory");
}

// Posts who it is; the session that the answer opens.
Session session_by(const ServedOffice& office, std::string_view where, const json::object& who) {
  const auto answer = load::ask(office.port(), with_body(where, json_kind, write_json(who)));
  const auto value = read_json(answer.body);
  const auto cookie = load::header_of(answer, "Set-Cookie");
  if (answer.status < 200 || answer.status > 299 || !value || cookie.empty()) {
    throw std::runtime_error("no session for " + write_json(who) + ": " + answer.body);
  }
  return {"Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n",
          "X-CSRF-Token: " + std::string(string_member(*value, "csrf")) + "\r\n"};
}

}  // namespace

ServedOffice::ServedOffice(const std::filesystem::path& data, std::string_view command) {
  const auto began = Clock::now();
  start(data, command);
  port_ = read_port();
  const auto answer = load::ask(port_, get("/api/health"));
  seconds_to_first_answer_ = std::chrono::duration<double>(Clock::now() - began).count();
  if (answer.status != 200) throw std::runtime_error("the served office is not well");
}

ServedOffice::~ServedOffice() { stop(); }

void ServedOffice::start(const std::filesystem::path& data, std::string_view command) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const std::vector<std::string> words{
      MOTCUA_PROGRAM, std::string(command), "--data", data.string(), "--port", "0"};
  std::vector<char*> arguments;
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  output_ = ends[0];
  if (process_ < 0) throw std::runtime_error("cannot start " MOTCUA_PROGRAM);
}

// From the greeting: http://127.0.0.1:PORT/
std::uint16_t ServedOffice::read_port() {
  static constexpr std::string_view mark = "http://127.0.0.1:";
  std::string said;
  char letters[4096];
  for (;;) {
    const auto at = said.find(mark);
    if (at != std::string::npos && said.find('/', at + mark.size()) != std::string::npos) {
      return std::uint16_t(std::strtoul(said.c_str() + at + mark.size(), nullptr, 10));
    }
    const ssize_t count = ::read(output_, letters, sizeof letters);
    if (count <= 0) throw std::runtime_error("the served office did not start");
    said.append(letters, std::size_t(count));
  }
}

double ServedOffice::cpu_seconds() const {
  const auto ticks = number_in_stat(process_, 11) + number_in_stat(process_, 12);
  return double(ticks) / double(::sysconf(_SC_CLK_TCK));
}

double ServedOffice::resident_megabytes() const {
  const auto pages = number_in_stat(process_, 21);
  return double(pages) * double(::sysconf(_SC_PAGESIZE)) / 1e6;
}

double ServedOffice::own_megabytes() const { return megabytes_in_status(process_, "RssAnon:"); }

double ServedOffice::peak_megabytes() const { return megabytes_in_status(process_, "VmHWM:"); }

void ServedOffice::stop() {
  if (process_ < 0) return;
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
  ::close(output_);
  process_ = -1;
}

Session sign_in(const ServedOffice& office, std::string_view username) {
  return session_by(office, "POST /api/session",
                    {{"username", username}, {"password", "mot-cua-2017"}});
}

Session open_account(const ServedOffice& office, std::string_view email) {
  return session_by(office, "POST /api/accounts",
                    {{"name", "Trần Thị Mai"}, {"email", email}, {"password", "mot-cua-2017"}});
}

std::string get(std::string_view path, std::string_view headers) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n" + std::string(headers) + "\r\n";
}

std::string with_body(std::string_view method_and_path, std::string_view headers,
                      std::string_view body) {
  std::string request;
  request.reserve(method_and_path.size() + headers.size() + body.size() + 80);
  request.append(method_and_path).append(" HTTP/1.1\r\nHost: a\r\n").append(headers);
  request.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n\r\n");
  return request.append(body);
}

}  // namespace motcua::bench

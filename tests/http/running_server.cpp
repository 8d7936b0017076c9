#include "running_server.hpp"

#include <stdlib.h>

#include <chrono>
#include <stdexcept>

namespace motcua::http::test {

using std::chrono::milliseconds;
using std::chrono::seconds;

void Signal::set() {
  const std::lock_guard lock(mutex_);
  set_ = true;
  changed_.notify_all();
}

bool Signal::wait() {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, seconds(10), [this] { return set_; });
}

TestFolder::TestFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "http-test-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make a folder for the test");
  path_ = name;
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::vector<std::string> TestFolder::names() const {
  std::vector<std::string> all;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    all.push_back(entry.path().filename().string());
  }
  return all;
}

Config quick_config() {
  Config config;
  config.workers = 2;
  config.deadlines.sweep = milliseconds(10);
  config.deadlines.linger = milliseconds(300);
  return config;
}

Config RunningServer::logging(Config config) {
  config.log_error = [this](std::string_view line) {
    const std::lock_guard lock(mutex_);
    log_.emplace_back(line);
  };
  return config;
}

RunningServer::RunningServer(Config config, Router router)
    : server_(logging(std::move(config)), std::move(router)) {
  const auto port = server_.bind();
  if (!port) throw std::runtime_error(port.error().what);
  port_ = *port;
  thread_ = std::thread([this] { server_.run(); });
}

RunningServer::~RunningServer() {
  server_.stop();
  wait_for_end();
}

void RunningServer::wait_for_end() {
  if (thread_.joinable()) thread_.join();
}

std::vector<std::string> RunningServer::log() {
  const std::lock_guard lock(mutex_);
  return log_;
}

bool RunningServer::connections_become(std::size_t count) {
  const auto limit = std::chrono::steady_clock::now() + seconds(10);
  while (server_.open_connections() != count) {
    if (std::chrono::steady_clock::now() > limit) return false;
    std::this_thread::yield();
  }
  return true;
}

}  // namespace motcua::http::test

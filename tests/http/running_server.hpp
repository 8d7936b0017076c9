// A server under test, with short deadlines, running on a thread of its own until the end of scope.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "http/server.hpp"

namespace motcua::http::test {

// A flag that one thread sets and another waits for, ten seconds at most.
class Signal {
 public:
  void set();
  bool wait();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;
};

// A folder that is gone after the test.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  std::string path() const { return path_.string(); }
  std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

// Deadlines far too long for a test to run into; sweeps are frequent.
Config quick_config();

class RunningServer {
 public:
  RunningServer(Config config, Router router);
  ~RunningServer();

  std::uint16_t port() const { return port_; }
  Server& server() { return server_; }
  // Lines logged so far.
  std::vector<std::string> log();
  void stop() { server_.stop(); }
  void wait_for_end();
  // Waits until the server has ended all connections but `count`; false after ten seconds.
  bool connections_become(std::size_t count);

 private:
  Config logging(Config config);

  std::mutex mutex_;
  std::vector<std::string> log_;
  Server server_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

}  // namespace motcua::http::test

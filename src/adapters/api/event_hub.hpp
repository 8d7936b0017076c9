// Live updates: who listens, and what is told to all. Any thread.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "http/response.hpp"

namespace motcua::api {

class EventHub {
 public:
  void join(std::shared_ptr<http::EventSink> sink);  // shared with the connection, see EventStream
  void tell(std::string_view name, const std::string& text);

 private:
  std::mutex mutex_;
  std::vector<std::shared_ptr<http::EventSink>> sinks_;
};

}  // namespace motcua::api

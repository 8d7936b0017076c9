#include "api/event_hub.hpp"

namespace motcua::api {

void EventHub::join(std::shared_ptr<http::EventSink> sink) {
  const std::lock_guard lock(mutex_);
  sinks_.push_back(std::move(sink));
}

void EventHub::tell(std::string_view name, const std::string& text) {
  const std::lock_guard lock(mutex_);
  if (sinks_.empty()) return;
  const std::string frame = http::event_frame(name, text);
  std::erase_if(sinks_, [&](const auto& sink) { return !sink->send(frame); });
}

}  // namespace motcua::api

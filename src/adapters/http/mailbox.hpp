// How other threads reach a connection: they leave something and ring; the connection looks on its
// own network thread. All of it may outlive the connection, and the server, without harm.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "http/response.hpp"

namespace motcua::http {

// Wakes one connection from any thread until it is silenced. Shared by the connection and whoever
// may have to wake it.
class Doorbell {
 public:
  explicit Doorbell(std::function<void()> wake) : wake_(std::move(wake)) {}
  void ring();
  void silence();  // after it returns, `wake` is never called again

 private:
  std::mutex mutex_;
  std::function<void()> wake_;
};

// The place of an answer that comes later. The first answer counts.
class AnswerSlot {
 public:
  explicit AnswerSlot(std::shared_ptr<Doorbell> bell) : bell_(std::move(bell)) {}
  void give(Response response);
  std::optional<Response> take();

 private:
  std::shared_ptr<Doorbell> bell_;
  std::mutex mutex_;
  bool given_ = false;
  std::optional<Response> answer_;
};

// A completion for the slot; when its last copy is dropped unused, it gives the problem Internal.
Completion completion_for(std::shared_ptr<AnswerSlot> slot);

// The queue between those who send events and the connection that writes them.
class FrameQueue final : public EventSink {
 public:
  FrameQueue(std::shared_ptr<Doorbell> bell, std::size_t limit)
      : bell_(std::move(bell)), limit_(limit) {}

  bool send(std::string frame) override;
  bool closed() const override;
  void close() override;
  std::string take();  // everything queued, in order

 private:
  std::shared_ptr<Doorbell> bell_;
  const std::size_t limit_;  // frames
  mutable std::mutex mutex_;
  std::deque<std::string> frames_;
  bool closed_ = false;
};

}  // namespace motcua::http

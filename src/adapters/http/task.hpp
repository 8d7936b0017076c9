// Task<T>: a coroutine that begins when it is awaited and gives its value, or its exception, to the
// one who awaits it.
//
// Thread rule: lives and is resumed on one thread. A Task that is never awaited never runs. Rules
// for g++ 12.2: no capturing lambda and no temporary with a destructor inside a co_await
// expression; coroutine parameters by value, or to things that outlive the coroutine.
#pragma once

#include <coroutine>
#include <exception>
#include <functional>
#include <optional>
#include <utility>

namespace motcua::http {

// The end of a task: its awaiter goes on.
struct ResumeAwaiting {
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> ended) const noexcept {
    return ended.promise().awaiting;
  }
  void await_resume() const noexcept {}
};

// What a task gave.
template <class T>
struct Outcome {
  std::optional<T> value;
  void return_value(T given) { value = std::move(given); }
  T take() { return std::move(*value); }
};

template <>
struct Outcome<void> {
  void return_void() const {}
  void take() const {}
};

template <class T>
class [[nodiscard]] Task {
 public:
  struct promise_type : Outcome<T> {
    std::coroutine_handle<> awaiting = std::noop_coroutine();
    std::exception_ptr error;

    Task get_return_object() {
      return Task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    ResumeAwaiting final_suspend() const noexcept { return {}; }
    void unhandled_exception() { error = std::current_exception(); }
  };

  Task(Task&& other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  Task& operator=(Task&&) = delete;
  ~Task() {
    if (coroutine_) coroutine_.destroy();
  }

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) noexcept {
    coroutine_.promise().awaiting = awaiting;
    return coroutine_;
  }
  T await_resume() {
    if (coroutine_.promise().error) std::rethrow_exception(coroutine_.promise().error);
    return coroutine_.promise().take();
  }

 private:
  explicit Task(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}

  std::coroutine_handle<promise_type> coroutine_;
};

// Runs a task to its end with nobody waiting for it; `failed` hears of an exception that leaves it.
struct Detached {
  struct promise_type {
    Detached get_return_object() const noexcept { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    void unhandled_exception() const noexcept { std::terminate(); }
  };
};

inline Detached run_detached(Task<void> task, std::function<void(const std::exception&)> failed) {
  try {
    co_await task;
  } catch (const std::exception& error) {
    failed(error);
  }
}

}  // namespace motcua::http

// Result<T, E>: a value or the reason why there is none.
//
// g++ 12 has no std::expected in C++20. An unchecked access to the wrong side is a bug and asserts.
#pragma once

#include <utility>
#include <variant>

#include "base/assertion.hpp"

namespace motcua {

template <class E>
struct Unexpected {
  E error;
};

template <class E>
Unexpected(E) -> Unexpected<E>;

template <class T, class E>
class [[nodiscard]] Result {
 public:
  Result(T value) : side_(std::in_place_index<0>, std::move(value)) {}
  Result(Unexpected<E> no) : side_(std::in_place_index<1>, std::move(no.error)) {}

  bool ok() const { return side_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return check(), *std::get_if<0>(&side_); }
  T& value() & { return check(), *std::get_if<0>(&side_); }
  T&& value() && { return check(), std::move(*std::get_if<0>(&side_)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const E& error() const& {
    MOTCUA_ASSERT(!ok());
    return *std::get_if<1>(&side_);
  }

 private:
  void check() const { MOTCUA_ASSERT(ok()); }
  std::variant<T, E> side_;
};

struct Nothing {
  bool operator==(const Nothing&) const = default;
};

}  // namespace motcua

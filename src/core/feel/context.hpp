// FEEL's context: named entries in the order they were written. Also the variables an expression
// sees. Looking up is by name; equality does not depend on the order.
//
// Names are unique, of any characters. What get(), [] and begin() give is valid until it is
// changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace motcua::feel {

class Value;

class Context {
 public:
  using Entry = std::pair<std::string, Value>;

  Context();
  Context(std::initializer_list<Entry> entries);
  Context(const Context&);
  Context(Context&&) noexcept;
  Context& operator=(const Context&);
  Context& operator=(Context&&) noexcept;
  ~Context();

  Value& operator[](std::string_view name);  // null is added where there is none
  void insert_or_assign(std::string_view name, Value value);
  void declare(std::string_view name);            // null, unless there is one
  void merge(const Context& others);              // those it has no entry for
  const Value* get(std::string_view name) const;  // nullptr when there is none
  bool contains(std::string_view name) const { return get(name) != nullptr; }

  std::size_t size() const;
  bool empty() const { return size() == 0; }
  const Entry* begin() const;
  const Entry* end() const;

  bool operator==(const Context& other) const;

 private:
  std::size_t find(std::string_view name) const;  // size() when there is none

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> sorted_;  // entries by name, once there are many
};

}  // namespace motcua::feel

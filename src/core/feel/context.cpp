#include "feel/context.hpp"

#include <algorithm>
#include <numeric>

#include "feel/value.hpp"

namespace motcua::feel {
namespace {

constexpr std::size_t few_entries = 12;  // searched one by one

}  // namespace

Context::Context() = default;
Context::Context(const Context&) = default;
Context::Context(Context&&) noexcept = default;
Context& Context::operator=(const Context&) = default;
Context& Context::operator=(Context&&) noexcept = default;
Context::~Context() = default;

Context::Context(std::initializer_list<Entry> entries) {
  for (const Entry& entry : entries) insert_or_assign(entry.first, entry.second);
}

std::size_t Context::find(std::string_view name) const {
  if (entries_.size() <= few_entries) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].first == name) return i;
    }
    return entries_.size();
  }
  const auto name_at = [&](std::uint32_t i) -> std::string_view { return entries_[i].first; };
  const auto found = std::ranges::lower_bound(sorted_, name, {}, name_at);
  return found != sorted_.end() && name_at(*found) == name ? *found : entries_.size();
}

Value& Context::operator[](std::string_view name) {
  const std::size_t at = find(name);
  if (at < entries_.size()) return entries_[at].second;
  entries_.emplace_back(std::string(name), Value());
  const auto name_at = [&](std::uint32_t i) -> std::string_view { return entries_[i].first; };
  if (entries_.size() == few_entries + 1) {
    sorted_.resize(entries_.size());
    std::iota(sorted_.begin(), sorted_.end(), 0U);
    std::ranges::sort(sorted_, {}, name_at);
  } else if (entries_.size() > few_entries) {
    const auto place = std::ranges::lower_bound(sorted_, name, {}, name_at);
    sorted_.insert(place, static_cast<std::uint32_t>(entries_.size() - 1));
  }
  return entries_.back().second;
}

void Context::declare(std::string_view name) {
  if (!contains(name)) insert_or_assign(name, {});
}

void Context::merge(const Context& others) {
  for (const auto& [name, value] : others) {
    if (!contains(name)) insert_or_assign(name, value);
  }
}

void Context::insert_or_assign(std::string_view name, Value value) {
  (*this)[name] = std::move(value);
}

const Value* Context::get(std::string_view name) const {
  const std::size_t at = find(name);
  return at < entries_.size() ? &entries_[at].second : nullptr;
}

std::size_t Context::size() const { return entries_.size(); }
const Context::Entry* Context::begin() const { return entries_.data(); }
const Context::Entry* Context::end() const { return entries_.data() + entries_.size(); }

bool Context::operator==(const Context& other) const {
  if (size() != other.size()) return false;
  return std::ranges::all_of(entries_, [&](const Entry& entry) {
    const Value* same = other.get(entry.first);
    return same != nullptr && *same == entry.second;
  });
}

}  // namespace motcua::feel

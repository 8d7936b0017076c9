// List functions (DMN 1.5, table 75) that keep or move items, and sort.
#include <algorithm>
#include <array>

#include "feel/builtin_families.hpp"
#include "feel/operators.hpp"

namespace motcua::feel {
namespace {

const List& items(const Value& value) { return *value.as<List>(); }

bool same(const Value& a, const Value& b) { return equal(a, b) == Value(true); }

bool has(const List& list, const Value& wanted, Run& run) {
  run.spend(list.size());
  return std::ranges::any_of(list, [&](const Value& item) { return same(item, wanted); });
}

// From 0; positions count from 1, or from -1 at the end. Nothing when there is none.
std::optional<std::size_t> place_in(const List& list, const Value& position) {
  const auto whole = position.as<Number>()->integer();
  const auto size = static_cast<std::int64_t>(list.size());
  if (!whole || *whole == 0 || *whole > size || *whole < -size) return std::nullopt;
  return static_cast<std::size_t>(*whole > 0 ? *whole - 1 : size + *whole);
}

Value no_place(const Arguments& a) { return a.run.fail("no such place in the list"); }

Value list_contains(const Arguments& a) { return has(items(a[0]), a[1], a.run); }
Value count(const Arguments& a) { return static_cast<std::int64_t>(items(a[0]).size()); }

Value sublist(const Arguments& a) {
  const List& list = items(a[0]);
  const auto from = place_in(list, a[1]);
  if (!from) return no_place(a);
  std::size_t length = list.size() - *from;
  if (const auto* wanted = a[2].as<Number>()) {
    const auto whole = wanted->integer();
    if (!whole || *whole < 1 || static_cast<std::size_t>(*whole) > length) return no_place(a);
    length = static_cast<std::size_t>(*whole);
  }
  const auto begin = list.begin() + static_cast<std::ptrdiff_t>(*from);
  return List(begin, begin + static_cast<std::ptrdiff_t>(length));
}

Value append(const Arguments& a) {
  List list = items(a[0]);
  list.insert(list.end(), a.values.begin() + 1, a.values.end());
  return list;
}

Value concatenate(const Arguments& a) {
  List all;
  for (const Value& list : a.values) all.insert(all.end(), items(list).begin(), items(list).end());
  return all;
}

Value insert_before(const Arguments& a) {
  List list = items(a[0]);
  const auto at = place_in(list, a[1]);
  if (!at) return no_place(a);
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(*at), a[2]);
  return list;
}

Value remove(const Arguments& a) {
  List list = items(a[0]);
  const auto at = place_in(list, a[1]);
  if (!at) return no_place(a);
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(*at));
  return list;
}

Value replace_at(const Arguments& a) {
  List list = items(a[0]);
  const auto at = place_in(list, *round_to(*a[1].as<Number>(), 0, Rounding::Down));
  if (!at) return no_place(a);
  list[*at] = a[2];
  return list;
}

Value replace_matching(const Arguments& a) {
  List list = items(a[0]);
  for (Value& item : list) {
    const Value pair[] = {item, a[2]};
    const Value matched = call_function(a[1], pair, a.run);
    if (matched.as<bool>() == nullptr) return a.run.fail("the match must give true or false");
    if (matched == Value(true)) item = a[2];
  }
  return list;
}

Value reverse(const Arguments& a) { return List(items(a[0]).rbegin(), items(a[0]).rend()); }

Value index_of(const Arguments& a) {
  List places;
  for (std::size_t i = 0; i < items(a[0]).size(); ++i) {
    if (same(items(a[0])[i], a[1])) places.push_back(static_cast<std::int64_t>(i + 1));
  }
  return places;
}

Value distinct(const List& list, Run& run) {
  List once;
  for (const Value& item : list) {
    if (run.exhausted) return {};
    if (!has(once, item, run)) once.push_back(item);
  }
  return once;
}

Value distinct_values(const Arguments& a) { return distinct(items(a[0]), a.run); }
Value list_union(const Arguments& a) { return distinct(items(concatenate(a)), a.run); }

bool append_flat(const List& list, List& flat, Run& run) {
  for (const Value& item : list) {
    if (!run.spend(1)) return false;
    if (const auto* inner = item.as<List>()) {
      if (!append_flat(*inner, flat, run)) return false;
    } else {
      flat.push_back(item);
    }
  }
  return true;
}

Value flatten(const Arguments& a) {
  List flat;
  return append_flat(items(a[0]), flat, a.run) ? Value(std::move(flat)) : Value();
}

// Merges sorted halves: calls `precedes` about n log n times, whatever it answers.
template <class Precedes>
void merge_sort(List& list, Precedes precedes) {
  for (std::size_t width = 1; width < list.size(); width *= 2) {
    List merged;
    merged.reserve(list.size());
    for (std::size_t from = 0; from < list.size(); from += 2 * width) {
      const std::size_t middle = std::min(from + width, list.size());
      const std::size_t end = std::min(from + 2 * width, list.size());
      std::size_t left = from;
      std::size_t right = middle;
      while (left < middle || right < end) {
        const bool take_right =
            left == middle || (right < end && precedes(list[right], list[left]));
        merged.push_back(take_right ? list[right++] : list[left++]);
      }
    }
    list = std::move(merged);
  }
}

Value sort(const Arguments& a) {
  List list = items(a[0]);
  bool wrong = false;
  merge_sort(list, [&](const Value& x, const Value& y) {
    if (wrong || !a.run.spend(1)) return false;
    const Value pair[] = {x, y};
    const Value before =
        a[1].is_null() ? compare_values("<", x, y) : call_function(a[1], pair, a.run);
    wrong = wrong || before.as<bool>() == nullptr;
    return before == Value(true);
  });
  if (wrong) return a.run.fail("what is sorted cannot be ordered");
  return list;
}

constexpr std::array<Builtin, 15> lists{{
    {"list contains", "list:l, element:*", list_contains},
    {"count", "list:l", count},
    {"sublist", "list:l, start position:n, length:n?", sublist},
    {"append", "list:l, item:*...", append},
    {"concatenate", "list:l...", concatenate},
    {"insert before", "list:l, position:n, newItem:*", insert_before},
    {"remove", "list:l, position:n", remove},
    {"list replace", "list:l, position:n, newItem:*", replace_at},
    {"list replace", "list:l, match:f, newItem:*", replace_matching},
    {"reverse", "list:l", reverse},
    {"index of", "list:l, match:*", index_of},
    {"union", "list:l...", list_union},
    {"distinct values", "list:l", distinct_values},
    {"flatten", "list:l", flatten},
    {"sort", "list:l, precedes:f?", sort},
}};

}  // namespace

std::span<const Builtin> list_functions() { return lists; }

}  // namespace motcua::feel

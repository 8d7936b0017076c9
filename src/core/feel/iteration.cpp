#include <algorithm>

#include "feel/evaluation.hpp"
#include "feel/operators.hpp"

namespace motcua::feel {

Value Evaluation::picked(const Value& list, const Number& index) {
  const auto* items = list.as<List>();
  const std::size_t size = items ? items->size() : list.is_null() ? 0 : 1;
  const auto whole = index.integer();
  if (!whole || *whole == 0) return run_.fail("no such place in the list");
  const std::int64_t place = *whole > 0 ? *whole - 1 : static_cast<std::int64_t>(size) + *whole;
  if (place < 0 || place >= static_cast<std::int64_t>(size)) {
    return run_.fail("no such place in the list");
  }
  return items ? (*items)[static_cast<std::size_t>(place)] : list;
}

Value Evaluation::filter(const Node& node, const Frame* frame) {
  const Value value = value_of(node.children[0], frame);
  run_.offset = node.offset;
  const Node& condition = at(node.children[1]);
  if (const auto* index = condition.literal.as<Number>()) return picked(value, *index);
  const auto* list = value.as<List>();
  const List single = value.is_null() ? List{} : List{value};
  const List& items = list ? *list : single;
  if (items.empty()) {
    const Value index = value_of(node.children[1], frame);
    return index.as<Number>() ? picked(value, *index.as<Number>()) : Value(List{});
  }
  List kept;
  for (const Value& item : items) {
    if (run_.exhausted) return {};
    const Frame named{frame, nullptr, "item", &item};
    const Frame members{&named, item.as<Context>(), {}, nullptr};
    const Value taken = value_of(node.children[1], item.as<Context>() ? &members : &named);
    if (const auto* index = taken.as<Number>()) return picked(value, *index);
    if (const auto* truth = taken.as<bool>()) {
      if (*truth) kept.push_back(item);
    } else if (!taken.is_null()) {
      run_.offset = node.offset;
      return run_.fail("a filter needs a number or a boolean");
    }
  }
  return kept;
}

// Whole numbers or days from one end to the other, whichever is the greater.
bool Evaluation::for_range(const Range& range, const std::function<bool(const Value&)>& body) {
  if (range.form == Range::Form::Unequal) {
    run_.fail("only whole numbers and dates can be gone through");
    return false;
  }
  const auto* low_day = range.low.as<Date>();
  const auto* high_day = range.high.as<Date>();
  std::int64_t first = 0;
  std::int64_t last = 0;
  if (low_day && high_day) {
    first = low_day->time_since_epoch().count();
    last = high_day->time_since_epoch().count();
  } else {
    const auto* low = range.low.as<Number>();
    const auto* high = range.high.as<Number>();
    const auto from = low ? low->integer() : std::nullopt;
    const auto to = high ? high->integer() : std::nullopt;
    if (!from || !to || *from == INT64_MIN || *to == INT64_MIN || *from == INT64_MAX ||
        *to == INT64_MAX) {
      run_.fail("only whole numbers and dates can be gone through");
      return false;
    }
    first = *from;
    last = *to;
  }
  const std::int64_t step = first <= last ? 1 : -1;
  if (!range.low_included) first += step;
  if (!range.high_included) last -= step;
  for (std::int64_t i = first; step > 0 ? i <= last : i >= last; i += step) {
    if (!run_.spend(1)) return false;
    const Value value = low_day ? Value(Date{std::chrono::days{i}}) : Value(i);
    if (!body(value)) return false;
  }
  return true;
}

// False when stopped: by the body, or because a domain cannot be gone through (an error then).
bool Evaluation::for_each(const Node& node, std::size_t iterator, const Frame* frame,
                          const std::function<bool(const Frame*)>& body) {
  if (iterator == node.names.size()) return body(frame);
  const Value domain = value_of(node.children[iterator], frame);
  run_.offset = node.offset;
  const auto each = [&](const Value& value) {
    const Frame inner{frame, nullptr, node.names[iterator], &value};
    return !run_.exhausted && for_each(node, iterator + 1, &inner, body);
  };
  if (const auto* range = domain.as<Range>()) return for_range(*range, each);
  if (const auto* list = domain.as<List>()) return std::ranges::all_of(*list, each);
  if (domain.is_null()) {
    run_.fail("null cannot be gone through");
    return false;
  }
  return each(domain);
}

Value Evaluation::iterate(const Node& node, const Frame* frame) {
  List results;
  const bool wants_partial =
      std::ranges::any_of(tree_.nodes, [](const Node& other) { return other.name == "partial"; });
  bool stopped = false;
  const bool whole = for_each(node, 0, frame, [&](const Frame* inner) {
    Value partial;
    if (wants_partial) {
      stopped = !run_.spend(results.size());
      partial = results;
    }
    const Frame with{inner, nullptr, "partial", &partial};
    if (stopped) return false;
    results.push_back(value_of(node.children.back(), wants_partial ? &with : inner));
    return run_.take_parts(1);
  });
  return whole ? Value(std::move(results)) : Value();
}

Value Evaluation::quantify(const Node& node, const Frame* frame) {
  const bool wanted = node.kind == NodeKind::Some;
  bool found = false;
  bool unknown = false;
  const bool whole = for_each(node, 0, frame, [&](const Frame* inner) {
    const Value holds = value_of(node.children.back(), inner);
    const auto* truth = holds.as<bool>();
    unknown = unknown || truth == nullptr;
    found = truth != nullptr && *truth == wanted;
    return !found;
  });
  if (found) return wanted;
  if (!whole || unknown) return {};
  return !wanted;
}

}  // namespace motcua::feel

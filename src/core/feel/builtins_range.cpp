// Range functions (DMN 1.5, table 78): how points and ranges lie to one another (Allen's algebra).
// A point is the closed range from itself to itself.
#include <array>

#include "feel/builtin_families.hpp"
#include "feel/operators.hpp"

namespace motcua::feel {
namespace {

struct Pair {
  Range a;
  Range b;
};

Range as_range(const Value& value) {
  const auto* range = value.as<Range>();
  return range ? *range : Range{value, value, true, true};
}

using Order = std::strong_ordering;

std::optional<Order> order_of(const Value& x, const Value& y) { return order(x, y); }

// Applies `says` to both as ranges, where their ends can be compared.
template <class Says>
Value relate(const Arguments& a, Says says) {
  const Pair pair{as_range(a[0]), as_range(a[1])};
  if (pair.a.form == Range::Form::Unequal || pair.b.form == Range::Form::Unequal) {
    return a.run.fail("what is compared cannot be ordered");  // two ranges, with a gap
  }
  for (const auto& [x, y] : {std::pair{pair.a.low, pair.b.low},
                             {pair.a.high, pair.b.high},
                             {pair.a.low, pair.b.high},
                             {pair.a.high, pair.b.low}}) {
    if (!order_of(x, y)) return a.run.fail("what is compared cannot be ordered");
  }
  return says(pair.a, pair.b);
}

Order between_ends(const Value& x, const Value& y) { return *order_of(x, y); }

bool ends_before(const Range& a, const Range& b) {
  const Order o = between_ends(a.high, b.low);
  return o < 0 || (o == 0 && (!a.high_included || !b.low_included));
}

bool shares(const Range& a, const Range& b) { return !ends_before(a, b) && !ends_before(b, a); }

bool begins_before(const Range& a, const Range& b) {
  const Order o = between_ends(a.low, b.low);
  return o < 0 || (o == 0 && a.low_included && !b.low_included);
}

bool begins_not_after(const Range& a, const Range& b) {
  const Order o = between_ends(a.low, b.low);
  return o < 0 || (o == 0 && (a.low_included || !b.low_included));
}

bool ends_not_after(const Range& a, const Range& b) {
  const Order o = between_ends(a.high, b.high);
  return o < 0 || (o == 0 && (!a.high_included || b.high_included));
}

bool laps_over_begin(const Range& a, const Range& b) {
  return begins_before(a, b) && shares(a, b) && ends_not_after(a, b);
}

bool same_end(const Range& a, const Range& b) {
  return between_ends(a.high, b.high) == 0 && a.high_included == b.high_included;
}

bool same_begin(const Range& a, const Range& b) {
  return between_ends(a.low, b.low) == 0 && a.low_included == b.low_included;
}

bool holds_range(const Range& a, const Range& b) {
  return begins_not_after(a, b) && ends_not_after(b, a);
}

bool closes(const Range& a, const Range& b) { return same_end(a, b) && begins_not_after(b, a); }
bool opens(const Range& a, const Range& b) { return same_begin(a, b) && ends_not_after(a, b); }

bool touches(const Range& a, const Range& b) {
  return a.high_included && b.low_included && between_ends(a.high, b.low) == 0;
}

template <bool (*says)(const Range&, const Range&)>
Value forward(const Arguments& a) {
  return relate(a, [](const Range& x, const Range& y) { return says(x, y); });
}

template <bool (*says)(const Range&, const Range&)>
Value backward(const Arguments& a) {
  return relate(a, [](const Range& x, const Range& y) { return says(y, x); });
}

bool is_same_range(const Range& a, const Range& b) { return same_begin(a, b) && same_end(a, b); }

constexpr std::array<Builtin, 27> relations{{
    {"before", "point1:*, point2:*", forward<ends_before>},
    {"before", "point:*, range:*", forward<ends_before>},
    {"before", "range:*, point:*", forward<ends_before>},
    {"before", "range1:*, range2:*", forward<ends_before>},
    {"after", "point1:*, point2:*", backward<ends_before>},
    {"after", "point:*, range:*", backward<ends_before>},
    {"after", "range:*, point:*", backward<ends_before>},
    {"after", "range1:*, range2:*", backward<ends_before>},
    {"meets", "range1:r, range2:r", forward<touches>},
    {"met by", "range1:r, range2:r", backward<touches>},
    {"overlaps", "range1:r, range2:r", forward<shares>},
    {"overlaps before", "range1:r, range2:r", forward<laps_over_begin>},
    {"overlaps after", "range1:r, range2:r", backward<laps_over_begin>},
    {"finishes", "range1:r, range2:r", forward<closes>},
    {"finishes", "point:*, range:r", forward<closes>},
    {"finished by", "range1:r, range2:r", backward<closes>},
    {"finished by", "range:r, point:*", backward<closes>},
    {"includes", "range1:r, range2:r", forward<holds_range>},
    {"includes", "range:r, point:*", forward<holds_range>},
    {"during", "range1:r, range2:r", backward<holds_range>},
    {"during", "point:*, range:r", backward<holds_range>},
    {"starts", "range1:r, range2:r", forward<opens>},
    {"starts", "point:*, range:r", forward<opens>},
    {"started by", "range1:r, range2:r", backward<opens>},
    {"started by", "range:r, point:*", backward<opens>},
    {"coincides", "range1:r, range2:r", forward<is_same_range>},
    {"coincides", "point1:*, point2:*", forward<is_same_range>},
}};

}  // namespace

std::span<const Builtin> range_functions() { return relations; }

}  // namespace motcua::feel

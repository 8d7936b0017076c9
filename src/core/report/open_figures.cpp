#include "report/open_figures.hpp"

#include <algorithm>
#include <numeric>

#include "report/remarks.hpp"

namespace motcua::report {
namespace {

bool is_large_enough(const GroupSizes& groups, std::int64_t minimum) {
  return std::all_of(groups.begin(), groups.end(),
                     [&](std::int64_t size) { return size == 0 || size >= minimum; });
}

GroupSizes groups_of(const OpenLine& line) {
  return {line.columns.front(),
          line.promises.by_first.listed(),
          line.promises.by_first.fell_due(),
          line.promises.by_current.listed(),
          line.promises.by_current.fell_due(),
          line.promises.received_in_period()};
}

void add(OpenLine& to, const OpenLine& from) {
  to.procedures.insert(to.procedures.end(), from.procedures.begin(), from.procedures.end());
  std::transform(to.columns.begin(), to.columns.end(), from.columns.begin(), to.columns.begin(),
                 std::plus<>());
  to.promises += from.promises;
}

void add(OpenLevels::Group& to, const OpenLevels::Group& from) {
  to.levels.insert(to.levels.end(), from.levels.begin(), from.levels.end());
  to.count += from.count;
}

void add(OpenLateness& to, const OpenLateness& from) {
  to.units.insert(to.units.end(), from.units.begin(), from.units.end());
  to.late += from.late;
}

// The items that stand alone, in their order, and after them the one made of the others.
template <class Item>
std::vector<Item> protected_lines(const std::vector<Item>& items,
                                  const std::vector<std::size_t>& together) {
  std::vector<Item> lines;
  Item others;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (std::binary_search(together.begin(), together.end(), i)) {
      add(others, items[i]);
    } else {
      lines.push_back(items[i]);
    }
  }
  if (!together.empty()) lines.push_back(std::move(others));
  return lines;
}

std::vector<OpenLateness> lateness_of(const Figures& figures, std::int64_t minimum) {
  std::vector<OpenLateness> units;
  std::vector<GroupSizes> sizes;
  std::int64_t late = 0;
  for (const auto& [unit, count] : figures.held) {
    if (count.late == 0) continue;
    units.push_back({{unit}, count.late});
    sizes.push_back({count.late});
    late += count.late;
  }
  if (late < minimum) return {};
  return protected_lines(units, put_together(sizes, minimum));
}

std::optional<OpenLevels> levels_of(const Figures& figures, std::int64_t minimum) {
  OpenLevels open;
  std::int64_t whole_way = 0;
  std::vector<OpenLevels::Group> levels;
  std::vector<GroupSizes> sizes;
  for (int level = lowest_level; level <= highest_level; ++level) {
    OpenLevels::Group group{{level}, 0};
    for (const auto& count : figures.levels) group.count += count.of(level);
    sizes.push_back({group.count});
    levels.push_back(std::move(group));
  }
  for (const auto& count : figures.levels) {
    open.handed_over += count.handed_over;
    whole_way += count.whole_way;
  }
  if (open.handed_over < minimum) return std::nullopt;
  if (is_large_enough({whole_way, open.handed_over - whole_way}, minimum)) {
    open.whole_way = whole_way;
  }
  open.groups = protected_lines(levels, put_together(sizes, minimum));
  std::erase_if(open.groups, [](const auto& group) { return group.count == 0; });
  return open;
}

}  // namespace

std::vector<std::size_t> put_together(const std::vector<GroupSizes>& items, std::int64_t minimum) {
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto size = [&](std::size_t i) {
    return std::accumulate(items[i].begin(), items[i].end(), std::int64_t{0});
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return size(a) < size(b); });
  const auto small = std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
    return !is_large_enough(items[i], minimum);
  });
  std::vector<std::size_t> together;
  GroupSizes sum;
  for (auto next = order.begin(); next != order.end(); ++next) {
    if (next >= small && is_large_enough(sum, minimum)) break;
    together.push_back(*next);
    sum.resize(items[*next].size());
    std::transform(sum.begin(), sum.end(), items[*next].begin(), sum.begin(), std::plus<>());
  }
  std::sort(together.begin(), together.end());
  return together;
}

OpenFigures open_figures(const Figures& figures, std::int64_t minimum) {
  OpenFigures open;
  open.period = figures.period;
  open.as_of = figures.as_of;
  open.minimum = minimum;
  std::vector<OpenLine> lines;
  std::vector<GroupSizes> sizes;
  OpenLine total;
  for (const auto& counts : figures.by_procedure) {
    lines.push_back({{counts.procedure}, counts.columns, counts.promises});
    sizes.push_back(groups_of(lines.back()));
    add(total, lines.back());
  }
  open.withheld = total.procedures.empty() || !is_large_enough(groups_of(total), minimum);
  if (open.withheld) return open;
  open.lines = protected_lines(lines, put_together(sizes, minimum));
  open.total = std::move(total);
  open.lateness = lateness_of(figures, minimum);
  open.levels = levels_of(figures, minimum);
  const auto& all = figures.satisfaction.all;
  open.rating_rules = figures.satisfaction.rules;
  if (all.shown && all.rated >= minimum) open.rated = all;
  open.notes = remarks_on(figures);
  return open;
}

std::vector<Period> quarters_over(Date today, Date earliest) {
  auto periods = periods_to_choose(today, earliest);
  std::erase_if(periods, [&](const Period& period) {
    return period.kind != PeriodKind::Calendar || period.id.find("-Q") == std::string::npos ||
           period.last >= today;
  });
  return periods;
}

}  // namespace motcua::report

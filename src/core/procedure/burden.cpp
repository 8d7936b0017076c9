#include "procedure/burden.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <set>

namespace motcua::procedure {
namespace {

constexpr int working_hours_of_a_day = 8;
constexpr int days_of_a_month = 30;

int days_of(const calendar::Term& term) {
  using enum calendar::TermUnit;
  switch (term.unit) {
    case WorkingDays:
    case CalendarDays:
      return term.amount;
    case HalfDays:
      return (term.amount + 1) / 2;
    case WorkingHours:
      return (term.amount + working_hours_of_a_day - 1) / working_hours_of_a_day;
    case Months:
      return term.amount * days_of_a_month;
  }
  return term.amount;
}

std::optional<int> longest(const Version& version, Channel channel) {
  std::optional<int> most;
  for (const Case& one : version.cases) {
    const auto term = one.term(channel);
    if (term) most = std::max(most.value_or(0), days_of(*term));
  }
  return most;
}

bool offers(const Version& version, Channel channel) {
  return std::ranges::any_of(version.cases,
                             [&](const Case& one) { return one.terms.contains(channel); });
}

int trips_of(const Version& version, int originals) {
  if (offers(version, Channel::Post)) return 0;
  if (!offers(version, Channel::Online)) return 2;
  return originals > 0 ? 1 : 0;
}

json::value days(const std::optional<int>& count) {
  return count ? json::value(*count) : json::value(nullptr);
}

}  // namespace

Burden burden_of(const Version& version) {
  Burden burden;
  burden.papers = static_cast<int>(version.papers.size());
  for (const Paper& paper : version.papers) burden.originals += paper.originals;
  burden.trips = trips_of(version, burden.originals);
  std::set<std::string> units;
  for (const auto& [id, node] : version.process.nodes) {
    if (node.kind != NodeKind::UserTask) continue;
    ++burden.steps;
    units.insert(node.task.unit);
  }
  burden.offices = static_cast<int>(units.size());
  burden.online = longest(version, Channel::Online);
  burden.counter = longest(version, Channel::Counter);
  burden.post = longest(version, Channel::Post);
  for (const FeeRule& fee : version.fees) burden.fee += fee.amount.amount;
  return burden;
}

json::object write_burden(const Burden& burden) {
  return {{"papers", burden.papers},
          {"originals", burden.originals},
          {"trips", burden.trips},
          {"steps", burden.steps},
          {"offices", burden.offices},
          {"days", json::object{{"online", days(burden.online)},
                                {"counter", days(burden.counter)},
                                {"post", days(burden.post)}}},
          {"fee", burden.fee}};
}

}  // namespace motcua::procedure

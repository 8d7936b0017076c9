// motcua holiday: a day off decreed late. Adds it to the office's calendar, recomputes every open
// promise and says what changed.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>

#include "cli/complaint.hpp"
#include "cli/office_commands.hpp"
#include "runtime/late_day_off.hpp"

namespace motcua::cli {
namespace {

using runtime::PromiseMoved;

std::string written(const std::optional<Moment>& moment) {
  return moment ? write_vietnamese(*moment) : std::string("–");
}

json::value json_of(const std::optional<Moment>& moment) {
  return moment ? json::value(write_moment(*moment)) : json::value(nullptr);
}

json::object json_of(const PromiseMoved& moved) {
  if (moved.rejected) {
    return {{"code", moved.code}, {"rejected", with_hyphens(moved.rejected->code())}};
  }
  return {{"code", moved.code}, {"before", json_of(moved.before)}, {"after", json_of(moved.after)}};
}

void tell_in_json(const runtime::LateDayOff& day, const runtime::DayOffEffects& effects) {
  json::array changed;
  for (const auto& moved : effects.moved) changed.push_back(json_of(moved));
  std::cout << write_json(json::object{{"date", write_date(day.date)},
                                       {"decree", day.decree},
                                       {"was_worked", effects.was_worked},
                                       {"changed", std::move(changed)}})
            << "\n";
}

void tell(const runtime::LateDayOff& day, const runtime::DayOffEffects& effects) {
  if (!effects.was_worked) std::cout << write_date(day.date) << " was a day off already\n";
  int changed = 0;
  for (const auto& moved : effects.moved) {
    std::cout << moved.code << ": ";
    if (moved.rejected) {
      std::cout << moved.rejected->message(Language::Vietnamese) << "\n";
      continue;
    }
    ++changed;
    std::cout << written(moved.before) << " → " << written(moved.after) << "\n";
  }
  std::cout << changed << " promises changed\n";
}

bool all_reckoned(const runtime::DayOffEffects& effects) {
  for (const auto& moved : effects.moved) {
    if (moved.rejected) return false;
  }
  return true;
}

}  // namespace

int run_holiday(const files::Assets& assets, const HolidayOptions& options) {
  const Complaint complaint{options.json, Language::Vietnamese};
  const auto date = parse_date(options.date);
  if (!date) return complaint.refuse({&date_unreadable, {{"date", options.date}}}, std::cerr);
  const runtime::LateDayOff day{*date, options.decree, {options.name_vi, options.name_en}};
  auto office = runtime::Runtime::open(assets, {options.data, false});
  if (!office) return complaint.fail(office.error(), std::cerr);
  if (const auto sound = check(day, *(*office)->world().calendar()); !sound) {
    return complaint.refuse(sound.error(), std::cerr);
  }
  const auto effects = take_day_off(**office, day);
  if (!effects) return complaint.fail(effects.error(), std::cerr);
  if (options.json) {
    tell_in_json(day, *effects);
  } else {
    tell(day, *effects);
  }
  return all_reckoned(*effects) ? 0 : 1;
}

}  // namespace motcua::cli

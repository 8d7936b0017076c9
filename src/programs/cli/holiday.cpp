// motcua holiday: a day off decreed late, alone or swapped for a worked Saturday. Adds it to the
// office's calendar, recomputes every open promise, says what changed and which booked times at the
// counter have to move.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>

#include "cli/complaint.hpp"
#include "cli/office_commands.hpp"
#include "runtime/late_day_off.hpp"

namespace motcua::cli {
namespace {

using calendar::DayOffDecree;
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

void tell_in_json(const DayOffDecree& decree, const runtime::DayOffEffects& effects) {
  json::array changed;
  for (const auto& moved : effects.moved) changed.push_back(json_of(moved));
  json::array bookings;
  for (const auto& one : effects.to_move) {
    bookings.push_back(
        json::object{{"code", one.code}, {"at", write_moment(one.at)}, {"name", one.contact.name}});
  }
  json::object told{{"date", write_date(decree.date)},
                    {"decree", decree.number},
                    {"was_worked", effects.was_worked},
                    {"changed", std::move(changed)},
                    {"bookings_to_move", std::move(bookings)}};
  if (decree.worked) told["worked"] = write_date(*decree.worked);
  std::cout << write_json(told) << "\n";
}

void tell(const DayOffDecree& decree, const runtime::DayOffEffects& effects) {
  if (!effects.was_worked) std::cout << write_date(decree.date) << " was a day off already\n";
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
  for (const auto& one : effects.to_move) {
    std::cout << one.code << ": " << write_vietnamese(one.at) << ", " << one.contact.name << "\n";
  }
  std::cout << effects.to_move.size() << " bookings have to move\n";
}

bool all_reckoned(const runtime::DayOffEffects& effects) {
  for (const auto& moved : effects.moved) {
    if (moved.rejected) return false;
  }
  return true;
}

OrRejection<Date> date_in(const std::string& written) {
  const auto date = parse_date(written);
  if (!date) return reject(date_unreadable, {{"date", written}});
  return *date;
}

OrRejection<DayOffDecree> read_decree(const HolidayOptions& options) {
  const auto date = date_in(options.date);
  if (!date) return Unexpected{date.error()};
  DayOffDecree decree{*date, options.decree, {"Ngày nghỉ", "Day off"}, {}};
  if (!options.worked.empty()) {
    const auto worked = date_in(options.worked);
    if (!worked) return Unexpected{worked.error()};
    decree.worked = *worked;
    decree.name = calendar::name_of_swap(*worked);
  }
  if (!options.name_vi.empty()) decree.name.vi = options.name_vi;
  if (!options.name_en.empty()) decree.name.en = options.name_en;
  return decree;
}

}  // namespace

int run_holiday(const files::Assets& assets, const HolidayOptions& options) {
  const Complaint complaint{options.json, Language::Vietnamese};
  const auto decree = read_decree(options);
  if (!decree) return complaint.refuse(decree.error(), std::cerr);
  auto office = runtime::Runtime::open(assets, {options.data, false});
  if (!office) return complaint.fail(office.error(), std::cerr);
  if (const auto sound = runtime::check_late_day_off(*decree, *(*office)->world().calendar());
      !sound) {
    return complaint.refuse(sound.error(), std::cerr);
  }
  const auto effects = take_day_off(**office, *decree);
  if (!effects) return complaint.fail(effects.error(), std::cerr);
  if (options.json) {
    tell_in_json(*decree, *effects);
  } else {
    tell(*decree, *effects);
  }
  return all_reckoned(*effects) ? 0 : 1;
}

}  // namespace motcua::cli

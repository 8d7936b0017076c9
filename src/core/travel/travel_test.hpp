// A book of travel for tests: entries made by the acts' own functions and folded from their JSON,
// in April and May 2017 of the first office's calendar.
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "calendar/calendar_test.hpp"
#include "travel/act.hpp"
#include "travel/event_json.hpp"
#include "travel/trip_counts.hpp"

namespace motcua::travel::test {

inline Date on(std::string_view date) { return *parse_date(date); }

inline Traveller deputy(std::string name, std::string identity = {}) {
  Traveller one;
  one.name = std::move(name);
  one.post = "Phó Giám đốc";
  one.rank_group = "department-deputy";
  one.identity = std::move(identity);
  one.head = true;
  return one;
}
inline Traveller clerk(std::string name, std::string identity = {}) {
  Traveller one;
  one.name = std::move(name);
  one.rank_group = "staff";
  one.identity = std::move(identity);
  return one;
}

inline Trip trip(std::string_view from, std::string_view to, std::vector<Traveller> travellers) {
  Trip made;
  made.unit = "Sở Du lịch";
  made.purpose = "Hội chợ";
  made.countries = {"Nhật Bản"};
  made.funding = "own";
  made.from = on(from);
  made.to = on(to);
  made.travellers = std::move(travellers);
  return made;
}

inline authority::Office department_of_travel() {
  authority::Office office;
  office.units = {{"reception", {"Một cửa", "One-stop"}}, {"lanh-su", {"Lãnh sự", "Consular"}}};
  office.divisions["official-travel"] = "lanh-su";
  return office;
}

inline const dossier::Officer binh{{"binh", "Bình", "lanh-su"}, {"specialist"}};
inline const dossier::Officer lan{{"lan", "Lan", "reception"}, {"reception"}};

class TestBook {
 public:
  // A delegation out, taken from this dossier at that moment.
  std::string take(Trip made, std::string dossier, std::string_view at = "2017-04-03T09:00") {
    const auto code = "DR-" + std::to_string(++numbers_);
    happen(code, Taken{Kind::Out, std::move(dossier), std::move(made)}, at);
    return code;
  }
  std::string take_guests(Trip made) {
    const auto code = "DV-" + std::to_string(++numbers_);
    happen(code, Taken{Kind::In, {}, std::move(made)}, "2017-04-03T09:00");
    return code;
  }
  std::string keep_passport(std::string number, std::string name, std::string_view expires) {
    Input input;
    input.values = {{"number", std::move(number)},
                    {"kind", "official"},
                    {"name", std::move(name)},
                    {"unit", "Sở Du lịch"},
                    {"expires", std::string(expires)}};
    const auto event = decide_opening("passport", input, facts("2017-04-03T09:00", lan));
    const auto code = "HC-" + std::to_string(++numbers_);
    EXPECT_TRUE(event) << event.error().code();
    if (event) happen(code, *event, "2017-04-03T09:00");
    return code;
  }
  // Empty when it was done, else the code of the rejection.
  std::string act(const std::string& code, std::string_view name,
                  std::map<std::string, std::string, std::less<>> values, std::string_view at,
                  const dossier::Officer& who = binh) {
    const auto event = decide(*entry(code), name, Input{std::move(values)}, facts(at, who));
    if (!event) return std::string(event.error().code());
    happen(code, *event, at);
    return {};
  }
  void judge(const std::string& one, const std::string& other, bool same, std::string_view at) {
    happen("TN-" + std::to_string(++numbers_), PersonsJudged{one, other, same, "đã xem hồ sơ"}, at);
  }
  void remind(const Reminder& reminder, std::string_view at) {
    happen(reminder.code, reminder.what, at);
  }

  const Entry* entry(const std::string& code) const { return entries.at(code).get(); }
  Scene scene(std::string_view today) const {
    return {entries, calendar::office(), settings, on(today)};
  }
  Facts facts(std::string_view at, const dossier::Officer& who) {
    scenes_.push_back(std::make_unique<Scene>(scene(at.substr(0, 10))));
    return {calendar::moment(at), *scenes_.back(), office_, who};
  }

  Entries entries;
  Settings settings;

 private:
  void happen(const std::string& code, const Event& event, std::string_view at) {
    const auto body = event_body(event);
    const auto again = read_event(event_name(event), body);  // as the book keeps it
    ASSERT_TRUE(again) << again.error().what;
    EXPECT_EQ(write_json(event_body(*again)), write_json(body));
    const auto found = entries.find(code);
    auto after = found == entries.end() ? std::make_shared<Entry>()
                                        : std::make_shared<Entry>(*found->second);
    apply(*after, {code, after->version + 1, calendar::moment(at), {}, *again});
    entries[code] = std::move(after);
  }

  authority::Office office_ = department_of_travel();
  std::vector<std::unique_ptr<Scene>> scenes_;
  int numbers_ = 0;
};

}  // namespace motcua::travel::test

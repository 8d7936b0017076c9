#include "commands/demo_trips.hpp"

#include <algorithm>
#include <set>

#include "base/assertion.hpp"
#include "commands/demo_hours.hpp"
#include "travel/dues.hpp"
#include "view/generated.hpp"

namespace motcua::commands {
namespace {

using std::chrono::days;

struct Country {
  std::string_view name;  // as demo_names.cpp writes it
  std::string_view code;  // of the reference list "countries"
};
constexpr std::array<Country, 10> visited{{{"Nhật Bản", "JP"},
                                           {"Hàn Quốc", "KR"},
                                           {"Pháp", "FR"},
                                           {"Đức", "DE"},
                                           {"Lào", "LA"},
                                           {"Xin-ga-po", "SG"},
                                           {"Thái Lan", "TH"},
                                           {"Hoa Kỳ", "US"},
                                           {"Ô-xtrây-li-a", "AU"},
                                           {"Hà Lan", "NL"}}};
constexpr std::array<std::string_view, 10> family_names{
    "Nguyễn Văn", "Trần Thị", "Lê Minh", "Phạm Quốc", "Hoàng Thu",
    "Vũ Đức",     "Đặng Thị", "Bùi Anh", "Đỗ Hồng",   "Ngô Xuân"};
constexpr std::array<std::string_view, 9> given_names{"An",  "Bách",  "Chi",  "Dũng", "Giang",
                                                      "Hải", "Khánh", "Linh", "Phong"};

// Those of an agency who travel: of each rank group this many, one after the other in its roster.
struct Rank {
  std::string_view id;
  int people;
  int leads;  // of a hundred delegations
};
constexpr std::array<Rank, 4> ranks{{{"department-head", 1, 6},
                                     {"department-deputy", 4, 34},
                                     {"division-head", 12, 34},
                                     {"staff", 40, 26}}};

// What a delegation lives on, by who leads it; short trips are paid out of one's own pocket most.
struct Funding {
  std::string_view id;
  int percent;
};
using Fundings = std::array<Funding, 4>;
constexpr Fundings usual{{{"state-budget", 52}, {"inviting-body", 25}, {"own", 11}, {"mixed", 12}}};
constexpr Fundings of_deputies{
    {{"state-budget", 34}, {"inviting-body", 22}, {"own", 34}, {"mixed", 10}}};

std::uint64_t seed_of(std::string_view text) {
  std::uint64_t seed = 1469598103934665603ULL;
  for (const unsigned char c : text) seed = (seed ^ c) * 1099511628211ULL;
  return seed;
}

std::string_view funding_by(int percent, const Fundings& fundings) {
  for (const auto& [id, share] : fundings) {
    if (percent <= share) return id;
    percent -= share;
  }
  return fundings.front().id;
}

std::size_t leading_rank(int percent) {
  for (std::size_t rank = 0; rank < ranks.size(); ++rank) {
    if (percent <= ranks[rank].leads) return rank;
    percent -= ranks[rank].leads;
  }
  return ranks.size() - 1;
}

std::string_view post_of(const std::string& agency, std::size_t rank, int place) {
  const bool by_director = agency.starts_with("Sở") || agency.starts_with("Công ty");
  if (rank == 0) return by_director ? "Giám đốc" : "Chủ tịch";
  if (rank == 1) return by_director ? "Phó Giám đốc" : "Phó Chủ tịch";
  if (rank == 2) return place % 3 == 0 ? "Trưởng phòng" : "Phó Trưởng phòng";
  return "Chuyên viên";
}

// The same people of an agency travel again and again; no two of them have one name.
json::object person_of(const std::string& agency, std::size_t rank, int place) {
  int number = place % ranks[rank].people;
  const bool managed = rank == 0 || (rank == 1 && number == 0);
  json::object person{{"post", post_of(agency, rank, number)},
                      {"rank_group", ranks[rank].id},
                      {"party_managed", managed}};
  for (std::size_t above = 0; above < rank; ++above) number += ranks[above].people;
  const auto seed = seed_of(agency);
  const auto at = std::size_t(number);
  person["name"] = std::string(family_names[(seed / 3 + at * 3) % family_names.size()]) + " " +
                   std::string(given_names[(seed / 11 + at) % given_names.size()]);
  if (managed) person["party_notice"] = std::to_string(seed % 700 + at + 100) + "-TB/TU";
  return person;
}

// Of no higher rank than who leads it: one more of his, two of each below, the rest of the staff.
json::array members_of(const std::string& agency, std::size_t rank, int leader, int count) {
  json::array members;
  int place = leader;
  int left =
      rank + 1 == ranks.size() ? ranks[rank].people - 1 : std::min(1, ranks[rank].people - 1);
  for (int i = 0; i < count; ++i) {
    while (left == 0) {
      ++rank;
      left = rank + 1 == ranks.size() ? ranks[rank].people : 2;
    }
    members.push_back(person_of(agency, rank, ++place));
    --left;
  }
  return members;
}

int people_in(std::string_view summary) {
  const auto digit = summary.find_first_of("123456789");
  return digit == std::string_view::npos ? 1 : summary[digit] - '0';
}

json::array countries_in(const std::string& summary, Dice& dice) {
  json::array list;
  for (const auto& [name, code] : visited) {
    if (summary.find(name) != std::string::npos) list.push_back(json::object{{"name", code}});
  }
  if (list.empty() || dice.chance(12)) {
    const json::object one{{"name", visited[std::size_t(dice.between(0, 9))].code}};
    if (std::ranges::find(list, json::value(one)) == list.end()) list.push_back(one);
  }
  return list;
}

json::object trip_in(const dossier::Intake& intake, Date received, std::size_t rank, Dice& dice) {
  const auto funding = funding_by(dice.between(1, 100), rank == 1 ? of_deputies : usual);
  const bool short_one = funding == "own" && !dice.chance(20);
  const int length = short_one ? dice.between(2, 5)
                               : dice.between(3, 9) + (dice.chance(6) ? dice.between(2, 4) : 0);
  const Date from = received + days{dice.between(12, 30)};
  json::object trip{{"purpose", intake.summary},
                    {"countries", countries_in(intake.summary, dice)},
                    {"inviting_body", "Cơ quan đối tác nước ngoài"},
                    {"from", write_date(from)},
                    {"to", write_date(from + days{length - 1})},
                    {"days", length},
                    {"funding", funding}};
  if (funding == "mixed") {
    trip["funding_note"] = "Bên mời chi ăn, ở; ngân sách chi vé máy bay";
  }
  return trip;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kinds_by_words{
    {{"hội nghị", "conference"},
     {"triển lãm", "promotion"},
     {"xúc tiến", "promotion"},
     {"tập huấn", "training"},
     {"học tập", "training"},
     {"trao đổi", "working"}}};

class AfterTrips {
 public:
  AfterTrips(const World& world, TravelDesk& desk, Moment until)
      : world_(world),
        desk_(desk),
        until_(until),
        calendar_(world.calendar()),
        hours_(*calendar_) {}

  OrFailure<Nothing> tell() {
    const auto entries = desk_.entries();
    for (const auto& [code, entry] : entries) {
      if (entry->kind == travel::Kind::Out) after(*entry);
      if (failure_) return Unexpected{*failure_};
    }
    receive_guests();
    if (failure_) return Unexpected{*failure_};
    return Nothing{};
  }

 private:
  // Reports come mostly in time; of the newest trips some are still missing.
  void after(const travel::Entry& entry) {
    Dice dice(seed_of(entry.code));
    sort_purpose(entry, dice);
    keep_passport(entry, dice);
    const int waited = int((date_of(until_) - entry.trip.to).count());
    const bool late = dice.chance(9);
    const int took = late ? dice.between(11, 25) : dice.between(2, 10);
    const bool forgotten = waited < 60 && dice.chance(35);
    if (took > waited || forgotten) return;
    const Date on = hours_.working_days_after(entry.trip.to + days{took - 1}, 1);
    if (on >= date_of(until_)) return;
    act(entry.code, "receive-report",
        {{"on", write_date(on)},
         {"document", std::to_string(dice.between(10, 900)) + "/BC"},
         {"summary", "Đoàn đã hoàn thành chương trình làm việc theo kế hoạch."}},
        at(on, minutes{10 * 60 + 20}));
  }

  void sort_purpose(const travel::Entry& entry, Dice& dice) {
    if (date_of(until_) - entry.trip.from > days{150} && !dice.chance(15)) return;
    const auto found = std::ranges::find_if(kinds_by_words, [&](const auto& one) {
      return entry.trip.purpose.find(one.first) != std::string::npos;
    });
    if (found == kinds_by_words.end()) return;
    std::map<std::string, std::string, std::less<>> values{
        {"reason", "Xếp nhóm mục đích để lập báo cáo"},
        {"purpose_kind", std::string(found->second)}};
    for (const auto* name : {"purpose", "countries", "from", "to", "inviting_body", "funding",
                             "decision", "decision_date", "email"}) {
      values.emplace(name, travel::value_now(entry, name));
    }
    act(entry.code, "correct", std::move(values), opened_after(entry, 2));
  }

  // Of heads of delegations in the newest months; each passport for one trip at a time.
  void keep_passport(const travel::Entry& entry, Dice& dice) {
    const auto& trip = entry.trip;
    if (trip.travellers.empty() || date_of(until_) - trip.to > days{120}) return;
    if (passports_ >= 24 || !dice.chance(60)) return;
    const auto& head = trip.travellers.front();
    if (!known_holders_.insert(head.name + trip.unit).second) return;
    const auto number = "D" + std::to_string(1200000 + dice.between(0, 799999));
    const bool old = dice.chance(15);
    const Date expires = trip.to + days{old ? 60 : 900};
    open("passport",
         {{"number", number},
          {"kind", head.rank_group == "department-head" ? "diplomatic" : "official"},
          {"issued", write_date(expires - days{1826})},
          {"expires", write_date(expires)},
          {"name", head.name},
          {"post", head.post},
          {"unit", trip.unit}},
         opened_after(entry, 1));
    ++passports_;
    const auto code = last_code_;
    const Date given = hours_.working_day_before(trip.from);
    if (given >= date_of(until_)) return;
    act(code, "hand-over",
        {{"delegation", entry.code},
         {"name", head.name},
         {"on", write_date(given)},
         {"document", std::to_string(passports_) + "/BB-HC"}},
        at(given, minutes{9 * 60 + 5}));
    take_back(code, entry, dice);
  }

  void take_back(const std::string& code, const travel::Entry& entry, Dice& dice) {
    const auto& head = entry.trip.travellers.front();
    const Date back = hours_.working_days_after(entry.trip.to, dice.between(1, 7));
    if (back >= date_of(until_) || dice.chance(20)) return;
    act(code, "hand-back",
        {{"entered", write_date(entry.trip.to)},
         {"on", write_date(back)},
         {"name", head.name},
         {"document", std::to_string(passports_) + "/BB-HC"}},
        at(back, minutes{15 * 60 + 10}));
  }

  void receive_guests() {
    struct Guests {
      const char* unit;
      const char* name;
      const char* country;
      const char* purpose;
      int days_before;
      int length;
    };
    static constexpr std::array<Guests, 6> all{
        {{"Sở Du lịch", "Sato Kenji", "Nhật Bản", "Trao đổi hợp tác du lịch", 210, 4},
         {"Sở Giáo dục và Đào tạo", "Anna Weber", "Đức", "Hợp tác đào tạo nghề", 150, 3},
         {"Sở Y tế", "Marie Laurent", "Pháp", "Trao đổi chuyên môn y tế", 96, 5},
         {"UBND quận Hoàn Kiếm", "Kim Min-ho", "Hàn Quốc", "Giao lưu văn hóa", 41, 3},
         {"Sở Ngoại vụ", "Somchai Rattana", "Thái Lan", "Chào xã giao lãnh đạo", 12, 1},
         {"Sở Quy hoạch Kiến trúc", "Jan de Vries", "Hà Lan", "Quy hoạch ven sông", -9, 4}}};
    for (const auto& guests : all) {
      const Date from = date_of(until_) - days{guests.days_before};
      const Date told = hours_.working_day_before(std::min(from, date_of(until_)) - days{7});
      open("guests",
           {{"unit", guests.unit},
            {"name", guests.name},
            {"post", "Trưởng đoàn"},
            {"purpose", guests.purpose},
            {"countries", guests.country},
            {"from", write_date(from)},
            {"to", write_date(from + days{guests.length - 1})}},
           at(told, minutes{9 * 60 + 40}));
    }
  }

  Moment opened_after(const travel::Entry& entry, int hours_later) const {
    const auto then = hours_.after(entry.opened_at, hours_later * 60);
    return std::min(then, until_ - minutes{5});
  }

  using Values = std::map<std::string, std::string, std::less<>>;
  void open(const char* what, Values values, Moment when) {
    perform(OpenTravelEntry{what, {std::move(values)}}, when);
  }
  void act(const std::string& code, const char* name, Values values, Moment when) {
    perform(ActOnTravelEntry{code, name, {std::move(values)}, {}}, when);
  }

  template <class Command>
  void perform(Command command, Moment when) {
    if (failure_) return;
    const auto& office = world_.office();
    const auto people = office.people_with("specialist", office.division_of("official-travel"));
    MOTCUA_ASSERT(!people.empty());
    const auto& person = *people.front();
    TravelRequest request{
        {{std::string(view::generator_actor), person.name, person.unit}, person.roles},
        std::move(command)};
    request.as_if_at = when;
    const auto outcome = desk_.perform(request);
    if (const auto* done = std::get_if<TravelDone>(&outcome)) {
      last_code_ = done->entry->code;
    } else if (const auto* rejection = std::get_if<Rejection>(&outcome)) {
      failure_ = Failure{FailureKind::Unavailable,
                         "demo travel: " + rejection->message(Language::English), false};
    } else if (const auto* failure = std::get_if<Failure>(&outcome)) {
      failure_ = *failure;
    }
  }

  const World& world_;
  TravelDesk& desk_;
  Moment until_;
  CalendarSnapshot calendar_;
  WorkingHours hours_;
  int passports_ = 0;
  std::set<std::string> known_holders_;
  std::string last_code_;
  std::optional<Failure> failure_;
};

}  // namespace

std::string made_up_trip(const dossier::Intake& intake, Date received) {
  Dice dice(seed_of(intake.applicant.name + intake.summary + write_date(received)));
  const auto& agency = intake.applicant.name;
  const auto rank = leading_rank(dice.between(1, 100));
  const int leader = dice.between(0, ranks[rank].people - 1);
  const int members = people_in(intake.summary) - 1;
  return write_json(json::object{
      {"unit", json::object{{"name", agency},
                            {"address", "Hà Nội"},
                            {"letter_number", std::to_string(dice.between(100, 999)) + "/CV"},
                            {"letter_date", write_date(received - days{2})}}},
      {"contact", json::object{{"name", "Văn phòng"},
                               {"phone", intake.applicant.phone},
                               {"email", "vanphong@example.com"}}},
      {"trip", trip_in(intake, received, rank, dice)},
      {"leader", person_of(agency, rank, leader)},
      {"members", members_of(agency, rank, leader, members)},
      {"key_leaders", rank == 0 ? 1 : 0},
      {"confirmed", true}});
}

OrFailure<Nothing> make_demo_travel(const World& world, TravelDesk& desk, Moment until) {
  if (auto taken = desk.take_up(); !taken) return taken;
  return AfterTrips(world, desk, until).tell();
}

}  // namespace motcua::commands

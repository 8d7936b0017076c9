// What the book of travel tells: delegations out (đoàn ra) and in (đoàn vào), passports held, and
// which persons of one name are one.
//
// One act makes one event; the meaning of a released event never changes. A correction carries the
// whole trip as it stands after it, with its reason. Names in JSON are in event_json.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/moment.hpp"
#include "base/text.hpp"
#include "dossier/event.hpp"

namespace motcua::travel {

enum class Kind { Out, In, Passport, Persons };
std::string_view write_kind(Kind kind);  // "out", "in", "passport", "persons"
std::optional<Kind> parse_kind(std::string_view name);

struct Traveller {
  std::string name;
  std::string post;
  std::string unit;        // empty: that of the trip
  std::string rank_group;  // as the form names it; "department-head", …
  std::string identity;    // personal number; may be empty
  std::string passport;    // its number; may be empty
  bool head = false;       // of the delegation
  bool key_leader = false;
  bool operator==(const Traveller&) const = default;
};

struct Trip {
  std::string unit;   // that sends, or is visited
  std::string email;  // of its contact person: who is reminded
  std::string language;
  std::string purpose;
  std::string purpose_kind;            // one of purpose_kinds; empty: nobody sorted it yet
  std::vector<std::string> countries;  // visited; of guests: where they come from
  std::string inviting_body;
  std::string funding;  // one of fundings
  std::string funding_note;
  Date from{};
  Date to{};
  std::string decision;
  std::optional<Date> decision_date;
  std::vector<Traveller> travellers;
  bool operator==(const Trip&) const = default;
};

struct Taken {
  Kind kind = Kind::Out;
  std::string dossier;  // it comes from; empty: written down by hand
  Trip trip;
};

struct Corrected {
  Trip trip;
  std::string reason;
};

struct CarriedOut {
  Date from{};
  Date to{};  // day of entry into Vietnam
  std::string note;
};

struct Cancelled {
  std::string reason;
};

struct ReportReceived {
  Date on{};
  std::string document;
  std::string summary;
};

struct PassportRegistered {
  std::string number;
  std::string kind;  // "diplomatic", "official"
  Traveller holder;
  std::optional<Date> issued;
  Date expires{};
};

struct PassportHandedOver {
  std::string delegation;
  std::string taker;
  Date on{};
  std::string document;  // number of the signed record
};

struct PassportHandedBack {
  Date on{};
  Date entered{};  // into Vietnam
  std::string giver;
  std::string document;
  std::string condition;
};

struct PassportLost {
  Date on{};
  std::string reason;
};

struct PassportCancelled {
  Date on{};
  std::string document;
};

struct PassportMoved {  // its holder changed agency
  std::string agency;
  Date on{};
  std::string document;
};

struct PersonsJudged {
  std::string one;  // keys of persons
  std::string other;
  bool same = false;
  std::string reason;
};

struct Reminded {
  std::string about;  // "report", "passport"
  Date due{};
  bool after = false;  // the day was over
};

using Event = std::variant<Taken, Corrected, CarriedOut, Cancelled, ReportReceived,
                           PassportRegistered, PassportHandedOver, PassportHandedBack, PassportLost,
                           PassportCancelled, PassportMoved, PersonsJudged, Reminded>;

using dossier::Actor;

// Version counts the records of one entry from 1.
struct Record {
  std::string code;
  std::uint64_t version = 0;
  Moment at{};
  Actor actor;
  Event event;
};

struct Choice {
  std::string_view id;
  std::string_view vi;
  std::string_view en;
  Text text() const { return {std::string(vi), std::string(en)}; }
};
inline constexpr std::array<Choice, 4> fundings{
    {{"state-budget", "Ngân sách nhà nước", "State budget"},
     {"inviting-body", "Phía mời chi trả", "Paid by the inviting body"},
     {"own", "Cá nhân tự túc", "Paid by the traveller"},
     {"mixed", "Nhiều nguồn", "Several sources"}}};
// Our own groups, of no rule that was found: chưa kiểm chứng.
inline constexpr std::array<Choice, 6> purpose_kinds{
    {{"working", "Làm việc, trao đổi nghiệp vụ", "Working visit"},
     {"conference", "Hội nghị, hội thảo", "Conference"},
     {"training", "Đào tạo, bồi dưỡng", "Training"},
     {"promotion", "Xúc tiến thương mại, đầu tư, du lịch", "Trade, investment, tourism promotion"},
     {"exchange", "Giao lưu văn hóa, thể thao, hữu nghị", "Cultural, sports, friendship exchange"},
     {"other", "Mục đích khác", "Other"}}};
inline constexpr std::array<Choice, 2> passport_kinds{
    {{"diplomatic", "Hộ chiếu ngoại giao", "Diplomatic passport"},
     {"official", "Hộ chiếu công vụ", "Official passport"}}};
// As the form of official travel names them.
inline constexpr std::array<Choice, 4> rank_groups{
    {{"department-head", "Giám đốc sở, Chủ tịch quận, huyện và tương đương",
      "Director of department, district chairman or equal"},
     {"department-deputy", "Phó Giám đốc sở, Phó Chủ tịch quận, huyện và tương đương",
      "Deputy of these"},
     {"division-head", "Trưởng, phó phòng và tương đương", "Head or deputy head of division"},
     {"staff", "Công chức, viên chức khác", "Other civil servant or public employee"}}};

}  // namespace motcua::travel

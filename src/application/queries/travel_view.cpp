#include "queries/travel_view.hpp"

#include <algorithm>
#include <set>

#include "queries/authority_words.hpp"
#include "travel/event_json.hpp"
#include "view/generated.hpp"

namespace motcua::queries {
namespace {

using travel::Entry;
using travel::Kind;

json::value day(const std::optional<Date>& date) {
  return date ? json::value(write_date(*date)) : json::value(nullptr);
}

json::object named_standing(std::string_view id, const Text& name) {
  return {{"id", id}, {"name", write(name)}};
}

struct PassportStanding {
  const char* id;
  Text name;
};

PassportStanding passport_standing(const Entry& entry, const travel::Scene& scene) {
  const auto& passport = entry.passport;
  if (passport.cancelled) return {"void", {"Đã hủy giá trị", "Cancelled"}};
  if (passport.moved) return {"moved", {"Đã chuyển cơ quan", "With another agency"}};
  if (passport.lost) return {"lost", {"Báo mất", "Reported lost"}};
  if (!passport.out) return {"kept", {"Đang giữ", "In keeping"}};
  if (travel::passport_late_by(entry, scene) > 0) {
    return {"late", {"Quá hạn nộp lại", "Not handed back"}};
  }
  return {"handed-over", {"Đã giao", "Handed over"}};
}

// A value without a known source is nobody's word.
json::object source_of(const std::string& said) {
  const auto source = source_in_words(said.empty() ? "chưa kiểm chứng" : said);
  return {{"words", write(source.words)}, {"checked", source.checked}};
}

Text text_of_limit(std::string_view name) {
  if (name == "leaders")
    return {"Lãnh đạo có giới hạn số chuyến", "Leaders whose trips are limited"};
  if (name == "key_leaders") {
    return {"Lãnh đạo chủ chốt: hai người của một đơn vị không đi cùng lúc",
            "Key leaders: no two of one unit travel at one time"};
  }
  if (name == "trips") return {"Số chuyến trong năm của lãnh đạo", "Trips a year of a leader"};
  if (name == "people") return {"Số người trong đoàn", "People of a delegation"};
  if (name == "days") return {"Số ngày của chuyến đi", "Days of a trip"};
  if (name == "countries") return {"Số nước của chuyến đi", "Countries of a trip"};
  if (name == "report") return {"Số ngày để gửi báo cáo sau chuyến đi", "Days for the trip report"};
  if (name == "hand_back") {
    return {"Số ngày làm việc để nộp lại hộ chiếu", "Working days to hand a passport back"};
  }
  if (name == "passport_months") {
    return {"Số tháng hộ chiếu phải còn hạn", "Months a passport must still be valid"};
  }
  if (name == "lost_cancelled") {
    return {"Số ngày làm việc để hủy hộ chiếu mất", "Working days to cancel a lost passport"};
  }
  if (name == "remind_before") return {"Nhắc trước hạn (ngày)", "Days of notice before a date"};
  if (name == "remind_again") return {"Nhắc lại sau (ngày)", "Days between reminders"};
  return {"Hai lãnh đạo chủ chốt cùng đi", "Two key leaders together"};
}

json::array passed_of(const travel::Trip& trip, const travel::Scene& scene) {
  json::array passed;
  for (const auto& name : travel::limits_passed(trip, scene)) {
    passed.push_back(json::object{{"id", name}, {"name", write(text_of_limit(name))}});
  }
  return passed;
}

std::string head_of(const travel::Trip& trip) {
  const auto head = std::ranges::find(trip.travellers, true, &travel::Traveller::head);
  if (head != trip.travellers.end()) return head->name;
  return trip.travellers.empty() ? std::string() : trip.travellers.front().name;
}

json::object delegation_row(const Entry& entry, const TravelLook& look) {
  const auto& scene = look.scene();
  const auto standing = travel::standing_of(entry, scene);
  const bool owes =
      standing == travel::Standing::ReportDue || standing == travel::Standing::ReportLate;
  const auto& trip = entry.trip;
  return {{"standing", named_standing(travel::write_standing(standing), describe(standing))},
          {"title", trip.purpose},
          {"unit", trip.unit},
          {"holder", head_of(trip)},
          {"people", trip.travellers.size()},
          {"countries", json::array(trip.countries.begin(), trip.countries.end())},
          {"from", write_date(trip.from)},
          {"to", write_date(trip.to)},
          {"due",
           owes ? json::value(write_date(travel::report_due(entry, scene))) : json::value(nullptr)},
          {"late_by", travel::report_late_by(entry, scene)},
          {"passed", entry.kind == Kind::Out ? passed_of(trip, scene) : json::array{}},
          {"expiring", false}};
}

json::object passport_row(const Entry& entry, const TravelLook& look) {
  const auto& scene = look.scene();
  const auto& passport = entry.passport;
  const auto& registered = passport.registered;
  const auto standing = passport_standing(entry, scene);
  std::optional<Date> due;
  if (passport.out && passport.is_held()) due = travel::hand_back_due(*passport.out, scene);
  if (passport.lost) due = travel::cancel_due(entry, scene);
  return {{"standing", named_standing(standing.id, standing.name)},
          {"title", registered.number},
          {"unit", registered.holder.unit},
          {"holder", registered.holder.name},
          {"people", 1},
          {"countries", json::array{}},
          {"from", day(registered.issued)},
          {"to", write_date(registered.expires)},
          {"due", day(due)},
          {"late_by", travel::passport_late_by(entry, scene)},
          {"passed", json::array{}},
          {"expiring", travel::is_expiring(entry, scene)}};
}

template <std::size_t N>
json::value choice_name(const std::array<travel::Choice, N>& choices, const std::string& id) {
  const auto found = std::ranges::find(choices, id, &travel::Choice::id);
  return found == choices.end() ? json::value(nullptr) : write(found->text());
}

json::array travellers_list(const Entry& entry, const TravelLook& look) {
  const int year = int(std::chrono::year_month_day{entry.trip.from}.year());
  const auto counted = travel::people_in(look.scene(), look.people(), year);
  json::array list;
  for (const auto& one : entry.trip.travellers) {
    const auto key = look.people().key_of(one, entry.trip.unit);
    const auto found = counted.find(key);
    const auto trips = found == counted.end() ? 0 : int(found->second.trips.size());
    list.push_back(
        json::object{{"name", one.name},
                     {"post", one.post},
                     {"unit", one.unit.empty() ? entry.trip.unit : one.unit},
                     {"rank_group", choice_name(travel::rank_groups, one.rank_group)},
                     {"identity", one.identity},
                     {"passport", one.passport},
                     {"head", one.head},
                     {"person", travel::person_id(key)},
                     {"trips", trips},
                     {"over_limit", found != counted.end() && found->second.over_limit}});
  }
  return list;
}

json::object trip_object(const Entry& entry, const TravelLook& look) {
  const auto& trip = entry.trip;
  json::object out{{"purpose", trip.purpose},
                   {"purpose_kind", choice_name(travel::purpose_kinds, trip.purpose_kind)},
                   {"inviting_body", trip.inviting_body},
                   {"funding", choice_name(travel::fundings, trip.funding)},
                   {"funding_note", trip.funding_note},
                   {"decision", trip.decision},
                   {"decision_date", day(trip.decision_date)},
                   {"email", trip.email},
                   {"days", entry.days()},
                   {"carried_out", entry.carried_out},
                   {"cancelled_because", entry.cancelled_because},
                   {"travellers", travellers_list(entry, look)}};
  if (entry.report) {
    out["report"] = json::object{{"on", write_date(entry.report->on)},
                                 {"document", entry.report->document},
                                 {"summary", entry.report->summary}};
  }
  return out;
}

json::object passport_object(const Entry& entry, const TravelLook& look) {
  const auto& passport = entry.passport;
  const auto& registered = passport.registered;
  json::array uses;
  const auto add = [&](const travel::PassportHandedOver& out,
                       const travel::PassportHandedBack* back) {
    json::object use{{"delegation", out.delegation},
                     {"taker", out.taker},
                     {"on", write_date(out.on)},
                     {"document", out.document},
                     {"back_on", nullptr},
                     {"due", nullptr},
                     {"late_by", 0}};
    const auto due = back != nullptr ? travel::hand_back_due(*back, look.scene())
                                     : travel::hand_back_due(out, look.scene());
    use["due"] = day(due);
    use["late_by"] = back != nullptr ? travel::hand_back_late_by(*back, look.scene())
                                     : travel::passport_late_by(entry, look.scene());
    if (back != nullptr) use["back_on"] = write_date(back->on);
    uses.push_back(std::move(use));
  };
  for (const auto& [out, back] : passport.returns) add(out, &back);
  if (passport.out) add(*passport.out, nullptr);
  const auto key = look.people().key_of(registered.holder, registered.holder.unit);
  return {{"kind", choice_name(travel::passport_kinds, registered.kind)},
          {"post", registered.holder.post},
          {"identity", registered.holder.identity},
          {"person", travel::person_id(key)},
          {"lost_because", passport.lost ? passport.lost->reason : std::string()},
          {"agency", passport.moved ? passport.moved->agency : std::string()},
          {"uses", std::move(uses)}};
}

template <std::size_t N>
json::array options_of(const std::array<travel::Choice, N>& choices) {
  json::array options;
  for (const auto& one : choices) {
    options.push_back(json::object{{"id", one.id}, {"name", write(one.text())}});
  }
  return options;
}

json::object plain_option(std::string id, const std::string& name) {
  return {{"id", std::move(id)}, {"name", write(Text{name, name})}};
}

// Trips its holder takes part in, by name or number, the newest first.
json::array delegation_options(const Entry& passport, const TravelLook& look) {
  json::array options;
  const auto& holder = passport.passport.registered.holder;
  const auto& entries = look.scene().entries;
  for (auto at = entries.rbegin(); at != entries.rend() && options.size() < 50; ++at) {
    const auto& entry = *at->second;
    if (entry.kind != Kind::Out || entry.cancelled || entry.report) continue;
    const bool travels = std::ranges::any_of(entry.trip.travellers, [&](const auto& one) {
      return fold(one.name) == fold(holder.name);
    });
    if (!travels) continue;
    options.push_back(plain_option(entry.code, entry.code + ": " +
                                                   travel::join_countries(entry.trip.countries) +
                                                   ", " + write_vietnamese(entry.trip.from) +
                                                   " – " + write_vietnamese(entry.trip.to)));
  }
  return options;
}

json::array field_options(const travel::Field& field, const Entry& entry, const TravelLook* look) {
  if (field.kind == "funding") return options_of(travel::fundings);
  if (field.kind == "purpose-kind") return options_of(travel::purpose_kinds);
  if (field.kind == "passport-kind") return options_of(travel::passport_kinds);
  if (field.kind == "rank-group") return options_of(travel::rank_groups);
  if (field.kind == "delegation" && look != nullptr) return delegation_options(entry, *look);
  json::array options;
  if (field.kind != "traveller") return options;
  for (std::size_t i = 0; i < entry.trip.travellers.size(); ++i) {
    const auto& one = entry.trip.travellers[i];
    options.push_back(plain_option(std::to_string(i + 1),
                                   one.post.empty() ? one.name : one.name + ", " + one.post));
  }
  return options;
}

json::object offer_of(const travel::Rule& rule, const Entry& entry, const TravelLook* look) {
  json::array fields;
  for (const auto& field : rule.fields) {
    const bool of_person = rule.name.ends_with("traveller") && field.name == "unit";
    fields.push_back(
        json::object{{"name", field.name},
                     {"kind", field.kind},
                     {"required", field.required},
                     {"label", write(field.label)},
                     {"value", of_person ? std::string() : travel::value_now(entry, field.name)},
                     {"options", field_options(field, entry, look)}});
  }
  return {{"name", rule.name},
          {"label", write(rule.label)},
          {"weight", rule.weight},
          {"fields", std::move(fields)}};
}

struct NoteOf {
  std::string operator()(const travel::Corrected& e) const { return e.reason; }
  std::string operator()(const travel::Cancelled& e) const { return e.reason; }
  std::string operator()(const travel::CarriedOut& e) const {
    const auto days = write_vietnamese(e.from) + " – " + write_vietnamese(e.to);
    return e.note.empty() ? days : days + ". " + e.note;
  }
  std::string operator()(const travel::ReportReceived& e) const { return e.document; }
  std::string operator()(const travel::PassportHandedOver& e) const {
    return e.taker + ", " + e.document + " (" + e.delegation + ")";
  }
  std::string operator()(const travel::PassportHandedBack& e) const {
    return e.giver + ", " + e.document + (e.condition.empty() ? "" : ". " + e.condition);
  }
  std::string operator()(const travel::PassportLost& e) const { return e.reason; }
  std::string operator()(const travel::PassportCancelled& e) const { return e.document; }
  std::string operator()(const travel::PassportMoved& e) const {
    return e.agency + ", " + e.document;
  }
  std::string operator()(const travel::PersonsJudged& e) const { return e.reason; }
  std::string operator()(const travel::Reminded& e) const { return write_vietnamese(e.due); }
  template <class Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

json::array timeline_of(const std::vector<ports::StoredTravelRecord>& records) {
  json::array timeline;
  for (const auto& stored : records) {
    const auto& record = stored.record;
    const bool passes = std::holds_alternative<travel::PassportHandedOver>(record.event) ||
                        std::holds_alternative<travel::PassportHandedBack>(record.event);
    timeline.push_back(json::object{{"version", record.version},
                                    {"at", write_moment(record.at)},
                                    {"event", stored.type},
                                    {"title", write(travel::event_title(stored.type))},
                                    {"actor", record.actor.name},
                                    {"generated", record.actor.id == view::generator_actor},
                                    {"note", std::visit(NoteOf{}, record.event)},
                                    {"has_slip", passes}});
  }
  return timeline;
}

}  // namespace

json::object travel_row(const Entry& entry, const TravelLook& look) {
  auto row = entry.kind == Kind::Passport ? passport_row(entry, look) : delegation_row(entry, look);
  row["code"] = entry.code;
  row["version"] = entry.version;
  row["kind"] = travel::write_kind(entry.kind);
  row["dossier"] = entry.dossier;
  return row;
}

json::object travel_page(const Entry& entry, const std::vector<ports::StoredTravelRecord>& records,
                         const travel::Facts& facts, const TravelLook& look) {
  auto page = travel_row(entry, look);
  if (entry.kind == Kind::Passport) {
    page["passport"] = passport_object(entry, look);
  } else {
    page["trip"] = trip_object(entry, look);
  }
  json::array acts;
  for (const auto* rule : travel::offers(entry, facts))
    acts.push_back(offer_of(*rule, entry, &look));
  page["acts"] = std::move(acts);
  page["timeline"] = timeline_of(records);
  return page;
}

json::array travel_openings(const travel::Facts& facts) {
  json::array openings;
  for (const auto& rule : travel::opening_rules()) {
    if (!travel::may_act(rule.of_passports, facts.officer, facts.office)) continue;
    openings.push_back(offer_of(rule, Entry{}, nullptr));
  }
  return openings;
}

json::array travel_limits(const travel::Scene& scene) {
  json::array limits;
  for (const auto& [name, which] : travel::all_ranks) {
    const auto& ranks = scene.settings.on(scene.today).*which;
    json::array groups;
    for (const auto& group : travel::rank_groups) {
      if (ranks.has(group.id)) groups.push_back(write(group.text()));
    }
    limits.push_back(json::object{{"id", name},
                                  {"name", write(text_of_limit(name))},
                                  {"groups", std::move(groups)},
                                  {"source", source_of(ranks.source)}});
  }
  for (const auto& [name, limit] : travel::all_limits) {
    const auto& value = scene.settings.on(scene.today).*limit;
    limits.push_back(json::object{{"id", name},
                                  {"name", write(text_of_limit(name))},
                                  {"most", value.most},
                                  {"source", source_of(value.source)}});
  }
  return limits;
}

json::object travel_person(const travel::PersonYear& person, const TravelLook& look) {
  const auto& limits = look.scene().settings.on(look.scene().today);
  return {{"person", travel::person_id(person.key)},
          {"name", person.name},
          {"unit", person.unit},
          {"post", person.post},
          {"trips", person.trips.size()},
          {"days", person.days},
          {"countries", json::array(person.countries.begin(), person.countries.end())},
          {"leader", person.leader},
          {"most_trips", person.leader ? json::value(limits.trips.most) : json::value(nullptr)},
          {"over_limit", person.over_limit},
          {"reports_overdue",
           json::array(person.reports_overdue.begin(), person.reports_overdue.end())},
          {"passports_out", json::array(person.passports_out.begin(), person.passports_out.end())}};
}

json::array travel_namesakes(const TravelLook& look, const travel::Trip* of) {
  json::array list;
  std::set<std::string, std::less<>> wanted;
  for (const auto& one : of == nullptr ? std::vector<travel::Traveller>{} : of->travellers) {
    wanted.insert(look.people().key_of(one, of->unit));
  }
  const auto one = [&](const std::string& key) {
    const auto bar = key.find('|');
    return json::object{{"person", travel::person_id(key)},
                        {"name", look.people().name_of(key)},
                        {"known_by", key.substr(0, key.find(':'))},
                        {"unit", bar == std::string::npos ? std::string() : key.substr(bar + 1)}};
  };
  for (const auto& pair : look.people().namesakes()) {
    if (list.size() >= 200) break;
    if (of != nullptr && !wanted.contains(pair.one) && !wanted.contains(pair.other)) continue;
    list.push_back(json::object{{"one", one(pair.one)}, {"other", one(pair.other)}});
  }
  return list;
}

json::object travellers_of(const travel::Trip& trip, const TravelLook& look, const Entry* entry) {
  const int year = int(std::chrono::year_month_day{trip.from}.year());
  const auto counted = travel::people_in(look.scene(), look.people(), year);
  json::array travellers;
  for (const auto& one : trip.travellers) {
    const auto found = counted.find(look.people().key_of(one, trip.unit));
    travel::PersonYear person;
    if (found != counted.end()) person = found->second;
    person.key = look.people().key_of(one, trip.unit);
    person.name = one.name;
    person.unit = one.unit.empty() ? trip.unit : one.unit;
    person.post = one.post;
    travellers.push_back(travel_person(person, look));
  }
  return {{"year", year},
          {"entry", entry == nullptr ? json::value(nullptr) : json::value(entry->code)},
          {"travellers", std::move(travellers)},
          {"passed", passed_of(trip, look.scene())}};
}

std::optional<document::Slip> passport_slip(const std::vector<ports::StoredTravelRecord>& records,
                                            std::uint64_t version, const TravelLook& look,
                                            document::Letterhead head) {
  document::PassportRecord slip;
  travel::PassportRegistered registered;
  std::optional<travel::PassportHandedOver> out;
  for (const auto& stored : records) {
    const auto& event = stored.record.event;
    if (const auto* first = std::get_if<travel::PassportRegistered>(&event)) registered = *first;
    if (const auto* given = std::get_if<travel::PassportHandedOver>(&event)) out = *given;
    if (stored.record.version != version) continue;
    const auto* back = std::get_if<travel::PassportHandedBack>(&event);
    if (!out || (back == nullptr && !std::holds_alternative<travel::PassportHandedOver>(event))) {
      return std::nullopt;
    }
    const auto& officer = stored.record.actor.name;
    slip.code = stored.record.code;
    slip.given_back = back != nullptr;
    slip.giver = back != nullptr ? back->giver : officer;
    slip.taker = back != nullptr ? officer : out->taker;
    slip.on = write_vietnamese(back != nullptr ? back->on : out->on);
    if (back != nullptr) slip.entered = write_vietnamese(back->entered);
    if (back != nullptr) slip.condition = back->condition;
    const auto due = back != nullptr ? travel::hand_back_due(*back, look.scene())
                                     : travel::hand_back_due(*out, look.scene());
    if (due) slip.due = write_vietnamese(*due);
    head.date = back != nullptr ? back->on : out->on;
    head.symbol = back != nullptr ? back->document : out->document;
    break;
  }
  if (slip.code.empty()) return std::nullopt;
  slip.letterhead = std::move(head);
  slip.number = registered.number;
  const auto kind = std::ranges::find(travel::passport_kinds, registered.kind, &travel::Choice::id);
  if (kind != travel::passport_kinds.end()) slip.kind = kind->vi;
  const auto& holder = registered.holder;
  slip.holder = holder.name;
  if (!holder.post.empty()) slip.holder += ", " + holder.post;
  if (!holder.unit.empty()) slip.holder += ", " + holder.unit;
  slip.expires = write_vietnamese(registered.expires);
  if (const auto* trip = look.scene().find(out->delegation)) {
    slip.trip = travel::join_countries(trip->trip.countries) + ", từ " +
                write_vietnamese(trip->trip.from) + " đến " + write_vietnamese(trip->trip.to) +
                " (" + trip->code + ")";
  }
  return document::Slip{std::move(slip)};
}

bool is_in_travel_view(const Entry& entry, std::string_view view, const TravelLook& look) {
  const auto& scene = look.scene();
  if (view == "all") return true;
  if (entry.kind == Kind::Passport) {
    const auto standing = std::string_view(passport_standing(entry, scene).id);
    if (view == "late") return standing == "late" || standing == "lost";
    if (view == "open") return entry.passport.out.has_value() && entry.passport.is_held();
    if (view == "expiring") return travel::is_expiring(entry, scene);
    return false;
  }
  const auto standing = travel::standing_of(entry, scene);
  using enum travel::Standing;
  if (view == "late") return standing == ReportLate;
  if (view == "awaited") return standing == ReportDue || standing == ReportLate;
  if (view == "open") return standing == Planned || standing == Away;
  if (view == "over-limit")
    return !entry.cancelled && !travel::limits_passed(entry.trip, scene).empty();
  return false;
}

std::string travel_words(const Entry& entry) {
  std::string words = entry.code + " " + entry.dossier;
  const auto& holder = entry.passport.registered.holder;
  for (const auto* part : {&entry.trip.unit, &entry.trip.purpose, &entry.trip.decision,
                           &entry.passport.registered.number, &holder.name, &holder.unit}) {
    words += " " + *part;
  }
  for (const auto& one : entry.trip.travellers) words += " " + one.name + " " + one.unit;
  for (const auto& country : entry.trip.countries) words += " " + country;
  return fold(words);
}

}  // namespace motcua::queries

#include "travel/event_json.hpp"

#include <utility>

namespace motcua::travel {
namespace {

// The members of each event, shared by writing and reading.
template <class V>
void list(V& v, Traveller& t) {
  v("name", t.name), v("post", t.post), v("unit", t.unit), v("rank_group", t.rank_group);
  v("identity", t.identity), v("passport", t.passport), v("head", t.head);
  v("key_leader", t.key_leader);
}
template <class V>
void list(V& v, Trip& t) {
  v("unit", t.unit), v("email", t.email), v("language", t.language), v("purpose", t.purpose);
  v("purpose_kind", t.purpose_kind), v("countries", t.countries);
  v("inviting_body", t.inviting_body), v("funding", t.funding), v("funding_note", t.funding_note);
  v("from", t.from), v("to", t.to), v("decision", t.decision);
  v("decision_date", t.decision_date), v("travellers", t.travellers);
}
template <class V>
void list(V& v, Taken& e) {
  v("kind", e.kind), v("dossier", e.dossier), v("trip", e.trip);
}
template <class V>
void list(V& v, Corrected& e) {
  v("trip", e.trip), v("reason", e.reason);
}
template <class V>
void list(V& v, CarriedOut& e) {
  v("from", e.from), v("to", e.to), v("note", e.note);
}
template <class V>
void list(V& v, Cancelled& e) {
  v("reason", e.reason);
}
template <class V>
void list(V& v, ReportReceived& e) {
  v("on", e.on), v("document", e.document), v("summary", e.summary);
}
template <class V>
void list(V& v, PassportRegistered& e) {
  v("number", e.number), v("kind", e.kind), v("holder", e.holder), v("issued", e.issued);
  v("expires", e.expires);
}
template <class V>
void list(V& v, PassportHandedOver& e) {
  v("delegation", e.delegation), v("taker", e.taker), v("on", e.on), v("document", e.document);
}
template <class V>
void list(V& v, PassportHandedBack& e) {
  v("on", e.on), v("entered", e.entered), v("giver", e.giver), v("document", e.document);
  v("condition", e.condition);
}
template <class V>
void list(V& v, PassportLost& e) {
  v("on", e.on), v("reason", e.reason);
}
template <class V>
void list(V& v, PassportCancelled& e) {
  v("on", e.on), v("document", e.document);
}
template <class V>
void list(V& v, PassportMoved& e) {
  v("agency", e.agency), v("on", e.on), v("document", e.document);
}
template <class V>
void list(V& v, PersonsJudged& e) {
  v("one", e.one), v("other", e.other), v("same", e.same), v("reason", e.reason);
}
template <class V>
void list(V& v, Reminded& e) {
  v("about", e.about), v("due", e.due), v("after", e.after);
}

// Leaves out what says nothing.
struct Writing {
  json::object object;
  void operator()(std::string_view name, std::string& text) {
    if (!text.empty()) object[name] = text;
  }
  void operator()(std::string_view name, bool flag) {
    if (flag) object[name] = true;
  }
  void operator()(std::string_view name, Date date) { object[name] = write_date(date); }
  void operator()(std::string_view name, std::optional<Date>& date) {
    if (date) object[name] = write_date(*date);
  }
  void operator()(std::string_view name, Kind kind) { object[name] = write_kind(kind); }
  void operator()(std::string_view name, std::vector<std::string>& texts) {
    object[name] = json::array(texts.begin(), texts.end());
  }
  void operator()(std::string_view name, std::vector<Traveller>& travellers) {
    json::array all;
    for (auto& one : travellers) all.push_back(whole(one));
    object[name] = std::move(all);
  }
  template <class Part>
  void operator()(std::string_view name, Part& part) {
    object[name] = whole(part);
  }
  template <class Part>
  static json::object whole(Part& part) {
    Writing inner;
    list(inner, part);
    return std::move(inner.object);
  }
};

struct Reading {
  const json::value& value;
  bool whole = true;

  void operator()(std::string_view name, std::string& text) {
    text = std::string(string_member(value, name));
  }
  void operator()(std::string_view name, bool& flag) {
    const auto* found = member(value, name);
    flag = found != nullptr && found->is_bool() && found->get_bool();
  }
  void operator()(std::string_view name, Date& date) {
    const auto parsed = parse_date(string_member(value, name));
    whole = whole && parsed;
    date = parsed.value_or(Date{});
  }
  void operator()(std::string_view name, std::optional<Date>& date) {
    date = parse_date(string_member(value, name));
    whole = whole && (date || member(value, name) == nullptr);
  }
  void operator()(std::string_view name, Kind& kind) {
    const auto parsed = parse_kind(string_member(value, name));
    whole = whole && parsed;
    kind = parsed.value_or(Kind::Out);
  }
  void operator()(std::string_view name, std::vector<std::string>& texts) {
    each(name, [&](const json::value& one) {
      whole = whole && one.is_string();
      if (one.is_string()) texts.emplace_back(one.get_string());
    });
  }
  void operator()(std::string_view name, std::vector<Traveller>& travellers) {
    each(name, [&](const json::value& one) { read_part(one, travellers.emplace_back()); });
  }
  template <class Part>
  void operator()(std::string_view name, Part& part) {
    const auto* found = member(value, name);
    whole = whole && found != nullptr;
    if (found != nullptr) read_part(*found, part);
  }

 private:
  template <class Take>
  void each(std::string_view name, Take take) {
    const auto* found = member(value, name);
    whole = whole && found != nullptr && found->is_array();
    if (found == nullptr || !found->is_array()) return;
    for (const auto& one : found->get_array()) take(one);
  }
  template <class Part>
  void read_part(const json::value& from, Part& part) {
    Reading inner{from};
    list(inner, part);
    whole = whole && inner.whole && from.is_object();
  }
};

struct Name {
  std::string_view code;
  std::string_view vi;
  std::string_view en;
};

// In the order of Event.
constexpr std::array<Name, std::variant_size_v<Event>> event_names{{
    {"travel_taken", "Đã ghi vào sổ", "Written down in the book"},
    {"travel_corrected", "Đã sửa, bổ sung", "Corrected or added to"},
    {"travel_carried_out", "Chuyến đi đã thực hiện", "The trip was carried out"},
    {"travel_cancelled", "Chuyến đi bị hủy", "The trip was cancelled"},
    {"travel_report_received", "Đã nhận báo cáo sau chuyến đi", "The trip report came in"},
    {"passport_registered", "Đã nhận hộ chiếu về quản lý", "The passport was taken into keeping"},
    {"passport_handed_over", "Đã giao hộ chiếu", "The passport was handed over"},
    {"passport_handed_back", "Đã nộp lại hộ chiếu", "The passport was handed back"},
    {"passport_lost", "Đã báo mất hộ chiếu", "The passport was reported lost"},
    {"passport_cancelled", "Hộ chiếu đã được hủy giá trị", "The passport was cancelled"},
    {"passport_moved", "Hộ chiếu chuyển cơ quan quản lý", "The passport went to another agency"},
    {"persons_judged", "Đã xét người trùng tên", "Namesakes were judged"},
    {"travel_reminded", "Đã gửi nhắc", "A reminder was sent"},
}};

template <std::size_t I = 0>
OrFailure<Event> read_as(std::string_view name, const json::value& body) {
  if constexpr (I == std::variant_size_v<Event>) {
    return malformed("there is no event " + std::string(name));
  } else {
    if (event_names[I].code != name) return read_as<I + 1>(name, body);
    std::variant_alternative_t<I, Event> event;
    Reading reading{body};
    list(reading, event);
    if (!reading.whole || !body.is_object()) {
      return malformed("the event " + std::string(name) + " is not whole");
    }
    return Event{std::move(event)};
  }
}

constexpr std::array<std::string_view, 4> kind_names{"out", "in", "passport", "persons"};

}  // namespace

std::string_view write_kind(Kind kind) { return kind_names[std::size_t(kind)]; }

std::optional<Kind> parse_kind(std::string_view name) {
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    if (kind_names[i] == name) return Kind(i);
  }
  return std::nullopt;
}

std::string_view event_name(const Event& event) { return event_names[event.index()].code; }

Text event_title(std::string_view name) {
  for (const auto& known : event_names) {
    if (known.code == name) return {std::string(known.vi), std::string(known.en)};
  }
  return {};
}

json::object event_body(const Event& event) {
  return std::visit([](auto copy) { return Writing::whole(copy); }, event);
}

json::object write_trip(const Trip& trip) {
  auto copy = trip;
  return Writing::whole(copy);
}

OrFailure<Event> read_event(std::string_view name, const json::value& body) {
  return read_as(name, body);
}

}  // namespace motcua::travel

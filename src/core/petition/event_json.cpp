#include "petition/event_json.hpp"

#include <utility>

namespace motcua::petition {
namespace {

// The members of each event, shared by writing and reading.
template <class V>
void list(V& v, Sender& s) {
  v("name", s.name), v("email", s.email), v("phone", s.phone);
  v("language", s.language), v("account", s.account);
}
template <class V>
void list(V& v, Received& e) {
  v("kind", e.kind), v("text", e.text), v("sender", e.sender), v("dossier", e.dossier);
  v("repeats", e.repeats), v("may_publish", e.may_publish), v("answer_term", e.answer_term);
  v("refuse_term", e.refuse_term), v("answer_due", e.answer_due), v("refuse_due", e.refuse_due);
  v("ask_due", e.ask_due);
}
template <class V>
void list(V& v, Assigned& e) {
  v("unit", e.unit), v("note", e.note);
}
template <class V>
void list(V& v, SupplementAsked& e) {
  v("what", e.what), v("stops_clock", e.stops_clock), v("sender_until", e.sender_until);
}
template <class V>
void list(V& v, Supplemented& e) {
  v("text", e.text), v("answer_due", e.answer_due), v("refuse_due", e.refuse_due);
}
template <class V>
void list(V& v, Answered& e) {
  v("text", e.text), v("publish_due", e.publish_due);
}
template <class V>
void list(V& v, Refused& e) {
  v("reason", e.reason);
}
template <class V>
void list(V& v, Withdrawn& e) {
  v("reason", e.reason);
}
template <class V>
void list(V& v, ConsentChanged& e) {
  v("may_publish", e.may_publish), v("publish_due", e.publish_due);
}
template <class V>
void list(V& v, Published& e) {
  v("text", e.text), v("answer", e.answer), v("redacted", e.redacted);
}
template <class V>
void list(V& v, PublicationRefused& e) {
  v("reason", e.reason);
}
template <class V>
void list(V& v, Unpublished& e) {
  v("reason", e.reason);
}
template <class V>
void list(V& v, Judged& e) {
  v("liked", e.liked), v("comment", e.comment);
}
template <class V>
void list(V& v, Repeated& e) {
  v("by", e.by);
}

// Leaves out what says nothing.
struct Writing {
  json::object object;
  void operator()(std::string_view name, const std::string& text) {
    if (!text.empty()) object[name] = text;
  }
  void operator()(std::string_view name, bool flag) {
    if (flag) object[name] = true;
  }
  void operator()(std::string_view name, Moment moment) { object[name] = write_moment(moment); }
  void operator()(std::string_view name, const std::optional<Moment>& moment) {
    if (moment) object[name] = write_moment(*moment);
  }
  void operator()(std::string_view name, Kind kind) { object[name] = write_kind(kind); }
  void operator()(std::string_view name, Sender& sender) {
    Writing inner;
    list(inner, sender);
    object[name] = std::move(inner.object);
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
  void operator()(std::string_view name, Moment& moment) {
    const auto parsed = parse_moment(string_member(value, name));
    whole = whole && parsed;
    moment = parsed.value_or(Moment{});
  }
  void operator()(std::string_view name, std::optional<Moment>& moment) {
    moment = parse_moment(string_member(value, name));
    whole = whole && (moment || member(value, name) == nullptr);
  }
  void operator()(std::string_view name, Kind& kind) {
    const auto parsed = parse_kind(string_member(value, name));
    whole = whole && parsed;
    kind = parsed.value_or(Kind::Suggestion);
  }
  void operator()(std::string_view name, Sender& sender) {
    const auto* found = member(value, name);
    whole = whole && found != nullptr;
    if (found == nullptr) return;
    Reading inner{*found};
    list(inner, sender);
    whole = whole && inner.whole;
  }
};

struct Name {
  std::string_view code;
  std::string_view vi;
  std::string_view en;
};

// In the order of Event.
constexpr std::array<Name, std::variant_size_v<Event>> names{{
    {"petition_received", "Đã tiếp nhận phản ánh, kiến nghị", "Petition received"},
    {"petition_assigned", "Đã giao đơn vị trả lời", "Given to a unit to answer"},
    {"petition_supplement_asked", "Đã đề nghị bổ sung thông tin", "More was asked of the sender"},
    {"petition_supplemented", "Người gửi đã bổ sung", "The sender supplemented it"},
    {"petition_answered", "Đã trả lời", "Answered"},
    {"petition_refused", "Không tiếp nhận giải quyết", "Refused"},
    {"petition_withdrawn", "Người gửi đã rút", "Withdrawn by the sender"},
    {"petition_consent_changed", "Người gửi đổi ý về việc công khai",
     "The sender changed his mind about publication"},
    {"petition_published", "Đã công khai câu trả lời", "The answer was published"},
    {"petition_publication_refused", "Cơ quan không công khai", "Not to be published"},
    {"petition_unpublished", "Đã gỡ khỏi trang công khai", "Taken off the public page"},
    {"petition_judged", "Người gửi đã nhận xét câu trả lời", "The sender judged the answer"},
    {"petition_repeated", "Người gửi phản ánh lại", "The sender came again"},
}};

template <std::size_t I = 0>
OrFailure<Event> read_as(std::string_view name, const json::value& body) {
  if constexpr (I == std::variant_size_v<Event>) {
    return malformed("there is no event " + std::string(name));
  } else {
    if (names[I].code != name) return read_as<I + 1>(name, body);
    std::variant_alternative_t<I, Event> event;
    Reading reading{body};
    list(reading, event);
    if (!reading.whole || !body.is_object()) {
      return malformed("the event " + std::string(name) + " is not whole");
    }
    return Event{std::move(event)};
  }
}

}  // namespace

std::string_view event_name(const Event& event) { return names[event.index()].code; }

Text event_title(std::string_view name) {
  for (const auto& known : names) {
    if (known.code == name) return {std::string(known.vi), std::string(known.en)};
  }
  return {};
}

json::object event_body(const Event& event) {
  return std::visit(
      [](auto copy) {
        Writing writing;
        list(writing, copy);
        return std::move(writing.object);
      },
      event);
}

OrFailure<Event> read_event(std::string_view name, const json::value& body) {
  return read_as(name, body);
}

}  // namespace motcua::petition

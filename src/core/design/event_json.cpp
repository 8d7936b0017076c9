#include "design/event_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <concepts>
#include <utility>

namespace motcua::design {
namespace {

// The members of each event, shared by writing and reading.
template <class V>
void list(V& v, Subject& s) {
  v("kind", s.kind), v("id", s.id);
}
template <class V>
void list(V& v, Decision& d) {
  v("number", d.number), v("date", d.date), v("by", d.by);
}
template <class V>
void list(V& v, DraftBegun& e) {
  v("subject", e.subject), v("base", e.base), v("title", e.title), v("files", e.files);
}
template <class V>
void list(V& v, FilesSaved& e) {
  v("files", e.files);
}
template <class V>
void list(V& v, Submitted& e) {
  v("in_force_from", e.in_force_from), v("decision", e.decision), v("note", e.note);
  v("files", e.files);
}
template <class V>
void list(V& v, Returned& e) {
  v("reason", e.reason);
}
template <class V>
void list(V& v, Discarded& e) {
  v("reason", e.reason);
}
template <class V>
void list(V& v, Published& e) {
  v("subject", e.subject), v("number", e.number), v("digest", e.digest);
  v("in_force_from", e.in_force_from), v("decision", e.decision);
}
template <class V>
void list(V& v, Proposed& e) {
  v("kind", e.kind), v("subjects", e.subjects), v("into", e.into), v("why", e.why);
  v("in_force_from", e.in_force_from), v("burden", e.burden);
}
template <class V>
void list(V& v, ProposalDecided& e) {
  v("accepted", e.accepted), v("decision", e.decision), v("reason", e.reason);
}
template <class V>
void list(V& v, ProposalWithdrawn& e) {
  v("reason", e.reason);
}
template <class V>
void list(V& v, Abolition& a) {
  v("procedure", a.procedure), v("number", a.number), v("on", a.on), v("by", a.by);
}
template <class V>
void list(V& v, CarriedOut& e) {
  v("reason", e.reason), v("abolished", e.abolished);
}

// Every member, in the order of the lists above; names of files in their own order.
struct Writing {
  json::object object;
  void operator()(std::string_view name, const std::string& text) { object[name] = text; }
  void operator()(std::string_view name, bool flag) { object[name] = flag; }
  void operator()(std::string_view name, int number) { object[name] = number; }
  void operator()(std::string_view name, Date date) { object[name] = write_date(date); }
  void operator()(std::string_view name, Kind kind) { object[name] = write_kind(kind); }
  void operator()(std::string_view name, ProposalKind kind) {
    object[name] = write_proposal_kind(kind);
  }
  void operator()(std::string_view name, const std::vector<std::string>& texts) {
    json::array array;
    for (const auto& text : texts) array.push_back(json::value(text));
    object[name] = std::move(array);
  }
  void operator()(std::string_view name, const procedure::Files& files) {
    json::object all;
    for (const auto& [file, text] : files) all[file] = text;
    object[name] = std::move(all);
  }
  void operator()(std::string_view name, const FileChanges& files) {
    json::object all;
    for (const auto& [file, text] : files) {
      all[file] = text ? json::value(*text) : json::value(nullptr);
    }
    object[name] = std::move(all);
  }
  void operator()(std::string_view name, std::vector<Abolition>& all) {
    json::array array;
    for (auto& one : all) {
      Writing inner;
      list(inner, one);
      array.push_back(std::move(inner.object));
    }
    object[name] = std::move(array);
  }
  template <std::same_as<Subject> T>
  void operator()(std::string_view name, T& part) {
    put(name, part);
  }
  template <std::same_as<Decision> T>
  void operator()(std::string_view name, T& part) {
    put(name, part);
  }
  template <class T>
  void put(std::string_view name, T& part) {
    Writing inner;
    list(inner, part);
    object[name] = std::move(inner.object);
  }
};

// Stays not `well` once a member is missing or of another kind.
struct Reading {
  const json::value& value;
  bool well = true;

  const json::value* find(std::string_view name) {
    const auto* found = member(value, name);
    if (found == nullptr) well = false;
    return found;
  }
  void operator()(std::string_view name, std::string& text) {
    const auto* found = find(name);
    if (found == nullptr || !found->is_string()) return void(well = false);
    text = std::string(found->get_string());
  }
  void operator()(std::string_view name, bool& flag) {
    const auto* found = find(name);
    if (found == nullptr || !found->is_bool()) return void(well = false);
    flag = found->get_bool();
  }
  void operator()(std::string_view name, int& number) {
    const auto* found = find(name);
    if (found == nullptr || !found->is_int64()) return void(well = false);
    number = static_cast<int>(found->get_int64());
  }
  template <class T>
  void take(std::string_view name, const std::optional<T>& parsed, T& into) {
    if (find(name) == nullptr || !parsed) return void(well = false);
    into = *parsed;
  }
  void operator()(std::string_view name, Date& date) {
    take(name, parse_date(string_member(value, name)), date);
  }
  void operator()(std::string_view name, Kind& kind) {
    take(name, parse_kind(string_member(value, name)), kind);
  }
  void operator()(std::string_view name, ProposalKind& kind) {
    take(name, parse_proposal_kind(string_member(value, name)), kind);
  }
  void operator()(std::string_view name, std::vector<std::string>& texts) {
    const auto* found = find(name);
    if (found == nullptr || !found->is_array()) return void(well = false);
    for (const auto& text : found->get_array()) {
      if (!text.is_string()) return void(well = false);
      texts.emplace_back(text.get_string());
    }
  }
  void operator()(std::string_view name, procedure::Files& files) {
    const auto* found = find(name);
    if (found == nullptr || !found->is_object()) return void(well = false);
    for (const auto& [file, text] : found->get_object()) {
      if (!text.is_string()) return void(well = false);
      files.emplace(std::string(file), std::string(text.get_string()));
    }
  }
  void operator()(std::string_view name, FileChanges& files) {
    const auto* found = find(name);
    if (found == nullptr || !found->is_object()) return void(well = false);
    for (const auto& [file, text] : found->get_object()) {
      auto& into = files[std::string(file)];
      if (text.is_string()) into = std::string(text.get_string());
    }
  }
  void operator()(std::string_view name, std::vector<Abolition>& all) {
    const auto* found = find(name);
    if (found == nullptr || !found->is_array()) return void(well = false);
    for (const auto& one : found->get_array()) {
      Reading inner{one};
      list(inner, all.emplace_back());
      well = well && inner.well;
    }
  }
  template <std::same_as<Subject> T>
  void operator()(std::string_view name, T& part) {
    put(name, part);
  }
  template <std::same_as<Decision> T>
  void operator()(std::string_view name, T& part) {
    put(name, part);
  }
  template <class T>
  void put(std::string_view name, T& part) {
    const auto* found = find(name);
    if (found == nullptr) return;
    Reading inner{*found};
    list(inner, part);
    well = well && inner.well;
  }
};

constexpr std::string_view event_names[] = {
    "draft_begun",     "files_saved", "draft_submitted",  "draft_returned",     "draft_discarded",
    "draft_published", "proposed",    "proposal_decided", "proposal_withdrawn", "carried_out"};
static_assert(std::size(event_names) == std::variant_size_v<Event>);

template <std::size_t I = 0>
OrFailure<Event> read_named(std::string_view name, const json::value& body) {
  if constexpr (I == std::variant_size_v<Event>) {
    return malformed("no event of designs is called " + std::string(name));
  } else {
    if (event_names[I] != name) return read_named<I + 1>(name, body);
    std::variant_alternative_t<I, Event> event;
    Reading reading{body};
    list(reading, event);
    if (!reading.well) return malformed("event of designs " + std::string(name));
    return Event{std::move(event)};
  }
}

}  // namespace

std::string_view event_name(const Event& event) { return event_names[event.index()]; }

json::object event_body(const Event& event) {
  Writing writing;
  Event copy = event;
  std::visit([&](auto& one) { list(writing, one); }, copy);
  return std::move(writing.object);
}

OrFailure<Event> read_event(std::string_view name, const json::value& body) {
  return read_named(name, body);
}

json::object write_decision(const Decision& decision) {
  Writing writing;
  Decision copy = decision;
  list(writing, copy);
  return std::move(writing.object);
}

}  // namespace motcua::design

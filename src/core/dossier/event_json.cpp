#include "dossier/event_json.hpp"

#include <array>
#include <concepts>
#include <utility>

#include "dossier/fields.hpp"
#include "dossier/fields_json.hpp"

namespace motcua::dossier {
namespace {

constexpr std::array<std::string_view, 3> policy_names{"pause", "restart", "run"};

class Writer {
 public:
  template <class T>
  void operator()(std::string_view name, const T& value) {
    if (is_default(value)) return;
    object_[name] = write(value);
  }
  json::object take() { return std::move(object_); }

 private:
  static bool is_default(const std::string& text) { return text.empty(); }
  static bool is_default(bool flag) { return !flag; }
  static bool is_default(std::integral auto number) { return number == 0; }
  template <class T>
  static bool is_default(const std::vector<T>& items) {
    return items.empty();
  }
  template <class T>
  static bool is_default(const std::optional<T>& value) {
    return !value.has_value();
  }
  template <class T>
  requires(!std::integral<T>) static bool is_default(const T&) { return false; }

  static json::value write(const std::string& text) { return json::value(text); }
  static json::value write(bool flag) { return json::value(flag); }
  static json::value write(std::integral auto number) { return json::value(std::int64_t{number}); }
  static json::value write(Dong money) { return json::value(money.amount); }
  static json::value write(Moment moment) { return json::value(write_moment(moment)); }
  static json::value write(Date date) { return json::value(write_date(date)); }
  static json::value write(PromiseKind kind) { return json::value(write_promise_kind(kind)); }
  static json::value write(procedure::Channel channel) {
    return json::value(procedure::write_channel(channel));
  }
  static json::value write(procedure::StopReason why) {
    return json::value(procedure::write_stop_reason(why));
  }
  static json::value write(calendar::ClockPolicy policy) {
    return json::value(policy_names[static_cast<std::size_t>(policy)]);
  }
  template <class T>
  static json::value write(const std::optional<T>& value) {
    return write(*value);
  }
  template <class T>
  static json::value write(const std::vector<T>& items) {
    json::array array;
    array.reserve(items.size());
    for (const auto& item : items) array.push_back(write(item));
    return array;
  }
  template <class T>
  requires(!std::integral<T>) static json::value write(const T& part) {
    Writer inner;
    fields::list(inner, const_cast<T&>(part));  // the list is shared with Reader; Writer only reads
    return inner.take();
  }

  json::object object_;
};

class Reader {
 public:
  explicit Reader(const json::value& value) : object_(value.if_object()) {
    if (object_ == nullptr) error_ = "not an object";
  }

  template <class T>
  void operator()(std::string_view name, T& value) {
    if (object_ == nullptr || !error_.empty()) return;
    const auto* found = object_->if_contains(name);
    if (found == nullptr) return;
    ++used_;
    if (!read(*found, value) && error_.empty()) error_ = "bad member " + std::string(name);
  }

  // What is wrong, or empty. A member no field asked for is wrong too.
  std::string finish() const {
    if (error_.empty() && object_->size() != used_) return "unknown member";
    return error_;
  }

 private:
  static bool read(const json::value& value, std::string& out) {
    const auto* text = value.if_string();
    if (text != nullptr) out.assign(text->data(), text->size());
    return text != nullptr;
  }
  static bool read(const json::value& value, bool& out) {
    const auto* flag = value.if_bool();
    if (flag != nullptr) out = *flag;
    return flag != nullptr;
  }
  template <std::integral T>
  static bool read(const json::value& value, T& out) {
    const auto* number = value.if_int64();
    if (number == nullptr || !std::in_range<T>(*number)) return false;
    out = static_cast<T>(*number);
    return true;
  }
  static bool read(const json::value& value, Dong& out) { return read(value, out.amount); }
  template <class T>
  static bool take(const std::optional<T>& parsed, T& out) {
    if (parsed) out = *parsed;
    return parsed.has_value();
  }
  static bool read(const json::value& value, Moment& out) {
    const auto* text = value.if_string();
    return text != nullptr && take(parse_moment(*text), out);
  }
  static bool read(const json::value& value, Date& out) {
    const auto* text = value.if_string();
    return text != nullptr && take(parse_date(*text), out);
  }
  static bool read(const json::value& value, PromiseKind& out) {
    const auto* text = value.if_string();
    return text != nullptr && take(parse_promise_kind(*text), out);
  }
  static bool read(const json::value& value, procedure::Channel& out) {
    const auto* text = value.if_string();
    return text != nullptr && take(procedure::parse_channel(*text), out);
  }
  static bool read(const json::value& value, procedure::StopReason& out) {
    using procedure::StopReason;
    const auto* text = value.if_string();
    for (const auto why : {StopReason::Supplement, StopReason::Payment, StopReason::Opinion,
                           StopReason::OutsideVerification}) {
      if (text != nullptr && procedure::write_stop_reason(why) == std::string_view{*text}) {
        out = why;
        return true;
      }
    }
    return false;
  }
  static bool read(const json::value& value, calendar::ClockPolicy& out) {
    const auto* text = value.if_string();
    for (std::size_t i = 0; text != nullptr && i < policy_names.size(); ++i) {
      if (policy_names[i] == std::string_view{*text}) {
        out = static_cast<calendar::ClockPolicy>(i);
        return true;
      }
    }
    return false;
  }
  template <class T>
  static bool read(const json::value& value, std::optional<T>& out) {
    return read(value, out.emplace());
  }
  template <class T>
  static bool read(const json::value& value, std::vector<T>& out) {
    const auto* array = value.if_array();
    if (array == nullptr) return false;
    for (const auto& element : *array) {
      if (!read(element, out.emplace_back())) return false;
    }
    return true;
  }
  template <class T>
  static bool read(const json::value& value, T& part) {
    Reader inner(value);
    fields::list(inner, part);
    return inner.finish().empty();
  }

  const json::object* object_;
  std::size_t used_ = 0;
  std::string error_;
};

constexpr std::array<std::string_view, 6> step_end_names{
    "handed_over", "proposed", "approved", "returned_for_rework", "signed_off", "opinion_recorded"};

template <class T>
constexpr std::string_view name_of() {
  if constexpr (std::same_as<T, Submitted>) return "submitted";
  if constexpr (std::same_as<T, Received>) return "received";
  if constexpr (std::same_as<T, Accepted>) return "accepted";
  if constexpr (std::same_as<T, Guided>) return "guided";
  if constexpr (std::same_as<T, Refused>) return "refused";
  if constexpr (std::same_as<T, SupplementRequested>) return "supplement_requested";
  if constexpr (std::same_as<T, Supplemented>) return "supplemented";
  if constexpr (std::same_as<T, Suspended>) return "suspended";
  if constexpr (std::same_as<T, Resumed>) return "resumed";
  if constexpr (std::same_as<T, Taken>) return "taken";
  if constexpr (std::same_as<T, Assigned>) return "assigned";
  if constexpr (std::same_as<T, StepCompleted>) return "";  // named by how it ended
  if constexpr (std::same_as<T, Apologised>) return "apologised";
  if constexpr (std::same_as<T, Stopped>) return "stopped";
  if constexpr (std::same_as<T, Withdrawn>) return "withdrawn";
  if constexpr (std::same_as<T, ResultRecorded>) return "result_recorded";
  if constexpr (std::same_as<T, ResultReturned>) return "result_returned";
  if constexpr (std::same_as<T, ResultPosted>) return "result_posted";
  if constexpr (std::same_as<T, DeliveryRecorded>) return "delivery_recorded";
  if constexpr (std::same_as<T, PaperSigned>) return "paper_signed";
  if constexpr (std::same_as<T, PaperSentBack>) return "paper_sent_back";
  if constexpr (std::same_as<T, ResultIssued>) return "result_issued";
  if constexpr (std::same_as<T, ResultRevoked>) return "result_revoked";
  if constexpr (std::same_as<T, IntakeCorrected>) return "intake_corrected";
  if constexpr (std::same_as<T, PaperChecked>) return "paper_checked";
  if constexpr (std::same_as<T, PromiseRecomputed>) return "promise_recomputed";
  if constexpr (std::same_as<T, FeesCharged>) return "fees_charged";
  if constexpr (std::same_as<T, PaymentOrdered>) return "payment_ordered";
  if constexpr (std::same_as<T, PaymentReceived>) return "payment_received";
  if constexpr (std::same_as<T, PaymentFailed>) return "payment_failed";
  if constexpr (std::same_as<T, CashReceived>) return "cash_received";
  if constexpr (std::same_as<T, TransferRecorded>) return "transfer_recorded";
  if constexpr (std::same_as<T, RefundOrdered>) return "refund_ordered";
  if constexpr (std::same_as<T, Refunded>) return "refunded";
  if constexpr (std::same_as<T, RefundFailed>) return "refund_failed";
  if constexpr (std::same_as<T, Rated>) return "rated";
  if constexpr (std::same_as<T, ConflictDeclared>) return "conflict_declared";
  if constexpr (std::same_as<T, UnitSucceeded>) return "unit_succeeded";
  if constexpr (std::same_as<T, TimerCame>) return "timer_came";
}

std::string fill(const json::value& body, Event& event) {
  Reader reader(body);
  std::visit([&](auto& e) { fields::list(reader, e); }, event);
  return reader.finish();
}

template <std::size_t I = 0>
bool make_by_name(std::string_view name, Event& event) {
  if constexpr (I == std::variant_size_v<Event>) {
    return false;
  } else {
    using T = std::variant_alternative_t<I, Event>;
    if (!name.empty() && name_of<T>() == name) {
      event.emplace<I>();
      return true;
    }
    return make_by_name<I + 1>(name, event);
  }
}

bool make_event(std::string_view name, Event& event) {
  for (std::size_t i = 0; i < step_end_names.size(); ++i) {
    if (step_end_names[i] != name) continue;
    event.emplace<StepCompleted>().how = static_cast<StepEnd>(i);
    return true;
  }
  return make_by_name(name, event);
}

}  // namespace

std::string_view event_name(const Event& event) {
  if (const auto* step = std::get_if<StepCompleted>(&event)) {
    return step_end_names[static_cast<std::size_t>(step->how)];
  }
  return std::visit([](const auto& e) { return name_of<std::decay_t<decltype(e)>>(); }, event);
}

json::value event_body(const Event& event) {
  Writer writer;
  std::visit(
      [&](const auto& e) { fields::list(writer, const_cast<std::decay_t<decltype(e)>&>(e)); },
      event);
  return writer.take();
}

namespace {

constexpr std::string_view acting_member = "acting_for";  // no event has such a member

}  // namespace

json::value record_body(const Record& record) {
  auto body = event_body(record.event);
  if (!record.acting_for) return body;
  Writer writer;
  fields::list(writer, const_cast<authority::ActingFor&>(*record.acting_for));
  body.as_object()[acting_member] = writer.take();
  return body;
}

OrFailure<Nothing> read_record_body(std::string_view name, json::value body, Record& record) {
  auto* object = body.if_object();
  if (const auto* acting = object == nullptr ? nullptr : object->if_contains(acting_member)) {
    Reader reader(*acting);
    fields::list(reader, record.acting_for.emplace());
    if (!reader.finish().empty()) return malformed("acting_for: " + reader.finish());
    object->erase(acting_member);
  }
  auto event = read_event(name, body);
  if (!event) return Unexpected{event.error()};
  record.event = std::move(*event);
  return Nothing{};
}

OrFailure<Event> read_event(std::string_view name, const json::value& body) {
  Event event;
  if (!make_event(name, event)) return malformed("unknown event " + std::string(name));
  const std::string wrong = fill(body, event);
  if (!wrong.empty()) return malformed("event " + std::string(name) + ": " + wrong);
  return event;
}

std::string write_files(const std::vector<PaperFile>& files) {
  json::array array;
  for (const auto& file : files) {
    Writer writer;
    fields::list(writer, const_cast<PaperFile&>(file));
    array.push_back(writer.take());
  }
  return write_json(array);
}

OrFailure<std::vector<PaperFile>> read_files(std::string_view text) {
  const auto value = read_json(text);
  const auto* array = value ? value->if_array() : nullptr;
  if (array == nullptr) return malformed("files: not a list");
  std::vector<PaperFile> files;
  for (const auto& element : *array) {
    Reader reader(element);
    fields::list(reader, files.emplace_back());
    if (!reader.finish().empty()) return malformed("files: " + reader.finish());
  }
  return files;
}

}  // namespace motcua::dossier

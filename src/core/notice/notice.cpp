#include "notice/notice.hpp"

#include <algorithm>
#include <type_traits>

#include "document/wording.hpp"
#include "dossier/supplement.hpp"

namespace motcua::notice {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};

std::string promise_in(const dossier::Promise* promise, Language language) {
  return promise == nullptr || !promise->due ? std::string() : moment_in(*promise->due, language);
}

// "- Tờ khai: thiếu chữ ký", one line each.
std::string list_of(const std::vector<dossier::AskedItem>& items, const procedure::Version& version,
                    Language language) {
  std::string list;
  for (const auto& item : items) {
    list += (list.empty() ? "- " : "\n- ") + dossier::asked_name(item, version).in(language);
    if (!item.what.empty()) list += ": " + item.what;
  }
  return list;
}

std::string outcome_in(const dossier::Dossier& dossier, Language language) {
  if (!dossier.result) return {};
  const bool granted = dossier.result->outcome == "granted";
  const Text said =
      granted ? Text{"được giải quyết", "granted"} : Text{"không được chấp thuận", "not granted"};
  return said.in(language);
}

std::string collected_in(std::string_view where, Language language) {
  if (where == "post") return Text{"qua bưu chính", "by post"}.in(language);
  if (where == "online") return Text{"trên mạng", "on-line"}.in(language);
  return Text{"tại bộ phận một cửa", "at the one-stop counter"}.in(language);
}

// Empty where the clock does not stand for fees.
std::string standstill_in(const dossier::Dossier& dossier, Language language) {
  const auto* stop = dossier.open_stop();
  if (stop == nullptr || stop->why != procedure::StopReason::Payment) return {};
  return Text{"Thời hạn tạm dừng cho đến khi nộp.", "The clock stands until then."}.in(language);
}

std::string tracking_page(const Stationery& stationery, const std::string& code,
                          Language language) {
  const std::string page = language == Language::English ? "/en/tra-cuu/" : "/tra-cuu/";
  return stationery.public_address + page + "?code=" + code;
}

// What one event says beside the state it left.
struct Said {
  std::string reason;
  std::string document;
  std::optional<Dong> amount;
  std::string receipt;
  const std::vector<dossier::AskedItem>* items = nullptr;
  std::string carrier;
};

Said said_in(const dossier::Event& event) {
  return std::visit(
      [](const auto& e) {
        Said said;
        if constexpr (requires { e.reason; }) {
          said.reason = e.reason;
        } else if constexpr (requires { e.promise.reason; }) {
          said.reason = e.promise.reason;
        }
        if constexpr (requires { e.document; }) said.document = e.document;
        if constexpr (requires { e.tracking; }) said.document = e.tracking;
        if constexpr (requires { e.carrier; }) said.carrier = e.carrier;
        if constexpr (requires { e.items; }) said.items = &e.items;
        if constexpr (requires { e.stop.reason; }) {
          said.reason = e.stop.reason;
          said.document = e.stop.document;
        }
        if constexpr (requires { e.amount; }) said.amount = e.amount;
        if constexpr (requires { e.lines; }) said.amount = payment::total(e.lines);
        if constexpr (requires { e.receipt; }) {
          said.receipt = e.receipt;
        } else if constexpr (requires { e.transaction; }) {
          said.receipt = e.transaction;
        } else if constexpr (requires { e.reference; }) {
          said.receipt = e.reference;
        }
        return said;
      },
      event);
}

// Of the result's paper, where the event itself names no document.
std::string document_in(const Said& said, const Scene& scene) {
  const bool issued = std::holds_alternative<dossier::ResultIssued>(scene.record.event);
  return issued && scene.after.result ? scene.after.result->document : said.document;
}

}  // namespace

std::optional<Recipient> recipient_of(const dossier::Intake& intake) {
  Recipient recipient;
  recipient.language = intake.language == "en" ? Language::English : Language::Vietnamese;
  if (intake.notify_by == "none") return std::nullopt;
  recipient.channel = parse_channel(intake.notify_by).value_or(Channel::Email);
  recipient.address = intake.notify_to;
  if (recipient.address.empty()) {
    recipient.address =
        recipient.channel == Channel::Email ? intake.applicant.email : intake.applicant.phone;
  }
  if (recipient.address.empty()) return std::nullopt;
  return recipient;
}

std::optional<Kind> kind_of(const dossier::Event& event) {
  using namespace dossier;
  const auto nobody = std::optional<Kind>{};
  return std::visit(
      Overloaded{
          [](const Submitted&) { return std::optional{Kind::Submitted}; },
          [](const Received&) { return std::optional{Kind::Received}; },
          [](const Accepted&) { return std::optional{Kind::Accepted}; },
          [](const Guided&) { return std::optional{Kind::Guided}; },
          [](const Refused&) { return std::optional{Kind::Refused}; },
          [](const SupplementRequested&) { return std::optional{Kind::SupplementAsked}; },
          [](const Supplemented&) { return std::optional{Kind::Supplemented}; },
          [](const Suspended&) { return std::optional{Kind::ClockStopped}; },
          [](const Resumed&) { return std::optional{Kind::ClockResumed}; },
          [&](const Taken&) { return nobody; },
          [&](const Assigned&) { return nobody; },
          [&](const StepCompleted&) { return nobody; },
          [](const Apologised&) { return std::optional{Kind::Apologised}; },
          [](const Stopped&) { return std::optional{Kind::Stopped}; },
          [](const Withdrawn&) { return std::optional{Kind::Withdrawn}; },
          [](const ResultRecorded&) { return std::optional{Kind::ResultReady}; },
          [](const ResultReturned&) { return std::optional{Kind::ResultReturned}; },
          [](const ResultPosted&) { return std::optional{Kind::ResultPosted}; },
          [&](const DeliveryRecorded&) { return nobody; },
          [&](const PaperSigned&) { return nobody; },
          [&](const PaperSentBack&) { return nobody; },
          [&](const IntakeCorrected& e) {
            return e.promise ? std::optional{Kind::PromiseChanged} : nobody;
          },
          [&](const PaperChecked&) { return nobody; },
          [](const PromiseRecomputed&) { return std::optional{Kind::PromiseChanged}; },
          [](const ResultIssued&) { return std::optional{Kind::ResultIssued}; },
          [](const ResultRevoked&) { return std::optional{Kind::ResultRevoked}; },
          [&](const FeesCharged& e) {
            return payment::total(e.lines) > Dong{} ? std::optional{Kind::FeesCharged} : nobody;
          },
          [&](const PaymentOrdered&) { return nobody; },  // he is at the gateway himself
          [&](const PaymentFailed&) { return nobody; },
          [&](const Rated&) { return nobody; },
          [&](const ConflictDeclared&) { return nobody; },
          [&](const UnitSucceeded&) { return nobody; },
          [&](const TimerCame&) { return nobody; },
          [](const PaymentReceived&) { return std::optional{Kind::PaymentReceived}; },
          [](const CashReceived&) { return std::optional{Kind::PaymentReceived}; },
          [](const TransferRecorded&) { return std::optional{Kind::PaymentReceived}; },
          [](const RefundOrdered&) { return std::optional{Kind::RefundOrdered}; },
          [](const Refunded&) { return std::optional{Kind::Refunded}; },
          [&](const RefundFailed&) { return nobody; },  // the office orders it anew
      },
      event);
}

std::string moment_in(Moment moment, Language language) {
  if (language == Language::Vietnamese) return write_vietnamese(moment);
  return write_time(time_of(moment)) + ", " + document::spell_english_date(date_of(moment));
}

Values values_of(const Scene& scene, const Stationery& stationery, Language language) {
  const auto& d = scene.after;
  const auto& promises = d.promises;
  const Said said = said_in(scene.record.event);
  const auto* before = promises.size() < 2 ? nullptr : &promises[promises.size() - 2];
  Values values{
      {"code", d.code},
      {"procedure", scene.version.name.in(language)},
      {"office", scene.office.name.in(language)},
      {"phone", scene.office.phone},
      {"tracking", tracking_page(stationery, d.code, language)},
      {"promise", promise_in(d.current_promise(), language)},
      {"promise_before", promise_in(before, language)},
      {"answer_due", d.answer_due ? moment_in(*d.answer_due, language) : ""},
      {"address", scene.office.address.in(language)},
      {"hours", scene.office.hours.in(language)},
      {"applicant", d.intake.applicant.name},
      {"reason", said.reason},
      {"items", said.items ? list_of(*said.items, scene.version, language) : ""},
      {"document", document_in(said, scene)},
      {"outcome", outcome_in(d, language)},
      {"collect_at", collected_in(d.intake.collect_at, language)},
      {"amount", said.amount ? write_dong(*said.amount, language) : ""},
      {"owed", d.owed() > Dong{} ? write_dong(d.owed(), language) : ""},
      {"receipt", said.receipt},
      {"carrier", said.carrier},
      {"standstill", standstill_in(d, language)},
  };
  for (auto& [name, value] : values) {
    const bool many_lines = name == "items" || name == "reason";
    value = many_lines ? document::printable(value) : document::printable_line(value);
  }
  return values;
}

Filled fill(const Template& written, const Values& values) {
  return {fill(written.subject, values), fill(written.body, values),
          fill_short(written.text, values)};
}

std::optional<Notice> notice_of(const Scene& scene, const Stationery& stationery) {
  const auto kind = kind_of(scene.record.event);
  if (!kind) return std::nullopt;
  auto recipient = recipient_of(scene.after.intake);
  if (!recipient) return std::nullopt;
  const auto& written = stationery.wording.of(*kind, recipient->language);
  const auto values = values_of(scene, stationery, recipient->language);
  const bool short_text = recipient->channel != Channel::Email;
  return Notice{*kind,
                recipient->channel,
                std::move(recipient->address),
                recipient->language,
                fill(written.subject, values),
                short_text ? fill_short(written.text, values) : fill(written.body, values)};
}

}  // namespace motcua::notice

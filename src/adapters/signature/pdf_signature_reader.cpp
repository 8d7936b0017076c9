#include "signature/pdf_signature_reader.hpp"

#include <algorithm>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QUtil.hh>
#include <set>

#include "document/wording.hpp"
#include "signature/cms_reading.hpp"
#include "signature/form_fields.hpp"
#include "signature/object_copy.hpp"
#include "signature/revision_comparison.hpp"
#include "signature/signed_range.hpp"
#include "signature/white_space.hpp"

namespace motcua::signature {
namespace {

using ports::Integrity;
using ports::LaterChange;
using ports::SignatureAccount;
using ports::SigningTime;
using ports::TimeSource;

constexpr std::size_t most_compared = 512u << 20;  // bytes of signed states, all together

struct Found {
  SignatureAccount account;
  std::size_t end = 0;  // of the signed state; 0 when it cannot be told
};

std::string text_of(QPDFObjectHandle text) {
  return text.isString() ? document::printable_line(text.getUTF8Value()) : std::string{};
}

std::optional<SigningTime> time_in_dictionary(QPDFObjectHandle signature) {
  auto text = signature.getKey("/M");
  QUtil::QPDFTime time;
  if (!text.isString() || !QUtil::pdf_time_to_qpdf_time(text.getUTF8Value(), &time)) {
    return std::nullopt;
  }
  const auto moment = parse_moment(QUtil::qpdf_time_to_iso8601(time));
  if (!moment) return std::nullopt;
  return SigningTime{*moment, TimeSource::Claimed};
}

void check_bytes(SignatureAccount& account, QPDFObjectHandle signature, const SignedRange& range,
                 const Trust& trust) {
  auto kind = signature.getKey("/SubFilter");
  if (kind.isNameAndEquals("/ETSI.CAdES.detached")) {
    check_cms(account, range, SignatureKind::Pades, trust);
  } else if (kind.isNameAndEquals("/adbe.pkcs7.detached")) {
    check_cms(account, range, SignatureKind::Pkcs7, trust);
  } else if (kind.isNameAndEquals("/ETSI.RFC3161")) {
    check_document_timestamp(account, range, trust);
  } else {
    account.fault = "a kind of signature we cannot check";
  }
}

Found account_for(const std::string& field, QPDFObjectHandle signature, std::string_view pdf,
                  const Trust& trust) {
  Found found;
  auto& account = found.account;
  account.field = document::printable_line(field);
  account.reason = text_of(signature.getKey("/Reason"));
  account.location = text_of(signature.getKey("/Location"));
  const auto range = signed_range_of(signature, pdf);
  if (!range) {
    account.integrity = Integrity::Altered;
    account.fault = range.error().what;
    account.changed = "what was signed cannot be told";
    return found;
  }
  found.end = range->end();
  check_bytes(account, signature, *range, trust);
  if (!account.time) account.time = time_in_dictionary(signature);
  return found;
}

// The end of the last line belongs to the signed state, whoever wrote it.
bool is_whole_file(std::string_view pdf, std::size_t end) {
  return pdf.find_first_not_of(white_space, end) == pdf.npos;
}

class Reading {
 public:
  Reading(std::string_view pdf, QPDF& document, const Limits& limits)
      : pdf_(pdf), document_(document), limits_(limits) {}

  OrFailure<std::vector<SignatureAccount>> run(const Trust& trust) {
    std::size_t fields = 0;
    each_signature_field(document_, [&](const std::string& name, const QPDFObjectHandle& field) {
      auto signature = signature_of(field);
      if (!signature.isDictionary() || ++fields > limits_.signatures) return;
      found_.push_back(account_for(name, signature, pdf_, trust));
      if (field.isIndirect()) fields_.insert(id_of(field));
    });
    if (fields > limits_.signatures) {
      return malformed("the PDF has more than " + std::to_string(limits_.signatures) +
                       " signatures");
    }
    std::ranges::stable_sort(found_, {}, &Found::end);
    if (const auto done = say_what_changed(); !done) return Unexpected{done.error()};
    std::vector<SignatureAccount> accounts;
    for (auto& found : found_) accounts.push_back(std::move(found.account));
    return accounts;
  }

 private:
  struct State {
    int revision = 0;
    int claims = 0;  // fields that say they signed it
    std::string changed;
  };

  OrFailure<Nothing> say_what_changed() {
    std::map<std::size_t, State> states;  // by their end
    for (const auto& found : found_) {
      if (found.end != 0) ++states[found.end].claims;
    }
    std::size_t compared = 0;
    int revision = 0;
    for (auto& [end, state] : states) {
      state.revision = ++revision;
      if ((compared += end) > most_compared) return malformed("too many signed states to compare");
      if (!is_whole_file(pdf_, end)) state.changed = change_since(end);
      // Whoever copies a signature into a field of his own can draw what he likes there.
      if (state.claims > 1) state.changed = "several fields claim this signature";
    }
    for (auto& [account, end] : found_) {
      if (end != 0) say(account, states[end], is_whole_file(pdf_, end));
    }
    return Nothing{};
  }

  static void say(SignatureAccount& account, const State& state, bool is_whole) {
    account.revision = state.revision;
    account.covers_whole_file = is_whole;
    account.changed = state.changed;
    account.later_change = !state.changed.empty() ? LaterChange::Content
                           : is_whole             ? LaterChange::Nothing
                                                  : LaterChange::FurtherSignatures;
  }

  std::string change_since(std::size_t end) {
    const auto change = guarded("", [&]() -> OrFailure<std::string> {
      const auto state = open_earlier_state(pdf_.substr(0, end), limits_);
      if (!state) return std::string{"the signed part is not a PDF of its own"};
      return changed_content(**state, document_, fields_);
    });
    return change ? *change : "the states cannot be compared: " + change.error().what;
  }

  std::string_view pdf_;
  QPDF& document_;
  const Limits& limits_;
  std::vector<Found> found_;
  std::set<ObjectId> fields_;  // whose signatures are in found_
};

}  // namespace

OrFailure<std::vector<SignatureAccount>> PdfSignatureReader::read(std::string_view pdf,
                                                                  Moment now) {
  using Accounts = OrFailure<std::vector<SignatureAccount>>;
  return guarded("the signatures cannot be read", [&]() -> Accounts {
    const auto document = open_document(pdf, limits_);
    if (!document) return Unexpected{document.error()};
    const auto store = store_of(anchors_, now);
    return Reading(pdf, **document, limits_).run({store.get(), now});
  });
}

}  // namespace motcua::signature

#include "signature/preparation.hpp"

#include <algorithm>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include "base/text.hpp"
#include "signature/form_fields.hpp"
#include "signature/incremental_update.hpp"
#include "signature/mark.hpp"
#include "signature/object_copy.hpp"
#include "signature/placement.hpp"

namespace motcua::signature {
namespace {

using ports::Permission;
using ports::SignatureOrder;

constexpr std::string_view unknown_offsets = "[0 ********** ********** **********]";

// What of the paper's form matters to a new signature.
struct FormState {
  bool has_signatures = false;
  bool final = false;                      // certified: nothing may be added
  bool field_is_signed = false;            // the order's
  std::optional<QPDFObjectHandle> widget;  // of the order's field, when it waits
};

bool is_certified_as_final(QPDF& document) {
  auto permissions = document.getRoot().getKey("/Perms");
  if (!permissions.isDictionary()) return false;
  auto certification = permissions.getKey("/DocMDP");
  if (!certification.isDictionary()) return false;
  auto references = certification.getKey("/Reference");
  if (!references.isArray() || references.getArrayNItems() == 0) return false;
  auto reference = references.getArrayItem(0);
  if (!reference.isDictionary()) return false;
  auto parameters = reference.getKey("/TransformParams");
  auto level = parameters.isDictionary() ? parameters.getKey("/P") : parameters;
  return level.isInteger() && level.getIntValue() == 1;
}

FormState form_state(QPDF& document, const std::string& wanted) {
  FormState state;
  state.final = is_certified_as_final(document);
  each_signature_field(document, [&](const std::string& name, const QPDFObjectHandle& field) {
    const bool is_signed = signature_of(field).isDictionary();
    state.has_signatures |= is_signed;
    if (name != wanted) return;
    if (is_signed) state.field_is_signed = true;
    if (!is_signed) state.widget = field;
  });
  return state;
}

OrFailure<Nothing> check(const SignatureOrder& order, const FormState& state) {
  if (order.field.empty() || order.field.find('.') != std::string::npos ||
      !is_valid_utf8(order.field)) {
    return malformed("\"" + order.field + "\" cannot be the name of a signature field");
  }
  if (state.final) return malformed("the PDF is certified as final: nothing may be added");
  if (state.field_is_signed) return malformed("the field " + order.field + " is signed already");
  auto widget = state.widget.value_or(QPDFObjectHandle::newNull());
  if (state.widget && (!widget.isIndirect() || !widget.hasKey("/Rect"))) {
    return malformed("the field " + order.field + " has no place of its own");
  }
  if (order.permission != Permission::Approve && state.has_signatures) {
    return malformed("only the first signature of a PDF can certify it");
  }
  return Nothing{};
}

std::string trailer_of(QPDF& document, std::string_view pdf) {
  auto old = document.getTrailer();
  std::string entries = "/Root " + old.getKey("/Root").unparse();
  if (old.getKey("/Info").isIndirect()) entries += " /Info " + old.getKey("/Info").unparse();
  auto id = old.getKey("/ID");
  if (id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString()) {
    entries += " /ID [" + id.getArrayItem(0).unparse() + " <" + to_hex(sha256(pdf)).substr(0, 32) +
               ">]";  // the second part names this state
  }
  return entries;
}

int next_number(QPDF& document) {
  const auto table = document.getXRefTable();
  const int highest = table.empty() ? 0 : table.rbegin()->first.getObj();
  auto size = document.getTrailer().getKey("/Size");
  return std::max(highest + 1, size.isInteger() ? size.getIntValueAsInt() : 0);
}

// "(D:20170412091022+07'00')"
std::string pdf_time(Moment time) {
  std::string digits;
  for (const char c : write_moment(time).substr(0, 19)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return "(D:" + digits + "+07'00')";
}

std::string signature_dictionary(const SignatureOrder& order, std::size_t room) {
  std::string text =
      "<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange " +
      std::string{unknown_offsets} + " /Contents <" + std::string(room * 2, '0') + "> /M " +
      pdf_time(order.time);
  if (const auto* officer = std::get_if<ports::OfficerMark>(&order.mark)) {
    text += " /Name " + text_string(officer->name);
  } else if (const auto* seal = std::get_if<ports::SealMark>(&order.mark)) {
    text += " /Name " + text_string(seal->agency);
  }
  if (!order.reason.empty()) text += " /Reason " + text_string(order.reason);
  if (!order.location.empty()) text += " /Location " + text_string(order.location);
  if (order.permission != Permission::Approve) {
    const char level = order.permission == Permission::CertifyAsFinal ? '1' : '2';
    text +=
        std::string{
            " /Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams "
            "<</Type /TransformParams /V /1.2 /P "} +
        level + ">>>>]";
  }
  return text + ">>";
}

std::string put_appearance(IncrementalUpdate& update, const SignatureOrder& order,
                           const Placement& placed) {
  const auto drawn = draw(order.mark, order.time, placed.size);
  QPDF page;
  page.processMemoryFile("mark", drawn.pdf.data(), drawn.pdf.size());
  auto form = QPDFPageDocumentHelper(page).getAllPages().at(0).getFormXObjectForPage();
  form.getDict().replaceKey("/Matrix",
                            QPDFObjectHandle::parse(upright_matrix(placed.quarter_turns)));
  return copy_into(update, page.makeIndirectObject(form));
}

class Preparation {
 public:
  Preparation(QPDF& document, const SignatureOrder& order, IncrementalUpdate& update)
      : document_(document), order_(order), update_(update) {}

  OrFailure<ObjectId> add(const FormState& state, std::size_t room) {
    const auto placed = state.widget ? OrFailure<Placement>{place_in(*state.widget)}
                                     : place(document_, order_.place, natural_size());
    if (!placed) return Unexpected{placed.error()};
    const auto signature = update_.take_id();
    update_.put(signature, signature_dictionary(order_, room));
    Entries changes{{"/V", reference_to(signature)}};
    if (placed->size.width >= 1 && placed->size.height >= 1 && is_seen()) {
      changes["/AP"] = "<</N " + put_appearance(update_, order_, *placed) + ">>";
    }
    if (state.widget) {
      update_.put(id_of(*state.widget), dictionary_with(*state.widget, changes));
    } else {
      put_new_field(*placed, std::move(changes));
    }
    put_catalogue(signature);
    return signature;
  }

 private:
  bool is_seen() const { return !std::holds_alternative<ports::Unseen>(order_.mark); }
  pdf::PageSize natural_size() const { return signature::natural_size(order_.mark, order_.time); }

  void put_new_field(const Placement& placed, Entries entries) {
    constexpr const char* print_and_lock = "132";
    entries.merge(Entries{{"/Type", "/Annot"},
                          {"/Subtype", "/Widget"},
                          {"/FT", "/Sig"},
                          {"/T", text_string(order_.field)},
                          {"/F", print_and_lock},
                          {"/P", reference_to(placed.page)},
                          {"/Rect", array_of(is_seen() ? placed.rectangle : Rectangle{})}});
    field_ = update_.take_id();
    update_.put(*field_, dictionary_with(QPDFObjectHandle::newNull(), entries));
    auto page = document_.getObjectByID(placed.page.number, placed.page.generation);
    const auto annotations = array_with(page.getKey("/Annots"), reference_to(*field_));
    update_.put(placed.page, dictionary_with(page, {{"/Annots", annotations}}));
  }

  void put_catalogue(ObjectId signature) {
    auto root = document_.getRoot();
    Entries changes;
    put_form(root, changes);
    if (order_.permission != Permission::Approve) {
      changes["/Perms"] =
          dictionary_with(root.getKey("/Perms"), {{"/DocMDP", reference_to(signature)}});
    }
    if (const auto version = document_.getVersionAsPDFVersion(); version.getMajor() < 2) {
      changes["/Extensions"] = dictionary_with(
          root.getKey("/Extensions"), {{"/ESIC", "<</BaseVersion /1.7 /ExtensionLevel 2>>"}});
      if (version.getMajor() == 1 && version.getMinor() < 7) changes["/Version"] = "/1.7";
    }
    update_.put(id_of(root), dictionary_with(root, changes));
  }

  void put_form(QPDFObjectHandle root, Entries& catalogue) {
    constexpr const char* signed_and_only_appended_to = "3";
    auto form = root.getKey("/AcroForm");
    auto fields = form.isDictionary() ? form.getKey("/Fields") : QPDFObjectHandle::newNull();
    Entries changes{{"/SigFlags", signed_and_only_appended_to}};
    if (field_) changes["/Fields"] = array_with(fields, reference_to(*field_));
    const auto text = dictionary_with(form, changes);
    if (form.isIndirect() && form.isDictionary()) {
      update_.put(id_of(form), text);
    } else {
      catalogue["/AcroForm"] = text;
    }
  }

  QPDF& document_;
  const SignatureOrder& order_;
  IncrementalUpdate& update_;
  std::optional<ObjectId> field_;  // when it is new
};

bool has_room(const PaperWithRoom& paper) {
  const auto end = paper.contents_at + paper.room * 2 + 1;
  return end < paper.pdf.size() && paper.pdf[paper.contents_at] == '<' && paper.pdf[end] == '>';
}

PaperWithRoom with_offsets(IncrementalUpdate::Updated updated, ObjectId signature,
                           std::size_t room) {
  auto& pdf = updated.pdf;
  const auto at = updated.offsets.at(signature);
  const auto range = pdf.find(unknown_offsets, at);
  const auto contents = pdf.find(" /Contents <", range) + 11;
  const auto after = contents + room * 2 + 2;
  std::string offsets = "[0 " + std::to_string(contents) + " " + std::to_string(after) + " " +
                        std::to_string(pdf.size() - after) + "]";
  offsets.resize(unknown_offsets.size(), ' ');
  pdf.replace(range, offsets.size(), offsets);
  return {std::move(pdf), contents, room};
}

}  // namespace

OrFailure<PaperWithRoom> make_room(std::string_view pdf, const SignatureOrder& order,
                                   std::size_t room, const Limits& limits) {
  return guarded("the PDF cannot be signed", [&]() -> OrFailure<PaperWithRoom> {
    const auto document = open_document(pdf, limits);
    if (!document) return Unexpected{document.error()};
    const auto end = find_end(pdf);
    if (!end) return Unexpected{end.error()};
    const auto state = form_state(**document, order.field);
    if (const auto fine = check(order, state); !fine) return Unexpected{fine.error()};
    IncrementalUpdate update(pdf, *end, next_number(**document), trailer_of(**document, pdf));
    const auto signature = Preparation(**document, order, update).add(state, room);
    if (!signature) return Unexpected{signature.error()};
    return with_offsets(std::move(update).finish(), *signature, room);
  });
}

Digest digest_around_room(const PaperWithRoom& paper) {
  const std::string_view all{paper.pdf};
  if (!has_room(paper)) return {};
  std::string around{all.substr(0, paper.contents_at)};
  around += all.substr(paper.contents_at + paper.room * 2 + 2);
  return sha256(around);
}

OrFailure<std::string> fill_room(PaperWithRoom paper, std::string_view bytes) {
  if (!has_room(paper)) return malformed("the prepared paper has no room for a signature");
  if (bytes.size() > paper.room) {
    return malformed("the signature takes " + std::to_string(bytes.size()) +
                     " bytes, there is room for " + std::to_string(paper.room));
  }
  constexpr std::string_view digits = "0123456789abcdef";
  auto at = paper.contents_at;
  for (const char byte : bytes) {
    paper.pdf[++at] = digits[static_cast<unsigned char>(byte) >> 4];
    paper.pdf[++at] = digits[static_cast<unsigned char>(byte) & 15];
  }
  return std::move(paper.pdf);
}

}  // namespace motcua::signature

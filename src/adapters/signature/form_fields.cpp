#include "signature/form_fields.hpp"

#include <qpdf/QPDF.hh>
#include <set>
#include <vector>

namespace motcua::signature {
namespace {

constexpr int deepest = 32;  // fields above a field

template <class Accept>
QPDFObjectHandle own_or_above(QPDFObjectHandle field, const char* key, Accept accept) {
  for (int level = 0; level < deepest && field.isDictionary(); ++level) {
    auto value = field.getKey(key);
    if (accept(value)) return value;
    field = field.getKey("/Parent");
  }
  return QPDFObjectHandle::newNull();
}

std::string full_name(const std::string& above, QPDFObjectHandle field) {
  auto part = field.getKey("/T");
  if (!part.isString()) return above;
  return above.empty() ? part.getUTF8Value() : above + "." + part.getUTF8Value();
}

}  // namespace

bool is_for_signature(QPDFObjectHandle field) {
  return own_or_above(field, "/FT", [](QPDFObjectHandle& kind) { return !kind.isNull(); })
      .isNameAndEquals("/Sig");
}

QPDFObjectHandle signature_of(QPDFObjectHandle field) {
  return own_or_above(field, "/V", [](QPDFObjectHandle& value) { return value.isDictionary(); });
}

void each_signature_field(QPDF& document, const TakeField& take) {
  auto form = document.getRoot().getKey("/AcroForm");
  auto fields = form.isDictionary() ? form.getKey("/Fields") : QPDFObjectHandle::newNull();
  if (!fields.isArray()) return;
  struct Waiting {
    std::string above;
    QPDFObjectHandle field;
    int depth;
  };
  std::vector<Waiting> waiting;
  std::set<QPDFObjGen> seen;
  const auto wait_for = [&](const std::string& above, QPDFObjectHandle list, int depth) {
    auto all = list.getArrayAsVector();
    for (auto one = all.rbegin(); one != all.rend(); ++one) waiting.push_back({above, *one, depth});
  };
  wait_for({}, fields, 0);
  while (!waiting.empty()) {
    auto [above, field, depth] = waiting.back();
    waiting.pop_back();
    if (!field.isDictionary() || depth > deepest) continue;
    if (field.isIndirect() && !seen.insert(field.getObjGen()).second) continue;
    const auto name = full_name(above, field);
    auto kids = field.getKey("/Kids");
    const bool is_leaf = !kids.isArray() || field.getKey("/V").isDictionary();
    if (is_leaf && field.hasKey("/T") && is_for_signature(field)) take(name, field);
    if (!is_leaf) wait_for(name, kids, depth + 1);
  }
}

}  // namespace motcua::signature

// The signature fields of a PDF's form; for this module and adapters/paper.
//
// A form may be a tree of fields that lies about being one: every walk is bounded, and a field is
// seen once.
#pragma once

#include <functional>
#include <string>

class QPDF;
class QPDFObjectHandle;

namespace motcua::signature {

// It, or a field above it, is of kind /Sig.
bool is_for_signature(QPDFObjectHandle field);
// Its signature dictionary, or that of a field above; null when it waits for one.
QPDFObjectHandle signature_of(QPDFObjectHandle field);

// Calls `take` for every signature field, signed or not, with its full name ("form.signature").
using TakeField = std::function<void(const std::string& name, const QPDFObjectHandle& field)>;
void each_signature_field(QPDF& document, const TakeField& take);

}  // namespace motcua::signature

#include "signature/document.hpp"

#include <qpdf/QPDF.hh>

#include "signature/unpacked_size.hpp"

namespace motcua::signature {
namespace {

OrFailure<Document> open(std::string_view bytes, const Limits& limits) {
  return guarded("the file cannot be read as PDF", [&]() -> OrFailure<Document> {
    Document document{new QPDF};
    document->setSuppressWarnings(true);
    document->setAttemptRecovery(false);
    document->processMemoryFile("paper", bytes.data(), bytes.size());
    if (document->isEncrypted()) return malformed("the PDF is encrypted");
    if (const auto checked = check_objects(*document, limits); !checked) {
      return Unexpected{checked.error()};
    }
    return document;
  });
}

}  // namespace

void CloseDocument::operator()(QPDF* document) const { delete document; }

OrFailure<Document> open_document(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.file) {
    return malformed("the PDF is larger than " + std::to_string(limits.file) + " bytes");
  }
  if (!bytes.starts_with("%PDF-")) return malformed("the file does not begin as a PDF");
  if (const auto measured = check_unpacked_sizes(bytes, limits); !measured) {
    return Unexpected{measured.error()};
  }
  return open(bytes, limits);
}

OrFailure<Document> open_earlier_state(std::string_view bytes, const Limits& limits) {
  return open(bytes, limits);
}

}  // namespace motcua::signature

// Reads and checks the signatures in a PDF from anybody.
#pragma once

#include "ports/signing.hpp"
#include "signature/document.hpp"
#include "signature/trust.hpp"

namespace motcua::signature {

class PdfSignatureReader final : public ports::SignatureReader {
 public:
  explicit PdfSignatureReader(TrustAnchors anchors, Limits limits = {})
      : anchors_(std::move(anchors)), limits_(limits) {}

  OrFailure<std::vector<ports::SignatureAccount>> read(std::string_view pdf, Moment now) override;

 private:
  TrustAnchors anchors_;
  Limits limits_;
};

}  // namespace motcua::signature

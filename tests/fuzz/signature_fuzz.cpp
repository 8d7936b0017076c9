// Any bytes, read as a PDF with signatures: no crash, no leak, no answer that a forged file holds.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "signature/pdf_signature_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace motcua;
  static signature::PdfSignatureReader reader({}, {.file = 1u << 20,
                                                   .objects = 2'000,
                                                   .unpacked = 4u << 20,
                                                   .all_unpacked = 8u << 20,
                                                   .signatures = 8});
  const std::string_view pdf{reinterpret_cast<const char*>(bytes), size};
  const auto accounts = reader.read(pdf, *parse_moment("2026-01-05T08:00:00"));
  if (!accounts) return 0;
  for (const auto& account : *accounts) {
    if (account.trusted) std::abort();  // there are no anchors
  }
  return 0;
}

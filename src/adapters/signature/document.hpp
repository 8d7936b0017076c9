// A PDF opened by QPDF, within limits; for this module and adapters/paper.
//
// Damaged files are refused, never repaired: what a repair guesses is not what was signed. QPDF
// throws at any access to a file that lies about itself, so work with it stands inside guarded().
#pragma once

#include <cstddef>
#include <exception>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/failure.hpp"

class QPDF;
class QPDFObjectHandle;

namespace motcua::signature {

struct Limits {
  std::size_t file = 64u << 20;           // bytes
  std::size_t objects = 200'000;          // in the cross-reference table
  std::size_t unpacked = 128u << 20;      // bytes of one stream
  std::size_t all_unpacked = 512u << 20;  // bytes of all streams together
  std::size_t words = 2'000'000;          // that QPDF may make objects of
  std::size_t signatures = 50;
};

struct CloseDocument {
  void operator()(QPDF* document) const;
};
using Document = std::unique_ptr<QPDF, CloseDocument>;

// `bytes` must outlive the document. Malformed: see ports/signing.hpp.
OrFailure<Document> open_document(std::string_view bytes, const Limits& limits);
// Of bytes that begin a file which was opened: its streams have been measured.
OrFailure<Document> open_earlier_state(std::string_view bytes, const Limits& limits);

template <class Act>
auto guarded(const std::string& tried, Act act) -> decltype(act()) {
  try {
    return act();
  } catch (const std::exception& problem) {
    return malformed(tried + ": " + problem.what());
  }
}

}  // namespace motcua::signature

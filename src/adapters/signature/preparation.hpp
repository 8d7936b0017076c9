// A paper with a new signature field, its mark, and room for the signature's bytes.
//
// The signature dictionary follows PAdES (ETSI EN 319 142-1): sub-filter ETSI.CAdES.detached, the
// claimed time in /M. Below PDF 2.0 that sub-filter is an extension, which /Extensions declares.
#pragma once

#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "ports/signing.hpp"
#include "signature/document.hpp"

namespace motcua::signature {

struct PaperWithRoom {
  std::string pdf;
  std::size_t contents_at = 0;  // offset of the "<"; 2 * room hexadecimal digits and ">" follow
  std::size_t room = 0;         // bytes
};

OrFailure<PaperWithRoom> make_room(std::string_view pdf, const ports::SignatureOrder& order,
                                   std::size_t room, const Limits& limits);

// SHA-256 of everything but the room; zeros when there is none.
Digest digest_around_room(const PaperWithRoom& paper);

// Malformed when `bytes` is larger than the room.
OrFailure<std::string> fill_room(PaperWithRoom paper, std::string_view bytes);

}  // namespace motcua::signature

#include "signature/pades_signer.hpp"

#include "signature/cms_writing.hpp"
#include "signature/preparation.hpp"

namespace motcua::signature {
namespace {

constexpr std::size_t room_for_value = 1024;        // RSA of up to 8192 bits
constexpr std::size_t room_for_timestamp = 12'288;  // a token with its authority's chain

}  // namespace

OrFailure<ports::PreparedSignature> PadesSigner::prepare(std::string_view pdf,
                                                         const ports::SignatureOrder& order,
                                                         const ports::CertificateChain& chain) {
  const auto sample = make_cms({}, chain);  // its size does not depend on the digest
  if (!sample) return Unexpected{sample.error()};
  const auto room = sample->der.size() + room_for_value + (authority_ ? room_for_timestamp : 0);
  auto paper = make_room(pdf, order, room, limits_);
  if (!paper) return Unexpected{paper.error()};
  auto cms = make_cms(digest_around_room(*paper), chain);
  if (!cms) return Unexpected{cms.error()};
  return ports::PreparedSignature{std::move(paper->pdf), std::move(cms->der), paper->contents_at,
                                  paper->room, cms->digest};
}

OrFailure<std::string> PadesSigner::complete(const ports::PreparedSignature& prepared,
                                             std::string_view signature) {
  PaperWithRoom paper{prepared.pdf, prepared.contents_at, prepared.room};
  auto cms = with_signature(prepared.cms, digest_around_room(paper), signature);
  if (!cms) return Unexpected{cms.error()};
  if (authority_ != nullptr) {
    const auto token = authority_->stamp(signature);
    if (!token) return Unexpected{token.error()};
    cms = with_timestamp(*cms, *token);
    if (!cms) return Unexpected{cms.error()};
  }
  return fill_room(std::move(paper), *cms);
}

}  // namespace motcua::signature

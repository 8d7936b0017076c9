// Signing papers, and reading the signatures in them.
//
// A signature is a PAdES baseline signature (ETSI EN 319 142-1) added to a PDF: B-B, or B-T where a
// timestamp authority answers. What was there before keeps its bytes, so several people sign one
// paper in order. Secret keys stay behind SigningKey; an officer whose key lives on a token of his
// own signs in two steps, prepare() and complete(), and only a digest travels between them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/moment.hpp"

namespace motcua::ports {

// X.509 certificates as DER: the signer's, and those between it and a root.
struct CertificateChain {
  std::string signer;
  std::vector<std::string> issuers;
};

// A secret key with its certificate, in a file or on a token. Any thread.
class SigningKey {
 public:
  virtual ~SigningKey() = default;
  virtual const CertificateChain& certificates() const = 0;
  // Signs a SHA-256 digest: RSA PKCS #1 v1.5, or ECDSA as a DER sequence. Unavailable (retry) when
  // the token is out of reach.
  virtual OrFailure<std::string> sign(const Digest& digest) = 0;
};

// A timestamp authority (RFC 3161). Any thread.
class TimestampAuthority {
 public:
  virtual ~TimestampAuthority() = default;
  // A TimeStampToken (DER) over the SHA-256 of `bytes`, checked to be the answer to this question;
  // whether its signer is trusted is for the reader of the paper. Unavailable (retry) when the
  // authority does not answer or refuses.
  virtual OrFailure<std::string> stamp(std::string_view bytes) = 0;
};

// What is seen on the page. An empty line is left out.
struct OfficerMark {
  std::string name;
  std::string post;
  std::string agency;
};
struct SealMark {
  std::string agency;
};
struct Unseen {};
using Mark = std::variant<OfficerMark, SealMark, Unseen>;

// Where the mark goes. Lengths are points; pages are counted from 1. A signature field of the
// order's name that waits in the paper goes before any of these: the paper says itself where it
// wants to be signed.
struct InRectangle {  // in its middle; in smaller type where it is small
  int page = 1;
  double left = 0;  // from the upper left corner of the page as it is read
  double top = 0;
  double width = 0;
  double height = 0;
};
struct AtDestination {  // a point the paper names (ISO 32000-1, 12.3.2.3): the upper left corner
  std::string name;
  double width = 0;  // room for the mark; 0: as much as it asks for
  double height = 0;
};
enum class PagePart { UpperLeft, UpperRight, LowerLeft, LowerCentre, LowerRight };
struct OnPage {  // inside the margins, over whatever is there
  PagePart part = PagePart::LowerRight;
  std::optional<int> page;  // none: the last
};
using Place = std::variant<OnPage, AtDestination, InRectangle>;

// What may still happen to the paper. Only the first signature can certify.
enum class Permission {
  Approve,               // says nothing about it
  CertifyWithApprovals,  // nothing but further signatures and filled fields (DocMDP 2)
  CertifyAsFinal,        // nothing at all (DocMDP 1)
};

struct SignatureOrder {
  std::string field;  // name of the signature field: not empty, no full stop, unused so far
  Mark mark;
  Place place;
  Permission permission = Permission::Approve;
  std::string reason;
  std::string location;
  Moment time{};  // as the signer claims it; a timestamp proves it
};

// A paper ready but for the signature's value; can be stored and taken up later.
struct PreparedSignature {
  std::string pdf;             // with room for the signature
  std::string cms;             // SignedData without the signature's value (DER)
  std::size_t contents_at{0};  // offset of the room, at its "<"
  std::size_t room{0};         // bytes that fit
  Digest digest{};             // what the key signs
};

// Any thread.
class PaperSigner {
 public:
  virtual ~PaperSigner() = default;

  // Malformed: not a PDF, damaged, encrypted, certified as final, the field is signed already, no
  // such page or destination, the certificate's key is neither RSA nor P-256.
  virtual OrFailure<PreparedSignature> prepare(std::string_view pdf, const SignatureOrder& order,
                                               const CertificateChain& certificates) = 0;

  // The signed paper. Malformed when `signature` does not fit the digest and the certificate;
  // Unavailable (retry) when the timestamp authority fails: an office that promises a timestamp
  // gives no paper without.
  virtual OrFailure<std::string> complete(const PreparedSignature& prepared,
                                          std::string_view signature) = 0;

  OrFailure<std::string> sign(std::string_view pdf, const SignatureOrder& order, SigningKey& key) {
    const auto prepared = prepare(pdf, order, key.certificates());
    if (!prepared) return Unexpected{prepared.error()};
    const auto signature = key.sign(prepared->digest);
    if (!signature) return Unexpected{signature.error()};
    return complete(*prepared, *signature);
  }
};

enum class Integrity {
  Intact,
  Altered,        // the signed bytes or the signature are not what was signed
  Weak,           // made with MD5 or SHA-1: proves nothing any more
  NotUnderstood,  // of a kind, or in a form, that we cannot check
};

enum class LaterChange {
  Nothing,
  FurtherSignatures,  // signatures and the material to check them, nothing else
  Content,            // the paper now shown is not the paper that was signed
};

enum class TimeSource { Timestamp, Claimed };
struct SigningTime {
  Moment moment{};
  TimeSource source = TimeSource::Claimed;  // Timestamp only from an authority that is trusted
};

enum class Revocation { NotChecked };

struct SignatureAccount {
  std::string field;
  std::string signer;        // common name in the certificate
  std::string organisation;  // in the certificate
  std::string issuer;        // distinguished name, most specific part first
  std::string serial;        // hexadecimal
  Moment valid_from{};
  Moment valid_until{};
  std::optional<SigningTime> time;
  std::string reason;
  std::string location;
  bool is_document_timestamp = false;  // by an authority, for the whole paper

  Integrity integrity = Integrity::NotUnderstood;
  std::string fault;  // why it is not Intact (English)
  int revision = 0;   // 1 is the first signed state of the paper
  bool covers_whole_file = false;
  LaterChange later_change = LaterChange::Content;
  std::string changed;  // what differs first when it is Content (English)
  bool trusted = false;
  std::string distrust;  // why the chain is not trusted (English)
  Revocation revocation = Revocation::NotChecked;
};

inline bool holds(const SignatureAccount& account) {
  return account.integrity == Integrity::Intact && account.later_change != LaterChange::Content &&
         account.trusted;
}

// Any thread. For files from anybody: never crashes, and refuses what is too large to look at.
class SignatureReader {
 public:
  virtual ~SignatureReader() = default;

  // In the order of signing; empty when the paper has none. `now` decides what is still valid.
  // A later signature draws its own mark over the page, so a paper is only as good as every one of
  // its accounts: ask holds() of each. Malformed: not a PDF, damaged, encrypted, beyond the limits.
  virtual OrFailure<std::vector<SignatureAccount>> read(std::string_view pdf, Moment now) = 0;
};

}  // namespace motcua::ports

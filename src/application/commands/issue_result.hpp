// Issuing a result: signed by who decides, sealed, kept, and only then told to the registrar.
//
// Nothing of a result that was not issued is ever shown: a paper signed for an act that the
// registrar then turned down stays unnamed in the store of files.
#pragma once

#include <optional>
#include <string>

#include "commands/registrar.hpp"
#include "dossier/result.hpp"
#include "ports/file_store.hpp"
#include "ports/key_ring.hpp"

namespace motcua::commands {

struct SigningTools {
  ports::PaperSigner& signer;
  ports::SignatureReader& reader;
  ports::KeyRing& keys;
  ports::FileStore& files;
};

struct IssueOrder {
  dossier::Officer officer;
  std::string code;
  std::uint64_t expected_version = 0;
  dossier::Issue issue;     // its file and signers are found here
  std::string pdf;          // as it is before anybody signs or seals it here
  std::string passphrase;   // of the officer's key; for composed papers
  ports::OfficerMark mark;  // likewise
  ports::Place place;       // likewise
  ports::Place seal_place = ports::OnPage{ports::PagePart::LowerCentre, {}};
  std::string key;          // the request's, and a digest of what it asked
  std::string contents_digest;
};

class ResultIssuing {
 public:
  ResultIssuing(Registrar& registrar, DossierCache& cache, const World& world, ports::Clock& clock,
                SigningTools tools)
      : registrar_(registrar), cache_(cache), world_(world), clock_(clock), tools_(tools) {}

  // Signs when needed and performs the act. Takes the time a signature takes: not for the
  // server's own threads.
  Outcome issue(IssueOrder order);

 private:
  const procedure::Version& version_of(const dossier::Dossier& dossier) const;
  OrRejection<Nothing> check(const IssueOrder& order, const dossier::Dossier& dossier,
                             Moment now) const;
  // The paper as it will be kept: signed, sealed or as it came.
  std::variant<std::string, Rejection, Failure> finished(const IssueOrder& order,
                                                         const dossier::Dossier& dossier,
                                                         Moment now);
  // Over what earlier signers signed. The seal comes with the last signature.
  std::variant<std::string, Rejection, Failure> sign(const IssueOrder& order,
                                                     const dossier::Dossier& dossier, Moment now);
  std::variant<std::string, Rejection, Failure> sealed(std::string pdf, const ports::Place& place,
                                                       Moment now, bool needed);
  // Who signed it; a rejection when a signature in it does not hold.
  std::variant<std::vector<std::string>, Rejection, Failure> signers_of(std::string_view pdf,
                                                                        Moment now);

  Registrar& registrar_;
  DossierCache& cache_;
  const World& world_;
  ports::Clock& clock_;
  SigningTools tools_;
};

inline constexpr RejectionKind no_signing_key{"no_signing_key",
                                              "Cơ quan chưa có khóa ký số của bạn.",
                                              "The office holds no signing key of yours."};
inline constexpr RejectionKind signing_key_refused{
    "signing_key_refused", "Không mở được khóa ký số: sai mật khẩu hoặc thiết bị chưa sẵn sàng.",
    "The signing key could not be opened: wrong passphrase, or its device is not ready."};
inline constexpr RejectionKind no_seal{"no_seal", "Cơ quan chưa có con dấu số.",
                                       "The office has no digital seal."};
inline constexpr RejectionKind paper_not_a_pdf{"paper_not_a_pdf",
                                               "Tệp kết quả phải là PDF nguyên vẹn.",
                                               "The result must be an undamaged PDF."};
inline constexpr RejectionKind paper_not_signed{
    "paper_not_signed", "Văn bản chưa có chữ ký số nào.", "The paper bears no digital signature."};
inline constexpr RejectionKind signature_does_not_hold{
    "signature_does_not_hold", "Chữ ký số của {signer} không còn đúng với văn bản.",
    "The digital signature of {signer} does not hold for this paper."};

}  // namespace motcua::commands

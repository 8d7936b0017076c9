// What the tests of this module share: a signed paper and who may sign it.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "pdf/render.hpp"
#include "pdf/sample_papers.hpp"
#include "signature/certificates.hpp"
#include "signature/file_key.hpp"
#include "signature/pades_signer.hpp"
#include "signature/pdf_signature_reader.hpp"
#include "signature/sample_authority.hpp"

namespace motcua::signature {

inline std::string a_paper() { return pdf::render_pdf(document::Slip{pdf::sample::receipt()}); }

// The moment of signing in most tests: certificates made by a test are valid from then on.
inline Moment right_now() {
  return from_unix(std::chrono::duration_cast<std::chrono::seconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                       .count());
}

inline std::unique_ptr<ports::SigningKey> key_of(const std::string& file) {
  auto key = open_key_file({file + ".key", sample::passphrase, file + ".pem"});
  if (!key) throw std::runtime_error(key.error().what);
  return std::move(*key);
}

inline ports::SignatureOrder officer_order() {
  return {.field = "can-bo",
          .mark = ports::OfficerMark{"Nguyễn Thị Ánh Nguyệt", "Phó Giám đốc",
                                     "Sở Ngoại vụ thành phố Hà Nội"},
          .place = ports::OnPage{ports::PagePart::LowerRight, {}},
          .permission = ports::Permission::Approve,
          .reason = "Phê duyệt kết quả",
          .location = "Hà Nội",
          .time = right_now()};
}

inline ports::SignatureOrder seal_order() {
  return {.field = "con-dau",
          .mark = ports::SealMark{"Sở Ngoại vụ thành phố Hà Nội"},
          .place = ports::OnPage{ports::PagePart::LowerLeft, {}},
          .permission = ports::Permission::Approve,
          .reason = {},
          .location = {},
          .time = right_now()};
}

// The paper, or the failure as a failed test.
inline std::string must(OrFailure<std::string> signed_paper) {
  if (!signed_paper) throw std::runtime_error(signed_paper.error().what);
  return std::move(*signed_paper);
}

class Signing : public testing::Test {
 protected:
  std::string sign(const std::string& paper, const ports::SignatureOrder& order,
                   ports::SigningKey& key) {
    return must(PadesSigner(nullptr).sign(paper, order, key));
  }
  std::string signed_by_officer() {
    return sign(a_paper(), officer_order(), *key_of(authority_.officer()));
  }
  std::string signed_by_both() {
    return sign(signed_by_officer(), seal_order(), *key_of(authority_.seal()));
  }

  // Signatures in the paper as our own reader sees them, with the authority's root as anchor.
  std::vector<ports::SignatureAccount> read(const std::string& paper) {
    const auto accounts = try_to_read(paper);
    if (!accounts) throw std::runtime_error(accounts.error().what);
    return *accounts;
  }
  OrFailure<std::vector<ports::SignatureAccount>> try_to_read(const std::string& paper) {
    return PdfSignatureReader({*load_certificates(authority_.root())}).read(paper, right_now());
  }

  // What poppler says, with the root in its trust store.
  std::string pdfsig(const std::string& paper) {
    const auto& folder = authority_.folder();
    sample::write(folder.at("paper.pdf"), paper);
    folder.run(
        "test -d nss || { mkdir nss && certutil -N -d sql:nss --empty-password && "
        "certutil -A -d sql:nss -n root -t CT,C,C -i root.pem; }");
    return folder.try_to("pdfsig -nssdir sql:nss paper.pdf").said;
  }
  std::string qpdf_check(const std::string& paper) {
    sample::write(authority_.folder().at("paper.pdf"), paper);
    const auto ran = authority_.folder().try_to("qpdf --check paper.pdf");
    return ran.status == 0 ? std::string{} : ran.said;
  }

  sample::Authority authority_;
};

inline std::size_t count(const std::string& text, const std::string& what) {
  std::size_t times = 0;
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++times;
  return times;
}

}  // namespace motcua::signature

// What an office signs and checks signatures with, from the folder keys/ of its data. Wiring only.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "commands/issue_result.hpp"
#include "signature/http_timestamp_authority.hpp"
#include "signature/key_folder.hpp"
#include "signature/pades_signer.hpp"
#include "signature/pdf_signature_reader.hpp"

namespace motcua::runtime {

struct SigningOffice {
  commands::Registrar& registrar;
  commands::DossierCache& cache;
  const commands::World& world;
  ports::Clock& clock;
  ports::FileStore& files;
};

class Signing {
 public:
  // `keys` is the folder of key_folder.hpp; without keys.toml the office signs nothing and still
  // takes in papers that others signed.
  static OrFailure<std::unique_ptr<Signing>> open(const std::filesystem::path& keys,
                                                  const SigningOffice& office);

  commands::ResultIssuing& issuing() { return issuing_; }
  ports::SignatureReader& reader() { return reader_; }

 private:
  Signing(std::unique_ptr<signature::KeyFolder> keys, const SigningOffice& office);

  std::unique_ptr<signature::KeyFolder> keys_;
  std::optional<signature::HttpTimestampAuthority> authority_;
  signature::PadesSigner signer_;
  signature::PdfSignatureReader reader_;
  commands::ResultIssuing issuing_;
};

// Keys for everybody who signs in a demonstration office, unless the folder has some already.
OrFailure<Nothing> give_demo_keys(const std::filesystem::path& keys,
                                  const authority::Office& office, const std::string& seal_secret);

}  // namespace motcua::runtime

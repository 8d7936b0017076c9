// Writes the seeds of the signature fuzz target: small signed papers, so that no key and no signed
// file is kept in the repository.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "signature/file_key.hpp"
#include "signature/pades_signer.hpp"
#include "signature/plain_paper.hpp"
#include "signature/sample_authority.hpp"

namespace {

using namespace motcua;

std::string sign(const std::string& paper, const std::string& field, ports::SigningKey& key) {
  ports::SignatureOrder order;
  order.field = field;
  order.mark = ports::Unseen{};
  auto done = signature::PadesSigner(nullptr).sign(paper, order, key);
  if (!done) throw std::runtime_error(done.error().what);
  return std::move(*done);
}

void write_seeds(const std::filesystem::path& folder) {
  namespace sample = signature::sample;
  std::filesystem::create_directories(folder);
  const sample::Authority authority;
  const auto file = authority.officer();
  auto key = signature::open_key_file({file + ".key", sample::passphrase, file + ".pem"});
  if (!key) throw std::runtime_error(key.error().what);
  const auto plain = sample::plain_paper();
  const auto once = sign(plain, "a", **key);
  sample::write(folder / "plain", plain);
  sample::write(folder / "once", once);
  sample::write(folder / "twice", sign(once, "b", **key));
  sample::write(folder / "changed",
                sample::updated(once, {{4, sample::stream_of("BT (khac) Tj ET")}}));
  sample::write(authority.folder().at("plain.pdf"), plain);
  authority.folder().run("qpdf --object-streams=generate plain.pdf packed.pdf");
  sample::write(folder / "packed",
                sign(sample::content_of(authority.folder().at("packed.pdf")), "a", **key));
}

}  // namespace

int main(int, char** arguments) {
  try {
    write_seeds(arguments[1]);
    return 0;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
  }
}

// Results signed per second, on one core.
//
// An issued result is what issuing does of it: the letter composed, the officer's key opened with
// his passphrase, signed, sealed, and its signatures read over before it is kept. The rest of the
// benchmarks show parts of that on a receipt of one copy. Marks are drawn each time. No timestamp:
// its time is the authority's. Goal: 30 signed results a second and core.
#include <benchmark/benchmark.h>

#include "pdf/render.hpp"
#include "pdf/sample_papers.hpp"
#include "signature/certificates.hpp"
#include "signature/file_key.hpp"
#include "signature/pades_signer.hpp"
#include "signature/pdf_signature_reader.hpp"
#include "signature/sample_authority.hpp"

namespace motcua::signature {
namespace {

using ports::Integrity;
using sample::Algorithm;

const sample::Authority& authority() {
  static const sample::Authority made;
  return made;
}

std::string signer_with(Algorithm algorithm) {
  return authority().signer("signer", "/C=VN/CN=Nguyễn Thị Ánh Nguyệt", algorithm);
}

std::unique_ptr<ports::SigningKey> open_key(const std::string& file) {
  auto key = open_key_file({file + ".key", sample::passphrase, file + ".pem"});
  if (!key) throw std::runtime_error(key.error().what);
  return std::move(*key);
}

std::unique_ptr<ports::SigningKey> key_with(Algorithm algorithm) {
  return open_key(signer_with(algorithm));
}

std::string paper() {
  auto receipt = pdf::sample::receipt();
  receipt.copies = {document::Copy::Applicant};
  return pdf::render_pdf(document::Slip{receipt});
}

ports::SignatureOrder order(const std::string& field, ports::Mark mark, ports::PagePart part) {
  ports::SignatureOrder made;
  made.field = field;
  made.mark = std::move(mark);
  made.place = ports::OnPage{part, {}};
  made.time = pdf::sample::moment(2026, 1, 5, 8, 31);
  return made;
}

ports::SignatureOrder officer_order() {
  return order(
      "can-bo",
      ports::OfficerMark{"Nguyễn Thị Ánh Nguyệt", "Phó Giám đốc", "Sở Ngoại vụ thành phố Hà Nội"},
      ports::PagePart::LowerRight);
}
ports::SignatureOrder seal_order() {
  return order("con-dau", ports::SealMark{"Sở Ngoại vụ thành phố Hà Nội"},
               ports::PagePart::LowerLeft);
}

constexpr double goal = 30;  // results a second and core

ports::InRectangle in(const pdf::PlacedBox& room) {
  return {room.page + 1, room.left, room.top, room.width, room.height};
}

// Whether both signatures of the result hold.
bool issue(const document::Decision& letter, const std::string& officer, ports::SigningKey& seal,
           PdfSignatureReader& reader) {
  const auto printed = pdf::print(letter);
  const auto room = pdf::signing_room(letter, printed.layout);
  auto by_officer = officer_order();
  by_officer.place = in(room);
  auto by_office = seal_order();
  by_office.place = in(pdf::seal_room(room));
  const auto key = open_key(officer);
  const auto once = PadesSigner(nullptr).sign(printed.pdf, by_officer, *key);
  if (!once) return false;
  const auto twice = PadesSigner(nullptr).sign(*once, by_office, seal);
  if (!twice) return false;
  const auto accounts = reader.read(*twice, by_officer.time);
  return accounts && accounts->size() == 2 && accounts->at(0).integrity == Integrity::Intact &&
         accounts->at(1).integrity == Integrity::Intact;
}

void issue_again_and_again(benchmark::State& state, Algorithm algorithm) {
  const auto officer = signer_with(algorithm);
  const auto seal = open_key(authority().signer("seal", "/C=VN/CN=Sở Ngoại vụ Hà Nội", algorithm));
  PdfSignatureReader reader({*load_certificates(authority().root())});
  const auto letter = pdf::sample::letter();
  for (auto _ : state) {
    if (!issue(letter, officer, *seal, reader)) return state.SkipWithError("not issued");
  }
  state.SetItemsProcessed(state.iterations());
  state.counters["at_least"] = goal;
}

void issued_result_rsa_3072(benchmark::State& state) {
  issue_again_and_again(state, Algorithm::Rsa3072);
}
BENCHMARK(issued_result_rsa_3072)->Unit(benchmark::kMillisecond);

void issued_result_ecdsa_p256(benchmark::State& state) {
  issue_again_and_again(state, Algorithm::P256);
}
BENCHMARK(issued_result_ecdsa_p256)->Unit(benchmark::kMillisecond);

void sign_again_and_again(benchmark::State& state, Algorithm algorithm) {
  const auto key = key_with(algorithm);
  const auto pdf = paper();
  for (auto _ : state) {
    const auto done = PadesSigner(nullptr).sign(pdf, officer_order(), *key);
    if (!done) return state.SkipWithError(done.error().what.c_str());
  }
  state.SetItemsProcessed(state.iterations());
  state.counters["at_least"] = goal;
}

void sign_rsa_3072(benchmark::State& state) { sign_again_and_again(state, Algorithm::Rsa3072); }
BENCHMARK(sign_rsa_3072)->Unit(benchmark::kMillisecond);

void sign_ecdsa_p256(benchmark::State& state) { sign_again_and_again(state, Algorithm::P256); }
BENCHMARK(sign_ecdsa_p256)->Unit(benchmark::kMillisecond);

void sign_and_seal_rsa_3072(benchmark::State& state) {
  const auto key = key_with(Algorithm::Rsa3072);
  const auto pdf = paper();
  for (auto _ : state) {
    const auto once = PadesSigner(nullptr).sign(pdf, officer_order(), *key);
    if (!once) return state.SkipWithError(once.error().what.c_str());
    const auto twice = PadesSigner(nullptr).sign(*once, seal_order(), *key);
    if (!twice) return state.SkipWithError(twice.error().what.c_str());
  }
  state.SetItemsProcessed(state.iterations());
  state.counters["at_least"] = goal;
}
BENCHMARK(sign_and_seal_rsa_3072)->Unit(benchmark::kMillisecond);

void read_two_signatures(benchmark::State& state) {
  const auto key = key_with(Algorithm::P256);
  const auto once = PadesSigner(nullptr).sign(paper(), officer_order(), *key);
  const auto twice = PadesSigner(nullptr).sign(*once, seal_order(), *key);
  PdfSignatureReader reader({*load_certificates(authority().root())});
  for (auto _ : state) {
    const auto accounts = reader.read(*twice, pdf::sample::moment(2026, 12, 31, 8, 0));
    if (!accounts || accounts->size() != 2) return state.SkipWithError("cannot be read");
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(read_two_signatures)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace motcua::signature

BENCHMARK_MAIN();

// Papers signed by an officer and sealed by his agency, checked by poppler, QPDF and ourselves.
#include "signature/signing_test.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <iterator>

namespace motcua::signature {
namespace {

using ports::Integrity;
using ports::LaterChange;
using ports::TimeSource;

TEST_F(Signing, an_officers_signature_is_valid_and_trusted_for_poppler) {
  const auto said = pdfsig(signed_by_officer());
  EXPECT_EQ(count(said, "Signature is Valid."), 1) << said;
  EXPECT_EQ(count(said, "Certificate is Trusted."), 1) << said;
  EXPECT_EQ(count(said, "Total document signed"), 1) << said;
  EXPECT_EQ(count(said, "ETSI.CAdES.detached"), 1) << said;
  EXPECT_EQ(count(said, "CN=Nguyễn Thị Ánh Nguyệt,O=Sở Ngoại vụ Hà Nội,C=VN"), 1) << said;
}

TEST_F(Signing, officer_then_seal_both_hold_in_order) {
  const auto paper = signed_by_both();
  const auto said = pdfsig(paper);
  EXPECT_EQ(count(said, "Signature is Valid."), 2) << said;
  EXPECT_EQ(count(said, "Certificate is Trusted."), 2) << said;
  EXPECT_EQ(count(said, "Not total document signed"), 1) << said;

  const auto accounts = read(paper);
  ASSERT_EQ(accounts.size(), 2);
  EXPECT_EQ(accounts[0].field, "can-bo");
  EXPECT_EQ(accounts[0].revision, 1);
  EXPECT_EQ(accounts[0].later_change, LaterChange::FurtherSignatures);
  EXPECT_FALSE(accounts[0].covers_whole_file);
  EXPECT_EQ(accounts[1].field, "con-dau");
  EXPECT_EQ(accounts[1].revision, 2);
  EXPECT_EQ(accounts[1].later_change, LaterChange::Nothing);
  EXPECT_TRUE(accounts[1].covers_whole_file);
  for (const auto& account : accounts) EXPECT_TRUE(holds(account)) << account.fault;
}

TEST_F(Signing, the_account_says_who_signed_when_and_why) {
  const auto order = officer_order();
  const auto accounts = read(sign(a_paper(), order, *key_of(authority_.officer())));
  ASSERT_EQ(accounts.size(), 1);
  const auto& account = accounts[0];
  EXPECT_EQ(account.signer, "Nguyễn Thị Ánh Nguyệt");
  EXPECT_EQ(account.organisation, "Sở Ngoại vụ Hà Nội");
  EXPECT_EQ(account.issuer, "CN=Gốc tin cậy thử nghiệm,C=VN");
  EXPECT_FALSE(account.serial.empty());
  EXPECT_LE(account.valid_from, right_now());
  EXPECT_EQ(account.valid_until - account.valid_from, std::chrono::days{800});
  EXPECT_EQ(account.reason, "Phê duyệt kết quả");
  EXPECT_EQ(account.location, "Hà Nội");
  ASSERT_TRUE(account.time.has_value());
  EXPECT_EQ(account.time->moment, order.time);
  EXPECT_EQ(account.time->source, TimeSource::Claimed);
}

TEST_F(Signing, a_key_of_rsa_3072_bits_signs_too) {
  const auto file = authority_.signer("rsa", "/C=VN/CN=Khoá RSA", sample::Algorithm::Rsa3072);
  const auto paper = sign(a_paper(), officer_order(), *key_of(file));
  EXPECT_EQ(count(pdfsig(paper), "Signature is Valid."), 1);
  EXPECT_TRUE(holds(read(paper).at(0)));
}

TEST_F(Signing, a_key_on_another_curve_is_refused) {
  const auto file = authority_.signer("p384", "/CN=P-384", sample::Algorithm::P384);
  const auto refused = PadesSigner(nullptr).sign(a_paper(), officer_order(), *key_of(file));
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().what, testing::HasSubstr("P-256"));
}

TEST_F(Signing, signed_papers_are_well_formed) {
  EXPECT_EQ(qpdf_check(signed_by_officer()), "");
  EXPECT_EQ(qpdf_check(signed_by_both()), "");
}

TEST_F(Signing, what_was_there_keeps_its_bytes) {
  const auto paper = a_paper();
  const auto once = sign(paper, officer_order(), *key_of(authority_.officer()));
  EXPECT_TRUE(once.starts_with(paper));
  EXPECT_TRUE(sign(once, seal_order(), *key_of(authority_.seal())).starts_with(once));
}

TEST_F(Signing, the_cms_claims_no_time_and_names_its_certificate) {
  const auto prepared = PadesSigner(nullptr).prepare(a_paper(), officer_order(),
                                                     key_of(authority_.officer())->certificates());
  ASSERT_TRUE(prepared.ok());
  sample::write(authority_.folder().at("cms"), prepared->cms);
  const auto shown = authority_.folder().run("openssl cms -cmsout -print -inform DER -in cms");
  EXPECT_EQ(count(shown, "signingTime"), 0);
  EXPECT_EQ(count(shown, "id-smime-aa-signingCertificateV2"), 1);
}

TEST_F(Signing, one_flipped_byte_is_found_by_poppler_and_by_us) {
  auto paper = signed_by_officer();
  paper[paper.find("stream\n") + 100] ^= 1;  // in what the page shows
  EXPECT_EQ(count(pdfsig(paper), "Digest Mismatch."), 1);
  EXPECT_EQ(read(paper).at(0).integrity, Integrity::Altered);
}

TEST_F(Signing, an_unseen_signature_leaves_the_page_as_it_is) {
  auto order = seal_order();
  order.mark = ports::Unseen{};
  const auto paper = sign(a_paper(), order, *key_of(authority_.seal()));
  EXPECT_TRUE(holds(read(paper).at(0)));
  EXPECT_EQ(count(paper.substr(a_paper().size()), "/AP"), 0);
}

// An apology leaves room between the signatory's capacity and his name; nothing is written over.
TEST_F(Signing, the_marks_go_where_the_paper_leaves_room) {
  const auto printed = pdf::print(document::Slip{pdf::sample::apology()});
  const auto& boxes = printed.layout.boxes;
  const auto hint = std::ranges::find_if(
      boxes, [](const auto& box) { return box.words.find("đóng dấu)") != box.words.npos; });
  ASSERT_NE(hint, boxes.end());
  const auto name = std::next(hint);
  const double middle = hint->left + hint->width / 2;
  const double top = hint->top + hint->height;
  ports::InRectangle room{hint->page + 1, middle - 85, top, 170, name->top - top};
  ASSERT_GT(room.height, 20);

  auto order = officer_order();
  order.place = room;
  const auto once = sign(printed.pdf, order, *key_of(authority_.officer()));
  EXPECT_EQ(count(pdfsig(once), "Signature is Valid."), 1);
  for (const auto& box : boxes) {
    const bool apart = box.page + 1 != room.page || box.left >= room.left + room.width ||
                       box.left + box.width <= room.left || box.top >= top + room.height ||
                       box.top + box.height <= top + 0.01;
    EXPECT_TRUE(apart) << box.words;
  }
}

TEST_F(Signing, a_certified_paper_allows_the_seal_and_nothing_else_first) {
  auto first = officer_order();
  first.permission = ports::Permission::CertifyWithApprovals;
  const auto certified = sign(a_paper(), first, *key_of(authority_.officer()));
  EXPECT_EQ(qpdf_check(certified), "");
  const auto seal = key_of(authority_.seal());
  EXPECT_EQ(read(sign(certified, seal_order(), *seal)).size(), 2);

  auto second = seal_order();
  second.permission = ports::Permission::CertifyAsFinal;
  EXPECT_FALSE(PadesSigner(nullptr).sign(certified, second, *seal).ok());
}

TEST_F(Signing, a_paper_certified_as_final_takes_no_further_signature) {
  auto order = officer_order();
  order.permission = ports::Permission::CertifyAsFinal;
  const auto final = sign(a_paper(), order, *key_of(authority_.officer()));
  EXPECT_TRUE(holds(read(final).at(0)));
  const auto refused = PadesSigner(nullptr).sign(final, seal_order(), *key_of(authority_.seal()));
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().what, testing::HasSubstr("final"));
}

TEST_F(Signing, a_field_is_signed_once) {
  const auto key = key_of(authority_.officer());
  const auto once = sign(a_paper(), officer_order(), *key);
  const auto refused = PadesSigner(nullptr).sign(once, officer_order(), *key);
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().what, testing::HasSubstr("signed already"));
}

TEST_F(Signing, names_of_fields_are_checked) {
  const auto key = key_of(authority_.officer());
  for (const std::string name : {"", "a.b", "\xff"}) {
    auto order = officer_order();
    order.field = name;
    EXPECT_FALSE(PadesSigner(nullptr).sign(a_paper(), order, *key).ok()) << name;
  }
}

TEST_F(Signing, a_paper_without_signatures_has_no_accounts) {
  EXPECT_TRUE(read(a_paper()).empty());
}

TEST_F(Signing, an_unknown_root_is_told_from_a_forgery) {
  const auto accounts = PdfSignatureReader(TrustAnchors{}).read(signed_by_officer(), right_now());
  ASSERT_TRUE(accounts.ok());
  EXPECT_EQ(accounts->at(0).integrity, Integrity::Intact);
  EXPECT_FALSE(accounts->at(0).trusted);
  EXPECT_FALSE(accounts->at(0).distrust.empty());
}

TEST_F(Signing, without_a_timestamp_trust_ends_with_the_certificate) {
  const auto paper = signed_by_officer();
  PdfSignatureReader reader({*load_certificates(authority_.root())});
  const auto later = reader.read(paper, right_now() + std::chrono::days{900});
  ASSERT_TRUE(later.ok());
  EXPECT_EQ(later->at(0).integrity, Integrity::Intact);
  EXPECT_FALSE(later->at(0).trusted);
}

}  // namespace
}  // namespace motcua::signature

// Papers other programs wrote: signed where that can be done soundly, refused with a reason where
// not.
#include <gmock/gmock.h>

#include "signature/plain_paper.hpp"
#include "signature/signing_test.hpp"

namespace motcua::signature {
namespace {

using sample::pdf_of;
using sample::plain_bodies;
using testing::HasSubstr;

class ForeignPapers : public Signing {
 protected:
  std::string rewritten(const std::string& options) {
    const auto& folder = authority_.folder();
    sample::write(folder.at("ours.pdf"), a_paper());
    folder.run("qpdf " + options + " ours.pdf theirs.pdf");
    return sample::content_of(folder.at("theirs.pdf"));
  }
  std::string refusal(const std::string& paper,
                      const ports::SignatureOrder& order = officer_order()) {
    const auto done = PadesSigner(nullptr).sign(paper, order, *key_of(authority_.officer()));
    return done ? std::string{} : done.error().what;
  }
  void expect_two_signatures_hold(const std::string& paper) {
    const auto once = sign(paper, officer_order(), *key_of(authority_.officer()));
    const auto twice = sign(once, seal_order(), *key_of(authority_.seal()));
    EXPECT_EQ(qpdf_check(twice), "");
    const auto said = pdfsig(twice);
    EXPECT_EQ(count(said, "Signature is Valid."), 2) << said;
    const auto accounts = read(twice);
    ASSERT_EQ(accounts.size(), 2);
    for (const auto& account : accounts) EXPECT_TRUE(holds(account)) << account.changed;
  }
};

TEST_F(ForeignPapers, with_cross_reference_streams_and_object_streams) {
  const auto paper = rewritten("--object-streams=generate");
  ASSERT_EQ(count(paper, "\ntrailer"), 0);
  expect_two_signatures_hold(paper);
}

TEST_F(ForeignPapers, linearised_with_tables_or_streams) {
  expect_two_signatures_hold(rewritten("--linearize --object-streams=disable"));
  expect_two_signatures_hold(rewritten("--linearize --object-streams=generate"));
}

TEST_F(ForeignPapers, of_an_old_version_and_with_an_identifier) {
  const auto paper = rewritten("--force-version=1.4 --deterministic-id --object-streams=disable");
  ASSERT_TRUE(paper.starts_with("%PDF-1.4"));
  expect_two_signatures_hold(paper);
}

TEST_F(ForeignPapers, turned_by_quarters) {
  for (const std::string angle : {"90", "180", "270"}) {
    const auto paper = rewritten("--rotate=+" + angle + ":1-z");
    const auto once = sign(paper, officer_order(), *key_of(authority_.officer()));
    EXPECT_TRUE(holds(read(once).at(0))) << angle;
    EXPECT_EQ(qpdf_check(once), "") << angle;
    sample::write(authority_.folder().at("turned.pdf"), once);
    const auto words = authority_.folder().run("pdftotext -layout turned.pdf -");
    EXPECT_THAT(words, HasSubstr("Người ký: Nguyễn Thị Ánh Nguyệt")) << angle;
  }
}

TEST_F(ForeignPapers, encrypted_ones_are_refused) {
  const auto paper = rewritten("--encrypt '' chu 256 --");
  EXPECT_THAT(refusal(paper), HasSubstr("encrypted"));
  const auto accounts = try_to_read(paper);
  ASSERT_FALSE(accounts.ok());
  EXPECT_THAT(accounts.error().what, HasSubstr("encrypted"));
}

TEST_F(ForeignPapers, damaged_ones_are_refused_and_never_repaired) {
  const auto paper = a_paper();
  EXPECT_NE(refusal(paper.substr(0, paper.size() / 2)), "");
  EXPECT_NE(refusal(""), "");
  EXPECT_NE(refusal("hello"), "");
  auto moved = paper;
  moved.insert(paper.find("endobj"), "        ");  // every offset after it is wrong
  EXPECT_NE(refusal(moved), "");
}

TEST_F(ForeignPapers, the_mark_goes_where_the_paper_names_a_place) {
  const auto names = "/Names <</Dests <</Names [(cho-ky) [3 0 R /XYZ 100 400 null]]>>>>";
  auto order = officer_order();
  order.place = ports::AtDestination{"cho-ky"};
  const auto paper = sign(pdf_of(plain_bodies(names)), order, *key_of(authority_.officer()));
  EXPECT_THAT(paper, HasSubstr("/Rect [100.00 "));
  EXPECT_THAT(paper, HasSubstr(" 325.00 400.00]"));
  order.place = ports::AtDestination{"khac"};
  EXPECT_THAT(refusal(pdf_of(plain_bodies(names)), order), HasSubstr("khac"));
}

TEST_F(ForeignPapers, a_mark_never_leaves_the_page) {
  const auto names = "/Names <</Dests <</Names [(cho-ky) [3 0 R /XYZ 590 10 null]]>>>>";
  auto order = officer_order();
  order.place = ports::AtDestination{"cho-ky"};
  const auto paper = sign(pdf_of(plain_bodies(names)), order, *key_of(authority_.officer()));
  EXPECT_THAT(paper, HasSubstr("/Rect [370.00 0.00 595.00 "));
}

TEST_F(ForeignPapers, the_mark_keeps_to_the_room_it_is_given) {
  auto order = officer_order();
  order.place = ports::InRectangle{1, 100, 200, 150, 40};  // from the upper left corner
  const auto paper = sign(sample::plain_paper(), order, *key_of(authority_.officer()));
  EXPECT_THAT(paper, HasSubstr("/Rect [100.00 602.00 250.00 642.00]"));
  order.place = ports::InRectangle{1, 100, 200, 300, 200};
  const auto roomy = sign(sample::plain_paper(), order, *key_of(authority_.officer()));
  EXPECT_THAT(roomy, HasSubstr("/Rect [137.50 "));  // 225 points wide, in the middle
  order.place = ports::InRectangle{1, 100, 200, 0, 40};
  EXPECT_THAT(refusal(sample::plain_paper(), order), HasSubstr("no room"));
}

TEST_F(ForeignPapers, a_page_that_is_not_there_is_refused) {
  auto order = officer_order();
  order.place = ports::OnPage{ports::PagePart::LowerRight, 2};
  EXPECT_THAT(refusal(sample::plain_paper(), order), HasSubstr("no page 2"));
  order.place = ports::OnPage{ports::PagePart::LowerRight, 0};
  EXPECT_NE(refusal(sample::plain_paper(), order), "");
}

std::string paper_with_waiting_field(const std::string& more = {}) {
  auto bodies = plain_bodies("/AcroForm 6 0 R", "/Annots [7 0 R 8 0 R]");
  bodies.push_back("<</Fields [7 0 R 8 0 R] /DA (/F 0 Tf) /DR <</Font <</F 5 0 R>>>>>>");
  bodies.push_back(
      "<</Type /Annot /Subtype /Widget /FT /Tx /T (ghi-chu) /V (giu nguyen) "
      "/Rect [72 500 300 520] /P 3 0 R>>");
  bodies.push_back(
      "<</Type /Annot /Subtype /Widget /FT /Sig /T (can-bo) "
      "/Rect [300 100 500 180] /F 4 /P 3 0 R " +
      more + ">>");
  return pdf_of(bodies);
}

TEST_F(ForeignPapers, a_field_that_waits_is_signed_in_its_place) {
  const auto paper = paper_with_waiting_field();
  const auto once = sign(paper, officer_order(), *key_of(authority_.officer()));
  const auto added = once.substr(paper.size());
  EXPECT_EQ(count(added, "/FT /Sig"), 1);
  EXPECT_EQ(count(added, "\n8 0 obj"), 1);
  EXPECT_EQ(count(added, "/DA (/F 0 Tf)"), 1);  // the rest of the form stays
  EXPECT_TRUE(holds(read(once).at(0)));
  EXPECT_EQ(qpdf_check(once), "");
}

TEST_F(ForeignPapers, the_seal_first_and_the_waiting_officer_later) {
  const auto sealed = sign(paper_with_waiting_field(), seal_order(), *key_of(authority_.seal()));
  const auto both = sign(sealed, officer_order(), *key_of(authority_.officer()));
  const auto accounts = read(both);
  ASSERT_EQ(accounts.size(), 2);
  EXPECT_EQ(accounts[0].field, "con-dau");
  EXPECT_EQ(accounts[0].changed, "");
  EXPECT_TRUE(holds(accounts[0]));
  EXPECT_TRUE(holds(accounts[1]));
}

}  // namespace
}  // namespace motcua::signature

// What people do to signed papers, and to programs that read them.
#include <gmock/gmock.h>
#include <zlib.h>

#include <sstream>

#include "signature/plain_paper.hpp"
#include "signature/signing_test.hpp"
#include "signature/unpacked_size.hpp"

namespace motcua::signature {
namespace {

using ports::Integrity;
using ports::LaterChange;
using sample::plain_bodies;
using sample::stream_of;
using sample::updated;
using testing::HasSubstr;

class HostilePapers : public Signing {
 protected:
  HostilePapers() {
    signed_ = sign(sample::plain_paper(), officer_order(), *key_of(authority_.officer()));
  }
  ports::SignatureAccount first(const std::string& paper) { return read(paper).at(0); }

  // The signature is sound, and the paper is not what was signed.
  void expect_changed(const std::string& paper, const std::string& where) {
    const auto account = first(paper);
    EXPECT_EQ(account.integrity, Integrity::Intact);
    EXPECT_EQ(account.later_change, LaterChange::Content);
    EXPECT_THAT(account.changed, HasSubstr(where));
    EXPECT_FALSE(holds(account));
  }

  // The newest version of an object's text, without "n 0 obj" and "endobj".
  std::string body(int number) {
    const auto head = "\n" + std::to_string(number) + " 0 obj\n";
    const auto at = signed_.rfind(head) + head.size();
    return signed_.substr(at, signed_.find("\nendobj", at) - at);
  }
  std::string body_with(int number, const std::string& entries) {
    auto text = body(number);
    return text.insert(text.rfind(">>"), " " + entries);
  }

  int number_after(const std::string& text) {
    const auto at = signed_.find(text);
    if (at == signed_.npos) throw std::runtime_error("not in the paper: " + text);
    return std::stoi(signed_.substr(at + text.size()));
  }
  // The officer's field, as the form lists it.
  std::string field_reference() {
    return std::to_string(number_after("/AcroForm <</Fields [")) + " 0 R";
  }

  std::string signed_;
};

TEST_F(HostilePapers, content_replaced_by_an_update) {
  expect_changed(updated(signed_, {{4, stream_of("BT /F 24 Tf 72 700 Td (1 ty dong) Tj ET")}}),
                 "/Contents");
}

TEST_F(HostilePapers, typeface_replaced_so_that_figures_read_otherwise) {
  expect_changed(updated(signed_, {{5, "<</Type /Font /Subtype /Type1 /BaseFont /Symbol>>"}}),
                 "/Font/F/BaseFont");
}

TEST_F(HostilePapers, page_added) {
  expect_changed(updated(signed_, {{2, "<</Type /Pages /Count 2 /Kids [3 0 R 900 0 R]>>"},
                                   {900, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>"}}),
                 "/Pages");
}

TEST_F(HostilePapers, whole_document_exchanged_behind_a_new_catalogue) {
  expect_changed(
      updated(signed_,
              {{900, "<</Type /Catalog /Pages 901 0 R /AcroForm <</SigFlags 3 /Fields [" +
                         field_reference() + "]>>>>"},
               {901, "<</Type /Pages /Count 1 /Kids [902 0 R]>>"},
               {902, "<</Type /Page /Parent 901 0 R /MediaBox [0 0 595 842]>>"}},
              "900 0 R"),
      "catalogue");
}

TEST_F(HostilePapers, something_laid_over_the_page) {
  auto with_note = body(3);
  with_note.insert(with_note.rfind(']'), " 900 0 R");
  expect_changed(updated(signed_, {{3, with_note},
                                   {900,
                                    "<</Type /Annot /Subtype /FreeText /Rect [0 0 595 842] "
                                    "/Contents (da sua)>>"}}),
                 "/Annots");
}

TEST_F(HostilePapers, a_widget_laid_over_the_page_that_is_no_signature) {
  auto with_widget = body(3);
  with_widget.insert(with_widget.rfind(']'), " 900 0 R");
  expect_changed(
      updated(signed_, {{3, with_widget},
                        {900, "<</Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 595 842]>>"}}),
      "/Annots");
}

TEST_F(HostilePapers, a_widget_outside_the_form_with_a_made_up_signature) {
  auto with_widget = body(3);
  with_widget.insert(with_widget.rfind(']'), " 900 0 R");
  expect_changed(updated(signed_, {{3, with_widget},
                                   {900,
                                    "<</Type /Annot /Subtype /Widget /FT /Sig /T (x) /V "
                                    "<</Type /Sig>> /Rect [0 0 595 842]>>"}}),
                 "/Annots");
}

// The new field's signature is the officer's own, and sound; its mark covers the page.
TEST_F(HostilePapers, a_field_that_claims_the_signature_of_another) {
  const auto signature = std::to_string(number_after("/V ")) + " 0 R";
  auto page = body(3);
  page.insert(page.rfind(']'), " 900 0 R");
  auto catalogue = body(1);
  catalogue.insert(catalogue.find(field_reference()), "900 0 R ");
  const auto accounts =
      read(updated(signed_, {{1, catalogue},
                             {3, page},
                             {900, "<</Type /Annot /Subtype /Widget /FT /Sig /T (x) /V " +
                                       signature + " /Rect [0 0 595 842]>>"}}));
  ASSERT_EQ(accounts.size(), 2);
  for (const auto& account : accounts) {
    EXPECT_EQ(account.integrity, Integrity::Intact);
    EXPECT_FALSE(holds(account)) << account.field;
  }
}

TEST_F(HostilePapers, a_script_added) {
  expect_changed(
      updated(signed_,
              {{1, body_with(1, "/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>")}}),
      "/OpenAction");
}

TEST_F(HostilePapers, a_signers_mark_exchanged) {
  const auto mark = number_after("/AP <</N ");
  expect_changed(updated(signed_, {{mark, stream_of("0 0 1 rg 0 0 90 90 re f",
                                                    "/Type /XObject /Subtype /Form "
                                                    "/BBox [0 0 90 90]")}}),
                 "/AP");
}

TEST_F(HostilePapers, a_signature_taken_out_before_another) {
  const auto sealed = sign(signed_, seal_order(), *key_of(authority_.seal()));
  ASSERT_EQ(read(sealed).size(), 2);
  signed_ = sealed;
  auto catalogue = body(1);
  const auto at = catalogue.find(field_reference());
  expect_changed(updated(sealed, {{1, catalogue.erase(at, field_reference().size())}}), "/Fields");
}

TEST_F(HostilePapers, bytes_after_the_end_do_not_count_as_signed) {
  EXPECT_TRUE(first(signed_ + "\r\n").covers_whole_file);
  EXPECT_FALSE(first(signed_ + "% more\n").covers_whole_file);
}

TEST_F(HostilePapers, ranges_that_leave_out_more_or_overlap) {
  constexpr std::size_t room = 38;  // that the numbers are given
  const auto at = signed_.rfind("/ByteRange ") + 11;
  std::istringstream numbers(signed_.substr(at + 1, room));
  std::size_t from = 0, before = 0, after = 0, size = 0;
  numbers >> from >> before >> after >> size;
  const auto ranges = [](std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
    std::ostringstream text;
    text << '[' << a << ' ' << b << ' ' << c << ' ' << d << ']';
    return text.str();
  };
  for (auto wrong : {ranges(0, before - 1, after, size), ranges(0, before, after + 1, size - 1),
                     ranges(1, before - 1, after, size), ranges(0, before, before - 9, size),
                     ranges(0, before, after, size + 9), ranges(0, signed_.size() * 9, after, size),
                     std::string{"[0 1 2]"}, std::string{"[0 -1 (a) null]"}, std::string{"7"}}) {
    const auto name = wrong;
    wrong.resize(room, ' ');
    auto paper = signed_;
    const auto account = first(paper.replace(at, room, wrong));
    EXPECT_EQ(account.integrity, Integrity::Altered) << name;
    EXPECT_EQ(account.later_change, LaterChange::Content) << name;
    EXPECT_THAT(account.fault, HasSubstr("/ByteRange")) << name;
  }
}

TEST_F(HostilePapers, something_hidden_in_the_room_of_the_signature) {
  auto paper = signed_;
  paper[paper.find('>', paper.rfind("/Contents <")) - 1] = '1';
  const auto account = first(paper);
  EXPECT_EQ(account.integrity, Integrity::NotUnderstood);
  EXPECT_FALSE(holds(account));
}

TEST_F(HostilePapers, every_flipped_byte_of_what_was_signed_is_noticed) {
  const auto hole = signed_.rfind("/Contents <");
  const auto end_of_hole = signed_.find('>', hole);
  for (std::size_t at = 0; at < signed_.size(); at += 61) {
    if (at >= hole && at <= end_of_hole) continue;
    auto paper = signed_;
    paper[at] ^= 1;
    const auto accounts = try_to_read(paper);
    EXPECT_FALSE(accounts.ok() && accounts->size() == 1 && holds(accounts->at(0))) << at;
  }
}

TEST_F(HostilePapers, truncated_anywhere_they_are_read_without_harm) {
  for (std::size_t size = 0; size < signed_.size(); size += 211) {
    const auto accounts = try_to_read(signed_.substr(0, size));
    EXPECT_FALSE(accounts.ok() && !accounts->empty() && holds(accounts->at(0))) << size;
  }
}

TEST_F(HostilePapers, fields_that_are_their_own_ancestors) {
  auto bodies = plain_bodies("/AcroForm <</Fields [6 0 R 7 0 R 8 0 R]>>");
  bodies.push_back("<</T (a) /Kids [6 0 R 7 0 R] /Parent 7 0 R>>");
  bodies.push_back("<</T (b) /Kids [6 0 R] /Parent 6 0 R>>");
  bodies.push_back("<</T (c) /FT /Sig /V 8 0 R /Parent 8 0 R>>");
  const auto accounts = read(sample::pdf_of(bodies));
  ASSERT_EQ(accounts.size(), 1);
  EXPECT_EQ(accounts[0].integrity, Integrity::Altered);
}

TEST_F(HostilePapers, more_signatures_than_anybody_gives) {
  std::string fields;
  auto bodies = plain_bodies();
  for (int i = 0; i < 60; ++i) {
    bodies.push_back("<</T (" + std::to_string(i) + ") /FT /Sig /V <</Type /Sig>>>>");
    fields += std::to_string(bodies.size()) + " 0 R ";
  }
  bodies[0] = "<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [" + fields + "]>>>>";
  const auto refused = try_to_read(sample::pdf_of(bodies));
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().what, HasSubstr("signatures"));
}

TEST_F(HostilePapers, page_trees_deeper_than_a_stack) {
  std::vector<std::string> bodies{"<</Type /Catalog /Pages 2 0 R>>"};
  for (int i = 3; i < 60'000; ++i) {
    bodies.push_back("<</Type /Pages /Count 1 /Kids [" + std::to_string(i) + " 0 R]>>");
  }
  bodies.push_back("<</Type /Page /MediaBox [0 0 595 842]>>");
  const auto key = key_of(authority_.officer());
  const auto paper = sign(sample::pdf_of(bodies), officer_order(), *key);
  EXPECT_TRUE(holds(first(paper + "\n")));
  EXPECT_EQ(read(sign(paper, seal_order(), *key)).size(), 2);
}

std::string packed(const std::string& content) {
  uLongf size = compressBound(content.size());
  std::string out(size, '\0');
  compress(reinterpret_cast<Bytef*>(out.data()), &size,
           reinterpret_cast<const Bytef*>(content.data()), content.size());
  out.resize(size);
  return out;
}

std::string object_of(const std::string& content, const std::string& entries) {
  return "7 0 obj\n" + stream_of(content, entries) + "\nendobj\n";
}

TEST(UnpackedSizes, a_bomb_is_refused_under_any_name) {
  const Limits limits{.unpacked = 1u << 20, .all_unpacked = 4u << 20};
  const auto bomb = packed(std::string(2u << 20, '\0'));
  for (const std::string entries :
       {"/Type /ObjStm /Filter /FlateDecode", "/Type /O#62jStm /Filter /Fl#61teDecode",
        "/Filter 9 0 R", ""}) {
    EXPECT_FALSE(check_unpacked_sizes(object_of(bomb, entries), limits).ok()) << entries;
  }
  EXPECT_TRUE(check_unpacked_sizes(object_of(packed("nhỏ"), "/Filter /FlateDecode"), limits).ok());
}

TEST(UnpackedSizes, a_bomb_in_a_bomb_is_refused) {
  const Limits limits{.unpacked = 1u << 20, .all_unpacked = 4u << 20};
  const auto twice = packed(packed(std::string(2u << 20, '\0')));
  EXPECT_FALSE(
      check_unpacked_sizes(object_of(twice, "/Filter [/FlateDecode /FlateDecode]"), limits).ok());
}

TEST(UnpackedSizes, many_streams_share_one_allowance) {
  const Limits limits{.unpacked = 1u << 20, .all_unpacked = 4u << 20};
  const auto one = object_of(packed(std::string(900u << 10, '\0')), "/Filter /FlateDecode");
  std::string many;
  for (int i = 0; i < 5; ++i) many += one;
  EXPECT_FALSE(check_unpacked_sizes(many, limits).ok());
}

TEST(UnpackedSizes, cross_references_are_held_shorter) {
  const auto table = packed(std::string(5u << 20, '\1'));
  EXPECT_FALSE(check_unpacked_sizes(object_of(table, "/Type /XRef"), Limits{}).ok());
  EXPECT_TRUE(check_unpacked_sizes(object_of(table, "/Type /XObject"), Limits{}).ok());
}

TEST(UnpackedSizes, a_cross_reference_stream_cannot_hide_its_name) {
  const auto table = packed(std::string(5u << 20, '\1'));
  for (const std::string entries :
       {"/Type /XRef % 9 0 obj <<\n", "/Type /X#52ef", "/Type /XRef /A (\\) 9 0 obj <<)",
        "/Type /XRef /A <39 20 30> % endobj 9 0 obj\n"}) {
    EXPECT_FALSE(check_unpacked_sizes(object_of(table, entries), Limits{}).ok()) << entries;
  }
  EXPECT_TRUE(check_unpacked_sizes(object_of(table, "/A (XRef) % (\n"), Limits{}).ok());
}

TEST(UnpackedSizes, what_stands_before_a_stream_does_not_count_for_it) {
  const auto content = object_of(packed(std::string(300u << 10, 'x')), "/Filter /FlateDecode");
  const auto odd = object_of("( % <<", "/Filter /FlateDecode");
  EXPECT_TRUE(check_unpacked_sizes(odd + content + odd + content, Limits{}).ok());
}

TEST(UnpackedSizes, layers_that_cannot_be_measured_are_reckoned) {
  const auto raw = std::string(200u << 10, 'x');
  EXPECT_FALSE(check_unpacked_sizes(object_of(raw, "/Filter /LZWDecode"), Limits{}).ok());
  EXPECT_TRUE(check_unpacked_sizes(object_of(raw, "/Filter /DCTDecode"), Limits{}).ok());
  EXPECT_FALSE(check_unpacked_sizes(object_of(raw, "/Filter [/A85 /Fl]"), Limits{}).ok());
}

TEST_F(HostilePapers, files_beyond_the_limits_are_refused) {
  PdfSignatureReader reader({}, {.file = 100});
  EXPECT_THAT(reader.read(signed_, right_now()).error().what, HasSubstr("larger than 100"));
  PdfSignatureReader few({}, {.objects = 5});
  EXPECT_THAT(few.read(signed_, right_now()).error().what, HasSubstr("objects"));
}

}  // namespace
}  // namespace motcua::signature

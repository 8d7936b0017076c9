// What people upload, and what others upload to do harm.
#include "paper/content_examiner.hpp"

#include <gmock/gmock.h>
#include <zlib.h>

#include <fstream>

#include "signature/plain_paper.hpp"

namespace motcua::paper {
namespace {

using ports::PaperAccount;
using ports::PaperFault;
using signature::sample::pdf_of;
using signature::sample::plain_bodies;
using signature::sample::plain_paper;
using signature::sample::stream_of;

class Papers : public testing::Test {
 protected:
  Papers() {
    auto opened = ContentExaminer::open();
    if (!opened) throw std::runtime_error(opened.error().what);
    examiner_ = std::move(*opened);
  }

  std::variant<PaperAccount, PaperFault> look(const std::string& content, int most_pages = 500) {
    auto found = examiner_->examine(std::string_view(content), most_pages);
    if (!found) throw std::runtime_error(found.error().what);
    return std::move(*found);
  }
  PaperAccount taken(const std::string& content) { return std::get<PaperAccount>(look(content)); }
  void expect_fault(PaperFault fault, const std::string& content, const std::string& what) {
    const auto found = look(content);
    ASSERT_TRUE(std::holds_alternative<PaperFault>(found)) << what;
    EXPECT_EQ(std::get<PaperFault>(found), fault) << what;
  }

  std::unique_ptr<ContentExaminer> examiner_;
};

std::string big_endian(std::uint32_t number, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(number >> (8 * i));
  return out;
}

std::string png(std::uint32_t width, std::uint32_t height) {
  const std::string ihdr =
      "IHDR" + big_endian(width, 4) + big_endian(height, 4) + std::string("\x08\2\0\0\0", 5);
  const auto crc = crc32(0, reinterpret_cast<const Bytef*>(ihdr.data()), uInt(ihdr.size()));
  return "\x89PNG\r\n\x1A\n" + big_endian(13, 4) + ihdr + big_endian(std::uint32_t(crc), 4) +
         std::string(4, '\0') + "IEND\xAE\x42\x60\x82";
}

std::string jpeg(std::uint32_t width, std::uint32_t height, const std::string& comment = "anh") {
  return "\xFF\xD8\xFF\xE0" + big_endian(16, 2) + std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14) +
         "\xFF\xFE" + big_endian(std::uint32_t(comment.size()) + 2, 2) + comment + "\xFF\xC0" +
         big_endian(11, 2) + "\x08" + big_endian(height, 2) + big_endian(width, 2) +
         std::string("\1\1\x11\0", 4) + "\xFF\xD9";
}

// The end of an archive with one entry, as it would stand behind `before`.
std::string archive_end() {
  std::string entry = "PK\1\2" + std::string(42, '\0');
  return entry + "PK\5\6" + std::string(8, '\0') + std::string("\x2E\0\0\0", 4) +
         std::string(4, '\0') + std::string(2, '\0');
}

std::string pages(int count) {
  std::vector<std::string> bodies{"<</Type /Catalog /Pages 2 0 R>>", ""};
  std::string kids;
  for (int i = 0; i < count; ++i) {
    bodies.push_back("<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>");
    kids += std::to_string(bodies.size()) + " 0 R ";
  }
  bodies[1] = "<</Type /Pages /Count 1 /Kids [" + kids + "]>>";
  return pdf_of(bodies);
}

std::string packed(const std::string& content) {
  uLongf size = compressBound(uLong(content.size()));
  std::string out(size, '\0');
  compress(reinterpret_cast<Bytef*>(out.data()), &size,
           reinterpret_cast<const Bytef*>(content.data()), uLong(content.size()));
  out.resize(size);
  return out;
}

TEST_F(Papers, are_known_by_their_content) {
  EXPECT_EQ(taken(plain_paper()).media_type, "application/pdf");
  EXPECT_EQ(taken(png(800, 600)).media_type, "image/png");
  EXPECT_EQ(taken(jpeg(4000, 3000)).media_type, "image/jpeg");
  expect_fault(PaperFault::KindRefused, "", "nothing");
  expect_fault(PaperFault::KindRefused, "MZ\x90 program", "program");
  expect_fault(PaperFault::KindRefused, "PK\3\4" + archive_end(), "archive");
  expect_fault(PaperFault::KindRefused, "<html><script>alert(1)</script>", "page");
  expect_fault(PaperFault::KindRefused, "GIF89a", "another picture");
}

TEST_F(Papers, are_read_from_a_file_as_from_memory) {
  const std::string path = testing::TempDir() + "motcua-paper.pdf";
  std::ofstream(path, std::ios::binary) << pages(3);
  const auto found = examiner_->examine(ports::SpooledPiece{path}, 500);
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(std::get<PaperAccount>(*found).pages, 3);
  EXPECT_FALSE(examiner_->examine(ports::SpooledPiece{path + ".gone"}, 500).ok());
}

TEST_F(Papers, that_are_something_else_as_well_are_refused) {
  const auto pdf = plain_paper();
  expect_fault(PaperFault::TwoKinds, pdf + archive_end(), "PDF and archive");
  expect_fault(PaperFault::TwoKinds, pdf + archive_end() + "more", "archive with a comment");
  expect_fault(PaperFault::TwoKinds, jpeg(9, 9) + archive_end(), "JPEG and archive");
  expect_fault(PaperFault::TwoKinds, "%PDF-1.7\n%<HTML><ScRiPt>" + pdf.substr(9), "PDF and page");
  expect_fault(PaperFault::TwoKinds, jpeg(9, 9, "<script>alert(1)</script>"), "JPEG and page");
  expect_fault(PaperFault::TwoKinds, jpeg(9, 9, "%PDF-1.4 1 0 obj"), "JPEG and PDF");
  auto script = jpeg(9, 9);
  script.replace(4, 2, "/*");
  expect_fault(PaperFault::TwoKinds, script, "JPEG and script");
  EXPECT_EQ(taken(pdf + "PK\5\6 by chance").pages, 1);
}

TEST_F(Papers, begin_where_the_file_begins) {
  for (const std::string before : {"\n", "\xEF\xBB\xBF", "GIF89a", "<!-- -->", "MZ"}) {
    EXPECT_TRUE(std::holds_alternative<PaperFault>(look(before + plain_paper()))) << before;
  }
}

TEST_F(Papers, have_their_pages_counted_and_not_believed) {
  EXPECT_EQ(taken(pages(3)).pages, 3);
  EXPECT_TRUE(std::holds_alternative<PaperAccount>(look(pages(40), 40)));
  EXPECT_EQ(std::get<PaperFault>(look(pages(41), 40)), PaperFault::TooManyPages);
}

TEST_F(Papers, with_a_page_tree_that_is_none_are_damaged) {
  for (const std::string tree :
       {"<</Type /Pages /Count 1 /Kids [2 0 R]>>", "<</Type /Pages /Count 5 /Kids [99 0 R]>>",
        "<</Type /Pages /Count 0 /Kids []>>", "7", "<</Kids [[[[]]]]>>"}) {
    expect_fault(PaperFault::Damaged, pdf_of({"<</Type /Catalog /Pages 2 0 R>>", tree}), tree);
  }
  const auto whole = pages(30);
  for (std::size_t size = 0; size + 6 < whole.size(); size += 97) {
    EXPECT_TRUE(std::holds_alternative<PaperFault>(look(whole.substr(0, size)))) << size;
  }
}

TEST_F(Papers, a_viewer_would_mend_are_taken) {
  auto paper = plain_paper();
  const auto at = paper.rfind("startxref\n") + 10;
  EXPECT_EQ(taken(paper.replace(at, 1, "9")).pages, 1);
}

TEST_F(Papers, that_are_locked_are_refused_as_such) {
  const auto locked = [](const std::string& entries) {
    auto paper = plain_paper();
    const auto at = paper.rfind("/Root 1 0 R");
    return paper.insert(at, "/ID [<00><00>] /Encrypt <<" + entries + ">> ");
  };
  expect_fault(PaperFault::Encrypted,
               locked("/Filter /Standard /V 1 /R 2 /P -4 /O <" + std::string(64, '1') + "> /U <" +
                      std::string(64, '2') + ">"),
               "with a password");
  expect_fault(PaperFault::Encrypted, locked("/Filter /Adobe.PubSec /V 1"), "by certificates");
}

TEST_F(Papers, that_unpack_to_more_than_anybody_needs_are_refused) {
  auto bodies = plain_bodies();
  const auto bomb = packed(packed(std::string(200u << 20, '\0')));
  bodies[3] = stream_of(bomb, "/Filter [/FlateDecode /FlateDecode]");
  expect_fault(PaperFault::TooLargeWithin, pdf_of(bodies), "a bomb in a bomb");
  bodies = plain_bodies("/A [" + std::string(5'000'000, '0') + "]");
  EXPECT_EQ(taken(pdf_of(bodies)).pages, 1) << "one long word";
  std::string numbers;
  for (int i = 0; i < 2'100'000; ++i) numbers += "0 ";
  expect_fault(PaperFault::TooLargeWithin, pdf_of(plain_bodies("/A [" + numbers + "]")), "words");
}

TEST_F(Papers, with_pictures_nobody_can_open_are_refused) {
  expect_fault(PaperFault::PictureTooLarge, png(60'000, 60'000), "PNG");
  expect_fault(PaperFault::PictureTooLarge, png(40'000, 1), "a long one");
  expect_fault(PaperFault::PictureTooLarge, jpeg(20'000, 20'000), "JPEG");
  expect_fault(PaperFault::Damaged, png(0, 9), "nothing to see");
  expect_fault(PaperFault::Damaged, jpeg(9, 9).substr(0, 40), "JPEG cut short");
  expect_fault(PaperFault::Damaged, png(9, 9).substr(0, 30), "PNG cut short");
  auto bodies = plain_bodies();
  bodies[2] =
      "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] "
      "/Resources <</XObject <</I 6 0 R>>>>>>";
  bodies.push_back(stream_of("x", "/Subtype /Image /Width 50000 /Height 50000"));
  expect_fault(PaperFault::PictureTooLarge, pdf_of(bodies), "in a PDF");
}

TEST_F(Papers, with_signatures_are_told_apart) {
  auto bodies = plain_bodies("/AcroForm <</Fields [6 0 R 7 0 R]>>");
  bodies.push_back("<</T (a) /FT /Sig /V <</Type /Sig>>>>");
  bodies.push_back("<</T (b) /FT /Sig>>");
  EXPECT_EQ(taken(pdf_of(bodies)).signatures, 1);
  EXPECT_EQ(taken(plain_paper()).signatures, 0);
}

}  // namespace
}  // namespace motcua::paper

// The QR symbol as printed: read back from a picture of the page, module by module.
#include <gtest/gtest.h>
#include <qrencode.h>

#include <algorithm>

#include "pdf/poppler_test.hpp"
#include "pdf/render.hpp"
#include "pdf/sample_papers.hpp"

namespace motcua::pdf {
namespace {

using document::Slip;

constexpr double dots_per_point = 300.0 / 72;

// A page as grey dots.
struct Picture {
  int width = 0;
  int height = 0;
  std::string dots;

  bool is_dark(double x, double y) const {
    const auto column = static_cast<std::size_t>(x * dots_per_point);
    const auto row = static_cast<std::size_t>(y * dots_per_point);
    return static_cast<unsigned char>(dots.at(row * static_cast<std::size_t>(width) + column)) <
           128;
  }
};

Picture picture_of_first_page(const std::string& pdf) {
  const PdfOnDisk paper(pdf);
  const auto root = (paper.folder() / "page").string();
  paper.run("pdftoppm -r 300 -gray -singlefile", root);
  std::ifstream file(root + ".pgm", std::ios::binary);
  Picture picture;
  std::string magic;
  int deepest = 0;
  file >> magic >> picture.width >> picture.height >> deepest;
  file.get();
  picture.dots.assign(std::istreambuf_iterator<char>(file), {});
  return picture;
}

PlacedBox symbol_box(const Layout& layout) {
  const auto box =
      std::ranges::find_if(layout.boxes, [](const PlacedBox& b) { return b.words.empty(); });
  return box == layout.boxes.end() ? PlacedBox{} : *box;
}

TEST(qr_symbol, carries_the_tracking_address) {
  const auto receipt = sample::receipt();
  const auto printed = print(Slip{receipt});
  const auto picture = picture_of_first_page(printed.pdf);
  const auto box = symbol_box(printed.layout);
  ASSERT_GT(box.width, 0);
  QRcode* symbol =
      QRcode_encodeString(receipt.tracking_address.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  ASSERT_NE(symbol, nullptr);
  const double module = box.width / symbol->width;
  EXPECT_GE(module, 1.2) << "a telephone reads modules of 0.42 mm and more";
  int wrong = 0;
  for (int row = 0; row < symbol->width; ++row) {
    for (int column = 0; column < symbol->width; ++column) {
      const bool expected = (symbol->data[row * symbol->width + column] & 1) != 0;
      const bool seen =
          picture.is_dark(box.left + (column + 0.5) * module, box.top + (row + 0.5) * module);
      wrong += seen != expected ? 1 : 0;
    }
  }
  QRcode_free(symbol);
  EXPECT_EQ(wrong, 0);
}

TEST(qr_symbol, stands_in_white) {
  const auto printed = print(Slip{sample::receipt()});
  const auto picture = picture_of_first_page(printed.pdf);
  const auto box = symbol_box(printed.layout);
  const double quiet = 4 * box.width / 33;  // four modules of a version 4 symbol
  for (double along = -quiet; along < box.width + quiet; along += 0.5) {
    EXPECT_FALSE(picture.is_dark(box.left + along, box.top - quiet + 0.3));
    EXPECT_FALSE(picture.is_dark(box.left - quiet + 0.3, box.top + along));
    EXPECT_FALSE(picture.is_dark(box.left + along, box.top + box.height + quiet - 0.3));
    EXPECT_FALSE(picture.is_dark(box.left + box.width + quiet - 0.3, box.top + along));
  }
}

TEST(qr_symbol, an_address_too_long_for_any_symbol_is_only_printed) {
  auto receipt = sample::receipt();
  receipt.tracking_address = "https://example.vn/" + std::string(4000, 'x');
  const auto layout = print(Slip{receipt}).layout;
  EXPECT_EQ(symbol_box(layout).width, 0);
}

}  // namespace
}  // namespace motcua::pdf

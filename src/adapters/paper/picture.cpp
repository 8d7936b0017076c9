#include "paper/picture.hpp"

namespace motcua::paper {
namespace {

constexpr std::uint32_t longest_side = 30'000;
constexpr std::uint64_t most_points = 150'000'000;

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

std::optional<PictureSize> if_real(PictureSize size) {
  return size.width > 0 && size.height > 0 ? std::optional(size) : std::nullopt;
}

// The kinds of start-of-frame segment (ITU-T T.81, table B.1): C0 to CF but for DHT, JPG and DAC.
bool begins_frame(unsigned char marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

}  // namespace

std::optional<PictureSize> size_of_png(std::string_view content) {
  constexpr std::size_t width_at = 16, height_at = 20;
  const bool whole = content.size() > height_at + 4 && content.substr(12, 4) == "IHDR" &&
                     content.rfind("IEND") != content.npos;
  if (!whole) return std::nullopt;
  return if_real(
      {big_endian(content.substr(width_at, 4)), big_endian(content.substr(height_at, 4))});
}

std::optional<PictureSize> size_of_jpeg(std::string_view content) {
  if (content.rfind("\xFF\xD9") == content.npos) return std::nullopt;
  std::size_t at = 2;  // after the start of the image
  while (at + 9 <= content.size() && content[at] == '\xFF') {
    const auto marker = static_cast<unsigned char>(content[at + 1]);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    if (begins_frame(marker)) {
      return if_real(
          {big_endian(content.substr(at + 7, 2)), big_endian(content.substr(at + 5, 2))});
    }
    const auto length = big_endian(content.substr(at + 2, 2));
    if (length < 2) return std::nullopt;
    at += 2 + length;
  }
  return std::nullopt;
}

bool is_too_large(PictureSize size) {
  return size.width > longest_side || size.height > longest_side ||
         std::uint64_t{size.width} * size.height > most_points;
}

}  // namespace motcua::paper

// How large a picture is, from its own header, without decoding it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace motcua::paper {

struct PictureSize {  // points
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

// Nothing when the picture is cut short or lies about its parts.
std::optional<PictureSize> size_of_png(std::string_view content);
std::optional<PictureSize> size_of_jpeg(std::string_view content);

// More than a scan of a page at 1200 dots per inch: whoever opens it fills his memory for nothing.
bool is_too_large(PictureSize size);

}  // namespace motcua::paper

// What Block and Canvas share of Pango; for canvas.cpp and block.cpp only.
#pragma once

#include <memory>

#include "pdf/canvas.hpp"

using PangoLayout = struct _PangoLayout;

namespace motcua::pdf {

struct ReleaseLayout {
  void operator()(PangoLayout* layout) const;
};

struct Block::Setting {
  std::unique_ptr<PangoLayout, ReleaseLayout> layout;
  double width = 0;
};

}  // namespace motcua::pdf

// What Block and Canvas share of Pango; for canvas.cpp and block.cpp only.
#pragma once

#include <pango/pangocairo.h>

#include <memory>

#include "pdf/canvas.hpp"

namespace motcua::pdf {

struct UnreferenceObject {
  void operator()(gpointer object) const { g_object_unref(object); }
};

struct Block::Setting {
  std::unique_ptr<PangoLayout, UnreferenceObject> layout;
  double width = 0;
};

}  // namespace motcua::pdf

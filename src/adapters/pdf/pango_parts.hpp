// What block and canvas both take from Pango: its units in points, and its iterator owned.
#pragma once

#include <memory>

struct _PangoLayoutIter;  // Pango's own name for it

namespace motcua::pdf {

double from_pango(int units);

struct FreeIterator {
  void operator()(_PangoLayoutIter* iterator) const;
};
using LayoutIterator = std::unique_ptr<_PangoLayoutIter, FreeIterator>;

}  // namespace motcua::pdf

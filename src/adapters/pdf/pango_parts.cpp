#include "pdf/pango_parts.hpp"

#include <pango/pangocairo.h>

namespace motcua::pdf {

double from_pango(int units) { return static_cast<double>(units) / PANGO_SCALE; }

void FreeIterator::operator()(_PangoLayoutIter* iterator) const {
  pango_layout_iter_free(iterator);
}

}  // namespace motcua::pdf

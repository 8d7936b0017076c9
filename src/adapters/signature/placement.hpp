// Where on which page a mark goes; for this module's sources only.
#pragma once

#include <string>
#include <vector>

#include "base/failure.hpp"
#include "pdf/canvas.hpp"
#include "ports/signing.hpp"
#include "signature/incremental_update.hpp"

class QPDF;
class QPDFObjectHandle;

namespace motcua::signature {

struct Rectangle {  // in the page's own units, as /Rect counts them
  double left = 0;
  double bottom = 0;
  double right = 0;
  double top = 0;
};

struct Placement {
  ObjectId page;
  Rectangle rectangle;
  pdf::PageSize size;     // of the mark as it is read
  int quarter_turns = 0;  // clockwise, that the page is shown turned by
};

// The mark keeps inside the page, smaller than `natural` where the page is small. Malformed when
// there is no such page or destination, or no room.
OrFailure<Placement> place(QPDF& document, const ports::Place& where, pdf::PageSize natural);

// In the widget of a field that waits for its signature; no size when the field is not to be seen.
Placement place_in(QPDFObjectHandle widget);

// As the file writes them.
std::string number(double value);
std::string array_of(const Rectangle& rectangle);

// The /Matrix that keeps a mark upright on a page shown turned.
std::string upright_matrix(int quarter_turns);

}  // namespace motcua::signature

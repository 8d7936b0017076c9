// Papers as PDF: A5 slips, A4 landscape register and figures, laid out after [ND30-2020].
//
// Real text in embedded fonts, so papers can be searched and read aloud. The same content always
// gives the same bytes: nothing is read from a clock. Any number of threads may print at once (each
// keeps its own fonts). Texts are taken as they are: no markup is understood in them. What does not
// fit on a page goes on the next one; nothing is cut off.
#pragma once

#include <string>
#include <vector>

#include "base/failure.hpp"
#include "document/decision.hpp"
#include "document/report_table.hpp"
#include "document/slip.hpp"

namespace motcua::pdf {

std::string render_pdf(const document::Slip& slip);
std::string render_pdf(const document::Decision& decision);  // A4 portrait
std::string render_pdf(const document::Register& follow_up_register);
std::string render_pdf(const document::ReportTable& table);  // asserts that it is well formed

// Each table on pages of its own. Asserts that there is one.
std::string render_pdf(const std::vector<document::ReportTable>& tables);

// Unavailable when the typeface of the papers is not installed on this machine.
OrFailure<Nothing> check_fonts();

// Where words were put, in points from the page's upper left corner.
struct PlacedBox {
  int page = 0;  // 0 is the first
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
  std::string words;  // empty for the QR symbol
};

struct Layout {
  double page_width = 0;
  double page_height = 0;
  int pages = 0;
  std::vector<PlacedBox> boxes;
};

struct Printed {
  std::string pdf;
  Layout layout;
};

// render_pdf with an account of the layout, for checks that nothing overlaps.
Printed print(const document::Slip& slip);
Printed print(const document::Decision& decision);
Printed print(const document::Register& follow_up_register);
Printed print(const std::vector<document::ReportTable>& tables);

// Where a decision leaves room for its signatory's mark.
PlacedBox signing_room(const document::Decision& decision, const Layout& layout);
// Where the one at `index` of those who sign before him leaves his.
PlacedBox countersigning_room(const document::Decision& decision, const Layout& layout,
                              std::size_t index);
// Where the seal goes then: over the left third of that mark, which keeps it free of words.
PlacedBox seal_room(const PlacedBox& signing_room);

}  // namespace motcua::pdf

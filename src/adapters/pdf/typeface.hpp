// The typeface of the papers and Pango's context to set it with; one per thread.
//
// Tinos has the metrics of Times New Roman and every Vietnamese letter; fonts-liberation 1.x lacks
// most of them. The fontconfig settings are our own, so that neither HOME nor a person's settings
// change a paper.
#pragma once

using PangoContext = struct _PangoContext;

namespace motcua::pdf {

inline constexpr const char* typeface_name = "Tinos";

// Not hinted, glyphs placed without rounding, 72 units per inch. Belongs to the calling thread and
// lives as long as it does: building a font map takes longer than printing a paper.
PangoContext* typesetting_context();

bool typeface_is_installed();

}  // namespace motcua::pdf

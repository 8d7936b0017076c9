// The document catalogue of a PDF: says the language, so that a screen reader speaks it right.
//
// Cairo 1.16 cannot write it, so the catalogue is replaced by an incremental update (ISO 32000-1,
// 7.5.6); every byte cairo wrote stays as it was.
#pragma once

#include <string>

#include "base/text.hpp"

namespace motcua::pdf {

// `pdf` as cairo writes it: a plain cross-reference table. Adds /Lang and asks viewers to show the
// title instead of the file's name.
std::string with_language(std::string pdf, Language language);

}  // namespace motcua::pdf

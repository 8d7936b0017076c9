// What is seen of a signature on the page: an officer's lines in blue, an agency's seal in red.
//
// Drawn as the papers are (pdf/canvas.hpp): a PDF of one page, nothing behind the words, so that
// what it lies on stays readable. An officer's words keep off the left third of the mark: the seal
// goes there. Sizes are points.
#pragma once

#include "base/moment.hpp"
#include "pdf/canvas.hpp"
#include "ports/signing.hpp"

namespace motcua::signature {

// As large as its words ask for; nothing for Unseen.
pdf::PageSize natural_size(const ports::Mark& mark, Moment time);

// In smaller type where `size` asks for it. Asserts that there is something to be seen.
pdf::Printed draw(const ports::Mark& mark, Moment time, pdf::PageSize size);

}  // namespace motcua::signature

// The pages of a PDF from anybody, counted by QPDF within limits.
//
// What a viewer would mend is mended here as well, for counting only: signatures are never read
// from a mended file (adapters/signature).
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "ports/paper_examiner.hpp"
#include "signature/unpacked_size.hpp"

namespace motcua::paper {

// `passed`: as signature/unpacked_size.hpp has it.
Result<ports::PaperAccount, ports::PaperFault> read_pdf(std::string_view content, int most_pages,
                                                        const signature::Passed& passed);

}  // namespace motcua::paper

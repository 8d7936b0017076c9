// What an uploaded paper is, told from its content and from nothing else.
#pragma once

#include <string>
#include <variant>

#include "base/failure.hpp"
#include "ports/partial_uploads.hpp"

namespace motcua::ports {

struct PaperAccount {
  std::string media_type;  // application/pdf, image/jpeg or image/png
  int pages = 0;           // of a PDF
  int signatures = 0;      // in a PDF, whatever they are worth
};

// Why a paper is not taken.
enum class PaperFault {
  KindRefused,      // neither PDF nor JPEG nor PNG
  TwoKinds,         // also reads as something else: an archive, a page of the web, a script
  Damaged,          // cut short, or its pages cannot be told
  Encrypted,        // nobody at the office could read it
  TooManyPages,     // more than the paper may have
  TooLargeWithin,   // unpacks to more than anybody needs
  PictureTooLarge,  // more points than a screen or a printer asks for
};

// Any thread. For files from anybody: bounded in time and memory.
class PaperExaminer {
 public:
  virtual ~PaperExaminer() = default;
  virtual OrFailure<std::variant<PaperAccount, PaperFault>> examine(const Piece& paper,
                                                                    int most_pages) = 0;
};

}  // namespace motcua::ports

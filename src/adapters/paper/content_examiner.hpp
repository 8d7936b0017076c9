// Looks into uploaded papers: libmagic for the kind, QPDF for the pages of a PDF, the headers of
// pictures for their size.
#pragma once

#include <memory>
#include <semaphore>

#include "paper/content_kind.hpp"
#include "ports/paper_examiner.hpp"
#include "signature/unpacked_size.hpp"

namespace motcua::paper {

class ContentExaminer final : public ports::PaperExaminer {
 public:
  static OrFailure<std::unique_ptr<ContentExaminer>> open();

  OrFailure<std::variant<ports::PaperAccount, ports::PaperFault>> examine(const ports::Piece& paper,
                                                                          int most_pages) override;

 private:
  explicit ContentExaminer(std::unique_ptr<KindReader> kinds) : kinds_(std::move(kinds)) {}
  std::variant<ports::PaperAccount, ports::PaperFault> look(std::string_view content,
                                                            int most_pages,
                                                            const signature::Passed& passed);

  std::unique_ptr<KindReader> kinds_;
  // What one hostile PDF may cost in memory, at most this many may cost at once.
  std::counting_semaphore<> pdfs_at_once_{2};
};

}  // namespace motcua::paper

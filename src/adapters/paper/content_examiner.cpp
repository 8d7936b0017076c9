#include "paper/content_examiner.hpp"

#include "paper/mapped_file.hpp"
#include "paper/pdf_pages.hpp"
#include "paper/picture.hpp"

namespace motcua::paper {
namespace {

using ports::PaperAccount;
using ports::PaperFault;
using Findings = std::variant<PaperAccount, PaperFault>;

Findings picture(std::string media_type, std::optional<PictureSize> size) {
  if (!size) return PaperFault::Damaged;
  if (is_too_large(*size)) return PaperFault::PictureTooLarge;
  return PaperAccount{std::move(media_type), 0, 0};
}

class Turn {
 public:
  explicit Turn(std::counting_semaphore<>& turns) : turns_(turns) { turns_.acquire(); }
  ~Turn() { turns_.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  std::counting_semaphore<>& turns_;
};

}  // namespace

OrFailure<std::unique_ptr<ContentExaminer>> ContentExaminer::open() {
  auto kinds = KindReader::open();
  if (!kinds) return Unexpected{kinds.error()};
  return std::unique_ptr<ContentExaminer>(new ContentExaminer(std::move(*kinds)));
}

OrFailure<Findings> ContentExaminer::examine(const ports::Piece& paper, int most_pages) {
  if (const auto* bytes = std::get_if<std::string_view>(&paper))
    return look(*bytes, most_pages, {});
  const auto file = MappedFile::open(std::get<ports::SpooledPiece>(paper).path);
  if (!file) return Unexpected{file.error()};
  return look((*file)->content(), most_pages, [&](std::size_t bytes) { (*file)->let_go(bytes); });
}

Findings ContentExaminer::look(std::string_view content, int most_pages,
                               const signature::Passed& passed) {
  const auto kind = kinds_->media_type(content);
  const bool pdf = kind == "application/pdf";
  if (!pdf && kind != "image/png" && kind != "image/jpeg") return PaperFault::KindRefused;
  if (is_of_two_kinds(content)) return PaperFault::TwoKinds;
  if (kind == "image/png") return picture(kind, size_of_png(content));
  if (kind == "image/jpeg") return picture(kind, size_of_jpeg(content));
  const Turn turn(pdfs_at_once_);
  auto read = read_pdf(content, most_pages, passed);
  return read ? Findings(std::move(*read)) : Findings(read.error());
}

}  // namespace motcua::paper

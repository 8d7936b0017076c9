#include "paper/pdf_pages.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <set>
#include <stdexcept>
#include <vector>

#include "paper/picture.hpp"
#include "signature/form_fields.hpp"
#include "signature/unpacked_size.hpp"

namespace motcua::paper {
namespace {

using ports::PaperAccount;
using ports::PaperFault;

constexpr int most_nodes = 200'000;    // of the page tree
constexpr int most_pictures = 20'000;  // that are looked at

std::uint32_t length_of(QPDFObjectHandle picture, const char* side) {
  auto length = picture.getDict().getKey(side);
  if (!length.isInteger()) return 0;
  return static_cast<std::uint32_t>(std::clamp<long long>(length.getIntValue(), 0, UINT32_MAX));
}

// Walks the tree of pages as far as it needs to; throws when it is no tree.
class PageWalk {
 public:
  explicit PageWalk(int most_pages) : most_pages_(most_pages) {}

  std::optional<PaperFault> run(QPDFObjectHandle root) {
    open_.push_back(std::move(root));
    while (!open_.empty()) {
      auto node = open_.back();
      open_.pop_back();
      if (!node.isDictionary() || ++nodes_ > most_nodes) throw std::runtime_error("no page tree");
      if (node.isIndirect() && !seen_.insert(node.getObjGen()).second) {
        throw std::runtime_error("a page tree that bites its tail");
      }
      if (has_huge_picture(node)) return PaperFault::PictureTooLarge;
      if (!take_kids(node) && ++pages_ > most_pages_) return PaperFault::TooManyPages;
    }
    return pages_ == 0 ? std::optional(PaperFault::Damaged) : std::nullopt;
  }
  int pages() const { return pages_; }

 private:
  bool take_kids(QPDFObjectHandle node) {
    auto kids = node.getKey("/Kids");
    if (!kids.isArray()) return false;
    for (int i = kids.getArrayNItems() - 1; i >= 0; --i) open_.push_back(kids.getArrayItem(i));
    return true;
  }

  bool has_huge_picture(QPDFObjectHandle node) {
    auto resources = node.getKey("/Resources");
    if (!resources.isDictionary()) return false;
    auto objects = resources.getKey("/XObject");
    if (!objects.isDictionary()) return false;
    for (const auto& name : objects.getKeys()) {
      if (++pictures_ > most_pictures) return false;
      auto picture = objects.getKey(name);
      if (!picture.isStream()) continue;
      const PictureSize size{length_of(picture, "/Width"), length_of(picture, "/Height")};
      if (is_too_large(size)) return true;
    }
    return false;
  }

  int most_pages_;
  int nodes_ = 0;
  int pages_ = 0;
  int pictures_ = 0;
  std::vector<QPDFObjectHandle> open_;
  std::set<QPDFObjGen> seen_;
};

Result<PaperAccount, PaperFault> read(QPDF& document, int most_pages) {
  PageWalk walk(most_pages);
  if (const auto fault = walk.run(document.getRoot().getKey("/Pages"))) return Unexpected{*fault};
  PaperAccount account{"application/pdf", walk.pages(), 0};
  signature::each_signature_field(document, [&](const std::string&, const auto& field) {
    if (!signature::signature_of(field).isNull()) ++account.signatures;
  });
  return account;
}

bool is_locked(const QPDFExc& problem) {
  return problem.getErrorCode() == qpdf_e_password || problem.getErrorCode() == qpdf_e_unsupported;
}

}  // namespace

Result<PaperAccount, PaperFault> read_pdf(std::string_view content, int most_pages,
                                          const signature::Passed& passed) {
  const signature::Limits limits;
  if (!content.starts_with("%PDF-") || content.rfind("%%EOF") == content.npos) {
    return Unexpected{PaperFault::Damaged};
  }
  if (!check_unpacked_sizes(content, limits, passed)) return Unexpected{PaperFault::TooLargeWithin};
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("paper", content.data(), content.size());
    if (document.isEncrypted()) return Unexpected{PaperFault::Encrypted};
    if (!check_objects(document, limits)) return Unexpected{PaperFault::TooLargeWithin};
    return read(document, most_pages);
  } catch (const QPDFExc& problem) {
    return Unexpected{is_locked(problem) ? PaperFault::Encrypted : PaperFault::Damaged};
  } catch (const std::exception&) {
    return Unexpected{PaperFault::Damaged};
  }
}

}  // namespace motcua::paper

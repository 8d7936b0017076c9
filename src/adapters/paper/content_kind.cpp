#include "paper/content_kind.hpp"

#include <magic.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

namespace motcua::paper {
namespace {

constexpr std::size_t told_by = 256u << 10;  // bytes libmagic is given
constexpr std::size_t beginning = 1024;      // where browsers and PDF viewers look for a kind

bool looks_like_markup(std::string_view content) {
  constexpr std::array<std::string_view, 7> marks{"<script", "<html", "<!doctype html", "<svg",
                                                  "<iframe", "<body", "<?php"};
  std::string head(content.substr(0, beginning));
  std::ranges::transform(head, head.begin(), [](unsigned char c) { return std::tolower(c); });
  return std::ranges::any_of(marks,
                             [&](auto mark) { return head.find(mark) != std::string::npos; });
}

// A picture that PDF viewers open: they look for the header in the first 1024 bytes.
bool hides_a_pdf(std::string_view content) {
  const auto head = content.substr(0, beginning);
  return !content.starts_with("%PDF-") && head.find("%PDF-") != head.npos;
}

// A JPEG whose first segment is as long as "/*" says begins a comment of a script.
bool opens_a_comment(std::string_view content) {
  return content.size() > 6 && content.starts_with("\xFF\xD8\xFF") && content.substr(4, 2) == "/*";
}

std::size_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    number |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  }
  return number;
}

// ZIP is read from its end: a directory there makes an archive of whatever stands before it
// (APPNOTE 4.3.16). The four letters alone occur by chance; with the directory they do not.
bool ends_as_an_archive(std::string_view content) {
  constexpr std::size_t shortest = 22, longest_comment = 65535;
  constexpr std::string_view end_mark{"PK\5\6"}, entry_mark{"PK\1\2"}, locator_mark{"PK\6\7"};
  const auto least = content.size() - std::min(content.size(), shortest + longest_comment);
  const auto end = content.substr(least);
  for (auto found = end.find(end_mark); found != end.npos; found = end.find(end_mark, found + 1)) {
    const auto at = least + found;
    if (at + shortest > content.size()) continue;
    if (at >= 20 && content.substr(at - 20, 4) == locator_mark) return true;  // ZIP64
    const auto size = number_at(content, at + 12);
    if (size != 0 && size <= at && content.substr(at - size, 4) == entry_mark) return true;
  }
  return false;
}

}  // namespace

void KindReader::Close::operator()(magic_set* cookie) const { magic_close(cookie); }

OrFailure<std::unique_ptr<KindReader>> KindReader::open() {
  std::unique_ptr<KindReader> reader(
      new KindReader(magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_ELF)));
  if (!reader->cookie_ || magic_load(reader->cookie_.get(), nullptr) != 0) {
    return Unexpected{
        Failure{FailureKind::Unavailable, "libmagic's database cannot be read", false}};
  }
  return reader;
}

std::string KindReader::media_type(std::string_view content) {
  const std::scoped_lock lock(mutex_);
  const auto head = content.substr(0, told_by);
  const char* told = magic_buffer(cookie_.get(), head.data(), head.size());
  return told == nullptr ? "" : told;
}

bool is_of_two_kinds(std::string_view content) {
  return looks_like_markup(content) || hides_a_pdf(content) || opens_a_comment(content) ||
         ends_as_an_archive(content);
}

}  // namespace motcua::paper

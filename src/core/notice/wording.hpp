// The templates notices are written from: a subject, a body and a short text per kind and language.
//
// Templates are data (notices/vi.toml, notices/en.toml) and an office may word its own. A {name}
// stands for a value; a line, and in a short text a sentence, whose values are all empty is left
// out. A subject and a short text
// pass through many hands unsealed, so they may name a dossier, a date and a sum but never a
// person, a reason or a paper.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/failure.hpp"
#include "base/rejection.hpp"
#include "base/text.hpp"
#include "notice/kind.hpp"

namespace motcua::notice {

struct Template {
  std::string subject;
  std::string body;
  std::string text;  // of an SMS or a Zalo message; none where !is_of_dossier()
  bool operator==(const Template&) const = default;
};

using Values = std::vector<std::pair<std::string_view, std::string>>;

// The names a body of this kind may use, and those its subject and its short text may.
std::span<const std::string_view> body_names(Kind kind);
std::span<const std::string_view> open_names(Kind kind);

// Whether an office may use this template. Lengths are in bytes; the details of a refusal name the
// part it is about: subject, body or text.
OrRejection<Nothing> check(const Template& written, Kind kind);

// `pattern` with its names replaced. Names without a value are empty. What stands for a name is
// never read as a name again.
std::string fill(std::string_view pattern, const Values& values);
// The same for a short text, where a sentence stands for a line.
std::string fill_short(std::string_view pattern, const Values& values);

class Wording {
 public:
  // Malformed when a kind is missing, is unknown, or check() refuses it.
  static OrFailure<Wording> read(std::string_view vietnamese_toml, std::string_view english_toml);

  const Template& of(Kind kind, Language language) const;
  void put(Kind kind, Language language, Template written);

 private:
  std::map<std::pair<Kind, Language>, Template> templates_;
};

// An office's own templates, as JSON {"vi": {"received": {"subject": …}}}.
using OwnTemplates = std::map<std::pair<Language, Kind>, Template>;
std::string write_own(const OwnTemplates& own);
OrFailure<OwnTemplates> read_own(std::string_view json_text);

inline constexpr RejectionKind template_name_unknown{
    "template_name_unknown", "Mẫu không có mục {name}. Có thể dùng: {known}.",
    "The template has no {name}. It may use: {known}."};
inline constexpr RejectionKind template_name_secret{
    "template_name_secret",
    "Tiêu đề và tin ngắn không được chứa {name}, vì nhiều người có thể đọc. Có thể dùng: {known}.",
    "A subject or a short text may not hold {name}, as many may read it. It may use: {known}."};
inline constexpr RejectionKind template_part_missing{
    "template_part_missing", "Mẫu còn thiếu phần {part}.", "The template has no {part}."};
inline constexpr RejectionKind template_not_plain{
    "template_not_plain", "Phần {part} chỉ gồm chữ, không có ký tự điều khiển hay xuống dòng.",
    "The {part} must be plain text without control characters or line ends."};
inline constexpr RejectionKind template_too_long{"template_too_long",
                                                 "Phần {part} dài quá {most} byte.",
                                                 "The {part} is longer than {most} bytes."};

}  // namespace motcua::notice

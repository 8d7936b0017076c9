#include "pdf/catalogue.hpp"

#include <charconv>

#include "base/assertion.hpp"

namespace motcua::pdf {
namespace {

std::size_t number_after(const std::string& pdf, std::string_view key, std::size_t from) {
  const auto at = pdf.find(key, from);
  MOTCUA_ASSERT(at != std::string::npos);
  std::size_t start = at + key.size();
  while (start < pdf.size() && (pdf[start] == ' ' || pdf[start] == '\n')) ++start;
  std::size_t number = 0;
  const auto read = std::from_chars(pdf.data() + start, pdf.data() + pdf.size(), number);
  MOTCUA_ASSERT(read.ec == std::errc{});
  return number;
}

std::string ten_digits(std::size_t offset) {
  const std::string digits = std::to_string(offset);
  return std::string(10 - digits.size(), '0') + digits;
}

}  // namespace

std::string with_language(std::string pdf, Language language) {
  const auto trailer = pdf.rfind("trailer");
  MOTCUA_ASSERT(trailer != std::string::npos);
  const auto size = number_after(pdf, "/Size", trailer);
  const auto root = number_after(pdf, "/Root", trailer);
  const auto about = number_after(pdf, "/Info", trailer);
  const auto previous = number_after(pdf, "startxref", trailer);
  const auto old = pdf.rfind("\n" + std::to_string(root) + " 0 obj\n");
  MOTCUA_ASSERT(old != std::string::npos);
  const auto pages = number_after(pdf, "/Pages", old);

  const auto reference = [](std::size_t number) { return std::to_string(number) + " 0 R"; };
  const auto catalogue = pdf.size();
  pdf += std::to_string(root) + " 0 obj\n<< /Type /Catalog /Pages " + reference(pages) +
         "\n   /Lang " + (language == Language::Vietnamese ? "(vi-VN)" : "(en)") +
         "\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n";
  const auto table = pdf.size();
  pdf += "xref\n" + std::to_string(root) + " 1\n" + ten_digits(catalogue) + " 00000 n \n";
  pdf += "trailer\n<< /Size " + std::to_string(size) + "\n   /Root " + reference(root) +
         "\n   /Info " + reference(about) + "\n   /Prev " + std::to_string(previous) +
         "\n>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  return pdf;
}

}  // namespace motcua::pdf

#include "signature/incremental_update.hpp"

#include <charconv>
#include <cstdint>
#include <functional>

#include "base/assertion.hpp"
#include "signature/white_space.hpp"

namespace motcua::signature {
namespace {

using Offsets = std::map<ObjectId, std::size_t>;

std::string padded(std::size_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  MOTCUA_ASSERT(digits.size() <= width);
  return std::string(width - digits.size(), '0') + digits;
}

std::string big_endian(std::size_t number, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(number >> (8 * i) & 0xff);
  return out;
}

// Runs of consecutive object numbers: first number and count of each.
void each_run(const Offsets& offsets,
              const std::function<void(Offsets::const_iterator, Offsets::const_iterator)>& act) {
  for (auto first = offsets.begin(); first != offsets.end();) {
    auto last = first;
    for (int number = first->first.number; last != offsets.end() && last->first.number == number;
         ++last) {
      ++number;
    }
    act(first, last);
    first = last;
  }
}

std::string run_head(Offsets::const_iterator first, Offsets::const_iterator last) {
  return std::to_string(first->first.number) + " " + std::to_string(std::distance(first, last));
}

void append_start(std::string& pdf, std::size_t section) {
  pdf += "startxref\n" + std::to_string(section) + "\n%%EOF\n";
}

}  // namespace

OrFailure<FileEnd> find_end(std::string_view pdf) {
  constexpr std::string_view keyword = "startxref";
  const auto unreadable = [] { return malformed("the end of the PDF cannot be read"); };
  auto at = pdf.rfind(keyword);
  if (at == pdf.npos) return unreadable();
  at = pdf.find_first_not_of(white_space, at + keyword.size());
  if (at == pdf.npos) return unreadable();
  FileEnd end;
  const auto read = std::from_chars(pdf.data() + at, pdf.data() + pdf.size(), end.section);
  if (read.ec != std::errc{} || end.section >= pdf.size()) return unreadable();
  const auto section = pdf.find_first_not_of(white_space, end.section);
  if (section == pdf.npos) return unreadable();
  end.kind = pdf.substr(section).starts_with("xref") ? SectionKind::Table : SectionKind::Stream;
  return end;
}

std::string reference_to(ObjectId id) {
  return std::to_string(id.number) + " " + std::to_string(id.generation) + " R";
}

IncrementalUpdate::IncrementalUpdate(std::string_view original, FileEnd end, int next_number,
                                     std::string trailer)
    : original_(original), end_(end), next_number_(next_number), trailer_(std::move(trailer)) {}

void IncrementalUpdate::put(ObjectId id, std::string body) { bodies_[id] = std::move(body); }

IncrementalUpdate::Updated IncrementalUpdate::finish() && {
  Updated updated{std::string{original_}, {}};
  auto& pdf = updated.pdf;
  if (!pdf.ends_with('\n')) pdf += '\n';
  for (const auto& [id, body] : bodies_) {
    updated.offsets[id] = pdf.size();
    pdf += std::to_string(id.number) + " " + std::to_string(id.generation) + " obj\n" + body +
           "\nendobj\n";
  }
  if (end_.kind == SectionKind::Table) {
    append_table(pdf, updated.offsets);
  } else {
    append_stream(pdf, updated.offsets);
  }
  return updated;
}

void IncrementalUpdate::append_table(std::string& pdf, const Offsets& offsets) const {
  const auto section = pdf.size();
  pdf += "xref\n";
  each_run(offsets, [&](auto first, auto last) {
    pdf += run_head(first, last) + "\n";
    for (; first != last; ++first) {
      pdf += padded(first->second, 10) + " " + padded(first->first.generation, 5) + " n \n";
    }
  });
  pdf += "trailer\n<</Size " + std::to_string(next_number_) + " /Prev " +
         std::to_string(end_.section) + " " + trailer_ + ">>\n";
  append_start(pdf, section);
}

// The stream lists itself too. Fields: kind 1 (in use), offset, generation.
void IncrementalUpdate::append_stream(std::string& pdf, Offsets offsets) {
  const auto section = pdf.size();
  const auto own = take_id();
  offsets[own] = section;
  std::string index;
  std::string entries;
  each_run(offsets, [&](auto first, auto last) {
    index += run_head(first, last) + " ";
    for (; first != last; ++first) {
      entries += big_endian(1, 1) + big_endian(first->second, 4) +
                 big_endian(static_cast<std::size_t>(first->first.generation), 2);
    }
  });
  pdf += std::to_string(own.number) + " 0 obj\n<</Type /XRef /W [1 4 2] /Index [" + index +
         "] /Length " + std::to_string(entries.size()) + " /Size " + std::to_string(next_number_) +
         " /Prev " + std::to_string(end_.section) + " " + trailer_ + ">>\nstream\n" + entries +
         "\nendstream\nendobj\n";
  append_start(pdf, section);
}

}  // namespace motcua::signature

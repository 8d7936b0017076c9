// The parts papers are made of: letterhead, title, labelled lines, signatures.
//
// Wording that all papers share stands here; what one paper says stands in its own file.
#pragma once

#include <string>
#include <vector>

#include "document/slip.hpp"
#include "pdf/sheet.hpp"

namespace motcua::pdf {

// How a letter speaks to people and organisations alike.
inline constexpr const char* addressee = "Ông/Bà/Tổ chức";

Imprint imprint_of(const document::Form& form, const document::Letterhead& letterhead,
                   const std::string& code);
// The form's number and the office's remark, for the foot of every page.
std::string small_print_of(const document::Form& form, const document::Letterhead& letterhead);

Sheet slip_sheet(const Frame& frame, const document::Form& form,
                 const document::Letterhead& letterhead, const std::string& code);

// Agency left, quốc hiệu and tiêu ngữ right, each with its line [ND30-2020]; below them `reference`
// (symbol, dossier code) and place and date.
void print_letterhead(Sheet& sheet, const document::Letterhead& letterhead, const Runs& reference);
void print_letterhead_in_english(Sheet& sheet, const document::Letterhead& letterhead);
// "Số: 12/HDHS", nothing without a symbol.
Runs symbol_line(const document::Letterhead& letterhead);
Runs code_line(const std::string& code);

void print_title(Sheet& sheet, const std::string& title, const std::string& below = {});

// "Label: value"; nothing without a value.
void print_field(Sheet& sheet, const std::string& label, const std::string& value,
                 bool bold_value = false);
// The field above the signatures.
void print_last_field(Sheet& sheet, const std::string& label, const std::string& value,
                      double below);
// Name, identity, address, phone and e-mail; `label` leads to the name.
void print_applicant(Sheet& sheet, const std::string& label, const document::Applicant& applicant);
// Between paragraphs of prose; the value in bold.
void print_indented_field(Sheet& sheet, const std::string& label, const std::string& value);
// Printable, and with a full stop when nothing else ends it.
std::string sentence(const std::string& words);
// Justified, first line indented; kept on one page with `below` points of what follows.
void print_prose(Sheet& sheet, const Runs& runs, double below = 0);
// The promised moment in words, or that the law sets none.
std::string term_words(const std::optional<Moment>& promised);

struct SignatureBlock {
  std::string capacity;  // printed in capitals
  std::string hint;      // "(Ký và ghi rõ họ tên)"
  std::string name;
};
// Left and right; an empty block leaves its side free. Never split over pages.
double height_of_signatures(const Sheet& sheet, const SignatureBlock& left,
                            const SignatureBlock& right);
void print_signatures(Sheet& sheet, const SignatureBlock& left, const SignatureBlock& right);
// "Nơi nhận" left, the signatory right.
double height_of_recipients_and_signatory(const Sheet& sheet,
                                          const std::vector<std::string>& recipients,
                                          const document::Signatory& signatory);
void print_recipients_and_signatory(Sheet& sheet, const std::vector<std::string>& recipients,
                                    const document::Signatory& signatory);

}  // namespace motcua::pdf

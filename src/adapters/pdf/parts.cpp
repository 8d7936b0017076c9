#include "pdf/parts.hpp"

#include <algorithm>
#include <optional>

#include "document/wording.hpp"

namespace motcua::pdf {
namespace {

using document::Letterhead;
using document::printable_line;
using document::upper_case;

constexpr double thin = 0.5;
// Room for a part of the letterhead, the title, a signature: more than any real one takes.
constexpr double part_room = 75;
constexpr double gap_above = 6;  // signatures

struct Side {
  double left = 0;
  double width = 0;
};

// Puts the block at the side's `y` and gives the y below it.
double put_below(Sheet& sheet, const Block& block, const Side& side, double y) {
  sheet.canvas().put(block, {side.left, y});
  return y + block.height();
}

double put_centred_rule(Sheet& sheet, const Side& side, double length, double y) {
  const double start = side.left + (side.width - length) / 2;
  sheet.canvas().rule({start, y + 2}, {start + length, y + 2}, thin);
  return y + 4;
}

// As few lines as `width` allows, and these of nearly one length.
Block balanced(const Runs& runs, const Style& style, double width) {
  Block wide(runs, style, width);
  if (wide.lines() == 1) return wide;
  if (wide.height() > part_room) return Block::fitted(runs, style, width, part_room);
  double enough = width;
  for (double step = width / 4; step > 2; step /= 2) {
    const Block narrower(runs, style, enough - step);
    if (narrower.lines() == wide.lines()) enough -= step;
  }
  return Block(runs, style, enough);
}

// Puts the block in the middle of the side and gives the y below it.
double put_centred(Sheet& sheet, const Block& block, const Side& side, double y) {
  sheet.canvas().put(block, {side.left + (side.width - block.set_width()) / 2, y});
  return y + block.height();
}

double print_agency(Sheet& sheet, const Letterhead& letterhead, const Side& side) {
  const Style style{.size = sheet.sizes().national, .alignment = Alignment::Centre, .spacing = 1.0};
  double y = sheet.y();
  if (!letterhead.superior_body.empty()) {
    const auto name = upper_case(printable_line(letterhead.superior_body));
    y = put_centred(sheet, balanced({plain(name)}, style, side.width), side, y);
  }
  const auto name = upper_case(printable_line(letterhead.issuing_body));
  const Block issuing = balanced({bold(name)}, style, side.width);
  y = put_centred(sheet, issuing, side, y);
  // [ND30-2020] a line of one third to one half of the words' length
  return put_centred_rule(sheet, side, issuing.width() * 0.4, y);
}

double print_national_heading(Sheet& sheet, const Side& side) {
  Style style{.size = sheet.sizes().national, .alignment = Alignment::Centre, .spacing = 1.0};
  const Block heading({bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")}, style, side.width);
  style.size = sheet.sizes().motto;
  const Block motto({bold("Độc lập - Tự do - Hạnh phúc")}, style, side.width);
  double y = put_below(sheet, heading, side, sheet.y());
  y = put_below(sheet, motto, side, y + 1);
  // [ND30-2020] a line as long as the words
  return put_centred_rule(sheet, side, motto.width(), y);
}

std::string place_and_date(const Letterhead& letterhead) {
  const auto place = printable_line(letterhead.place);
  return (place.empty() ? "" : place + ", ") + document::spell_date(letterhead.date);
}

}  // namespace

Imprint imprint_of(const document::Form& form, const Letterhead& letterhead,
                   const std::string& code) {
  return {code.empty() ? form.title : form.title + " " + code, letterhead.issuing_body,
          form.reference, Language::Vietnamese, letterhead.date};
}

std::string small_print_of(const document::Form& form, const Letterhead& letterhead) {
  const auto remark = printable_line(letterhead.remark);
  const bool both = !form.reference.empty() && !remark.empty();
  return form.reference + (both ? ". " : "") + remark;
}

Sheet slip_sheet(const Frame& frame, const document::Form& form, const Letterhead& letterhead,
                 const std::string& code) {
  return Sheet(frame, imprint_of(form, letterhead, code), small_print_of(form, letterhead));
}

Runs symbol_line(const Letterhead& letterhead) {
  if (letterhead.symbol.empty()) return {};
  return {plain("Số: " + printable_line(letterhead.symbol))};
}

Runs code_line(const std::string& code) {
  if (code.empty()) return {};
  return {plain("Mã hồ sơ: "), bold(printable_line(code))};
}

void print_letterhead(Sheet& sheet, const Letterhead& letterhead, const Runs& reference) {
  const Side agency{sheet.left() - 6, sheet.width() * 0.4};
  const double gap = 6;
  const Side nation{agency.left + agency.width + gap, sheet.width() - agency.width - gap + 6};
  const double below =
      std::max(print_agency(sheet, letterhead, agency), print_national_heading(sheet, nation)) + 5;
  const Style style{.size = sheet.sizes().body - 0.5, .alignment = Alignment::Centre};
  double end = put_below(
      sheet, Block::fitted({italic(place_and_date(letterhead))}, style, nation.width, part_room),
      nation, below);
  if (!reference.empty()) {
    const Style small{.size = sheet.sizes().table, .alignment = Alignment::Centre};
    end = std::max(end, put_below(sheet, Block::fitted(reference, small, agency.width, part_room),
                                  agency, below));
  }
  sheet.skip(end - sheet.y());
}

void print_letterhead_in_english(Sheet& sheet, const Letterhead& letterhead) {
  const Side agency{sheet.left(), sheet.width() * 0.4};
  const Side dated{sheet.left() + sheet.width() * 0.5, sheet.width() * 0.5};
  const double below = print_agency(sheet, letterhead, agency);
  const auto place = printable_line(letterhead.place);
  const auto words =
      (place.empty() ? "" : place + ", ") + document::spell_english_date(letterhead.date);
  const Style style{.size = sheet.sizes().body, .alignment = Alignment::Right};
  const double end = put_below(sheet, Block::fitted({italic(words)}, style, dated.width, part_room),
                               dated, sheet.y());
  sheet.skip(std::max(below, end) - sheet.y());
}

void print_title(Sheet& sheet, const std::string& title, const std::string& below) {
  sheet.skip(sheet.sizes().body);
  const Style style{.size = sheet.sizes().title, .alignment = Alignment::Centre};
  const Block heading = balanced({bold(upper_case(printable_line(title)))}, style, sheet.width());
  sheet.skip(put_centred(sheet, heading, {sheet.left(), sheet.width()}, sheet.y()) + 1 - sheet.y());
  if (!below.empty()) {
    const Style small{.size = sheet.sizes().body, .alignment = Alignment::Centre};
    sheet.paragraph({italic(below)}, small, 1);
  }
  sheet.skip(sheet.sizes().body * 0.7);
}

void print_field(Sheet& sheet, const std::string& label, const std::string& value,
                 bool bold_value) {
  if (value.empty()) return;
  const Style style{.size = sheet.sizes().body};
  sheet.paragraph({plain(label + ": "), {printable_line(value), bold_value, false}}, style, 2);
}

void print_last_field(Sheet& sheet, const std::string& label, const std::string& value,
                      double below) {
  if (value.empty()) return;
  sheet.paragraph({plain(label + ": "), plain(printable_line(value))}, {.size = sheet.sizes().body},
                  2, below);
}

void print_applicant(Sheet& sheet, const std::string& label, const document::Applicant& applicant) {
  print_field(sheet, label, applicant.name, true);
  print_field(sheet, document::label_of(applicant.identity.kind), applicant.identity.number);
  print_field(sheet, "Địa chỉ", applicant.address);
  const std::string between = applicant.phone.empty() ? "" : "; thư điện tử: ";
  if (applicant.phone.empty()) {
    print_field(sheet, "Thư điện tử", applicant.email);
  } else {
    print_field(
        sheet, "Số điện thoại",
        applicant.email.empty() ? applicant.phone : applicant.phone + between + applicant.email);
  }
}

void print_indented_field(Sheet& sheet, const std::string& label, const std::string& value) {
  if (value.empty()) return;
  sheet.paragraph({plain(label + ": "), bold(printable_line(value))},
                  {.size = sheet.sizes().body, .indent = 20}, 3);
}

std::string sentence(const std::string& words) {
  auto whole = document::printable(words);
  const auto last = whole.find_last_not_of(" \n");
  if (last == std::string::npos) return {};
  whole.erase(last + 1);
  const bool ended = std::string_view{".;:!?"}.find(whole.back()) != std::string_view::npos;
  return ended ? whole : whole + ".";
}

void print_prose(Sheet& sheet, const Runs& runs, double below) {
  sheet.paragraph(runs, {.size = sheet.sizes().body, .indent = 20, .justify = true}, 3, below);
}

std::string term_words(const std::optional<Moment>& promised) {
  return promised ? document::spell_moment(*promised)
                  : "chưa ấn định (thủ tục không quy định thời hạn giải quyết)";
}

namespace {

struct SetSignature {
  std::optional<Block> head;
  std::optional<Block> name;
  double signing_room = 0;
  double height() const {
    if (!head) return 0;
    return head->height() + signing_room + (name ? name->height() : 0);
  }
};

SetSignature set_signature(const Sheet& sheet, const SignatureBlock& block, double width) {
  if (block.capacity.empty() && block.name.empty()) return {};
  const Style style{.size = sheet.sizes().body - 0.5, .alignment = Alignment::Centre};
  Runs head{bold(upper_case(document::printable(block.capacity)))};
  if (!block.hint.empty()) head.push_back(italic("\n" + block.hint));
  SetSignature set{Block::fitted(head, style, width, part_room), std::nullopt,
                   sheet.sizes().signing_room};
  if (!block.name.empty()) {
    set.name = Block::fitted({bold(printable_line(block.name))}, style, width, part_room);
  }
  return set;
}

void put_signature(Sheet& sheet, const SetSignature& set, const Side& side) {
  if (!set.head) return;
  const double below = put_below(sheet, *set.head, side, sheet.y());
  if (set.name) put_below(sheet, *set.name, side, below + set.signing_room);
}

}  // namespace

double height_of_signatures(const Sheet& sheet, const SignatureBlock& left,
                            const SignatureBlock& right) {
  const double half = sheet.width() / 2 - 4;
  return gap_above + std::max(set_signature(sheet, left, half).height(),
                              set_signature(sheet, right, half).height());
}

void print_signatures(Sheet& sheet, const SignatureBlock& left, const SignatureBlock& right) {
  const double height = height_of_signatures(sheet, left, right);
  const double half = sheet.width() / 2 - 4;
  sheet.keep_together(height);
  sheet.skip(gap_above);
  put_signature(sheet, set_signature(sheet, left, half), {sheet.left(), half});
  put_signature(sheet, set_signature(sheet, right, half), {sheet.left() + half + 8, half});
  sheet.skip(height - gap_above);
}

namespace {

Block list_of(const Sheet& sheet, const std::vector<std::string>& recipients) {
  Runs words{{"Nơi nhận:", true, true}};
  for (std::size_t i = 0; i < recipients.size(); ++i) {
    const bool last = i + 1 == recipients.size();
    words.push_back(plain("\n- " + printable_line(recipients[i]) + (last ? "." : ";")));
  }
  return Block::fitted(words, {.size = sheet.sizes().table - 0.5}, sheet.width() / 2 - 4,
                       2 * part_room);
}

SetSignature set_signatory(const Sheet& sheet, const document::Signatory& signatory) {
  const auto* hint = signatory.by_hand ? "(Ký, ghi rõ họ tên và đóng dấu)" : "";
  return set_signature(sheet, {signatory.capacity, hint, signatory.name}, sheet.width() / 2 - 4);
}

}  // namespace

double height_of_recipients_and_signatory(const Sheet& sheet,
                                          const std::vector<std::string>& recipients,
                                          const document::Signatory& signatory) {
  return gap_above +
         std::max(list_of(sheet, recipients).height(), set_signatory(sheet, signatory).height());
}

void print_recipients_and_signatory(Sheet& sheet, const std::vector<std::string>& recipients,
                                    const document::Signatory& signatory) {
  const double height = height_of_recipients_and_signatory(sheet, recipients, signatory);
  const double half = sheet.width() / 2 - 4;
  sheet.keep_together(height);
  sheet.skip(gap_above);
  if (!recipients.empty()) {
    sheet.canvas().put(list_of(sheet, recipients), {sheet.left(), sheet.y()});
  }
  put_signature(sheet, set_signatory(sheet, signatory), {sheet.left() + half + 8, half});
  sheet.skip(height - gap_above);
}

}  // namespace motcua::pdf

#include "report/tables.hpp"

#include "dossier/rating.hpp"
#include "report/official_lines.hpp"
#include "report/rate.hpp"
#include "report/remarks.hpp"

namespace motcua::report {
namespace {

using document::Alignment;
using document::Cell;
using document::Column;
using document::ReportTable;
using document::Row;

// Head groups and sums of form II.06a, columns 3 to 13. [II06a]
struct OfficialHead {
  Text group;
  std::string_view mark;
};
const OfficialHead& head_of(int column) {
  static const OfficialHead received{{"Số hồ sơ tiếp nhận", "Received"}, ""};
  static const OfficialHead received_sum{received.group, "(3) = (4) + (5) + (6)"};
  static const OfficialHead settled{{"Số hồ sơ đã giải quyết", "Settled"}, ""};
  static const OfficialHead settled_sum{settled.group, "(7) = (8) + (9) + (10)"};
  static const OfficialHead open{{"Số hồ sơ đang giải quyết", "Being settled"}, ""};
  static const OfficialHead open_sum{open.group, "(11) = (12) + (13)"};
  if (column == 3) return received_sum;
  if (column == 7) return settled_sum;
  if (column == 11) return open_sum;
  return column < 7 ? received : column < 11 ? settled : open;
}

class TableWriter {
 public:
  TableWriter(const Figures& figures, const Naming& naming, const document::Letterhead& letterhead,
              Language language)
      : figures_(figures), naming_(naming), letterhead_(letterhead), language_(language) {}

  ReportTable official() const {
    ReportTable table = begin({"Tình hình, kết quả giải quyết thủ tục hành chính",
                               "Procedures handled: state and results"},
                              "II.06a");
    table.subtitle = official_subtitle();
    table.columns.push_back({"", say({"TT", "No."}), "(1)", 4, Alignment::Centre});
    table.columns.push_back(
        {"", say({"Lĩnh vực, thủ tục", "Field, procedure"}), "(2)", 30, Alignment::Left});
    for (int column = first_column; column <= last_column; ++column) {
      const auto& head = head_of(column);
      const std::string mark =
          head.mark.empty() ? "(" + std::to_string(column) + ")" : std::string(head.mark);
      table.columns.push_back(
          {say(head.group), say(column_title(column)), mark, 9, Alignment::Right});
    }
    std::int64_t number = 0;
    for (const auto& line : official_lines(figures_, naming_)) {
      table.rows.push_back(official_row(
          line, line.is_field ? std::optional(++number) : std::optional<std::int64_t>{}));
    }
    table.rows.push_back(official_row(total_line(figures_), std::nullopt));
    table.rows.back().bold = true;
    table.notes.push_back(identity(figures_.received_is_settled_and_open, false));
    table.notes.push_back(identity(figures_.carried_is_what_was_open, true));
    for (std::size_t i = 0; i < memos; ++i) {
      const auto memo = static_cast<Memo>(i);
      const auto note = figures_.memo[i] == 0 ? "" : say(memo_note(memo, figures_));
      table.notes.push_back(say(memo_label(memo)) + ": " + std::to_string(figures_.memo[i]) + "." +
                            (note.empty() ? "" : " " + note));
    }
    table.signatories = {{say({"Người lập biểu", "Prepared by"}), ""},
                         {say({"Thủ trưởng đơn vị", "Head of the office"}), ""}};
    return table;
  }

  ReportTable rates() const {
    ReportTable table =
        begin({"Tỷ lệ đúng hạn, với tử số và mẫu số", "On-time rates, with both counts"},
              say({"Tỷ lệ đúng hạn", "On-time rates"}));
    table.columns = {{"", say({"Cách tính", "Rate"}), "", 40, Alignment::Left},
                     {"", say({"Tử số", "Numerator"}), "", 10, Alignment::Right},
                     {"", say({"Mẫu số", "Denominator"}), "", 10, Alignment::Right},
                     {"", say({"Tỷ lệ", "Rate"}), "", 10, Alignment::Right}};
    for (const auto& rate :
         {rate_by_first(figures_), rate_by_current(figures_), rate_as_published(figures_)}) {
      const auto percent = rate.percent();
      table.rows.push_back({{say(rate.label), rate.numerator, rate.denominator,
                             percent ? Cell(document::Percent{*percent}) : Cell()},
                            true});
      for (const auto& part : rate.rescued) {
        table.rows.push_back({{"   " + say(part.label), part.count, Cell(), Cell()}, false});
      }
      for (const auto& part : rate.rest) {
        table.rows.push_back({{"   " + say(part.label), Cell(), part.count, Cell()}, false});
      }
      table.notes.push_back(say(rate.label) + ": " + say(rate.definition) + " " +
                            say(rate.rounding));
    }
    for (const auto& remark : remarks_on(figures_)) table.notes.push_back(say(remark));
    return table;
  }

  ReportTable terms() const {
    ReportTable table = begin(terms_title(), say({"Thời hạn đã hẹn", "Terms promised"}));
    table.columns = {{"", say({"Thủ tục", "Procedure"}), "", 34, Alignment::Left},
                     {"", say(term_title(TermColumn::Promised)), "", 10, Alignment::Right},
                     {"", say(term_title(TermColumn::FirstDays)), "", 14, Alignment::Right},
                     {"", say(term_title(TermColumn::LastDays)), "", 14, Alignment::Right},
                     {"", say(term_title(TermColumn::Before)), "", 14, Alignment::Right},
                     {"", say(term_title(TermColumn::Longer)), "", 12, Alignment::Right},
                     {"", say(term_title(TermColumn::LongestDelay)), "", 12, Alignment::Right}};
    for (const auto& count : figures_.terms) {
      table.rows.push_back(
          {{say(naming_.procedure(count.procedure)), count.promised,
            mean(count.first_days, count.promised), mean(count.last_days, count.promised),
            mean(count.first_days_before, count.promised_before), count.longer,
            count.longest_delay},
           false});
    }
    table.notes.push_back(say(terms_definition()));
    return table;
  }

  ReportTable held() const {
    ReportTable table = begin({"Ai giữ hồ sơ và giữ bao lâu", "Who held the dossiers, how long"},
                              say({"Ai giữ hồ sơ", "Who held"}));
    table.columns = {
        {"", say({"Đơn vị, cơ quan", "Unit, agency"}), "", 34, Alignment::Left},
        {"", say({"Số hồ sơ", "Dossiers"}), "", 10, Alignment::Right},
        {"", say({"Thời gian làm việc đã giữ", "Working time held"}), "", 22, Alignment::Right},
        {"", say({"Vượt phần thời hạn", "Over their share"}), "", 12, Alignment::Right},
        {"", say({"Trễ hẹn do đơn vị", "Late because of it"}), "", 12, Alignment::Right}};
    for (const auto& [unit, count] : figures_.held) {
      table.rows.push_back({{say(naming_.unit(unit)), count.dossiers,
                             say(working_length(count.held)), count.over, count.late},
                            false});
    }
    return table;
  }

  ReportTable levels() const {
    ReportTable table = begin({"Mức độ dịch vụ đo được", "Measured level of the service"},
                              say({"Mức độ dịch vụ", "Service level"}));
    table.columns = {{"", say({"Thủ tục", "Procedure"}), "", 34, Alignment::Left},
                     {"", say({"Đã trao kết quả", "Handed over"}), "", 12, Alignment::Right},
                     {"", say({"Mức độ 2", "Level 2"}), "", 10, Alignment::Right},
                     {"", say({"Mức độ 3", "Level 3"}), "", 10, Alignment::Right},
                     {"", say({"Mức độ 4", "Level 4"}), "", 10, Alignment::Right},
                     {"", say({"Toàn trình", "Whole way"}), "", 12, Alignment::Right},
                     {"", say({"Tỷ lệ toàn trình", "Share"}), "", 12, Alignment::Right}};
    for (const auto& count : figures_.levels) {
      table.rows.push_back({{say(naming_.procedure(count.procedure)), count.handed_over,
                             count.of(2), count.of(3), count.of(4), count.whole_way,
                             document::Percent{*cut_percent(count.whole_way, count.handed_over)}},
                            false});
    }
    add_level_total(table);
    table.notes.push_back(say(rate_whole_way(figures_).definition));
    return table;
  }

  // Never a share without its response rate and its interval, as on the page.
  ReportTable satisfaction() const {
    ReportTable table = begin({"Mức độ hài lòng của người nộp", "Satisfaction of applicants"},
                              say({"Mức độ hài lòng", "Satisfaction"}));
    table.columns = {{"", say({"Thủ tục", "Procedure"}), "", 34, Alignment::Left},
                     {"", say({"Hồ sơ kết thúc", "Ended"}), "", 12, Alignment::Right},
                     {"", say({"Đã đánh giá", "Rated"}), "", 12, Alignment::Right},
                     {"", say({"Tỷ lệ phản hồi", "Response rate"}), "", 12, Alignment::Right}};
    add_share_columns(table, {"Hài lòng", "Satisfied"});
    const auto& said = figures_.satisfaction;
    for (const auto& count : said.by_procedure) {
      table.rows.push_back(rated_row(say(naming_.procedure(count.procedure)), count));
    }
    table.rows.push_back(rated_row(say({"Cả cơ quan", "The whole office"}), said.all));
    table.rows.back().bold = true;
    table.notes.push_back(say(satisfaction_definition(said.rules)));
    return table;
  }

  ReportTable indicators() const {
    ReportTable table = begin({"Mức độ hài lòng theo từng chỉ số", "Satisfaction by indicator"},
                              say({"Hài lòng theo chỉ số", "By indicator"}));
    table.columns = {{"", say({"Chỉ số", "Indicator"}), "", 44, Alignment::Left},
                     {"", say({"Đã đánh giá", "Rated"}), "", 12, Alignment::Right}};
    add_share_columns(table, {"Đạt điểm cao nhất", "Full points"});
    const auto& said = figures_.satisfaction;
    for (std::size_t i = 0; i < said.indicators.size(); ++i) {
      const auto& count = said.indicators[i];
      const bool shown = count.answers() >= said.rules.fewest_shown;
      Row row{{say(dossier::all_indicators()[i].label), shown ? Cell(count.answers()) : Cell()},
              false};
      add_share(row, shown, count.by_points[best_points], count.answers());
      table.rows.push_back(std::move(row));
    }
    table.notes.push_back(say(satisfaction_definition(said.rules)));
    return table;
  }

 private:
  std::string say(const Text& text) const { return text.in(language_); }

  void add_level_total(ReportTable& table) const {
    LevelCount all;
    for (const auto& count : figures_.levels) {
      all.handed_over += count.handed_over;
      all.whole_way += count.whole_way;
      for (int level = lowest_level; level <= highest_level; ++level) {
        all.by_level[std::size_t(level - lowest_level)] += count.of(level);
      }
    }
    const auto percent = cut_percent(all.whole_way, all.handed_over);
    table.rows.push_back(
        {{say({"Cả cơ quan", "The whole office"}), all.handed_over, all.of(2), all.of(3), all.of(4),
          all.whole_way, percent ? Cell(document::Percent{*percent}) : Cell()},
         true});
  }

  void add_share_columns(ReportTable& table, const Text& of) const {
    table.columns.push_back({"", say(of), "", 12, Alignment::Right});
    table.columns.push_back({"", say({"Tỷ lệ", "Share"}), "", 12, Alignment::Right});
    const auto interval = say({"Khoảng tin cậy 95 %", "Interval at 95 %"});
    table.columns.push_back({interval, say({"từ", "from"}), "", 10, Alignment::Right});
    table.columns.push_back({interval, say({"đến", "to"}), "", 10, Alignment::Right});
  }

  // What few have said is not told: not the count either, from which it could be reckoned.
  void add_share(Row& row, bool shown, std::int64_t some, std::int64_t all) const {
    if (!shown) {
      row.cells.push_back(say({"ít đánh giá, không nêu", "too few to tell"}));
      row.cells.resize(row.cells.size() + 3);
      return;
    }
    const auto interval = wilson_interval(some, all);
    row.cells.push_back(some);
    row.cells.push_back(document::Percent{*cut_percent(some, all)});
    row.cells.push_back(document::Percent{interval.from});
    row.cells.push_back(document::Percent{interval.to});
  }

  Row rated_row(std::string name, const RatedCount& count) const {
    const auto response = cut_percent(count.rated, count.finished);
    Row row{{std::move(name), count.finished, count.rated,
             response ? Cell(document::Percent{*response}) : Cell()},
            false};
    add_share(row, count.shown, count.satisfied, count.rated);
    return row;
  }

  static Cell mean(std::int64_t days, std::int64_t dossiers) {
    const auto hundredths = mean_days(days, dossiers);
    return hundredths ? Cell(document::Decimal{*hundredths}) : Cell();
  }

  ReportTable begin(const Text& title, std::string sheet) const {
    ReportTable table;
    table.language = language_;
    table.letterhead = letterhead_;
    table.title = say(title);
    table.subtitle = period_words();
    table.notes.push_back(say({"Số liệu đến " + write_vietnamese(figures_.as_of) + ".",
                               "Figures as of " + write_vietnamese(figures_.as_of) + "."}));
    table.sheet = std::move(sheet);
    return table;
  }

  std::string period_words() const {
    const auto& period = figures_.period;
    const auto label = say(period.label);
    if (period.kind == PeriodKind::Reporting) return label;  // its dates are in the label
    return label + " (" + write_vietnamese(period.first) + "–" + write_vietnamese(period.last) +
           ")";
  }

  // [II06a] The head of the form: its number, the period, who reports to whom, the unit of count.
  std::string official_subtitle() const {
    std::string words = say({"Biểu số II.06a/VPCP/KSTT. ", "Form II.06a/VPCP/KSTT. "}) +
                        period_words() + "\n" + say({"Đơn vị báo cáo: ", "Reported by: "}) +
                        letterhead_.issuing_body + ". ";
    if (!letterhead_.superior_body.empty()) {
      words += say({"Đơn vị nhận báo cáo: ", "Reported to: "}) + letterhead_.superior_body + ". ";
    }
    return words + say({"Đơn vị tính: số hồ sơ", "Unit: number of dossiers"});
  }

  Row official_row(const OfficialLine& line, std::optional<std::int64_t> number) const {
    Row row;
    row.bold = line.is_field;
    row.cells.push_back(number ? Cell(*number) : Cell());
    row.cells.push_back(say(line.name));
    for (const auto count : line.columns) row.cells.push_back(count);
    return row;
  }

  std::string identity(const Identity& identity, bool carried) const {
    return say(identity_text(carried)) + ": " + std::to_string(identity.left) +
           (identity.holds() ? " = " : " ≠ ") + std::to_string(identity.right);
  }

  const Figures& figures_;
  const Naming& naming_;
  const document::Letterhead& letterhead_;
  Language language_;
};

}  // namespace

std::vector<ReportTable> tables_of(const Figures& figures, const Naming& naming,
                                   const document::Letterhead& letterhead, Language language) {
  const TableWriter writer(figures, naming, letterhead, language);
  return {writer.official(), writer.rates(),        writer.terms(),     writer.held(),
          writer.levels(),   writer.satisfaction(), writer.indicators()};
}

}  // namespace motcua::report

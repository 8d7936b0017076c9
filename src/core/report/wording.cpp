#include "report/wording.hpp"

namespace motcua::report {
namespace {

struct Line {
  const char* vi;
  const char* en;
};

constexpr std::array<Line, memos> memo_labels{{
    {"Nộp qua mạng, chưa được tiếp nhận", "Submitted on-line, not yet accepted"},
    {"Đang chờ người nộp bổ sung", "Waiting for a supplement"},
    {"Đang chờ nộp phí, lệ phí", "Waiting for payment"},
    {"Đang chờ ý kiến hoặc xác minh bên ngoài", "Waiting for an opinion or outside verification"},
    {"Từ chối trong kỳ", "Refused in the period"},
    {"Người nộp rút trong kỳ", "Withdrawn by the applicant in the period"},
    {"Dừng xử lý trong kỳ", "Stopped in the period"},
    {"Có ngày hẹn thay đổi trong kỳ", "Date changed in the period"},
    {"Trong đó có văn bản xin lỗi và hẹn lại", "Of which with an apology and a new date"},
    {"Không có thời hạn", "Without a term"},
    {"Rút rồi nộp lại trong 30 ngày", "Withdrawn and entered again within 30 days"},
    {"Bị yêu cầu bổ sung từ lần thứ hai", "Asked for a supplement more than once"},
    {"Có thời điểm thực tế khác lúc ghi nhận", "Actual time other than the time of recording"},
    {"Giấy tờ đến trước ngày ghi tiếp nhận", "Papers came before the day of registration"},
    {"Hướng dẫn hoàn thiện hoặc từ chối ngay tại quầy", "Guided or refused at the counter"},
    {"Trong số hồ sơ rút: rút khi đã quá hẹn", "Of those withdrawn: when already past the date"},
}};

constexpr std::size_t settled_column = 7 - first_column;

constexpr std::array<Line, age_bands> age_labels{{
    {"Đến 3 ngày làm việc", "Up to 3 working days"},
    {"4–6 ngày làm việc", "4–6 working days"},
    {"7–11 ngày làm việc", "7–11 working days"},
    {"12–22 ngày làm việc", "12–22 working days"},
    {"Trên 22 ngày làm việc", "Over 22 working days"},
}};

constexpr std::array<Line, last_column - first_column + 1> column_titles{{
    {"Tiếp nhận: tổng số", "Received: total"},
    {"Trực tuyến", "On-line"},
    {"Trực tiếp, bưu chính", "In person, by post"},
    {"Từ kỳ trước", "Carried over"},
    {"Đã giải quyết: tổng số", "Settled: total"},
    {"Trước hạn", "Before the date"},
    {"Đúng hạn", "On time"},
    {"Quá hạn", "Late"},
    {"Đang giải quyết: tổng số", "Open: total"},
    {"Trong hạn", "Within the date"},
    {"Quá hạn", "Overdue"},
}};

Text text(const Line& line) { return {line.vi, line.en}; }

std::string plural(std::int64_t amount, const char* unit) {
  return std::to_string(amount) + " " + unit + (amount == 1 ? "" : "s");
}

void add(std::string& text, const std::string& part) { text += (text.empty() ? "" : " ") + part; }

}  // namespace

Text memo_label(Memo memo) { return text(memo_labels[std::size_t(memo)]); }
Text age_label(std::size_t band) { return text(age_labels[band]); }
Text column_title(int column) { return text(column_titles[std::size_t(column - first_column)]); }

Text memo_note(Memo memo, const Figures& figures) {
  switch (memo) {
    case Memo::WaitingSupplement:
      return {"Biểu mẫu xếp vào “trong hạn”.", "The form counts them within the date."};
    case Memo::Withdrawn: {
      const auto rest = std::to_string(figures.official.total[settled_column] -
                                       figures.memo[std::size_t(Memo::Withdrawn)]);
      return {
          "Không phải kết quả giải quyết và không làm tăng tỷ lệ nào. Biểu mẫu không có cột "
          "riêng nên xếp vào cột 9, hoặc 10 khi đã quá hẹn; không kể hồ sơ rút thì cột 7 là " +
              rest + ".",
          "No result of the office, and in no numerator. The form has no column for them: "
          "column 9, or 10 when past the date; without them column 7 is " +
              rest + "."};
    }
    case Memo::Refused:
    case Memo::Stopped:
      return {"Biểu mẫu tính là đã giải quyết.", "The form counts them as settled."};
    case Memo::DueChanged: {
      const auto times = std::to_string(figures.due_changes);
      return {
          times + " lần thay đổi; lời hẹn đầu tiên luôn được giữ lại.",
          plural(figures.due_changes, "change") + "; the first promise is always kept on record."};
    }
    case Memo::NoTerm:
      return {"Ở cột 9 và 12 của biểu mẫu; không tính vào tỷ lệ nào.",
              "In columns 9 and 12 of the form; in no rate."};
    case Memo::EnteredAgain:
      return {"Cùng người nộp, cùng thủ tục; tính là một lời hẹn.",
              "Same applicant, same procedure; counted as one promise."};
    case Memo::ActualTime:
      return {"Tỷ lệ tính theo lúc ghi nhận.", "Rates go by the time of recording."};
    case Memo::RegisteredLate:
      return {"Lời hẹn tính từ khi giấy tờ đến.", "The promise counts from when the papers came."};
    case Memo::NothingReceived:
      return {"Chưa tiếp nhận nên không ở cột nào.", "Nothing was received, so in no column."};
    case Memo::WithdrawnOverdue:
      return {"Ở cột 10; tỷ lệ tính là trễ hẹn.", "In column 10; the rates count them as broken."};
    case Memo::NotYetAccepted:
    case Memo::WaitingPayment:
    case Memo::WaitingOther:
    case Memo::Apologised:
    case Memo::SecondSupplement:
      return {};
  }
  return {};
}

Text identity_text(bool carried) {
  if (carried) {
    return {"(6) kỳ này = (11) kỳ trước", "(6) of this period = (11) of the one before"};
  }
  return {"(3) = (7) + (11)", "(3) = (7) + (11)"};
}

Text terms_title() {
  return {"Thời hạn đã hẹn so với thời hạn theo quy định và với trước đây",
          "Terms promised, against the legal term and against earlier ones"};
}

Text term_title(TermColumn column) {
  switch (column) {
    case TermColumn::Promised:
      return {"Số hồ sơ có hẹn", "Dossiers promised"};
    case TermColumn::FirstDays:
      return {"Số ngày bình quân, theo quy định (lời hẹn đầu)",
              "Mean days, legal term (first promise)"};
    case TermColumn::LastDays:
      return {"Số ngày bình quân, lời hẹn sau cùng", "Mean days, last promise"};
    case TermColumn::Before:
      return {"Số ngày bình quân, theo quy định, trước kỳ này", "Mean days, legal term, before"};
    case TermColumn::Longer:
      return {"Hẹn lại dài hơn quy định", "Promised longer, with an apology"};
    case TermColumn::LongestDelay:
      return {"Lùi nhiều nhất (ngày)", "Put off at most (days)"};
  }
  return {};
}

Text terms_definition() {
  return {
      "Hồ sơ tiếp nhận trong kỳ và có hẹn; ngày làm việc, tính từ ngày tiếp nhận. Lời hẹn đầu "
      "là thời hạn theo quy định, không ai chọn khi tiếp nhận; lời hẹn sau cùng gồm cả xin "
      "lỗi, hẹn lại và thời gian dừng theo quy định. Cắt đến hai chữ số thập phân.",
      "Received in the period and promised a date; working days from the day of receipt. The "
      "first promise is the legal term, chosen by nobody at intake; the last one holds "
      "apologies and time in which the clock stood still. Cut to two decimals."};
}

Text satisfaction_definition(const RatingRules& rules) {
  const auto percent = std::to_string(rules.satisfied_from);
  const auto fewest = std::to_string(rules.fewest_shown);
  return {
      "Hồ sơ kết thúc trong kỳ; mỗi hồ sơ người nộp được đánh giá một lần, kể cả sau kỳ này. "
      "Hài lòng: các chỉ số đã chấm đạt từ " +
          percent +
          " % số điểm có thể (chưa kiểm chứng). Khoảng tin cậy 95 % theo Wilson; số đánh giá ít "
          "thì khoảng rộng. Nhóm có dưới " +
          fewest + " đánh giá không được nêu riêng.",
      "Dossiers that ended in the period; each may be rated once by its applicant, also after the "
      "period. Satisfied: the marks given reach " +
          percent +
          " % of the points they could have (not verified). Wilson's interval at 95 %; few ratings "
          "make it wide. Groups of fewer than " +
          fewest + " ratings are not told."};
}

std::optional<std::int64_t> mean_days(std::int64_t days, std::int64_t dossiers) {
  return dossiers == 0 ? std::nullopt : std::optional{days * 100 / dossiers};
}

Text working_length(seconds worked) {
  const auto total = std::chrono::floor<minutes>(worked).count();
  const auto days = total / 480;
  const auto hours = total % 480 / 60;
  const auto rest = total % 60;
  Text length;
  if (days > 0) add(length.vi, std::to_string(days) + " ngày"), add(length.en, plural(days, "day"));
  if (hours > 0) {
    add(length.vi, std::to_string(hours) + " giờ"), add(length.en, plural(hours, "hour"));
  }
  if (days == 0 && rest > 0) {
    add(length.vi, std::to_string(rest) + " phút"), add(length.en, plural(rest, "minute"));
  }
  if (length.vi.empty()) return {"0 phút", "0 minutes"};
  return length;
}

}  // namespace motcua::report

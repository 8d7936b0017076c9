#include "report/rate.hpp"

#include <array>

namespace motcua::report {
namespace {

struct Label {
  const char* vi;
  const char* en;
};

Text text(const Label& label) { return {label.vi, label.en}; }

constexpr std::array<Label, verdicts> verdict_labels{{
    {"", ""},
    {"Đúng hẹn", "Kept"},
    {"Xong nhưng trễ hẹn", "Settled late"},
    {"Từ chối hoặc dừng khi đã trễ hẹn", "Refused or stopped after the date"},
    {"Chưa xong, đã quá hẹn", "Still open, past the date"},
    {"Đang dừng thời hạn theo quy định, đã qua ngày hẹn này",
     "Past this date while the clock stands still by rule"},
    {"Rút khi đã quá hẹn", "Withdrawn when already past the date"},
    {"Rút rồi nộp lại, không xong trước ngày hẹn đầu",
     "Withdrawn and entered again, not answered by the first date"},
    {"Rút trước ngày hẹn", "Withdrawn before the date"},
    {"Nộp lại sau khi rút: tính cùng hồ sơ đã rút",
     "Entered again after a withdrawal: counted with the withdrawn one"},
}};

constexpr std::array<Label, published_kinds> published_labels{{
    {"", ""},
    {"Xong đúng hạn", "Settled on time"},
    {"Xong nhưng trễ hạn", "Settled late"},
    {"Đang giải quyết, còn trong hạn", "Running, within the promise"},
    {"Đang chờ, thời hạn tạm dừng", "Waiting, the clock stands still"},
    {"Chưa xong, đã quá hạn", "Open, past the promise"},
    {"Người nộp rút", "Withdrawn by the applicant"},
    {"Không được giải quyết (từ chối)", "Refused"},
    {"Dừng xử lý", "Stopped"},
    {"Không có thời hạn: không thể đúng hạn hay trễ hạn", "No term: neither on time nor late"},
}};

constexpr std::array<Label, rescues> rescue_labels{{
    {"", ""},
    {"Trong tử số, đã qua lời hẹn đầu tiên: đúng chỉ nhờ thời hạn dừng hoặc đổi theo quy định",
     "Of the numerator, past the first promise: kept only because the clock stood still or the "
     "date changed by rule"},
    {"Trong tử số, đã qua lời hẹn đầu tiên: đúng chỉ nhờ xin lỗi và hẹn lại",
     "Of the numerator, past the first promise: kept only by an apology and a later date"},
}};

std::vector<Part> rescued_parts(const std::array<std::int64_t, rescues>& counts,
                                std::string (*cell)(std::string_view)) {
  std::vector<Part> parts;
  for (std::size_t i = 1; i < rescues; ++i) {
    if (counts[i] == 0) continue;
    parts.push_back({text(rescue_labels[i]), counts[i], cell(rescue_name(Rescue(i)))});
  }
  return parts;
}

Text rounding_text(std::int64_t numerator, std::int64_t denominator) {
  const auto cut = cut_percent(numerator, denominator);
  if (!cut) {
    return {"Không có hồ sơ nào được tính nên không có tỷ lệ (không phải 100 %).",
            "Nothing is counted, so there is no rate (it is not 100 %)."};
  }
  const auto rounded = *rounded_percent(numerator, denominator);
  if (rounded == *cut) {
    return {"Hai chữ số thập phân, cắt bỏ phần sau, không làm tròn lên.",
            "Two decimals, the rest is cut, never rounded up."};
  }
  const auto shown = write_hundredths(*cut);
  const auto usual = write_hundredths(rounded);
  return {"Hai chữ số thập phân, cắt bỏ phần sau: " + shown + " %. Làm tròn thông thường cho " +
              usual + " %, cao hơn con số đúng, nên không dùng.",
          "Two decimals, the rest is cut: " + shown + " %. Usual rounding would print " + usual +
              " %, more than is true, so it is not used."};
}

Text honest_definition(bool by_first) {
  const std::string which_vi = by_first ? "lời hẹn đầu tiên" : "lời hẹn hiện hành";
  const std::string which_en = by_first ? "first promise" : "current promise";
  const std::string stops_vi =
      by_first ? " Thời gian chờ bổ sung không làm lùi lời hẹn đầu tiên."
               : " Lời hẹn mới chỉ thay lời hẹn cũ khi được đưa ra đúng quy định, trước khi trễ.";
  const std::string stops_en =
      by_first ? " Waiting for a supplement does not move the first promise."
               : " A new promise replaces the old one only when given in time, by rule.";
  return {
      "Mẫu số: mọi hồ sơ có " + which_vi +
          " đến hạn trong kỳ, kể cả hồ sơ chưa xong. Tử số: hồ sơ có kết quả, hoặc bị từ chối, "
          "dừng, không muộn hơn lời hẹn đó." +
          stops_vi +
          " Hồ sơ người nộp rút trước hạn không tính, trừ khi nộp lại trong 30 ngày: khi đó hai "
          "hồ sơ là một lời hẹn. Tính theo lúc bấm ghi nhận, không theo thời điểm khai lại.",
      "Denominator: every dossier whose " + which_en +
          " fell due in the period, open ones included. Numerator: those settled, refused or "
          "stopped no later than it." +
          stops_en +
          " Withdrawn by the applicant before the date: left out, unless entered again within "
          "30 days; then the two are one promise. By the time of the click, not a time stated "
          "afterwards."};
}

Rate honest_rate(const HonestCounts& counts, bool by_first) {
  Rate rate;
  rate.label = by_first ? Text{"Đúng lời hẹn đầu tiên", "By first promise"}
                        : Text{"Đúng lời hẹn hiện hành", "By current promise"};
  rate.numerator = counts.kept();
  rate.denominator = counts.fell_due();
  rate.definition = honest_definition(by_first);
  rate.rounding = rounding_text(rate.numerator, rate.denominator);
  rate.numerator_cell = honest_cell(by_first, "numerator");
  rate.denominator_cell = honest_cell(by_first, "denominator");
  for (std::size_t i = 1; i < verdicts; ++i) {
    const auto verdict = Verdict(i);
    if (verdict == Verdict::Kept || counts.by_verdict[i] == 0) continue;
    auto& parts = is_broken(verdict) ? rate.rest : rate.left_out;
    parts.push_back({text(verdict_labels[i]), counts.by_verdict[i],
                     honest_cell(by_first, verdict_name(verdict))});
  }
  return rate;
}

LevelCount all_levels(const Figures& figures) {
  LevelCount all;
  for (const auto& count : figures.levels) {
    all.handed_over += count.handed_over;
    all.whole_way += count.whole_way;
    for (std::size_t i = 0; i < all.by_level.size(); ++i) all.by_level[i] += count.by_level[i];
  }
  return all;
}

// The whole percent a publication would print, when that is more than is true.
std::optional<std::int64_t> flattering_percent(std::int64_t numerator, std::int64_t denominator) {
  const auto whole = (numerator * 200 + denominator) / (denominator * 2);
  return whole * denominator > numerator * 100 ? std::optional{whole} : std::nullopt;
}

std::string lower_first(std::string label) {  // every label begins with a plain Latin letter or Đ
  if (label.starts_with("Đ")) return "đ" + label.substr(std::string_view("Đ").size());
  if (!label.empty() && label[0] >= 'A' && label[0] <= 'Z') label[0] = char(label[0] + 32);
  return label;
}

}  // namespace

std::optional<std::int64_t> cut_percent(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) return std::nullopt;
  return numerator * 10'000 / denominator;
}

std::optional<std::int64_t> rounded_percent(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) return std::nullopt;
  return (numerator * 20'000 + denominator) / (denominator * 2);
}

std::string write_hundredths(std::int64_t hundredths) {
  const auto rest = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + (rest.size() == 1 ? ",0" : ",") + rest;
}

Text verdict_text(Verdict verdict) { return text(verdict_labels[std::size_t(verdict)]); }

Rate rate_by_first(const PromiseCounts& counts) { return honest_rate(counts.by_first, true); }

Rate rate_by_current(const PromiseCounts& counts) {
  auto rate = honest_rate(counts.by_current, false);
  rate.rescued = rescued_parts(counts.by_current.kept_by,
                               [](std::string_view item) { return honest_cell(false, item); });
  return rate;
}

Rate rate_as_published(const PromiseCounts& counts) {
  Rate rate;
  rate.label = {"Theo cách công bố", "As published"};
  rate.numerator = counts.published[std::size_t(Published::OnTime)];
  rate.denominator = counts.received_in_period();
  rate.definition = {
      "Mẫu số: hồ sơ tiếp nhận trong kỳ. Tử số: trong số đó, hồ sơ đã có kết quả trong kỳ, đúng "
      "hạn "
      "theo lời hẹn hiện hành. Hồ sơ đang chạy nằm ở mẫu số mà chưa thể ở tử số; hồ sơ kỳ trước "
      "chuyển sang không nằm ở đâu cả.",
      "Denominator: received in the period. Numerator: those of them settled within the period, on "
      "time by the current promise. Running dossiers are below the line and cannot be above it; "
      "those carried over are in neither."};
  rate.rounding = rounding_text(rate.numerator, rate.denominator);
  rate.numerator_cell = published_cell("numerator");
  rate.denominator_cell = published_cell("denominator");
  rate.rescued = rescued_parts(counts.on_time_by, published_cell);
  for (std::size_t i = 2; i < published_kinds; ++i) {
    if (counts.published[i] == 0) continue;
    rate.rest.push_back({text(published_labels[i]), counts.published[i],
                         published_cell(published_name(Published(i)))});
  }
  return rate;
}

Rate rate_whole_way(const Figures& figures) {
  const auto all = all_levels(figures);
  Rate rate;
  rate.label = {"Giải quyết toàn trình qua mạng", "Settled the whole way through the network"};
  rate.numerator = all.whole_way;
  rate.denominator = all.handed_over;
  rate.definition = {
      "Mẫu số: hồ sơ có kết quả được trao lần đầu trong kỳ. Tử số: trong số đó, hồ sơ nộp qua "
      "mạng mà người nộp không phải đến quầy lần nào để nộp hồ sơ, nộp tiền hay nhận kết quả. "
      "Đo từ nhật ký của từng hồ sơ, không khai.",
      "Denominator: dossiers whose result was first handed over in the period. Numerator: those "
      "filed through the network whose applicant never came to the counter, not to file, to pay "
      "or to collect. Measured from each dossier's journal, never declared."};
  rate.rounding = rounding_text(rate.numerator, rate.denominator);
  rate.numerator_cell = level_cell("all", "whole-way");
  rate.denominator_cell = level_cell("all", "handed-over");
  const auto add = [&](Text label, std::int64_t count, std::string_view item) {
    if (count > 0) rate.rest.push_back({std::move(label), count, level_cell("all", item)});
  };
  add({"Không nộp qua mạng (mức độ 2)", "Not filed through the network (level 2)"}, all.of(2), "2");
  add({"Nộp qua mạng, nộp tiền tại quầy (mức độ 3)",
       "Filed through the network, paid at the counter (level 3)"},
      all.of(3), "3");
  add({"Mức độ 4, nhưng đến quầy nhận kết quả", "Level 4, but the result was collected in person"},
      all.of(4) - all.whole_way, "4-with-visit");
  return rate;
}

std::optional<Text> note_on_published(const Rate& published) {
  if (!published.percent()) return std::nullopt;
  const auto of = std::to_string(published.numerator) + "/" + std::to_string(published.denominator);
  const auto shown = write_hundredths(*published.percent()) + " %";
  const auto usual =
      write_hundredths(*rounded_percent(published.numerator, published.denominator)) + " %";
  Text note{of + " là " + shown, of + " is " + shown};
  if (usual != shown) {
    note.vi += " (làm tròn thông thường: " + usual + ")";
    note.en += " (by usual rounding: " + usual + ")";
  }
  if (const auto whole = flattering_percent(published.numerator, published.denominator)) {
    const auto printed = std::to_string(*whole) + " %";
    note.vi += "; in thành " + printed + " là làm tròn lên, đẹp hơn thực tế";
    note.en += "; printing " + printed + " would be rounding upward, better than it was";
  }
  if (published.rest.empty()) return note.vi += ".", note.en += ".", note;
  const auto others = std::to_string(published.denominator - published.numerator);
  note.vi += ". " + others + " hồ sơ còn lại: ";
  note.en += ". The other " + others + ": ";
  for (std::size_t i = 0; i < published.rest.size(); ++i) {
    const auto& part = published.rest[i];
    const std::string comma = i == 0 ? "" : "; ";
    note.vi += comma + std::to_string(part.count) + " " + lower_first(part.label.vi);
    note.en += comma + std::to_string(part.count) + " " + lower_first(part.label.en);
  }
  return note.vi += ".", note.en += ".", note;
}

}  // namespace motcua::report

#include "report/remarks.hpp"

namespace motcua::report {
namespace {

Text left_out_remark(const Rate& rate) {
  Text remark{rate.label.vi + ": không tính vào tỷ lệ ", rate.label.en + ": left out of the rate "};
  for (std::size_t i = 0; i < rate.left_out.size(); ++i) {
    const auto& part = rate.left_out[i];
    const std::string comma = i == 0 ? "" : "; ";
    remark.vi += comma + std::to_string(part.count) + " (" + part.label.vi + ")";
    remark.en += comma + std::to_string(part.count) + " (" + part.label.en + ")";
  }
  return remark.vi += ".", remark.en += ".", remark;
}

// The rate by current promise never stands alone: a date put off in time lifts it.
Text repromise_remark(const Figures& figures) {
  const auto number = [](std::int64_t count) { return std::to_string(count); };
  const auto fraction = [&](const HonestCounts& counts) {
    return number(counts.kept()) + "/" + number(counts.fell_due());
  };
  const auto changed = figures.memo[std::size_t(Memo::DueChanged)];
  const auto apologised = figures.memo[std::size_t(Memo::Apologised)];
  const auto rescued = figures.by_current.kept_by[std::size_t(Rescue::Stop)] +
                       figures.by_current.kept_by[std::size_t(Rescue::Apology)];
  return {"Trong kỳ đổi ngày hẹn " + number(figures.due_changes) + " lần ở " + number(changed) +
              " hồ sơ, trong đó " + number(apologised) +
              " hồ sơ có xin lỗi và hẹn lại. Theo lời hẹn hiện hành " +
              fraction(figures.by_current) + ", trong đó " + number(rescued) +
              " hồ sơ đã qua lời hẹn đầu; theo lời hẹn đầu tiên " + fraction(figures.by_first) +
              ". Hai tỷ lệ phải đọc cùng nhau.",
          "In the period dates were changed " + number(figures.due_changes) + " times in " +
              number(changed) + " dossiers, in " + number(apologised) +
              " of them with an apology. By current promise " + fraction(figures.by_current) +
              ", of which " + number(rescued) + " past the first promise; by first promise " +
              fraction(figures.by_first) + ". The two rates are read together."};
}

}  // namespace

std::vector<Text> remarks_on(const Figures& figures) {
  std::vector<Text> remarks;
  if (auto note = note_on_published(rate_as_published(figures))) {
    remarks.push_back(std::move(*note));
  }
  if (figures.carried_on_time > 0) {
    const auto count = std::to_string(figures.carried_on_time);
    remarks.push_back({"Ngoài ra, " + count + " hồ sơ từ kỳ trước xong đúng hạn trong kỳ này.",
                       "Besides, " + count + " carried over were settled on time in this period."});
  }
  if (figures.due_changes > 0 || figures.by_current.kept() > figures.by_first.kept()) {
    remarks.push_back(repromise_remark(figures));
  }
  for (const auto& rate : {rate_by_first(figures), rate_by_current(figures)}) {
    if (!rate.left_out.empty()) remarks.push_back(left_out_remark(rate));
  }
  if (figures.generated > 0) {
    const auto count = std::to_string(figures.generated);
    remarks.push_back({count + " hồ sơ trong số này là dữ liệu mô phỏng để trình diễn.",
                       count + " of these dossiers are generated for demonstration."});
  }
  return remarks;
}

}  // namespace motcua::report

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
  for (const auto& rate : {rate_by_first(figures), rate_by_current(figures)}) {
    if (!rate.left_out.empty()) remarks.push_back(left_out_remark(rate));
  }
  if (figures.generated > 0) {
    const auto count = std::to_string(figures.generated);
    remarks.push_back({count + " hồ sơ trong số này là dữ liệu tạo sinh để trình diễn.",
                       count + " of these dossiers are generated for demonstration."});
  }
  return remarks;
}

}  // namespace motcua::report

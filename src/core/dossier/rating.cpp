#include "dossier/rating.hpp"

#include <algorithm>

#include "dossier/rejections.hpp"

namespace motcua::dossier {
namespace {

std::array<Text, most_points + 1> length_of_time() {
  return {{{"Dài hơn thời hạn", "Longer than the term"},
           {"Đúng thời hạn", "Just the term"},
           {"Ngắn hơn thời hạn", "Shorter than the term"}}};
}

std::array<Text, most_points + 1> how_good() {
  return {{{"Chưa tốt", "Poor"}, {"Được", "Fair"}, {"Tốt", "Good"}}};
}

std::vector<Indicator> make_indicators() {
  return {
      {{"Tổng thời gian giải quyết so với quy định", "Time taken in all, against the legal term"},
       length_of_time()},
      {{"Thời gian ở từng cơ quan, đơn vị", "Time taken at each agency or unit"},
       length_of_time()},
      {{"Số lần phải liên hệ để hoàn thiện hồ sơ", "Times you had to come back to complete it"},
       {{{"Hơn một lần", "More than once"}, {"Một lần", "Once"}, {"Không lần nào", "Never"}}}},
      {{"Số cơ quan phải liên hệ", "How few agencies you had to turn to"}, how_good()},
      {{"Việc thực hiện tại bộ phận một cửa", "Handling at the one-stop unit"}, how_good()},
      {{"Công khai thủ tục hành chính", "Publication of the procedure"}, how_good()},
      {{"Thái độ của cán bộ, công chức", "Attitude of the officers"}, how_good()},
      {{"Tiếp nhận, giải trình phản ánh, kiến nghị", "Taking and answering complaints"},
       how_good()},
      {{"Tiến độ, chất lượng dịch vụ trực tuyến", "Progress and quality of the online service"},
       how_good()},
  };
}

}  // namespace

std::span<const Indicator> all_indicators() {
  static const auto all = make_indicators();
  return all;
}

OrRejection<std::vector<Mark>> sorted_marks(std::vector<Mark> marks) {
  std::ranges::sort(marks, {}, &Mark::indicator);
  const bool twice = std::ranges::adjacent_find(marks, {}, &Mark::indicator) != marks.end();
  const bool known = std::ranges::all_of(marks, [](const Mark& mark) {
    return mark.indicator >= 1 && mark.indicator <= indicators && mark.points >= 0 &&
           mark.points <= most_points;
  });
  if (twice || !known) return reject(field_invalid, {{"field", "marks"}});
  return marks;
}

}  // namespace motcua::dossier

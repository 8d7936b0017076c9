#include "commands/demo_names.hpp"

#include <array>
#include <string_view>

namespace motcua::commands {
namespace {

constexpr std::array<std::string_view, 20> agencies{"Sở Du lịch Hà Nội",
                                                    "Sở Công Thương Hà Nội",
                                                    "Sở Giáo dục và Đào tạo Hà Nội",
                                                    "Sở Văn hóa và Thể thao Hà Nội",
                                                    "Sở Khoa học và Công nghệ Hà Nội",
                                                    "Sở Tài chính Hà Nội",
                                                    "Sở Y tế Hà Nội",
                                                    "Sở Xây dựng Hà Nội",
                                                    "Sở Giao thông vận tải Hà Nội",
                                                    "Sở Thông tin và Truyền thông Hà Nội",
                                                    "UBND quận Ba Đình",
                                                    "UBND quận Hoàn Kiếm",
                                                    "UBND quận Cầu Giấy",
                                                    "UBND quận Tây Hồ",
                                                    "UBND huyện Gia Lâm",
                                                    "UBND huyện Đông Anh",
                                                    "UBND thị xã Sơn Tây",
                                                    "Liên hiệp Phụ nữ thành phố",
                                                    "Thành đoàn Hà Nội",
                                                    "Liên đoàn Lao động thành phố"};
constexpr std::array<std::string_view, 12> companies{
    "Công ty cổ phần Dệt may Sông Nhuệ", "Công ty TNHH Cơ khí Thăng Long Mới",
    "Công ty cổ phần Phần mềm Hồ Gươm",  "Công ty TNHH Thương mại Bưởi Vàng",
    "Công ty cổ phần Gốm sứ Kim Lan",    "Công ty TNHH Điện tử Đông Đô",
    "Công ty cổ phần Xây dựng Tây Hồ",   "Công ty TNHH Thực phẩm Lúa Mới",
    "Công ty cổ phần Vận tải Nhị Hà",    "Công ty TNHH Tư vấn Cửa Bắc",
    "Công ty cổ phần Nội thất Vạn Phúc", "Công ty TNHH Du lịch Ba Vì Xanh"};
constexpr std::array<std::string_view, 6> foundations{
    "Tổ chức Hợp tác Giáo dục Mê Kông", "Quỹ Trẻ em và Cộng đồng", "Tổ chức Nước sạch Á Châu",
    "Hội Hữu nghị Y tế Bắc Âu",         "Quỹ Bảo tồn Di sản sống", "Tổ chức Việc làm Thanh niên"};
constexpr std::array<std::string_view, 10> countries{
    "Nhật Bản",  "Hàn Quốc", "Pháp",   "Đức",          "Lào",
    "Xin-ga-po", "Thái Lan", "Hoa Kỳ", "Ô-xtrây-li-a", "Hà Lan"};
constexpr std::array<std::string_view, 6> purposes{
    "tham dự hội nghị",   "học tập kinh nghiệm quản lý đô thị",
    "xúc tiến du lịch",   "trao đổi hợp tác giáo dục",
    "tập huấn nghiệp vụ", "dự triển lãm"};
constexpr std::array<std::string_view, 6> conferences{
    "Hội thảo quốc tế về giao thông xanh",  "Hội thảo về bảo tồn khu phố cổ",
    "Hội nghị hợp tác các thành phố",       "Hội thảo đào tạo nghề cho thanh niên",
    "Hội thảo phòng bệnh trong trường học", "Hội nghị du lịch làng nghề"};

constexpr std::array<std::string_view, associations> once_only{
    "Hội Làng nghề Hà Nội",       "Hội Kiến trúc sư trẻ Hà Nội", "Hội Doanh nghiệp Long Biên",
    "Hội Khuyến học huyện Ba Vì", "Câu lạc bộ Nhà báo Du lịch",  "Hội Sinh vật cảnh Thủ đô"};

template <std::size_t N>
std::string pick(const std::array<std::string_view, N>& list, Dice& dice) {
  return std::string(list[static_cast<std::size_t>(dice.between(0, int(N) - 1))]);
}

}  // namespace

dossier::Applicant made_up_applicant(const std::string& procedure, const std::string& case_id,
                                     Dice& dice) {
  dossier::Applicant applicant;
  applicant.kind = "organisation";
  applicant.name = procedure == "foreign-ngo-office"              ? pick(foundations, dice)
                   : procedure == "abtc" && case_id == "business" ? pick(companies, dice)
                   : dice.chance(80)                              ? pick(agencies, dice)
                                                                  : pick(companies, dice);
  applicant.address = "Hà Nội";
  applicant.phone = "024 0000 " + std::to_string(dice.between(1000, 9999));
  return applicant;
}

std::string made_up_association(int index) { return std::string(once_only.at(std::size_t(index))); }

std::string made_up_summary(const std::string& procedure, Dice& dice) {
  if (procedure == "official-travel") {
    return "Cử " + std::to_string(dice.between(1, 8)) + " cán bộ đi " + pick(countries, dice) +
           " " + pick(purposes, dice);
  }
  if (procedure == "abtc") {
    return "Cho phép " + std::to_string(dice.between(1, 3)) + " người sử dụng thẻ ABTC";
  }
  if (procedure == "international-conference") return pick(conferences, dice);
  if (procedure == "foreign-ngo-office") return "Lập văn phòng dự án tại Hà Nội";
  return "Gia hạn thị thực cho " + std::to_string(dice.between(1, 4)) + " chuyên gia " +
         pick(countries, dice);
}

}  // namespace motcua::commands

// What never was, to look at a template with: a dossier, a digest, an account, an appointment, a
// petition, a trip.

#include "notice/notice.hpp"

namespace motcua::notice {

Values sample_values(const authority::Office& office, const Stationery& stationery,
                     Language language) {
  const auto in = [&](const char* vi, const char* en) { return Text{vi, en}.in(language); };
  const std::string code = office.code_block + "-170412-0001";
  return {
      {"code", code},
      {"procedure", in("Cử đoàn đi công tác nước ngoài", "Official travel abroad")},
      {"office", office.name.in(language)},
      {"phone", office.phone},
      {"tracking", stationery.public_address + "/tra-cuu/?code=" + code},
      {"promise", in("16:30 24/04/2017", "16:30, 24 April 2017")},
      {"promise_before", in("16:30 20/04/2017", "16:30, 20 April 2017")},
      {"answer_due", in("10:00 13/04/2017", "10:00, 13 April 2017")},
      {"address", office.address.in(language)},
      {"hours", office.hours.in(language)},
      {"applicant", "Nguyễn Văn An"},
      {"reason", in("Thiếu bản dịch thư mời", "The invitation is not translated")},
      {"items", in("- Thư mời: thiếu bản dịch", "- Invitation: not translated")},
      {"document", "12/YCBS"},
      {"outcome", in("được giải quyết", "granted")},
      {"collect_at", in("tại bộ phận một cửa", "at the one-stop counter")},
      {"amount", write_dong(Dong{150'000}, language)},
      {"owed", write_dong(Dong{150'000}, language)},
      {"receipt", "BL-0001"},
      {"carrier", in("Bưu điện Hà Nội", "Hanoi Post")},
      {"standstill", in("Thời hạn tạm dừng cho đến khi nộp.", "The clock stands until then.")},
      {"day", "12/04/2017"},
      {"officer", "Trần Thị Bình"},
      {"due_count", "1"},
      {"late_count", "0"},
      {"waiting_count", "1"},
      {"due", "- " + code},
      {"late", ""},
      {"waiting", "- " + office.code_block + "-170410-0002"},
      {"travel_count", "1"},
      {"travel",
       in("- DR-170301-0001: báo cáo, 22/03/2017", "- DR-170301-0001: report, 22/03/2017")},
      {"days", "05/03/2017 – 12/03/2017"},
      {"unit", in("Sở Du lịch", "Department of Tourism")},
      {"passport", "D0012345, Nguyễn Văn An"},
      {"holder", "Nguyễn Văn An"},
      {"link", stationery.public_address + "/tai-khoan/…"},
      {"until", in("10:30 12/04/2017", "10:30, 12 April 2017")},
      {"sender", "Nguyễn Văn An"},
      {"asked", in("Bạn nộp hồ sơ ngày nào?", "On which day did you apply?")},
      {"answer", in("Chúng tôi xin lỗi vì sự chậm trễ.", "We apologise for the delay.")},
      {"desk", stationery.public_address + "/can-bo/"},
      {"slot", in("08:30 13/04/2017", "08:30, 13 April 2017")},
      {"slot_before", in("09:00 12/04/2017", "09:00, 12 April 2017")},
      {"purpose", in("Nộp hồ sơ", "To apply")},
      {"dossier", code},
      {"article", in("Lịch tiếp nhận dịp lễ", "Reception over the holidays")},
  };
}

}  // namespace motcua::notice

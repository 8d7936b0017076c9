// A dossier whose every field says something, and the wording the program ships.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include "notice/notice.hpp"

namespace motcua::notice::test {

inline std::string shipped(const std::string& language) {
  std::ifstream in(std::string(MOTCUA_SOURCE_DIR) + "/notices/" + language + ".toml");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline Wording shipped_wording() { return Wording::read(shipped("vi"), shipped("en")).value(); }

struct Sample {
  dossier::Record record;
  dossier::Dossier after;
  procedure::Version version;
  authority::Office office;
  Stationery stationery{shipped_wording(), "https://motcua.test"};

  Sample() {
    version.name = {"Cử đoàn đi công tác nước ngoài", "Official travel abroad"};
    version.papers.push_back({});
    version.papers.back().id = "letter";
    version.papers.back().name = {"Công văn cử đoàn", "Sending letter"};
    office.name = {"Sở Ngoại vụ Hà Nội", "Department of Foreign Affairs of Hanoi"};
    office.phone = "(024) 0000 0000";
    office.address = {"10 Lê Lai", "10 Le Lai"};
    office.hours = {"Thứ Hai đến thứ Sáu", "Monday to Friday"};
    after.code = "000.00.00.H26-170412-0001";
    auto& applicant = after.intake.applicant;
    applicant = {"person", "Nguyễn Bí Mật", "079123456789", "Ngõ Kín", "0912345678", "an@x.vn"};
    after.intake.summary = "Đi Nhật Bản";
    after.promises = {promise(20), promise(24)};
    record.code = after.code;
    record.event = dossier::Received{};
  }

  static dossier::Promise promise(unsigned day) {
    dossier::Promise given;
    given.due = at(make_date(2017, 4, day), hours{16});
    return given;
  }

  Scene scene() const { return {record, after, version, office}; }
  std::optional<Notice> notice() const { return notice_of(scene(), stationery); }
};

}  // namespace motcua::notice::test

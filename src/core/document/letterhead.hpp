// Who issues a paper, under which symbol, where and when; who stands behind it.
//
// Names are given as people write them ("Sở Ngoại vụ"); the layout sets capitals. A name may be
// empty where the office has none.
#pragma once

#include <string>

#include "base/moment.hpp"

namespace motcua::document {

struct Letterhead {
  std::string superior_body;  // "Ủy ban nhân dân thành phố Hà Nội"
  std::string issuing_body;   // "Sở Ngoại vụ"
  std::string symbol;         // "790/PXL-NV"; empty on papers without one
  std::string place;          // "Hà Nội"
  Date date{};                // decides the form set
  std::string remark;         // small print at the foot, for instance that the office is a demo
  bool operator==(const Letterhead&) const = default;
};

enum class IdentityKind { CitizenCard, TaxNumber, OtherPaper };

struct Identity {
  IdentityKind kind = IdentityKind::CitizenCard;
  std::string number;  // empty: the line is left out
  bool operator==(const Identity&) const = default;
};

struct Applicant {
  std::string name;
  Identity identity;
  std::string address;
  std::string phone;
  std::string email;
  bool operator==(const Applicant&) const = default;
};

struct Officer {
  std::string name;
  std::string phone;
  bool operator==(const Officer&) const = default;
};

struct Signatory {
  std::string capacity;  // "Giám đốc"; several lines for "KT. Giám đốc\nPhó Giám đốc"
  std::string name;
  bool by_hand = true;  // with pen and stamp, and the paper says so; otherwise digitally
  bool operator==(const Signatory&) const = default;
};

}  // namespace motcua::document

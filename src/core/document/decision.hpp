// A decision or letter by which an authority answers an application, laid out after [ND30-2020].
#pragma once

#include <string>
#include <vector>

#include "document/letterhead.hpp"

namespace motcua::document {

struct Decision {
  Letterhead letterhead;  // its symbol is the number of the register
  std::string kind;  // "Quyết định", in sentence case; empty for a letter, which has no title
  std::string subject;  // "Về việc gia hạn thị thực …"
  std::string addressee;
  std::vector<std::string> bases;       // "Căn cứ …", a paragraph each
  std::vector<std::string> paragraphs;  // what is decided
  std::vector<std::string> countersigners;  // posts of those who sign before, in order
  Signatory signatory;
  std::vector<std::string> recipients;
  std::string code;                  // of the dossier
  std::string verification_address;  // where anybody checks the paper; empty: not printed
  std::string verification_code;
  bool operator==(const Decision&) const = default;
};

}  // namespace motcua::document

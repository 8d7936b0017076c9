// Why a BPMN model cannot be imported: where, which element, and the reason in two languages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace motcua::bpmn {

struct ImportError {
  int line = 0;             // in the XML, from 1
  std::string element;      // "serviceTask review": kind and id
  Text what;                // never empty
  std::string_view rule{};  // the rule of bpmn/constraints that was broken, or empty
};

}  // namespace motcua::bpmn

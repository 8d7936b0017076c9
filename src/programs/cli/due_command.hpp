// motcua due: from options to the calculator.
#pragma once

#include <string>

#include "files/assets.hpp"

namespace motcua::cli {

struct DueOptions {
  std::string term;
  std::string procedure;
  std::string case_id;
  std::string channel;
  std::string received;
  std::string batch_file;
  std::string calendar = "so-ngoai-vu-ha-noi";
  bool json = false;
  bool english = false;
};

// Exit codes: 0 done, 2 bad input.
int run_due_command(const files::Assets& assets, const DueOptions& options);

}  // namespace motcua::cli

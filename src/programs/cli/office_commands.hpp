// The sub-commands that work on an office's data folder.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "server/serve.hpp"

namespace motcua::cli {

// Exit codes: 0 done, 1 could not be done, 2 bad input.
int run_init(const files::Assets& assets, const std::filesystem::path& data,
             const std::string& office);
int run_account(const files::Assets& assets, const std::filesystem::path& data,
                const std::string& username);
int run_serve(const files::Assets& assets, const std::filesystem::path& data,
              const server::ServeOptions& options);
int run_demo(const files::Assets& assets, const std::filesystem::path& data,
             const server::ServeOptions& options);

struct ReportOptions {
  std::filesystem::path data;
  std::string period;
  std::string format;  // text, json, xlsx, pdf
  std::string output;  // file; empty: standard output
  bool english = false;
};
int run_report(const files::Assets& assets, const ReportOptions& options);

struct HolidayOptions {
  std::filesystem::path data;
  std::string date;     // 2017-04-28
  std::string decree;   // number of the decision
  std::string worked;   // the weekly day off worked in its place; empty: none
  std::string name_vi;  // empty: an ordinary name
  std::string name_en;
  bool json = false;
};
int run_holiday(const files::Assets& assets, const HolidayOptions& options);

struct VerifyOptions {
  std::filesystem::path data;
  bool rebuild = false;
  bool json = false;
};
int run_verify(const files::Assets& assets, const VerifyOptions& options);

}  // namespace motcua::cli

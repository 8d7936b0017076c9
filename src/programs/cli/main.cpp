// The command line: options to sub-commands. CLI11 is included in this file only.

#include <CLI/CLI.hpp>
#include <iostream>

#include "base/assertion.hpp"
#include "cli/office_commands.hpp"

namespace motcua::cli {
namespace {

struct Options {
  std::string data = "motcua-data";
  std::string web;
  std::string office = "so-ngoai-vu-ha-noi";
  std::string username;
  server::ServeOptions serve;
  ReportOptions report;
  HolidayOptions holiday;
  VerifyOptions verify;
};

void add_data(CLI::App* command, Options& options) {
  command->add_option("--data", options.data, "The office's data folder")->capture_default_str();
}

void add_serve_options(CLI::App* command, Options& options) {
  add_data(command, options);
  command->add_option("--address", options.serve.address, "Address to listen on")
      ->capture_default_str();
  command->add_option("--port", options.serve.port, "Port; 0 takes any free one")
      ->capture_default_str()
      ->check(CLI::Range(0, 65535));
  command->add_option("--workers", options.serve.workers, "Threads that look things up")
      ->check(CLI::Range(1, 64));
  command->add_option("--network-threads", options.serve.network_threads, "Network threads")
      ->check(CLI::Range(1, 64));
  command->add_option("--certificate", options.serve.certificate_file, "PEM chain; turns TLS on");
  command->add_option("--key", options.serve.key_file, "PEM private key");
  command->add_option("--public-address", options.serve.public_address,
                      "Address applicants reach, for QR codes");
}

void add_report_options(CLI::App* command, Options& options) {
  add_data(command, options);
  command->add_option("period", options.report.period, "2016, 2017-Q1, 2017-04, 2017-R1")
      ->required();
  command->add_option("--format", options.report.format, "text, json, xlsx or pdf")
      ->default_val("text")
      ->check(CLI::IsMember({"text", "json", "xlsx", "pdf"}));
  command->add_flag(
      "--json", [&](std::int64_t) { options.report.format = "json"; }, "The same as --format json");
  command->add_option("--output", options.report.output,
                      "File to write; standard output if absent");
  command->add_flag("--english", options.report.english, "In English");
}

void add_holiday_options(CLI::App* command, Options& options) {
  add_data(command, options);
  command->add_option("date", options.holiday.date, "The day off, 2017-04-28")->required();
  command->add_option("--decree", options.holiday.decree, "Number of the decision")->required();
  command->add_option("--name", options.holiday.name_vi, "Its name in Vietnamese")
      ->default_val("Ngày nghỉ");
  command->add_option("--name-en", options.holiday.name_en, "Its name in English")
      ->default_val("Day off");
}

int run_chosen(const CLI::App& app, Options& options) {
  auto assets = files::Assets::for_program(
      std::filesystem::canonical("/proc/self/exe").parent_path(), options.web);
  if (!assets) {
    std::cerr << "motcua: " << assets.error().what << "\n";
    return 1;
  }
  options.report.data = options.holiday.data = options.verify.data = options.data;
  if (app.got_subcommand("demo")) return run_demo(*assets, options.data, options.serve);
  if (app.got_subcommand("serve")) return run_serve(*assets, options.data, options.serve);
  if (app.got_subcommand("init")) return run_init(*assets, options.data, options.office);
  if (app.got_subcommand("account")) return run_account(*assets, options.data, options.username);
  if (app.got_subcommand("report")) return run_report(*assets, options.report);
  if (app.got_subcommand("holiday")) return run_holiday(*assets, options.holiday);
  return run_verify(*assets, options.verify);
}

int run(int argc, char** argv) {
  CLI::App app(
      "Một Cửa: the open one-stop office. Exit codes: 0 done, 1 could not be done, 2 bad input.",
      "motcua");
  app.require_subcommand(1);
  Options options;
  app.add_option("--web", options.web, "Folder of built web pages instead of the embedded ones");
  add_serve_options(app.add_subcommand("demo", "Serve the demonstration office"), options);
  add_serve_options(app.add_subcommand("serve", "Serve an office"), options);
  auto* init = app.add_subcommand("init", "Make an empty office");
  add_data(init, options);
  init->add_option("--office", options.office, "Office to begin from")->capture_default_str();
  auto* account =
      app.add_subcommand("account", "Set an officer's password (read from standard input)");
  add_data(account, options);
  account->add_option("username", options.username, "As in office.toml")->required();
  add_report_options(app.add_subcommand("report", "Figures of a period"), options);
  add_holiday_options(app.add_subcommand("holiday", "A day off decreed late: recompute promises"),
                      options);
  auto* verify = app.add_subcommand("verify", "Check the journal's chain and every view");
  add_data(verify, options);
  verify->add_flag("--rebuild", options.verify.rebuild, "Rebuild the views from the journal first");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return run_chosen(app, options);
}

}  // namespace
}  // namespace motcua::cli

int main(int argc, char** argv) {
  try {
    return motcua::cli::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "motcua: " << error.what() << "\n";
    return 1;
  }
}

// The command line: options to sub-commands. CLI11 is included in this file only.

#include <CLI/CLI.hpp>
#include <csignal>
#include <fstream>
#include <iostream>

#include "base/assertion.hpp"
#include "cli/authority_command.hpp"
#include "cli/due_command.hpp"
#include "cli/office_commands.hpp"
#include "cli/procedure_check.hpp"
#include "cli/procedure_publish.hpp"
#include "cli/procedure_subject.hpp"
#include "cli/scenario_command.hpp"

namespace motcua::cli {
namespace {

struct Options {
  std::filesystem::path other;  // of two folders, or the file to import
  std::string data = "motcua-data";
  std::string web;
  std::string office = "so-ngoai-vu-ha-noi";
  std::string username;
  server::ServeOptions serve;
  ReportOptions report;
  HolidayOptions holiday;
  VerifyOptions verify;
  DueOptions due;
  ProcedureRequest procedure;
  ScenarioOptions scenario;
  bool english = false;
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
  command->footer("Exit codes: 0 stopped by SIGINT or SIGTERM, 1 could not be done, 2 bad input.");
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
  command->footer("Exit codes: 0 done, 1 could not be done, 2 no such period.");
}

void add_holiday_options(CLI::App* command, Options& options) {
  add_data(command, options);
  command->add_option("date", options.holiday.date, "The day off, 2017-04-28")->required();
  command->add_option("--decree", options.holiday.decree, "Number of the decision")->required();
  command->add_option("--worked", options.holiday.worked,
                      "The Saturday or Sunday worked in its place, 2017-05-06");
  command->add_option("--name", options.holiday.name_vi, "Its name in Vietnamese");
  command->add_option("--name-en", options.holiday.name_en, "Its name in English");
  command->add_flag("--json", options.holiday.json, "As JSON");
  command->footer(
      "Exit codes: 0 done, 1 could not be done or a promise could not be reckoned anew, 2 bad "
      "input,\n"
      "a day whose year is not decreed yet or a swap the calendar cannot take in. Stop `motcua "
      "serve` first: it reads the calendar "
      "at\n"
      "its start.");
}

void add_due_options(CLI::App* command, Options& options) {
  auto& due = options.due;
  auto* term = command->add_option("--term", due.term,
                                   "6 working-days, 1 half-day, 2 working-hours, 1 month, none");
  auto* procedure =
      command->add_option("--procedure", due.procedure, "Procedure instead of a bare term");
  command->add_option("--case", due.case_id, "Its case; the only one if absent");
  command->add_option("--channel", due.channel, "online, counter or post")
      ->check(CLI::IsMember({"online", "counter", "post"}));
  command->add_option("--received", due.received, "2017-04-12T09:10");
  auto* batch = command->add_option("--batch", due.batch_file, "File of lines received;term");
  command->add_option("--calendar", due.calendar, "Calendar")->capture_default_str();
  command->add_flag("--json", due.json, "As JSON; with --batch one object a line");
  command->add_flag("--english", due.english, "In English");
  term->excludes(procedure);
  batch->excludes(term)->excludes(procedure);
  command->footer(
      "Exit codes: 0 answered (also a batch with bad lines, each told with its number), 2 bad "
      "input\n"
      "or days whose year is not decreed yet (calendar-has-no-data): they are never guessed.");
}

void add_scenario_options(CLI::App* command, Options& options) {
  auto& scenario = options.scenario;
  command->add_option("files", scenario.files, "Scenario files, or folders of them")->required();
  command
      ->add_option("--configuration", scenario.configurations,
                   "How to play: " + CLI::detail::join(configuration_names()) +
                       " (several times; memory if absent)")
      ->check(CLI::IsMember(configuration_names()));
  command->add_flag("--accept", scenario.accept, "Write what happened into the files, for review");
  command->add_flag("--coverage", scenario.coverage,
                    "Fail unless every act, event, rejection and slip occurs");
  command->add_flag("--json", scenario.json, "As JSON");
  command->footer(
      "Exit codes: 0 all as written, 1 something differs or is missing, 2 nothing to play.");
}

void add_procedure_options(CLI::App* command, Options& options, const std::string& folder) {
  command->add_option("folder", options.procedure.folder, folder)->required();
  command->add_option("--role", options.procedure.roles_held,
                      "Roles the office has (several times)");
  command->add_option("--office", options.procedure.office,
                      "The office's data folder or office.toml, for its roles and posts");
  command->add_flag("--json", options.procedure.json, "As JSON");
  command->add_flag("--english", options.english, "In English");
}

int run_procedure(const CLI::App& chosen, Options& options) {
  options.procedure.language = options.english ? Language::English : Language::Vietnamese;
  if (chosen.got_subcommand("publish")) {
    return run_procedure_publish(options.procedure, std::cout, std::cerr);
  }
  if (chosen.got_subcommand("export")) {
    return run_subject_export(options.procedure.folder, std::cout, std::cerr);
  }
  if (chosen.got_subcommand("import")) {
    return run_subject_import(options.other, options.procedure.folder, std::cerr);
  }
  if (chosen.got_subcommand("compare")) {
    return run_subject_compare(options.procedure.folder, options.other, std::cout, std::cerr);
  }
  return run_procedure_check(options.procedure, std::cout, std::cerr);
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
  if (app.got_subcommand("scenario")) return run_scenario_command(*assets, options.scenario);
  if (app.got_subcommand("due")) return run_due_command(*assets, options.due);
  if (app.got_subcommand("authority")) {
    options.procedure.language = options.english ? Language::English : Language::Vietnamese;
    const bool publish = app.get_subcommand("authority")->got_subcommand("publish");
    return publish ? run_authority_publish(options.procedure, std::cout, std::cerr)
                   : run_authority_check(options.procedure, std::cout, std::cerr);
  }
  if (app.got_subcommand("procedure"))
    return run_procedure(*app.get_subcommand("procedure"), options);
  return run_verify(*assets, options.verify);
}

void add_office_commands(CLI::App& app, Options& options) {
  add_serve_options(app.add_subcommand("demo", "Serve the demonstration office"), options);
  add_serve_options(app.add_subcommand("serve", "Serve an office"), options);
  auto* init = app.add_subcommand("init", "Make an empty office");
  add_data(init, options);
  init->add_option("--office", options.office, "Office to begin from")->capture_default_str();
  init->footer("Exit codes: 0 done, 1 could not be done, 2 there is no such office.");
  auto* account = app.add_subcommand(
      "account", "Set an officer's password (read from standard input); forgets his second factor");
  add_data(account, options);
  account->add_option("username", options.username, "As in office.toml")->required();
  account->footer("Exit codes: 0 done, 1 could not be done, 2 the password is too short.");
  add_report_options(app.add_subcommand("report", "Figures of a period"), options);
  add_holiday_options(app.add_subcommand("holiday", "A day off decreed late: recompute promises"),
                      options);
  auto* verify = app.add_subcommand("verify", "Check the journal's chain and every view");
  add_data(verify, options);
  verify->add_flag("--rebuild", options.verify.rebuild, "Rebuild the views from the journal first");
  verify->add_flag("--json", options.verify.json, "As JSON");
  verify->footer("Exit codes: 0 sound, 1 not sound or not readable, 2 malformed rules.");
}

void add_subject_commands(CLI::App* procedure, Options& options) {
  auto* written = procedure->add_subcommand("export", "A version or draft as one file");
  written->add_option("folder", options.procedure.folder, "Its folder, procedures/ID/vN")
      ->required();
  written->footer("Exit codes: 0 written to standard output, 1 no such version, 2 not readable.");
  auto* read = procedure->add_subcommand("import", "Such a file as a folder");
  read->add_option("file", options.other, "The file")->required();
  read->add_option("folder", options.procedure.folder, "A folder that is not there yet")
      ->required();
  read->footer("Exit codes: 0 done, 1 the file is refused, 2 cannot be read or written.");
  auto* compared = procedure->add_subcommand("compare", "Two versions side by side, as JSON");
  compared->add_option("old", options.procedure.folder, "The old one's folder")->required();
  compared->add_option("new", options.other, "The new one's folder")->required();
  compared->footer("Exit codes: 0 alike, 1 something differs, 2 cannot be read.");
}

void add_rule_commands(CLI::App& app, Options& options) {
  add_due_options(app.add_subcommand("due", "A promise, and why it is that date"), options);
  add_scenario_options(
      app.add_subcommand("scenario", "Play stories of an office and compare what happens"),
      options);
  auto* procedure = app.add_subcommand("procedure", "Work on procedures");
  procedure->require_subcommand(1);
  auto* check = procedure->add_subcommand("check", "What is wrong with a procedure's files");
  add_procedure_options(check, options, "A version's folder, or one above");
  check->footer("Exit codes: 0 nothing wrong, 1 problems, 2 cannot be read or no procedure there.");
  auto* publish = procedure->add_subcommand("publish", "Publish a version whose check is clean");
  add_procedure_options(publish, options, "The version's folder, procedures/ID/vN");
  publish->footer(
      "It writes published.digest; the version's files never change after that.\n"
      "Exit codes: 0 published, 1 published already or problems, 2 cannot be read or written.");
  add_subject_commands(procedure, options);
}

void add_authority_commands(CLI::App& app, Options& options) {
  auto* authority = app.add_subcommand("authority", "Work on matrices that say who decides");
  authority->require_subcommand(1);
  auto* check = authority->add_subcommand("check", "What is wrong with a matrix's files");
  add_procedure_options(check, options, "A version's folder, or one above");
  check->footer("Exit codes: 0 nothing wrong, 1 problems, 2 cannot be read or no matrix there.");
  auto* publish = authority->add_subcommand("publish", "Publish a version whose check is clean");
  add_procedure_options(publish, options, "The version's folder, authority/ID/vN");
  publish->footer(
      "It writes published.digest; the version's files never change after that.\n"
      "Exit codes: 0 published, 1 published already or problems, 2 cannot be read or written.");
}

int run(int argc, char** argv) {
  CLI::App app("Một Cửa: the open one-stop office. COMMAND --help tells its options.", "motcua");
  app.footer("Exit codes: 0 done, 1 could not be done, 2 bad input; each command says its own.");
  app.require_subcommand(1);
  Options options;
  app.add_option("--web", options.web, "Folder of built web pages instead of the embedded ones");
  add_office_commands(app, options);
  add_rule_commands(app, options);
  add_authority_commands(app, options);
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
  std::signal(SIGXFSZ, SIG_IGN);  // a file at its limit is a failed write, not the end of all work
  try {
    return motcua::cli::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "motcua: " << error.what() << "\n";
    return 1;
  }
}

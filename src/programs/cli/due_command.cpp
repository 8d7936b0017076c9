#include "cli/due_command.hpp"

#include <fstream>
#include <iostream>

#include "cli/due.hpp"
#include "runtime/runtime.hpp"

namespace motcua::cli {
namespace {

int bad_input(const std::string& what) {
  std::cerr << "motcua: " << what << "\n";
  return 2;
}

// The newest version of the procedure that was in force when it was received.
const procedure::Version* version_of(const procedure::Catalogue& catalogue,
                                     const DueOptions& options) {
  const auto received = parse_moment(options.received);
  return received ? catalogue.in_force(options.procedure, date_of(*received))
                  : catalogue.find(options.procedure, 1);
}

const procedure::Case* case_of(const procedure::Version& version, const std::string& id) {
  if (id.empty() && version.cases.size() == 1) return &version.cases.front();
  return version.find_case(id);
}

// Fills in term, rules and words from the procedure; what is wrong, or empty.
std::string take_procedure(const procedure::Catalogue& catalogue, const DueOptions& options,
                           DueRequest& request) {
  const auto* version = version_of(catalogue, options);
  if (version == nullptr) return "there is no procedure " + options.procedure;
  const auto* chosen = case_of(*version, options.case_id);
  if (chosen == nullptr) return "the procedure has no case " + options.case_id;
  const auto channel =
      procedure::parse_channel(options.channel.empty() ? "counter" : options.channel);
  if (!channel || !chosen->terms.contains(*channel)) return "the case has no such channel";
  request.term = calendar::write_term(chosen->term(*channel));
  request.rules = version->receipt;
  request.subject = {version->name.vi + ": " + chosen->name.vi,
                     version->name.en + ": " + chosen->name.en};
  return "";
}

}  // namespace

int run_due_command(const files::Assets& assets, const DueOptions& options) {
  const auto calendar = runtime::load_calendar(assets, "", options.calendar);
  if (!calendar) return bad_input(calendar.error().what);
  DueRequest request;
  request.term = options.term;
  request.received = options.received;
  request.channel = options.channel;
  request.json = options.json;
  request.language = options.english ? Language::English : Language::Vietnamese;
  if (!options.procedure.empty()) {
    const auto catalogue = runtime::load_procedures(assets);
    if (!catalogue) return bad_input(catalogue.error().what);
    const std::string wrong = take_procedure(*catalogue, options, request);
    if (!wrong.empty()) return bad_input(wrong);
  }
  std::ios::sync_with_stdio(false);
  if (options.batch_file.empty()) {
    return run_due(request, *calendar, std::cin, std::cout, std::cerr);
  }
  std::ifstream file(options.batch_file);
  if (!file) return bad_input("cannot read " + options.batch_file);
  request.batch = true;
  return run_due(request, *calendar, file, std::cout, std::cerr);
}

}  // namespace motcua::cli

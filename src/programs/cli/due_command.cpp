#include "cli/due_command.hpp"

#include <fstream>
#include <iostream>

#include "cli/complaint.hpp"
#include "cli/due.hpp"
#include "runtime/runtime.hpp"

namespace motcua::cli {
namespace {

constexpr RejectionKind case_needed{"case_needed", "Hãy chọn trường hợp của thủ tục: {cases}.",
                                    "Choose a case of the procedure: {cases}."};

std::string cases_of(const procedure::Version& version) {
  std::string cases;
  for (const auto& one : version.cases) cases += (cases.empty() ? "" : ", ") + one.id;
  return cases;
}

// The newest version of the procedure that was in force when it was received; the first one for
// a moment that cannot be read, which is refused later.
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

// Fills in term, rules and words from the procedure.
OrRejection<Nothing> take_procedure(const procedure::Catalogue& catalogue,
                                    const DueOptions& options, DueRequest& request) {
  const auto* version = version_of(catalogue, options);
  if (version == nullptr) {
    return reject(commands::procedure_unknown, {{"procedure", options.procedure}});
  }
  const auto* chosen = case_of(*version, options.case_id);
  if (chosen == nullptr && options.case_id.empty()) {
    return reject(case_needed, {{"cases", cases_of(*version)}});
  }
  if (chosen == nullptr) return reject(dossier::case_unknown, {{"case", options.case_id}});
  const auto channel =
      procedure::parse_channel(options.channel.empty() ? "counter" : options.channel);
  if (!channel || !chosen->terms.contains(*channel)) return reject(dossier::case_not_offered);
  request.term = calendar::write_term(chosen->term(*channel));
  request.rules = version->receipt;
  request.subject = {version->name.vi + ": " + chosen->name.vi,
                     version->name.en + ": " + chosen->name.en};
  return Nothing{};
}

}  // namespace

int run_due_command(const files::Assets& assets, const DueOptions& options) {
  const Language language = options.english ? Language::English : Language::Vietnamese;
  const Complaint complaint{options.json, language};
  const auto calendar = runtime::load_calendar(assets, "", options.calendar);
  if (!calendar) return complaint.fail(calendar.error(), std::cerr);
  DueRequest request;
  request.term = options.term;
  request.received = options.received;
  request.channel = options.channel;
  request.json = options.json;
  request.language = language;
  if (!options.procedure.empty()) {
    const auto catalogue = runtime::load_procedures(assets, runtime::Samples::Closed);
    if (!catalogue) return complaint.fail(catalogue.error(), std::cerr);
    if (const auto taken = take_procedure(*catalogue, options, request); !taken) {
      return complaint.refuse(taken.error(), std::cerr);
    }
  }
  std::ios::sync_with_stdio(false);
  if (options.batch_file.empty()) {
    return run_due(request, *calendar, std::cin, std::cout, std::cerr);
  }
  std::ifstream file(options.batch_file);
  if (!file) return complaint.fail(malformed("cannot read " + options.batch_file).error, std::cerr);
  request.batch = true;
  return run_due(request, *calendar, file, std::cout, std::cerr);
}

}  // namespace motcua::cli

#include "commands/design_check.hpp"

#include <algorithm>
#include <iterator>

#include "authority/check_procedure.hpp"
#include "procedure/version_file.hpp"

namespace motcua::commands {
namespace {

std::string in_toml(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

// Told and no reason to keep it from being published: people take up posts, matrices move.
void add_warnings(procedure::Problems found, procedure::Problems& to) {
  for (auto& problem : found) problem.severity = procedure::Severity::Warning;
  std::ranges::move(found, std::back_inserter(to));
}

// Whom the matrix in the draft names, at the procedures of today that it decides.
procedure::Problems check_matrix_draft(const CheckedAgainst& against,
                                       const procedure::Files& files) {
  auto problems = authority::check_matrix(files);
  auto matrix = authority::read_matrix(files);
  if (!matrix) return problems;
  const std::string id = matrix->id;
  const authority::Matrices alone({std::move(*matrix)});
  const Date day = date_of(against.now);
  for (const auto* version : against.world.catalogue().all_in_force(day)) {
    if (version->authority != id) continue;
    auto found = authority::check_procedure(*version, alone, &against.world.office(), day);
    for (auto& problem : found) {
      problem.file = authority::table_file;
      problem.element.clear();
      problem.what = {version->name.vi + ": " + problem.what.vi,
                      version->name.en + ": " + problem.what.en};
    }
    add_warnings(std::move(found), problems);
  }
  return problems;
}

}  // namespace

std::string abolition_text(const design::Abolition& abolition) {
  return "on = " + write_date(abolition.on) + "\nby = " + in_toml(abolition.by) + "\n";
}

procedure::Problems check_design(const CheckedAgainst& against, const design::Subject& subject,
                                 const procedure::Files& files) {
  if (subject.kind == design::Kind::Matrix) return check_matrix_draft(against, files);
  const auto roles = against.world.office().roles_held();
  procedure::OfficeKnows knows{roles, {}};
  for (const auto* version : against.world.catalogue().all_in_force(date_of(against.now))) {
    if (version->procedure == subject.id) continue;
    knows.results.push_back({version->procedure, version->name, version->result});
  }
  const auto read_files = with_lists(against.library, files);
  auto problems = procedure::check_for_office(read_files, knows);
  const auto powers = against.world.powers();
  const auto version = procedure::read_version(read_files);
  if (!version || !powers.matrices) return problems;
  add_warnings(
      authority::check_procedure(*version, *powers.matrices, powers.office, date_of(against.now)),
      problems);
  return problems;
}

}  // namespace motcua::commands

#include "commands/design_check.hpp"

#include "design/state.hpp"
#include "dmn/decision.hpp"
#include "procedure/toml_tree.hpp"

namespace motcua::commands {
namespace {

constexpr std::string_view matrix_table = "matrix.dmn";

std::string in_toml(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

procedure::Problems check_matrix(const procedure::Files& files) {
  procedure::Problems problems;
  const std::string main(design::main_file(design::Kind::Matrix));
  for (const std::string& name : {main, std::string(matrix_table)}) {
    if (files.contains(name)) continue;
    problems.push_back({name, 1, "file-missing", {"thiếu tệp", "the file is missing"}});
  }
  if (!problems.empty()) return problems;
  if (const auto tree = procedure::read_toml(files.at(main)); !tree) {
    const auto& error = tree.error();
    problems.push_back({main,
                        error.line,
                        "toml-broken",
                        {"TOML hỏng: " + error.what, "broken TOML: " + error.what}});
  }
  const auto tables = dmn::import_decisions(files.at(std::string(matrix_table)));
  if (tables) return problems;
  for (const auto& error : tables.error()) {
    problems.push_back(
        {std::string(matrix_table),
         error.line,
         "decision-refused",
         {error.element + ": " + error.what.vi, error.element + ": " + error.what.en},
         error.element.substr(error.element.rfind(' ') + 1)});
  }
  return problems;
}

}  // namespace

std::string abolition_text(const design::Abolition& abolition) {
  return "on = " + write_date(abolition.on) + "\nby = " + in_toml(abolition.by) + "\n";
}

procedure::Problems check_design(const CheckedAgainst& against, const design::Subject& subject,
                                 const procedure::Files& files) {
  if (subject.kind == design::Kind::Matrix) return check_matrix(files);
  const auto roles = against.world.office().roles_held();
  procedure::OfficeKnows knows{roles, {}};
  for (const auto* version : against.world.catalogue().all_in_force(date_of(against.now))) {
    if (version->procedure == subject.id) continue;
    knows.results.push_back({version->procedure, version->name, version->result});
  }
  return procedure::check_for_office(with_lists(against.library, files), knows);
}

}  // namespace motcua::commands

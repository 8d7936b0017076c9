#include "commands/design_check.hpp"

#include "authority/matrix.hpp"

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

}  // namespace

std::string abolition_text(const design::Abolition& abolition) {
  return "on = " + write_date(abolition.on) + "\nby = " + in_toml(abolition.by) + "\n";
}

procedure::Problems check_design(const CheckedAgainst& against, const design::Subject& subject,
                                 const procedure::Files& files) {
  if (subject.kind == design::Kind::Matrix) return authority::check_matrix(files);
  const auto roles = against.world.office().roles_held();
  procedure::OfficeKnows knows{roles, {}};
  for (const auto* version : against.world.catalogue().all_in_force(date_of(against.now))) {
    if (version->procedure == subject.id) continue;
    knows.results.push_back({version->procedure, version->name, version->result});
  }
  return procedure::check_for_office(with_lists(against.library, files), knows);
}

}  // namespace motcua::commands

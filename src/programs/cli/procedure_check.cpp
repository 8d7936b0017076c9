#include "cli/procedure_check.hpp"

#include <ostream>

#include "procedure/check.hpp"

namespace motcua::cli {

int run_procedure_check(const ProcedureRequest& request, std::ostream& out, std::ostream& err) {
  const auto folders = version_folders(request.folder);
  if (!folders) {
    err << folders.error() << '\n';
    return 2;
  }
  std::vector<Found> all;
  for (const auto& folder : *folders) {
    const auto files = read_version_files(folder);
    if (!files) {
      err << files.error() << '\n';
      return 2;
    }
    for (auto& problem : procedure::check_version(*files, request.roles_held)) {
      all.push_back({folder, std::move(problem)});
    }
  }
  tell(all, folders->size(), request, out);
  return all.empty() ? 0 : 1;
}

}  // namespace motcua::cli

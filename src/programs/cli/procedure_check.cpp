#include "cli/procedure_check.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>

#include "authority/check_procedure.hpp"
#include "clock/clocks.hpp"
#include "procedure/check.hpp"
#include "procedure/guide.hpp"
#include "procedure/version_file.hpp"

namespace motcua::cli {

namespace {

// The guided choice beside the procedures, if there is one, against those it may lead to.
void check_guide_in(const std::filesystem::path& root,
                    const std::vector<procedure::Version>& versions, std::vector<Found>& all) {
  std::ifstream in(root / procedure::guide_file, std::ios::binary);
  if (!in.is_open()) return;
  const auto guide = procedure::read_guide(std::string{std::istreambuf_iterator<char>(in), {}});
  std::vector<std::string> known;
  std::vector<std::string> open;
  for (const auto& version : versions) {
    known.push_back(version.procedure);
    // A sample is offered in demonstrations only; the guide is every office's.
    if (version.open_for_applications && !version.sample) open.push_back(version.procedure);
  }
  open.erase(std::unique(open.begin(), open.end()), open.end());
  auto problems = guide ? procedure::check_guide(*guide, {known, open}) : guide.error();
  for (auto& problem : problems) all.push_back({root, std::move(problem)});
}

// The matrices of the folder "authority" beside the procedures'; none where there is none.
authority::Matrices matrices_beside(const std::filesystem::path& version_folder) {
  std::vector<authority::Matrix> found;
  std::error_code error;
  const auto root =
      std::filesystem::absolute(version_folder).lexically_normal() / "../../../authority";
  for (std::filesystem::recursive_directory_iterator at(root, error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().filename() != authority::matrix_file) continue;
    const auto files = read_version_files(at->path().parent_path());
    if (!files) continue;
    if (auto matrix = authority::read_matrix(*files)) found.push_back(std::move(*matrix));
  }
  return authority::Matrices(std::move(found));
}

// Posts are looked at on the later of today and the version's first day.
void check_authority(const std::filesystem::path& folder, const procedure::Version& version,
                     const std::optional<authority::Office>& office, std::vector<Found>& all) {
  if (version.authority.empty()) return;
  const Date today = date_of(clock::SystemClock().now());
  const auto problems =
      authority::check_procedure(version, matrices_beside(folder), office ? &*office : nullptr,
                                 std::max(version.in_force_from, today));
  for (const auto& problem : problems) all.push_back({folder, problem});
}

// What is wrong with the office named, or nothing; none named gives none.
std::string read_office_of(const std::filesystem::path& named,
                           std::optional<authority::Office>& office) {
  if (named.empty()) return {};
  const auto file = std::filesystem::is_directory(named) ? named / "office.toml" : named;
  std::ifstream in(file, std::ios::binary);
  if (!in.is_open()) return file.string() + ": cannot be read";
  auto read = authority::read_office(std::string{std::istreambuf_iterator<char>(in), {}});
  if (!read) return file.string() + ": " + read.error().what;
  office = std::move(*read);
  return {};
}

}  // namespace

int run_procedure_check(const ProcedureRequest& request, std::ostream& out, std::ostream& err) {
  const auto folders = version_folders(request.folder);
  if (!folders) {
    err << folders.error() << '\n';
    return 2;
  }
  std::optional<authority::Office> office;
  if (const auto wrong = read_office_of(request.office, office); !wrong.empty()) {
    err << wrong << '\n';
    return 2;
  }
  auto roles = request.roles_held;
  if (roles.empty() && office) roles = office->roles_held();
  std::vector<Found> all;
  std::vector<procedure::Version> versions;
  for (const auto& folder : *folders) {
    const auto files = read_version_files(folder);
    if (!files) {
      err << files.error() << '\n';
      return 2;
    }
    for (auto& problem : procedure::check_version(*files, roles)) {
      all.push_back({folder, std::move(problem)});
    }
    if (auto version = procedure::read_version(*files)) {
      check_authority(folder, *version, office, all);
      versions.push_back(std::move(*version));
    }
  }
  check_guide_in(request.folder, versions, all);
  tell(all, folders->size(), request, out);
  return all.empty() ? 0 : 1;
}

}  // namespace motcua::cli

#include "cli/authority_command.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

#include "authority/matrix.hpp"
#include "procedure/version_file.hpp"

namespace motcua::cli {
namespace {

namespace fs = std::filesystem;

Result<std::vector<fs::path>, std::string> matrix_folders(const fs::path& root) {
  std::vector<fs::path> folders;
  std::error_code error;
  fs::recursive_directory_iterator at(root, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().filename() == authority::matrix_file) {
      folders.push_back(at->path().parent_path());
    }
  }
  if (error) return Unexpected{root.string() + ": " + error.message()};
  if (folders.empty()) return Unexpected{root.string() + ": no matrix.toml"};
  std::ranges::sort(folders);
  return folders;
}

// As the version calls itself: "travel-abroad/v1".
void check_folder(const fs::path& folder, const procedure::Files& files,
                  std::vector<Found>& problems) {
  for (auto& problem : authority::check_matrix(files)) {
    problems.push_back({folder, std::move(problem)});
  }
  const auto matrix = authority::read_matrix(files);
  if (!matrix) return;
  const auto own = matrix->id + "/v" + std::to_string(matrix->number);
  const auto named = fs::absolute(folder).lexically_normal();
  if ((named.parent_path().filename() / named.filename()).generic_string() == own) return;
  problems.push_back({folder,
                      {std::string(authority::matrix_file),
                       1,
                       "folder-differs",
                       {"thư mục phải tên là " + own, "the folder must be named " + own}}});
}

}  // namespace

int run_authority_check(const ProcedureRequest& request, std::ostream& out, std::ostream& err) {
  const auto folders = matrix_folders(request.folder);
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
    check_folder(folder, *files, all);
  }
  tell(all, folders->size(), request, out);
  return all.empty() ? 0 : 1;
}

int run_authority_publish(const ProcedureRequest& request, std::ostream& out, std::ostream& err) {
  std::error_code error;
  const auto folder = fs::canonical(request.folder, error);
  const auto files = error ? Result<procedure::Files, std::string>(Unexpected{error.message()})
                           : read_version_files(folder);
  if (!files || !files->contains(authority::matrix_file)) {
    err << request.folder.string() << ": " << (files ? "no matrix.toml" : files.error()) << '\n';
    return 2;
  }
  std::vector<Found> found;
  if (files->contains(procedure::digest_file)) {
    found.push_back({folder,
                     {std::string(procedure::digest_file),
                      1,
                      "already-published",
                      {"phiên bản này đã được công bố", "this version is published already"}}});
  }
  check_folder(folder, *files, found);
  if (!found.empty()) {
    tell(found, 1, request, out);
    return 1;
  }
  const auto digest = procedure::digest_of(*files);
  std::ofstream file(folder / procedure::digest_file, std::ios::binary);
  file << digest << '\n';
  if (!file.flush()) {
    err << folder.string() << ": cannot be written\n";
    return 2;
  }
  out << digest << '\n';
  return 0;
}

}  // namespace motcua::cli

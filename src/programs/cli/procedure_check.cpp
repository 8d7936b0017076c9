#include "cli/procedure_check.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fstream>
#include <iterator>
#include <ostream>

#include "base/json.hpp"
#include "procedure/check.hpp"

namespace motcua::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_bytes = 4'000'000;

// Version folders at or below `root`, sorted.
std::vector<fs::path> version_folders(const fs::path& root, std::error_code& error) {
  std::vector<fs::path> folders;
  fs::recursive_directory_iterator at(root, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().filename() == "procedure.toml") folders.push_back(at->path().parent_path());
  }
  std::ranges::sort(folders);
  return folders;
}

bool read_files(const fs::path& folder, procedure::Files& files, std::ostream& err) {
  std::error_code error;
  fs::directory_iterator at(folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    if (!at->is_regular_file(error)) continue;
    if (at->file_size(error) > most_bytes) {
      err << at->path().string() << ": larger than 4 MB\n";
      return false;
    }
    std::ifstream in(at->path(), std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    if (!in.good() && !in.eof()) error = std::make_error_code(std::errc::io_error);
    files[at->path().filename().string()] = std::move(content);
  }
  if (error) err << folder.string() << ": " << error.message() << '\n';
  return !error;
}

struct Found {
  fs::path folder;
  procedure::Problem problem;

  std::string file() const { return (folder / problem.file).string(); }
};

void tell(const std::vector<Found>& all, std::size_t versions, const ProcedureCheckRequest& request,
          std::ostream& out) {
  for (const auto& found : all) {
    out << found.file() << ':' << found.problem.line << ": " << found.problem.code << ": "
        << found.problem.what.in(request.language) << '\n';
  }
  if (request.language == Language::English) {
    out << versions << " versions checked, " << all.size() << " problems\n";
  } else {
    out << "Đã kiểm tra " << versions << " phiên bản, " << all.size() << " lỗi\n";
  }
}

void tell_in_json(const std::vector<Found>& all, std::size_t versions, std::ostream& out) {
  json::array problems;
  for (const auto& found : all) {
    const auto& what = found.problem.what;
    problems.push_back(json::object{{"file", found.file()},
                                    {"line", found.problem.line},
                                    {"code", found.problem.code},
                                    {"what", json::object{{"vi", what.vi}, {"en", what.en}}}});
  }
  out << write_json(json::object{{"versions", versions}, {"problems", std::move(problems)}})
      << '\n';
}

}  // namespace

int run_procedure_check(const ProcedureCheckRequest& request, std::ostream& out,
                        std::ostream& err) {
  std::error_code error;
  const auto folders = version_folders(request.folder, error);
  if (error) {
    err << request.folder.string() << ": " << error.message() << '\n';
    return 2;
  }
  if (folders.empty()) {
    err << request.folder.string() << ": no procedure.toml\n";
    return 2;
  }
  std::vector<Found> all;
  for (const fs::path& folder : folders) {
    procedure::Files files;
    if (!read_files(folder, files, err)) return 2;
    for (auto& problem : procedure::check_version(files, request.roles_held)) {
      all.push_back({folder, std::move(problem)});
    }
  }
  if (request.json) {
    tell_in_json(all, folders.size(), out);
  } else {
    tell(all, folders.size(), request, out);
  }
  return all.empty() ? 0 : 1;
}

}  // namespace motcua::cli

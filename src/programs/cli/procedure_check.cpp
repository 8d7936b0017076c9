#include "cli/procedure_check.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

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

void write_end(const ProcedureCheckRequest& request, std::size_t versions, std::size_t problems,
               std::ostream& out) {
  if (request.language == Language::English) {
    out << versions << " versions checked, " << problems << " problems\n";
  } else {
    out << "Đã kiểm tra " << versions << " phiên bản, " << problems << " lỗi\n";
  }
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
  std::size_t count = 0;
  for (const fs::path& folder : folders) {
    procedure::Files files;
    if (!read_files(folder, files, err)) return 2;
    for (const auto& problem : procedure::check_version(files, request.roles_held)) {
      ++count;
      out << (folder / problem.file).string() << ':' << problem.line << ": " << problem.code << ": "
          << problem.what.in(request.language) << '\n';
    }
  }
  write_end(request, folders.size(), count, out);
  return count == 0 ? 0 : 1;
}

}  // namespace motcua::cli

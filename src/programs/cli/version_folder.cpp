#include "cli/version_folder.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fstream>
#include <iterator>
#include <ostream>

#include "authority/office_lists.hpp"
#include "base/json.hpp"
#include "procedure/reference_list.hpp"

namespace motcua::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_bytes = 4'000'000;

Unexpected<std::string> trouble(const fs::path& path, const std::string& what) {
  return Unexpected{path.string() + ": " + what};
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

Result<std::vector<fs::path>, std::string> version_folders(const fs::path& root) {
  std::vector<fs::path> folders;
  std::error_code error;
  fs::recursive_directory_iterator at(root, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().filename() == "procedure.toml") folders.push_back(at->path().parent_path());
  }
  if (error) return trouble(root, error.message());
  if (folders.empty()) return trouble(root, "no procedure.toml");
  std::ranges::sort(folders);
  return folders;
}

namespace {

// The regular files of a folder, each under `before` + its name.
Result<procedure::Files, std::string> read_files(const fs::path& folder, std::string_view before) {
  procedure::Files files;
  std::error_code error;
  fs::directory_iterator at(folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with('.') || !at->is_regular_file(error)) continue;
    if (at->file_size(error) > most_bytes) return trouble(at->path(), "larger than 4 MB");
    std::ifstream in(at->path(), std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad()) return trouble(at->path(), "cannot be read");
    files[std::string(before) + name] = std::move(content);
  }
  if (error) return trouble(folder, error.message());
  return files;
}

// Of the first office beside the procedures: its units and posts, which forms may choose from.
void add_lists_of_office(const fs::path& offices, procedure::Files& files) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator at(offices, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    if (fs::is_regular_file(at->path() / "office.toml")) found.push_back(at->path());
  }
  if (found.empty()) return;
  const auto first = read_files(*std::ranges::min_element(found), "");
  const auto office =
      first ? authority::read_office(first->at("office.toml")) : malformed("no office");
  if (!office) return;
  for (auto& [id, text] : authority::office_lists(*office)) {
    files.emplace(std::string(procedure::shared_lists) + id + ".toml", std::move(text));
  }
}

}  // namespace

Result<procedure::Files, std::string> read_version_files(const fs::path& folder) {
  auto files = read_files(folder, "");
  const auto lists = fs::absolute(folder).parent_path().parent_path() / "lists";
  if (!files || !fs::is_directory(lists)) return files;
  auto shared = read_files(lists, procedure::shared_lists);
  if (!shared) return shared;
  files->merge(*shared);
  add_lists_of_office(lists.parent_path().parent_path() / "offices", *files);
  return files;
}

void tell(const std::vector<Found>& all, std::size_t versions, const ProcedureRequest& request,
          std::ostream& out) {
  if (request.json) return tell_in_json(all, versions, out);
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

}  // namespace motcua::cli

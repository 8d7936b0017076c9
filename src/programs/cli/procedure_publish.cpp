#include "cli/procedure_publish.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdio>
#include <memory>
#include <ostream>

#include "base/json.hpp"
#include "procedure/check.hpp"
#include "procedure/version_file.hpp"

namespace motcua::cli {
namespace {

namespace fs = std::filesystem;

// "official-travel/v2", however the folder was named on the command line.
std::string last_two_names(const fs::path& folder) {
  return (folder.parent_path().filename() / folder.filename()).generic_string();
}

// Never over a file that is there, whoever wrote it meanwhile.
bool write_new(const fs::path& path, const std::string& text) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wbx"),
                                                             &std::fclose);
  if (!file) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() &&
                       std::fflush(file.get()) == 0;
  std::error_code ignored;  // what is half written is told as not written
  if (!written) fs::remove(path, ignored);
  return written;
}

void tell_published(const procedure::Version& version, const procedure::Files& files,
                    const ProcedureRequest& request, std::ostream& out) {
  json::array names;
  for (const auto& [name, content] : files) names.push_back(json::value(name));
  if (request.json) {
    out << write_json(json::object{{"procedure", version.procedure},
                                   {"version", version.number},
                                   {"digest", version.digest},
                                   {"files", std::move(names)}})
        << '\n';
    return;
  }
  const bool english = request.language == Language::English;
  out << (english ? "Published " : "Đã công bố ") << version.procedure
      << (english ? " version " : " phiên bản ") << version.number << ", SHA-256 " << version.digest
      << '\n';
  for (const auto& name : names) out << "  " << std::string_view(name.get_string()) << '\n';
}

}  // namespace

int run_procedure_publish(const ProcedureRequest& request, std::ostream& out, std::ostream& err) {
  std::error_code error;
  const auto folder = fs::canonical(request.folder, error);
  if (error || !fs::exists(folder / "procedure.toml", error)) {
    err << request.folder.string() << ": no procedure.toml\n";
    return 2;
  }
  const auto files = read_version_files(folder);
  if (!files) {
    err << files.error() << '\n';
    return 2;
  }
  std::vector<Found> found;
  for (auto& problem : procedure::check_draft(*files, request.roles_held, last_two_names(folder))) {
    found.push_back({request.folder, std::move(problem)});
  }
  if (!found.empty()) {
    tell(found, 1, request, out);
    return 1;
  }
  const auto version = procedure::read_version(*files);
  const auto path = folder / procedure::digest_file;
  if (!write_new(path, version->digest + "\n")) {
    err << path.string() << ": cannot be written\n";
    return 2;
  }
  tell_published(*version, *files, request, out);
  return 0;
}

}  // namespace motcua::cli

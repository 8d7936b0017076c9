#include "cli/procedure_subject.hpp"

#include <boost/json/object.hpp>
#include <ostream>

#include "cli/version_folder.hpp"
#include "design/state.hpp"
#include "design/subject_file.hpp"
#include "files/version_folders.hpp"
#include "queries/design_view.hpp"
#include "runtime/folder.hpp"

namespace motcua::cli {
namespace {

namespace fs = std::filesystem;

design::Kind kind_of(const procedure::Files& files) {
  return files.contains("matrix.toml") ? design::Kind::Matrix : design::Kind::Procedure;
}

// A library of nothing but the lists that lie beside a version.
commands::Library lists_in(const procedure::Files& files) {
  commands::Library library;
  for (const auto& [name, text] : files) {
    if (name.starts_with('.')) library.lists.emplace(name, text);
  }
  return library;
}

}  // namespace

int run_subject_export(const fs::path& folder, std::ostream& out, std::ostream& err) {
  const auto files = read_version_files(folder);
  if (!files) {
    err << files.error() << '\n';
    return 2;
  }
  const auto kind = kind_of(*files);
  const auto said = design::declared(kind, *files);
  if (said.id.empty()) {
    err << folder.string() << ": no version of a procedure or matrix\n";
    return 1;
  }
  out << design::write_subject({{kind, said.id}, *files});
  return 0;
}

int run_subject_import(const fs::path& file, const fs::path& folder, std::ostream& err) {
  const auto text = runtime::read_text(file);
  if (!text) {
    err << text.error().what << '\n';
    return 2;
  }
  const auto subject = design::read_subject(*text);
  if (!subject) {
    err << file.string() << ": " << subject.error().code() << ": "
        << subject.error().message(Language::English) << '\n';
    return 1;
  }
  const auto place = fs::absolute(folder).lexically_normal();
  files::OfficeVersionFolders folders(place.parent_path().string());
  const std::string name = place.filename().string();
  auto done = folders.prepare(name, subject->files);
  if (done) done = folders.put(name);
  if (done) return 0;
  err << done.error().what << '\n';
  return 2;
}

int run_subject_compare(const fs::path& old, const fs::path& now, std::ostream& out,
                        std::ostream& err) {
  const auto before = read_version_files(old);
  const auto after = read_version_files(now);
  if (!before || !after) {
    err << (before ? after.error() : before.error()) << '\n';
    return 2;
  }
  const auto kind = kind_of(*before);
  const auto old_files = design::designed_files(kind, *before);
  const auto new_files = design::designed_files(kind, *after);
  out << write_json(queries::comparison_view(lists_in(*after), kind, old_files, new_files)) << '\n';
  return old_files == new_files ? 0 : 1;
}

}  // namespace motcua::cli

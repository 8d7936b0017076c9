// Procedures and calendars from the program's assets.

#include <cstdlib>
#include <map>

#include "authority/office_lists.hpp"
#include "calendar/calendar_file.hpp"
#include "procedure/version_file.hpp"
#include "runtime/folder.hpp"
#include "runtime/runtime.hpp"

namespace motcua::runtime {
namespace {

std::string first_problem(const std::string& folder, const procedure::Problems& problems) {
  const auto& problem = problems.front();
  return folder + "/" + problem.file + ":" + std::to_string(problem.line) + ": " + problem.what.en;
}

OrFailure<std::map<std::string, std::string>> lists_of_office(const files::Assets& assets,
                                                              const authority::Office* office) {
  if (office != nullptr) return authority::office_lists(*office);
  for (const auto path : assets.list("offices/")) {
    if (!path.ends_with("/office.toml")) continue;
    const auto first = authority::read_office(*assets.find(path));
    if (!first) return Unexpected{first.error()};
    return authority::office_lists(*first);
  }
  return std::map<std::string, std::string>{};
}

// "procedures/<id>/v<n>/<file>", "authority/<id>/v<n>/<file>"; what lies elsewhere is no version.
void take_versions(const files::Assets& assets, design::Kind kind, commands::Library& library) {
  const std::string_view root = kind == design::Kind::Procedure ? "procedures/" : "authority/";
  for (const auto path : assets.list(root)) {
    const auto slash = path.rfind('/');
    const auto of_version = path.rfind("/v", slash - 1);
    if (of_version == std::string_view::npos || of_version < root.size()) continue;
    // A folder's number is checked with the version.
    const int number = std::atoi(std::string(path.substr(of_version + 2)).c_str());
    const design::Subject subject{kind,
                                  std::string(path.substr(root.size(), of_version - root.size()))};
    library.versions[{subject, number}][std::string(path.substr(slash + 1))] =
        std::string(*assets.find(path));
  }
}

}  // namespace

OrFailure<procedure::Guide> load_guide(const files::Assets& assets,
                                       const procedure::Catalogue& catalogue) {
  const auto text = assets.find("procedures/" + std::string(procedure::guide_file));
  if (!text) return procedure::Guide{};
  auto guide = procedure::read_guide(*text);
  if (!guide) return malformed(first_problem("procedures", guide.error()));
  std::vector<std::string> known;
  for (const auto& version : catalogue.versions()) known.push_back(version.procedure);
  const auto problems = procedure::check_guide(*guide, {known, {}});
  if (!problems.empty()) return malformed(first_problem("procedures", problems));
  return *guide;
}

OrFailure<procedure::Places> load_places(const files::Assets& assets) {
  procedure::Places places;
  for (const auto* file : {"web/places.tsv", "procedures/lists/places.tsv"}) {
    const auto text = assets.find(file);
    if (!text) continue;
    if (const auto read = places.read(*text); !read) {
      return malformed(std::string(file) + ": " + read.error().what);
    }
  }
  return places;
}

OrFailure<commands::Library> load_library(const files::Assets& assets, Samples samples,
                                          const authority::Office* office) {
  commands::Library library;
  library.samples_offered = samples == Samples::Offered;
  const auto own = lists_of_office(assets, office);
  if (!own) return Unexpected{own.error()};
  for (const auto& [id, text] : *own) {
    library.lists[std::string(procedure::shared_lists) + id + ".toml"] = text;
  }
  for (const auto path : assets.list("procedures/lists/")) {
    const std::string name(path.substr(path.rfind('/') + 1));
    library.lists[std::string(procedure::shared_lists) + name] = std::string(*assets.find(path));
  }
  for (const auto kind : {design::Kind::Procedure, design::Kind::Matrix})
    take_versions(assets, kind, library);
  return library;
}

OrFailure<authority::Matrices> load_matrices(const files::Assets& assets) {
  const auto library = load_library(assets, Samples::Closed, nullptr);
  if (!library) return Unexpected{library.error()};
  return commands::matrices_of(*library);
}

OrFailure<procedure::Catalogue> load_procedures(const files::Assets& assets, Samples samples,
                                                const authority::Office* office) {
  const auto library = load_library(assets, samples, office);
  if (!library) return Unexpected{library.error()};
  return commands::catalogue_of(*library);
}

OrFailure<calendar::WorkingCalendar> load_calendar(const files::Assets& assets,
                                                   const std::filesystem::path& data,
                                                   const std::string& name) {
  const auto find = [&](std::string_view wanted) -> std::optional<std::string> {
    const auto file = "calendars/" + std::string(wanted) + ".toml";
    if (!data.empty() && std::filesystem::exists(data / file)) {
      const auto own = read_text(data / file);
      return own ? *own : std::string();  // unreadable: refused below, never passed over
    }
    const auto found = assets.find(file);
    if (!found) return std::nullopt;
    return std::string(*found);
  };
  const auto text = find(name);
  if (!text) return malformed("there is no calendar " + name);
  auto calendar = calendar::read_calendar(*text, find);
  if (!calendar) return Unexpected{calendar.error()};
  const auto late = data / late_days_file;
  if (data.empty() || !std::filesystem::exists(late)) return calendar;
  const auto more = read_text(late);
  if (!more) return Unexpected{more.error()};
  auto entries = calendar::read_day_entries(*more);
  if (!entries) return Unexpected{entries.error()};
  for (const auto& entry : *entries) {
    if (!calendar->covers(entry.date)) {
      return malformed(late.string() + ": the calendar has no year for " + write_date(entry.date));
    }
  }
  return calendar->with(std::move(*entries));
}

}  // namespace motcua::runtime

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
  for (const auto path : assets.list("procedures/")) {
    const auto slash = path.rfind('/');
    const std::string folder(path.substr(0, slash));
    const std::string name(path.substr(slash + 1));
    if (folder == "procedures") continue;  // the README and the guide
    if (folder == "procedures/lists") {
      library.lists[std::string(procedure::shared_lists) + name] = std::string(*assets.find(path));
      continue;
    }
    const auto of_version = folder.rfind("/v");
    const auto number = std::atoi(folder.c_str() + of_version + 2);  // checked with the version
    const design::Subject subject{design::Kind::Procedure, folder.substr(11, of_version - 11)};
    library.versions[{subject, number}][name] = std::string(*assets.find(path));
  }
  for (const auto path : assets.list("authority/")) {
    const auto slash = path.rfind('/');
    const std::string folder(path.substr(0, slash));
    const auto of_version = folder.rfind("/v");
    if (of_version == std::string::npos) continue;  // the README
    const design::Subject subject{design::Kind::Matrix, folder.substr(10, of_version - 10)};
    library.versions[{subject, std::atoi(folder.c_str() + of_version + 2)}]
                    [std::string(path.substr(slash + 1))] = std::string(*assets.find(path));
  }
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

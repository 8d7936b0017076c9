#include "commands/design_library.hpp"

#include "procedure/version_file.hpp"

namespace motcua::commands {

const procedure::Files* Library::find(const design::Subject& subject, int number) const {
  const auto found = versions.find({subject, number});
  return found == versions.end() ? nullptr : &found->second;
}

std::set<int> Library::numbers(const design::Subject& subject) const {
  std::set<int> numbers;
  for (const auto& [key, files] : versions) {
    if (key.first == subject) numbers.insert(key.second);
  }
  return numbers;
}

std::string folder_of(const design::Subject& subject, int number) {
  const std::string kind = subject.kind == design::Kind::Procedure ? "procedures/" : "authority/";
  return kind + subject.id + "/v" + std::to_string(number);
}

procedure::Files with_lists(const Library& library, const procedure::Files& files) {
  procedure::Files all = files;
  all.insert(library.lists.begin(), library.lists.end());
  return all;
}

OrFailure<procedure::Catalogue> catalogue_of(const Library& library) {
  std::vector<procedure::Version> versions;
  for (const auto& [key, files] : library.versions) {
    if (key.first.kind != design::Kind::Procedure) continue;
    auto version = procedure::read_version(with_lists(library, files));
    if (!version) {
      const auto& problem = version.error().front();
      return malformed(folder_of(key.first, key.second) + "/" + problem.file + ":" +
                       std::to_string(problem.line) + ": " + problem.what.en);
    }
    if (version->sample && !library.samples_offered) version->open_for_applications = false;
    versions.push_back(std::move(*version));
  }
  return procedure::Catalogue(std::move(versions));
}

}  // namespace motcua::commands
